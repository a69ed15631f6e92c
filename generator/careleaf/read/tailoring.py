"""The bytes of a tailoring file in; what a clinician chose for one visit, with every mistake, out.

Lines of `name: value`, as everywhere. A dose is named by its exercise: `bridge reps: 8`. What the
file says of the patient must not reach a log with a mistake beside it: no message quotes a value,
or a name that is not all but ours, and the source that problems are shown in has crosses there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from careleaf import problem_codes as codes
from careleaf.blocks.field import Field, FieldError, day, text
from careleaf.model.ids import KEY
from careleaf.model.tailoring import DOSE_FIELDS, DoseChoice, DoseField, Tailoring, Visit
from careleaf.problem import Problem
from careleaf.read.header import field_lines
from careleaf.read.intake import take_in
from careleaf.read.options import Kind, Option, Typed, typed
from careleaf.read.reading import Reading
from careleaf.source import Source

_KEY = re.compile(rf"{KEY}(?:/{KEY})?")
"""Of a section or an exercise; in a programme it has its topic before it: `knee-pain/bridge`."""


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(","))


def _are_keys(value: str) -> bool:
    return all(_KEY.fullmatch(part) for part in _parts(value))


def _keys_field(example: str) -> Field[tuple[str, ...]]:
    """Unlike that of other files it quotes nothing."""

    def parse(value: str) -> tuple[str, ...]:
        if not _are_keys(value):
            raise FieldError("needs keys of small letters, digits and hyphens, with commas between")
        return _parts(value)

    return Field(parse, example)


FIELDS: Mapping[str, Field[object]] = {
    "only": _keys_field("start, exercises"),
    "without": _keys_field("sleep"),
    "order": _keys_field("exercises, start"),
    "patient": text("Ms. Example"),
    "clinician": text("Example clinician"),
    "date": day("2026-01-31"),
    "next-visit": text("Tuesday, March 3, 10 am"),
    "note": text("Rest your knee when it swells."),
}
"""What may be chosen, beside doses."""

BLANK, ON_PURPOSE = "blank", " on purpose"

_SAID = ("patient", "clinician", "next-visit", "note")
_LISTS = frozenset({"only", "without", "order"})
_EXERCISE = "[a-z0-9]+(?:[-/][a-z0-9]+)*"
_DOSE = re.compile(rf"({_EXERCISE}) +({'|'.join(DOSE_FIELDS)})")
_NEARLY_DOSE = re.compile(rf"{_EXERCISE} +([a-z]+)")
_DOSE_VALUE = re.compile(
    rf"{BLANK}|[0-9.,/\u2013-]+(?: to [0-9.,/]+)?(?: (?:times?|a|day|days|week|seconds?|minutes?))*"
    rf"(?:{ON_PURPOSE})?"
)
_DAY = re.compile("[0-9./-]+")
_NEAR = 0.8
"""Of 1: "pateint" is that near to "patient", and "Nate" is not to "date"."""


def _all_but_ours(name: str) -> bool:
    """Whether an unknown name is a slip in one of ours, and so is no patient's."""
    if dose := _NEARLY_DOSE.fullmatch(name):
        return bool(get_close_matches(dose[1], DOSE_FIELDS, 1, _NEAR))
    return " " not in name and bool(get_close_matches(name.lower(), FIELDS, 1, _NEAR))


_KIND = Kind(
    noun="field",
    quoted=_all_but_ours,
    more="; and doses, such as 'bridge reps: 5' or 'walk time: blank'",
)
_SHORT = "a file of choices is a few short lines: is this the right file?"
_ONE_LINE = "write a name, a colon and a value, all on one line"


