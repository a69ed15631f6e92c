"""A job of one topic in; what a clinician may choose in its handout, and how typed doses fare, out.

Pure data with words already bound, so that a screen shows it without knowing topics."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from careleaf.blocks.dose import Amount, Range, Unit, tenfold, within, worded
from careleaf.blocks.exercise import SPEC, Exercise
from careleaf.blocks.field import FieldError
from careleaf.compose.choose import choose, has_red_flag
from careleaf.compose.doses import limits_said
from careleaf.compose.pen import WorkingPen
from careleaf.engine.chosen import chosen_clinic, chosen_topics
from careleaf.engine.job import Job, RefusedError
from careleaf.engine.opened import open_content, read_one
from careleaf.engine.produce import paper_of, tag_of
from careleaf.language import Language, language
from careleaf.model.inline import plain
from careleaf.model.leaflet import Paper
from careleaf.model.tailoring import DOSE_FIELDS, DoseField, Tailoring
from careleaf.model.topic import Block, Medium, Section


class DosePart(Struct, frozen=True, kw_only=True):
    """One part of a dose. `usual` and `limits` are as an author writes them ("5 seconds", "5 to 30
    seconds"), `number` is what of the usual is a number, `unit` what comes after it."""

    field: DoseField
    usual: str
    limits: str
    number: str
    unit: str


class ExerciseChoice(Struct, frozen=True, kw_only=True):
    """An exercise, with the name of its figure if it has one."""

    key: str
    name: str
    pose: str | None
    doses: tuple[DosePart, ...]


class SectionChoice(Struct, frozen=True, kw_only=True):
    """A part, or a section in a part. `locked`: it holds emergency signs, and always stays."""

    id: str
    title: str
    locked: bool
    exercises: tuple[ExerciseChoice, ...] = ()
    sections: tuple[SectionChoice, ...] = ()

    @property
    def leaves(self) -> tuple[SectionChoice, ...]:
        """What is ticked one by one: its sections, or itself where it has none."""
        return self.sections or (self,)


class Choices(Struct, frozen=True, kw_only=True):
    """What there is to choose. `usual`: the ids that the author says most patients get; empty where
    that is all of it."""

    topic: str
    language: str
    title: str
    clinic: str
    paper: Paper
    """What the clinic prints on."""
    parts: tuple[SectionChoice, ...]
    usual: tuple[str, ...]

    def leaves(self) -> Iterator[SectionChoice]:
        """Everything that is ticked by itself, exercises aside."""
        for part in self.parts:
            yield from part.leaves

    def exercises(self) -> Iterator[ExerciseChoice]:
        """Every exercise of the handout."""
        for part in self.parts:
            for section in (part, *part.sections):
                yield from section.exercises


def choices(job: Job) -> Choices:
    """What may be chosen in the handout of the job's only topic, in the job's language.

    Raises `RefusedError` where there is no such topic, and where it cannot be read at all.
    """
    opened = open_content(job)
    [topic_id] = chosen_topics(opened.content, job)
    topic, _ = read_one(opened, topic_id, job.language)
    name, clinic = chosen_clinic(opened, job)
    if topic is None or clinic is None:
        what = topic_id if topic is None else name
        raise RefusedError(f"'{what}' cannot be read", f"see: careleaf check {topic_id}")
    pen = WorkingPen(clinic, language(tag_of(topic, clinic)))
    whole = choose(topic, Medium.LEAFLET, Tailoring())
    return Choices(
        topic=topic.id,
        language=topic.language,
        title=topic.title,
        clinic=clinic.name,
        paper=paper_of(job, clinic),
        parts=tuple(_section(part, pen) for part in whole),
        usual=topic.usual,
    )


def _section(section: Section, pen: WorkingPen) -> SectionChoice:
    return SectionChoice(
        id=section.id,
        title=plain(pen.bind(section.title)),
        locked=has_red_flag(section.blocks),
        exercises=tuple(_exercises(section.blocks, pen)),
        sections=tuple(_section(inner, pen) for inner in section.sections),
    )


def _exercises(blocks: tuple[Block, ...], pen: WorkingPen) -> Iterator[ExerciseChoice]:
    for block in blocks:
        if isinstance(block, Exercise):
            yield ExerciseChoice(
                key=block.key,
                name=plain(pen.bind(block.name)),
                pose=block.pose,
                doses=tuple(_doses(block)),
            )


def _doses(exercise: Exercise) -> Iterator[DosePart]:
    for name in DOSE_FIELDS:
        usual: Amount | None = getattr(exercise, name)
        if usual is not None:
            number = limits_said(_range(usual))
            said = limits_said(usual)
            yield DosePart(
                field=name,
                usual=said,
                limits=limits_said(exercise.limits[name]),
                number=number,
                unit=said.removeprefix(number).strip(),
            )


def _range(amount: Amount) -> Range:
    return amount if isinstance(amount, Range) else amount.amount


Fault = Literal["", "above", "below", "other", "wrong", "slip"]
"""What is wrong with a typed dose: more or less than the author's limits, not to be compared with
them, no dose at all, or ten times their most, which is taken for a slip of the finger."""


class Typed(Struct, frozen=True, kw_only=True):
    """A dose as typed, as an author would write it, and what is wrong with it."""

    value: str
    fault: Fault = ""


def typed_dose(part: DosePart, text: str) -> Typed:
    """`text` is a number, a range ("5-10" will do) or a whole dose ("1 minute"), in digits of any
    script; nothing is a blank to write in."""
    value = _in_ascii(text)
    if not value:
        return Typed(value="")
    value = re.sub(r"(?<=[0-9])\s*[-\u2010-\u2015\u2212]\s*(?=[0-9])", " to ", value)
    if re.fullmatch(r"[0-9]+( to [0-9]+)?", value) and part.unit:
        value = f"{value} {part.unit}"
    try:
        amount = _amount(part.field, value)
    except FieldError:
        return Typed(value=value, fault="wrong")
    limits = _amount(part.field, part.limits)
    if within(amount, limits):
        return Typed(value=value)
    if tenfold(amount, limits):
        return Typed(value=value, fault="slip")
    return Typed(value=value, fault=_side(amount, limits))


def said_dose(field: DoseField, value: str, spoken: Language) -> str:
    """A dose in a reader's words: "12 sets", "2 a 3 veces al día"."""
    unit: Unit = "set" if field == "sets" else "time"
    return worded(spoken, _amount(field, value), unit)


def _in_ascii(text: str) -> str:
    digits = (str(unicodedata.digit(one)) if one.isdigit() else one for one in text)
    return " ".join("".join(digits).split())


def _amount(field: DoseField, value: str) -> Amount:
    """Raises FieldError."""
    amount: Amount = SPEC.options[field].parse(value)  # type: ignore[assignment]
    return amount


def _side(amount: Amount, limits: Amount) -> Fault:
    """On which side of the limits an amount lies, if it can be compared."""
    low, high = _range(limits).low, _range(limits).high
    if within(amount, _ends(limits, 1, high)):
        return "below"
    if within(amount, _ends(limits, low, 999)):
        return "above"
    return "other"


def _ends(amount: Amount, low: int, high: int) -> Amount:
    ends = Range(low, high)
    return ends if isinstance(amount, Range) else replace(amount, amount=ends)
