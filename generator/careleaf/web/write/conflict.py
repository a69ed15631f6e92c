"""Two texts of one file in; the places where they differ with both sides of each, and the text
that somebody's picks make of them, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

Side = Literal["yours", "file"]

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


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
    for in_mine, in_theirs in _different(mine, theirs):
        left, right = _lines(mine, in_mine), _lines(theirs, in_theirs)
        marked = tuple(_marked(left, right)), tuple(_marked(right, left))
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


def _different(one: list[str], other: list[str]) -> Iterator[tuple[Span, Span]]:
    """Ranges of lines that differ. No line counts as junk: the same texts give the same places."""
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield (i, j), (k, m)


def _lines(lines: list[str], span: Span) -> str:
    return "\n".join(lines[slice(*span)])


def _marked(text: str, other: str) -> Iterator[Stretch]:
    """The words of one side, with those marked that the other has not."""
    words, others = _WORD.findall(text), _WORD.findall(other)
    for tag, i, j, _, _ in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if i < j:
            yield Stretch("".join(words[i:j]), tag != "equal")


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
