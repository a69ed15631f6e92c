"""Two texts of one file in; the places where they differ with both sides of each, and the text
that somebody's picks make of them, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal, cast

from msgspec import Struct

Side = Literal["yours", "file"]

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_PAIRS = 250_000
"""Words of one side times words of the other, of all places together: beyond two long paragraphs
nobody looks for single words, and finding them takes seconds."""


class Stretch(Struct, frozen=True):
    """A part of a side, and whether the other side has something else there."""

    text: str
    marked: bool


class Place(Struct, frozen=True, kw_only=True):
    """Lines that are not the same. A side without lines left them out."""

    number: int
    """From 0, in the order of the text."""
    line: int
    """In yours, from 1."""
    yours: tuple[Stretch, ...]
    file: tuple[Stretch, ...]
    changed: Side | None
    """Who changed it since both had the same text; None where both did, or nobody knows."""


Span = tuple[int, int]


def places(yours: str, file: str, base: str | None = None) -> tuple[Place, ...]:
    """Where the texts differ. `base` is what both were written from, where that is known."""
    mine, theirs = yours.split("\n"), file.split("\n")
    touched = _Touched(base.split("\n"), mine, theirs) if base is not None else None
    found: list[Place] = []
    pairs = 0
    for in_mine, in_theirs in _different(mine, theirs):
        left, right = _words(mine, in_mine), _words(theirs, in_theirs)
        here = len(left) * len(right)
        close = pairs + here <= _MOST_PAIRS
        pairs += here if close else 0
        marked = _marked(left, right, close), _marked(right, left, close)
        found.append(
            Place(
                number=len(found),
                line=in_mine[0] + 1,
                yours=marked[0],
                file=marked[1],
                changed=touched(in_mine, in_theirs) if touched else None,
            )
        )
    return tuple(found)


def merged(yours: str, file: str, picks: Sequence[Side]) -> str:
    """The text with one side of each place.

    Raises ValueError where there are not as many picks as places.
    """
    mine, theirs = yours.split("\n"), file.split("\n")
    lines: list[str] = []
    at = 0
    for (in_mine, in_theirs), pick in zip(_different(mine, theirs), picks, strict=True):
        lines += mine[at : in_mine[0]]
        lines += mine[slice(*in_mine)] if pick == "yours" else theirs[slice(*in_theirs)]
        at = in_mine[1]
    return "\n".join([*lines, *mine[at:]])


def resolved(yours: str, file: str, picks: Mapping[str, str]) -> str | None:
    """The text that a form's picks make ("place-0": "yours"); None where a place has none."""
    count = sum(1 for _ in _different(yours.split("\n"), file.split("\n")))
    sides = [picks.get(f"place-{number}", "") for number in range(count)]
    if not set(sides) <= {"yours", "file"}:
        return None
    return merged(yours, file, cast("list[Side]", sides))


def _different(one: list[str], other: list[str]) -> Iterator[tuple[Span, Span]]:
    """Ranges of lines that differ. Lines that stand there very often (`:::`) anchor nothing, or a
    long text would take minutes; the same two texts always give the same ranges."""
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    some, others = one[start : len(one) - end], other[start : len(other) - end]
    for tag, i, j, k, m in SequenceMatcher(None, some, others).get_opcodes():
        if tag != "equal":
            yield (start + i, start + j), (start + k, start + m)


def _shared(one: list[str], other: list[str]) -> int:
    """How many lines two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _words(lines: list[str], span: Span) -> list[str]:
    return _WORD.findall("\n".join(lines[slice(*span)]))


def _marked(words: list[str], others: list[str], close: bool) -> tuple[Stretch, ...]:
    """The words of one side, with those marked that the other has not; all of them where they are
    not looked at closely."""
    if not close:
        return (Stretch("".join(words), True),)
    compared = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    return tuple(
        Stretch("".join(words[i:j]), tag != "equal") for tag, i, j, _, _ in compared if i < j
    )


class _Touched:
    """Whether a range of lines is other than in the text that both were written from."""

    def __init__(self, base: list[str], mine: list[str], theirs: list[str]) -> None:
        self._mine = [span for _, span in _different(base, mine)]
        self._theirs = [span for _, span in _different(base, theirs)]

    def __call__(self, in_mine: Span, in_theirs: Span) -> Side | None:
        by_me, by_them = _meets(self._mine, in_mine), _meets(self._theirs, in_theirs)
        if by_me == by_them:
            return None
        return "yours" if by_me else "file"


def _meets(spans: list[Span], wanted: Span) -> bool:
    """Whether one of the ranges shares a line with this one, or stands in the same gap."""
    start, end = wanted
    return any(
        (one < end and start < other) or (one <= start <= other and (one == other or start == end))
        for one, other in spans
    )
