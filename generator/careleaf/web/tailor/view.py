"""A form and what there is to choose in; what the panel shows, row by row, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from careleaf.engine.choices import Choices, DosePart, ExerciseChoice, SectionChoice
from careleaf.language import Language
from careleaf.model.tailoring import DoseField
from careleaf.web.tailor.form import Form

_COLUMNS: Mapping[DoseField, int] = {"sets": 0, "reps": 1, "time": 1, "hold": 2, "frequency": 3}


class Cell(Struct, frozen=True, kw_only=True):
    """A dose to type. `label` is for screen readers, `unit` stands behind the number."""

    name: str
    label: str
    column: str
    value: str
    usual: str
    unit: str
    limits: str
    decided: str


class ExerciseRow(Struct, frozen=True, kw_only=True):
    """One exercise: a cell for each column, None where its dose has no such part."""

    key: str
    name: str
    pose: str | None
    kept: bool
    blanked: bool
    cells: tuple[Cell | None, ...]


class SectionRow(Struct, frozen=True, kw_only=True):
    """One section to tick."""

    id: str
    title: str
    kept: bool
    locked: bool
    exercises: tuple[ExerciseRow, ...]


class PartRow(Struct, frozen=True, kw_only=True):
    """A part with its sections. `open`: whether anything but what always prints is kept in it.
    One that has no sections is its own only row."""

    id: str
    title: str
    open: bool
    kept: int
    rows: tuple[SectionRow, ...]
    own: tuple[ExerciseRow, ...]
    single: bool


class Panel(Struct, frozen=True, kw_only=True):
    """All rows in their order, and how many sections of how many are kept."""

    parts: tuple[PartRow, ...]
    kept: int
    of: int
    headings: tuple[str, ...]


def panel(form: Form, choices: Choices, spoken: Language) -> Panel:
    """`choices` are in the language of the screen, or the nearest there is."""
    columns = _columns(choices)
    parts = tuple(
        _part(part, form, spoken, columns) for part in _sorted_sections(choices.parts, form)
    )
    rows = [row for part in parts for row in part.rows]
    return Panel(
        parts=parts,
        kept=sum(row.kept for row in rows),
        of=len(rows),
        headings=tuple(_headings(spoken)[column] for column in _columns(choices)),
    )


def _headings(spoken: Language) -> tuple[str, str, str, str]:
    say = spoken.say
    return say("Sets"), say("Times"), say("Hold"), say("Per day")


def _columns(choices: Choices) -> list[int]:
    """Those that some exercise has a dose in."""
    return sorted({_COLUMNS[part.field] for one in choices.exercises() for part in one.doses})


def said_count(form: Form, choices: Choices, spoken: Language) -> str:
    """ "All 8 sections", "6 of 8 sections, 1 blank to write in"."""
    leaves = list(choices.leaves())
    kept = sum(one.locked or one.id in form.kept for one in leaves)
    if kept == len(leaves):
        counted = spoken.say_many("All {n} section", "All {n} sections", kept)
    else:
        counted = spoken.say_many(
            "{kept} of {n} section", "{kept} of {n} sections", len(leaves), kept=kept
        )
    blanks = sum(
        key[0] in form.kept and (key[0] in form.blanked or not value)
        for key, value in form.doses.items()
    )
    if not blanks:
        return counted
    written = spoken.say_many("{n} blank to write in", "{n} blanks to write in", blanks)
    return spoken.say("{counted}, {written}", counted=counted, written=written)


class PagesSaid(Struct, frozen=True, kw_only=True):
    """ "4 pages" and "2 sheets, both sides"."""

    pages: str
    sheets: str


def said_pages(pages: int, spoken: Language) -> PagesSaid:
    """How much paper that is; nothing of no pages."""
    if not pages:
        return PagesSaid(pages="", sheets="")
    sheets = (pages + 1) // 2
    many = spoken.say_many("{n} sheet, both sides", "{n} sheets, both sides", sheets)
    return PagesSaid(
        pages=spoken.say_many("{n} page", "{n} pages", pages), sheets=many if pages > 1 else ""
    )


def said_waiting(choices: int, spoken: Language) -> str:
    """What stands beside Print while something is refused."""
    if not choices:
        return ""
    return spoken.say_many(
        "{n} choice to settle before you print", "{n} choices to settle before you print", choices
    )


def _sorted_sections(sections: Iterable[SectionChoice], form: Form) -> list[SectionChoice]:
    return sorted(sections, key=lambda one: form.order.index(one.id))


def _part(part: SectionChoice, form: Form, spoken: Language, columns: Sequence[int]) -> PartRow:
    rows = tuple(
        SectionRow(
            id=section.id,
            title=section.title,
            kept=section.locked or section.id in form.kept,
            locked=section.locked,
            exercises=_exercises(section, form, spoken, columns),
        )
        for section in (_sorted_sections(part.sections, form) or [part])
    )
    return PartRow(
        id=part.id,
        title=part.title,
        open=any(row.kept for row in rows),
        kept=sum(row.kept for row in rows),
        rows=rows,
        own=_exercises(part, form, spoken, columns) if part.sections else (),
        single=not part.sections,
    )


def _exercises(
    section: SectionChoice, form: Form, spoken: Language, columns: Sequence[int]
) -> tuple[ExerciseRow, ...]:
    ordered = sorted(section.exercises, key=lambda one: form.order.index(one.key))
    return tuple(_exercise(one, form, spoken, columns) for one in ordered)


def _exercise(
    exercise: ExerciseChoice, form: Form, spoken: Language, columns: Sequence[int]
) -> ExerciseRow:
    cells = {_COLUMNS[one.field]: _cell(exercise, one, form, spoken) for one in exercise.doses}
    return ExerciseRow(
        key=exercise.key,
        name=exercise.name,
        pose=exercise.pose,
        kept=exercise.key in form.kept,
        blanked=exercise.key in form.blanked,
        cells=tuple(cells.get(column) for column in columns),
    )


def _cell(exercise: ExerciseChoice, part: DosePart, form: Form, spoken: Language) -> Cell:
    heading, short = _words(part, spoken)
    return Cell(
        name=f"dose.{exercise.key}.{part.field}",
        label=spoken.say("{exercise}: {part}", exercise=exercise.name, part=heading),
        column=_headings(spoken)[_COLUMNS[part.field]],
        value=form.doses[exercise.key, part.field],
        usual=part.number,
        unit=short,
        limits=part.limits.removesuffix(part.unit).strip() if part.unit else part.limits,
        decided=form.decided.get((exercise.key, part.field), ""),
    )


def _words(part: DosePart, spoken: Language) -> tuple[str, str]:
    """What a cell is called, and the short unit behind its number."""
    say = spoken.say
    unit, _, per = part.unit.partition(" a ")
    of = {
        ("sets", ""): (say("sets"), ""),
        ("reps", ""): (say("times in a row"), ""),
        ("hold", "second"): (say("hold, in seconds"), say("s")),
        ("hold", "minute"): (say("hold, in minutes"), say("min")),
        ("time", "second"): (say("time, in seconds"), say("s")),
        ("time", "minute"): (say("time, in minutes"), say("min")),
        ("time", "hour"): (say("time, in hours"), say("h")),
        ("frequency", "time day"): (say("times a day"), ""),
        ("frequency", "time week"): (say("times a week"), say("/wk")),
        ("frequency", "day week"): (say("days a week"), say("d/wk")),
    }
    return of[part.field, f"{unit.removesuffix('s')} {per}".strip()]