def read_tailoring(path: str, data: bytes) -> tuple[Tailoring, Source, list[Problem]]:
    """The tailoring, and the source to show its problems in. A file with a problem must not be
    used."""
    reading, fit = take_in(path, data, _SHORT)
    options = field_lines(reading, reading.text.split("\n"), 0, _ONE_LINE) if fit else []
    doses = [one for one in options if _DOSE.fullmatch(one.name)]
    others = [one for one in options if one not in doses]
    chosen = typed(reading, others, FIELDS, _KIND, (0, 0))
    tailoring = Tailoring(
        only=_keys(chosen, "only"),
        without=_keys(chosen, "without"),
        order=_keys(chosen, "order"),
        doses=tuple(_doses(reading, doses)),
        visit=_visit(chosen),
        places=tuple(
            (_text(chosen, name), chosen.places[name]) for name in _SAID if name in chosen.values
        ),
    )
    return tailoring, _masked(reading, options), reading.found()


def dose_choice(name: str, value: str) -> DoseChoice:
    """`bridge reps` and `8`, `blank` or `12 on purpose`.

    Raises FieldError where the name is not an exercise and a part of its dose, or there is no
    value. Whether the exercise has it, and how much is safe, the topic says later.
    """
    found = _DOSE.fullmatch(name)
    if found is None:
        parts = ", ".join(DOSE_FIELDS)
        raise FieldError(f"'{name}' needs an exercise's id and one of: {parts}")
    if not value:
        raise FieldError(f"'{name}' has no value: write a dose, or '{BLANK}'")
    part: DoseField = next(part for part in DOSE_FIELDS if part == found[2])
    return DoseChoice(
        exercise=found[1],
        field=part,
        value="" if value == BLANK else value.removesuffix(ON_PURPOSE).rstrip(),
        decided=value.endswith(ON_PURPOSE),
    )


def _doses(reading: Reading, options: list[Option]) -> list[DoseChoice]:
    found: dict[str, DoseChoice] = {}
    for option in options:
        end = option.name_start + len(option.name)
        key = " ".join(option.name.split())
        if key in found:
            message = f"'{key}' is given twice"
            reading.report(codes.REPEATED_FIELD, option.name_start, end, message, "keep one")
            continue
        try:
            found[key] = dose_choice(option.name, option.value)
        except FieldError as error:
            hint = f"for example: {key}: 8"
            reading.report(codes.EMPTY_FIELD, option.name_start, end, str(error), hint)
    return list(found.values())


def _visit(chosen: Typed) -> Visit:
    on = chosen.values.get("date")
    return Visit(
        patient=_text(chosen, "patient"),
        clinician=_text(chosen, "clinician"),
        date=on if isinstance(on, date) else None,
        next_visit=_text(chosen, "next-visit"),
        note=_text(chosen, "note"),
    )


def _keys(chosen: Typed, name: str) -> tuple[str, ...]:
    value = chosen.values.get(name)
    return value if isinstance(value, tuple) else ()


def _text(chosen: Typed, name: str) -> str:
    value = chosen.values.get(name)
    return value if isinstance(value, str) else ""


def _masked(reading: Reading, options: list[Option]) -> Source:
    """The file with a cross for every character of what may be private, at the same places: of
    values that are not just keys, a day or a dose, of names that are not ours, and of what is no
    field at all."""
    source = reading.source
    shown = ["\n" if character == "\n" else "x" for character in source.text]
    for option in options:
        ends = []
        if _is_ours(option.name) or _all_but_ours(option.name):
            ends.append((option.name_start, option.value_start))
        if _is_public(option):
            ends.append((option.value_start, option.value_start + len(option.value)))
        for start, end in ends:
            shown[start:end] = source.text[start:end]
    return Source(source.path, "".join(shown))


def _is_ours(name: str) -> bool:
    return name in FIELDS or bool(_DOSE.fullmatch(name))


def _is_public(option: Option) -> bool:
    """Whether a value tells nothing of anyone, however wrong it may be."""
    if option.name in _LISTS:
        return _are_keys(option.value)
    if option.name == "date":
        return bool(_DAY.fullmatch(option.value))
    return bool(_DOSE.fullmatch(option.name) and _DOSE_VALUE.fullmatch(option.value))
