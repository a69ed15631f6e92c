"""Two leaflets of one topic in; the second with its words to know in the order of the first, and
every place where one says what the other does not, or another number, out.

A translation is woven into the places of its source, so that both are built alike. A topic that is
written once for each language may differ; then nothing can face it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import fields, replace

from careleaf.compose.facing import unlike_numbers
from careleaf.model.art import Drawing, Picture, Pose
from careleaf.model.inline import Blank, Break, Run
from careleaf.model.leaflet import Group, Leaflet
from careleaf.model.shape import Definitions, Dose, Shape
from careleaf.problem import Problem
from careleaf.problem_codes import NO_COUNTERPART
from careleaf.source import Span

_EXACT = frozenset({"Callout.number", "Contact.phone", "Definition.key", "Item.icon"})
"""What must not only be there, but be the same."""
_DIGITS = re.compile(r"[0-9]+")


def mirrored(first: Leaflet, second: Leaflet) -> tuple[Leaflet, list[Problem]]:
    """Where there is an error the two cannot be laid out side by side. Numbers are compared once
    both are built alike."""
    groups = tuple(_in_order(group, first) for group in second.groups)
    second = replace(second, groups=groups)
    return second, list(_differences(first, second)) or list(unlike_numbers(first, second))


def _in_order(group: Group, first: Leaflet) -> Group:
    """A glossary goes by first use, which is another one where sentences are built otherwise."""
    wanted = [
        entry.key
        for other in first.groups
        for shape in other.shapes
        if isinstance(shape, Definitions)
        for entry in shape.entries
    ]
    place = {key: number for number, key in enumerate(wanted)}

    def sorted_words(shape: Shape) -> Shape:
        if not isinstance(shape, Definitions):
            return shape
        entries = sorted(shape.entries, key=lambda entry: place.get(entry.key, len(place)))
        return replace(shape, entries=tuple(entries))

    return replace(group, shapes=tuple(sorted_words(shape) for shape in group.shapes))


def _differences(first: Leaflet, second: Leaflet) -> Iterator[Problem]:
    """The first difference in each section."""
    if _form(first.first) != _form(second.first):
        pairs = zip(_opening(first), _opening(second), strict=True)
        at = next((two.at for one, two in pairs if two and _form(one) != _form(two)), second.at)
        yield _problem(at, first)
    for one, other in zip_longest(first.groups, second.groups):
        if one is None or other is None:
            yield _problem(second.at, first)
            return
        for shape, beside in zip_longest(one.shapes, other.shapes):
            if _form(shape) != _form(beside):
                yield _problem(beside.at if beside else other.shapes[-1].at, first)
                break
    if _form(first.imprint) != _form(second.imprint):
        yield _problem(second.at, first)


def _opening(leaflet: Leaflet) -> Sequence[Shape | None]:
    one = leaflet.first
    flags = [*one.flags, *([None] * (2 - len(one.flags)))]
    return [one.key, one.actions, *flags[:2], one.contact]


def _problem(at: Span, first: Leaflet) -> Problem:
    message = f"this has no counterpart in '{first.language.partition('-')[0]}'"
    hint = "both languages need the same sections, items and doses: translate one from the other"
    return Problem(NO_COUNTERPART, at, message, hint)


def _field(value: Struct, name: str) -> object:
    held = getattr(value, name)
    return held if f"{type(value).__name__}.{name}" in _EXACT else _form(held)


def _form(value: object) -> object:  # noqa: PLR0911 - one line a kind
    """What must be alike: kinds of shapes, numbers, how many items; whether there are words, not
    which."""
    match value:
        case Span() | Run() | Break():
            return None
        case Blank():
            return "blank"
        case Dose():
            return _DIGITS.findall(value.value), bool(value.unit)
        case Pose() | Drawing() | Picture():
            return "picture"
        case Struct():
            return type(value).__name__, *(_field(value, one.name) for one in fields(value))
        case tuple():
            forms = [form for form in map(_form, value) if form is not None]
            return (bool(value), *forms)
        case str():
            return bool(value)
        case Enum():
            return value.value
        case int() | float():
            return value
        case _:
            return None
