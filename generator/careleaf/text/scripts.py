"""A text in; its stretches of one script out, as HarfBuzz is to be told them.

The script of a character is HarfBuzz's own, so that no table of ours can differ from it. What
scripts share (spaces, digits, most punctuation) and marks go with what is before them, or at the
start of a text with what follows (UAX #24, section 5.1).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz


class ScriptRun(NamedTuple):
    """Characters from `start` up to `end`; `script` by its four letters of ISO 15924, "" where
    nothing in the text has one."""

    start: int
    end: int
    script: str


def script_runs(text: str) -> list[ScriptRun]:
    """The stretches of one script, in order."""
    own = [script_of(character) for character in text]
    current = next(filter(None, own), "")
    resolved = [current := script or current for script in own]
    runs = []
    start = 0
    for script, group in groupby(resolved):
        end = start + sum(1 for _ in group)
        runs.append(ScriptRun(start, end, script))
        start = end
    return runs


@cache
def script_of(character: str) -> str:
    """Four letters; "" for what scripts share, and for marks that go on any letter."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return buffer.script or ""


@cache
def sticks(character: str) -> bool:
    """Whether it must be drawn by the font of what is before it: marks, joiners, selectors."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}
