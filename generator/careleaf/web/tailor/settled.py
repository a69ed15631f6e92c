"""What was chosen in the form in; the job that makes it, and what is refused with its reason, out.

What is refused stays out of the job, so that pages can be drawn meanwhile: they show what is
usual. Nothing is printed or given out before it is mended or decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine import Job
from careleaf.engine.choices import Choices, DosePart, SectionChoice, Typed, said_dose, typed_dose
from careleaf.engine.stamp import file_date
from careleaf.language import Language
from careleaf.model.tailoring import DoseChoice, Tailoring, Visit
from careleaf.web.tailor.form import DoseKey, Form, neighbours
from careleaf.web.tailor.patient_words import LONGEST_NAME, LONGEST_NOTE, refused_words
from careleaf.web.tailor.refused import Refused, Way

_NOTHING: Mapping[str, str] = {}


class Settled(Struct, frozen=True, kw_only=True):
    """A job for the handout with nothing in it that is refused."""

    job: Job
    refused: tuple[Refused, ...]


def settled(
    form: Form,
    choices: Choices,
    base: Job,
    spoken: Language,
    today: date,
    *,
    lacking: Mapping[str, str] = _NOTHING,
) -> Settled:
    """`base` says which content and clinic; `spoken` is the language of the screen; `lacking` are
    the letters of `name` and `note` that cannot be printed."""
    doses, faults = _doses(form, choices, spoken)
    refused = [*_locked(form, choices, spoken), *faults, *refused_words(form, lacking, spoken)]
    tailoring = Tailoring(
        without=tuple(_without(form, choices)),
        order=_order(form, choices),
        doses=doses,
        visit=Visit(
            patient="" if lacking.get("name") else form.name[:LONGEST_NAME],
            note="" if lacking.get("note") else form.note[:LONGEST_NOTE],
        ),
    )
    if tailoring.personal:
        visit = replace(tailoring.visit, date=file_date(today))
        tailoring = replace(tailoring, visit=visit)
    beside, profile = form.beside or None, form.profile
    if beside and profile != "standard":
        refused.append(_only_in_standard(spoken))
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


def _doses(
    form: Form, choices: Choices, spoken: Language
) -> tuple[tuple[DoseChoice, ...], list[Refused]]:
    """Those that differ from the usual ones, and what is refused."""
    doses: list[DoseChoice] = []
    faults: list[Refused] = []
    for key, part in _parts(form, choices):
        typed = typed_dose(part, "" if key[0] in form.blanked else form.doses[key])
        fault = _fault(key, part, typed, form, spoken)
        if fault:
            faults.append(fault)
        elif typed.value != part.usual:
            exercise, field = key
            decided = bool(typed.fault)
            chosen = DoseChoice(exercise=exercise, field=field, value=typed.value, decided=decided)
            doses.append(chosen)
    return tuple(doses), faults


def _only_in_standard(spoken: Language) -> Refused:
    say = spoken.say
    return Refused(
        key="with",
        sentence=say("Two languages side by side are there in the standard print only."),
        shown=say("The pages still show one language."),
        ways=(
            Way(label=say("Standard print"), field="print", value="standard"),
            Way(label=say("One language only"), field="with", value=""),
        ),
    )


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
    name, say = f"{key[0]}.{key[1]}", spoken.say
    back = Way(
        label=say("Go back to {number}", number=part.number),
        field=f"dose.{name}",
        value=part.number,
    )
    other = (
        Way(label=say("Leave blank"), field=f"dose.{name}", value="")
        if typed.fault in ("wrong", "slip")
        else Way(
            label=say("Use {number} for this patient", number=text),
            field=f"decided.{name}",
            value=text,
        )
    )
    return Refused(
        key=f"dose.{name}",
        sentence=_sentence(part, typed, spoken),
        shown=say("The pages still show {number}.", number=part.number),
        ways=(back, other),
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
            yield Refused(key=f"keep.{section.id}", sentence=always_printed(section, spoken))


def always_printed(section: SectionChoice, spoken: Language) -> str:
    """Why a section with emergency signs cannot be left out."""
    return spoken.say(
        "“{title}” always prints. It tells people when to call for help.", title=section.title
    )


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
