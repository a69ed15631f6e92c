"""Parts of a paragraph that may be right-to-left in; its embedding, and words cut by level, out.

Text that is all left-to-right has no embedding here and costs one search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from careleaf.text.bidi import Base, Embedding, embedding
from careleaf.text.isolates import isolated
from careleaf.text.parts import Gap, NewLine, Part, Piece, TextRun
from careleaf.text.shaping import NOTHING, SPACES, Direction, Shaper
from careleaf.text.ties import ties
from careleaf.text.words import words

_GAP = "\ufffc"
_NEW_LINE = "\u2028"
"""What a gap and a line end count as: something neutral, and a space."""
_LEFT_TO_RIGHT = re.compile(r"[^\W\d_]")
"""A letter, where none is right-to-left."""


class TurnedWord(NamedTuple):
    """Pieces of a word, each of one direction, the space behind the last; `spaced` and `tie` as
    of a `Word`."""

    pieces: list[Piece]
    spaced: bool
    tie: int


def paragraph(parts: Sequence[Part], base: Base) -> Embedding | None:
    """The embedding of all parts together; None where they are left-to-right throughout. So is a
    paragraph wholly in Latin letters, whatever is around it: its full stop belongs at its right."""
    text = "".join(map(_text, parts))
    if base == "rtl" and not may_turn(text) and _LEFT_TO_RIGHT.search(text):
        return None
    return isolated(text, base) if base == "rtl" or may_turn(text) else None


def may_turn(text: str) -> bool:
    """Whether any of it is right-to-left."""
    return bool(embedding(text, "ltr").letters)


def length(part: Part) -> int:
    """Characters of the paragraph that a part takes."""
    return len(part.text) if isinstance(part, TextRun) else 1


def edge(parts: Sequence[Part], number: int, place: int) -> str:
    """The first or last letter of a part, which joins with what touches it; else nothing."""
    part = parts[number] if 0 <= number < len(parts) else None
    letter = part.text[place:][:1] if isinstance(part, TextRun) else ""
    return letter if letter.isalpha() else ""


def turned_words(
    number: int,
    part: TextRun,
    start: int,
    whole: Embedding,
    face: Shaper,
    *,
    around: tuple[str, str] = NOTHING,
) -> Iterator[TurnedWord]:
    """The words of a run that begins at `start` of its paragraph, and what is `around` it."""
    scale = part.size / 1000
    first, last = start, start + len(part.text)
    found = words(part.text)
    for word, tie in zip(found, ties(found), strict=True):
        solid = word.rstrip(SPACES)
        pieces = []
        place = start
        for level, group in groupby(whole.levels[start : start + len(solid)]):
            end = place + sum(1 for _ in group)
            own = solid[place - start : end - start]
            touching = around[0] if place == first else "", around[1] if end == last else ""
            direction: Direction = "rtl" if level % 2 else "ltr"
            shaped = face.shape(own, part.weight, direction, touching if level % 2 else NOTHING)
            pieces.append(Piece(number, part, shaped, shaped.width * scale, start=place))
            place = end
        if not pieces:
            pieces.append(Piece(number, part, face.shape(""), 0.0, start=start))
        spaced = len(solid) < len(word)
        if spaced and word[-1] != "\u200b":
            pieces[-1].space = face.shape(" ", part.weight).width * scale
        pieces[0].tie = tie
        yield TurnedWord(pieces, spaced, tie)
        start += len(word)


def _text(part: Part) -> str:
    match part:
        case TextRun():
            return part.text
        case Gap():
            return _GAP
        case NewLine():
            return _NEW_LINE
