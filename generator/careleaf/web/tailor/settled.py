"""What was chosen in the form in; the job that makes it, and what is refused with its reason, out.

What is refused stays out of the job, so that pages can be drawn meanwhile: they show what is
usual. Nothing is printed or given out before it is mended or decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine import Job
from careleaf.engine.choices import Choices, DosePart, SectionChoice, Typed, said_dose, typed_dose
from careleaf.engine.stamp import file_date
from careleaf.language import Language
from careleaf.model.tailoring import DoseChoice, Tailoring, Visit
from careleaf.web.tailor.form import DoseKey, Form, neighbours

LONGEST_NAME = 80
LONGEST_NOTE = 200
"""Letters: what page one has room for beside the danger signs."""


class Refused(Struct, frozen=True, kw_only=True):
    """A choice that cannot be made, for the person who made it. `key` is the field that it stands
    at; `back` is the number to go back to, `use` the one that may be decided on, if one may."""

    key: str
    sentence: str
    back: str = ""
    use: str = ""


class Settled(Struct, frozen=True, kw_only=True):
    """A job for the handout with nothing in it that is refused."""

    job: Job
    refused: tuple[Refused, ...]


def settled(form: Form, choices: Choices, base: Job, spoken: Language, today: date) -> Settled:
    """`base` says which content and clinic; `spoken` is the language of the screen."""
    refused = [*_locked(form, choices, spoken)]
    doses: list[DoseChoice] = []
    for key, part in _parts(form, choices):
        typed = typed_dose(part, "" if key[0] in form.blanked else form.doses[key])
        fault = _fault(key, part, typed, form, spoken)
        if fault:
            refused.append(fault)
        elif typed.value != part.usual:
            decided = bool(typed.fault)
            doses.append(
                DoseChoice(exercise=key[0], field=key[1], value=typed.value, decided=decided)
            )
    refused += _visit_faults(form, spoken)
    tailoring = Tailoring(
        without=tuple(_without(form, choices)),
        order=_order(form, choices),
        doses=tuple(doses),
        visit=Visit(patient=form.name[:LONGEST_NAME], note=form.note[:LONGEST_NOTE]),
    )
    if tailoring.personal:
        visit = replace(tailoring.visit, date=file_date(today))
        tailoring = replace(tailoring, visit=visit)
    beside, profile = form.beside or None, form.profile
    if beside and profile != "standard":
        refused.append(Refused(key="with", sentence=_sentence_beside(spoken)))
        beside = None
    job = replace(
        base,
        topics=(choices.topic,),
        formats=("pdf",),
        languages=(form.language,),
        beside=beside,
        profile=profile,
        paper=form.paper,
        tailoring=tailoring,
    )
    return Settled(job=job, refused=tuple(refused))


def _sentence_beside(spoken: Language) -> str:
    return spoken.say("Two languages side by side are there in the standard print only.")


def _parts(form: Form, choices: Choices) -> Iterator[tuple[DoseKey, DosePart]]:
    """Every part of the dose of every exercise that is kept."""
    shown = _shown(form, choices)
    for exercise in choices.exercises():
        if exercise.key in shown:
            for part in exercise.doses:
                yield (exercise.key, part.field), part


def _fault(
    key: DoseKey, part: DosePart, typed: Typed, form: Form, spoken: Language
) -> Refused | None:
    text = form.doses[key]
    if not typed.fault or (typed.fault not in ("wrong", "slip") and form.decided.get(key) == text):
        return None
    decidable = typed.fault not in ("wrong", "slip")
    return Refused(
        key=f"dose.{key[0]}.{key[1]}",
        sentence=_sentence(part, typed, spoken),
        back=part.number,
        use=text if decidable else "",
    )


def _sentence(part: DosePart, typed: Typed, spoken: Language) -> str:
    limits = said_dose(part.field, part.limits, spoken)
    if typed.fault == "wrong":
        return spoken.say(
            "Write a number, or a range such as 5 to 10, or leave it blank. "
            "The author gives {limits}.",
            limits=limits,
        )
    dose = said_dose(part.field, typed.value, spoken)
    if typed.fault == "slip":
        return spoken.say(
            "{dose} is ten times the author's most, {limits}. Look at the number again.",
            dose=dose,
            limits=limits,
        )
    if part.limits == part.usual:
        return spoken.say(
            "{dose} is not what the author gives: {limits}.", dose=dose, limits=limits
        )
    if typed.fault == "above":
        return spoken.say("{dose} is above the author's range, {limits}.", dose=dose, limits=limits)
    if typed.fault == "below":
        return spoken.say("{dose} is below the author's range, {limits}.", dose=dose, limits=limits)
    return spoken.say("{dose} is outside the author's range, {limits}.", dose=dose, limits=limits)


def _locked(form: Form, choices: Choices, spoken: Language) -> Iterator[Refused]:
    for section in choices.leaves():
        if section.locked and section.id not in form.kept:
            yield Refused(key=section.id, sentence=always_printed(section, spoken))


def always_printed(section: SectionChoice, spoken: Language) -> str:
    """Why a section with emergency signs cannot be left out."""
    return spoken.say(
        "“{title}” always prints. It tells people when to call for help.", title=section.title
    )


def _visit_faults(form: Form, spoken: Language) -> Iterator[Refused]:
    if len(form.name) > LONGEST_NAME:
        sentence = spoken.say("A name has at most {n} letters.", n=LONGEST_NAME)
        yield Refused(key="name", sentence=sentence)
    if len(form.note) > LONGEST_NOTE:
        sentence = spoken.say("A note has at most {n} letters.", n=LONGEST_NOTE)
        yield Refused(key="note", sentence=sentence)


def _shown(form: Form, choices: Choices) -> set[str]:
    """The ids of all that is printed: parts, sections and exercises."""
    shown: set[str] = set()
    for part in choices.parts:
        inner: set[str] = set()
        for section in part.leaves:
            if section.locked or section.id in form.kept:
                keys = {one.key for one in section.exercises}
                inner |= {section.id, *(keys & form.kept)}
        if inner:
            own = {one.key for one in part.exercises} & form.kept
            shown |= {part.id, *inner, *own}
    return shown


def _without(form: Form, choices: Choices) -> Iterator[str]:
    """What is left out; of a part without anything left, the part alone."""
    shown = _shown(form, choices)
    for part in choices.parts:
        if part.id not in shown:
            yield part.id
            continue
        for section in part.sections:
            if section.id not in shown:
                yield section.id
        for section in (part, *part.sections):
            if section.id in shown:
                yield from (one.key for one in section.exercises if one.key not in shown)


def _order(form: Form, choices: Choices) -> tuple[str, ...]:
    """What is shown, in its order; nothing where that is the topic's own."""
    shown = _shown(form, choices)
    wanted = [one for one in form.order if one in shown]
    rows = ([one for one in among if one in shown] for among in neighbours(choices))
    if all(row == sorted(row, key=wanted.index) for row in rows):
        return ()
    return tuple(wanted)
