"""Two leaflets that are built alike in; lines that face each other with other numbers in them out.

A translation that is woven into its source has been compared on reading. Where a topic is written
once for each language nobody has: "5 to 10" beside "50 to 100" is a danger to whoever reads one."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import fields

from careleaf.language.numbers import differences
from careleaf.language.numerals import Words
from careleaf.model.inline import Blank, Break, Run, plain
from careleaf.model.leaflet import Leaflet
from careleaf.model.shape import Chart, Definition, Figure, IconArray
from careleaf.problem import Problem
from careleaf.problem_codes import REORDERED_NUMBERS
from careleaf.source import Span

_AUTHORS = {Figure: ("alt",), IconArray: ("source",), Chart: ("source",), Definition: ("term",)}
"""What an author writes that is no line. The product says the rest, in its own form of a number."""
_MOST = 60
"""Characters of the words that a hint shows."""


def unlike_numbers(first: Leaflet, second: Leaflet) -> Iterator[Problem]:
    """By the rule for translations (`language.numbers`); each place is told once."""
    found = [(second.at, first.title, second.title), (second.at, first.subtitle, second.subtitle)]
    found += _facing(first.first, second.first, second.at)
    found += _facing(first.groups, second.groups, second.at)
    for at, one, other in dict.fromkeys(found):
        wanted, given = Words(one, first.language), Words(other, second.language)
        for code, _ in differences(wanted, given):
            yield _problem(code, at, one, first.language)


def _facing(one: object, other: object, at: Span) -> Iterator[tuple[Span, str, str]]:
    """The words of each, and where those of the second stand."""
    match one, other:
        case (tuple(), tuple()) if _is_line(one) and _is_line(other):
            yield other[0].at, plain(one), plain(other)
        case tuple(), tuple():
            for inner, beside in zip(one, other, strict=True):
                yield from _facing(inner, beside, at)
        case Struct(), Struct():
            at = getattr(other, "at", at)
            for name in _AUTHORS.get(type(one), ()):
                yield at, getattr(one, name), getattr(other, name)
            for each in fields(one):
                yield from _facing(getattr(one, each.name), getattr(other, each.name), at)


def _is_line(value: tuple[object, ...]) -> bool:
    return bool(value) and isinstance(value[0], Run | Blank | Break)


def _problem(code: str, at: Span, words: str, language: str) -> Problem:
    spoken = language.partition("-")[0]
    said = f"the numbers or amounts here are not those in '{spoken}'"
    if code == REORDERED_NUMBERS:
        said = f"the numbers here stand in another order than in '{spoken}'"
    there = " ".join(words.split())
    there = there if len(there) <= _MOST else f"{there[: _MOST - 3]}..."
    return Problem(code, at, said, f"what it faces: '{there}'")
