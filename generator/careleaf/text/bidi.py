"""A paragraph and its base direction in; embedding levels, and each line's visual runs, out.

Unicode's Bidirectional Algorithm (UAX #9), which passes every case of BidiTest and
BidiCharacterTest. Our own, because nothing that installs does this: python-bidi is LGPL, gives no
levels and fails on isolates, which telephone numbers in Arabic need; the fribidi wrappers come
without wheels; HarfBuzz shapes runs but does not order them.

Glyph mirroring (L4) and the order of combining marks (L3) are HarfBuzz's work, in runs that it is
told are right-to-left.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Literal, NamedTuple

from msgspec import Struct

Base = Literal["ltr", "rtl", "auto"]

_MAY_TURN = re.compile("[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe]")
"""Whatever is right-to-left by class or by default, Arabic digits, and the controls, but for the
planes behind the first."""

_SPACE = re.compile("[ iIfjbeEoOp]*([SP]|$)")
"""L1: spaces, isolates and what draws nothing, up to a separator or the line's end."""


class Embedding(Struct, frozen=True):
    """A paragraph's level at each character (odd is right-to-left), before lines are cut."""

    base: int
    """0 for a left-to-right paragraph, 1 for a right-to-left one."""
    levels: bytes
    letters: str
    """Each character's class as a letter of `bidi_classes`; empty where all levels are 0."""


class VisualRun(NamedTuple):
    """Characters from `start` up to `end` of the paragraph that are drawn in one direction."""

    start: int
    end: int
    level: int

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """As HarfBuzz names it."""
        return "rtl" if self.level % 2 else "ltr"


def embedding(text: str, base: Base = "auto") -> Embedding:
    """The levels of one paragraph; "auto" takes the direction of its first letter, else left to
    right.

    A control that draws nothing has the level of what is before it. A paragraph separator belongs
    at the end: elsewhere it closes what is open and no more.
    """
    if base != "rtl" and (text.isascii() or not (max(text) > "\uffff" or _MAY_TURN.search(text))):
        return Embedding(0, bytes(len(text)), "")
    from careleaf.text import bidi_levels

    letters = bidi_levels.letters_of(text)
    level = bidi_levels.first_strong(letters) if base == "auto" else int(base == "rtl")
    return Embedding(level, bytes(bidi_levels.resolved(letters, text, level)), letters)


def visual_runs(paragraph: Embedding, start: int, end: int) -> list[VisualRun]:
    """The runs of one line, from `start` up to `end` of the paragraph, in order from the left."""
    if end <= start:
        return []
    if not paragraph.letters:
        return [VisualRun(start, end, 0)]
    runs = []
    for level, group in groupby(line_levels(paragraph, start, end)):
        stop = start + sum(1 for _ in group)
        runs.append(VisualRun(start, stop, level))
        start = stop
    return _reordered(runs)


def line_levels(paragraph: Embedding, start: int, end: int) -> bytes:
    """The levels of one line: spaces at its end and before a tab take the paragraph's (L1)."""
    levels = bytearray(paragraph.levels[start:end])
    for space in _SPACE.finditer(paragraph.letters[start:end]):
        first, after = space.span()
        levels[first:after] = bytes((paragraph.base,)) * (after - first)
    return bytes(levels)


def _reordered(runs: list[VisualRun]) -> list[VisualRun]:
    """L2: from the highest level down to 1, whatever is at least as high is turned round."""
    for level in range(max(run.level for run in runs), 0, -1):
        turned: list[VisualRun] = []
        inside: list[VisualRun] = []
        for run in runs:
            if run.level >= level:
                inside.append(run)
            else:
                turned += [*reversed(inside), run]
                inside = []
        runs = turned + inside[::-1]
    return runs
