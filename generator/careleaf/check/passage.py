"""A line as written in; its words as one text, and the place of each stretch in the source, out."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from careleaf.model.inline import Blank, Citation, Draft, Inline, Link, Strong, Variable
from careleaf.model.walk import inlines, written
from careleaf.source import Span


class Passage(Struct, frozen=True):
    """Words without their marks. What stands for something else (a variable, a gap to write in) is
    one blank."""

    text: str
    pieces: tuple[Inline, ...]
    starts: tuple[int, ...]
    """Where each piece begins in the text."""

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch that holds a character. Where the source differs from the words
        (an escaped star), whole pieces."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        begin = self._place(first, start)
        return Span(begin.path, begin.start, self._place(last, end - 1).end)

    def exact(self, start: int, end: int) -> bool:
        """Whether the stretch stands in the source as it is, in one piece."""
        piece = bisect_right(self.starts, start) - 1
        whole = self.pieces[piece].at
        length = len(_shown(self.pieces[piece]))
        return whole.end - whole.start == length and end <= self.starts[piece] + length

    def _place(self, piece: int, offset: int) -> Span:
        at = self.pieces[piece].at
        if at.end - at.start != len(_shown(self.pieces[piece])):
            return at
        start = at.start + offset - self.starts[piece]
        return Span(at.path, start, start + 1)


_BLANKS = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
"""Blanks that do not break, or of another width: no rule should pass by them."""
_MOST_KEPT = 4096
"""Lines: more than a topic has."""
_kept: dict[int, tuple[Draft, Passage]] = {}
"""By the identity of a line, with the line itself, so that no other one can come by it."""


def passage(draft: Draft) -> Passage:
    """The line as one text. Kept, since each line of a topic is looked at by a dozen rules."""
    kept = _kept.get(id(draft))
    if kept is not None and kept[0] is draft:
        return kept[1]
    if len(_kept) >= _MOST_KEPT:
        _kept.clear()
    made = _passage(draft)
    _kept[id(draft)] = draft, made
    return made


def _passage(draft: Draft) -> Passage:
    found = [inline for inline in inlines(draft) if not isinstance(inline, Strong | Link)]
    pieces = tuple(inline for inline in found if not isinstance(inline, Citation))
    starts: list[int] = []
    text = ""
    for piece in pieces:
        starts.append(len(text))
        text += _shown(piece)
    return Passage(text, pieces, tuple(starts))


def _shown(piece: Inline) -> str:
    if isinstance(piece, Variable | Blank):
        return " "
    return written((piece,)).translate(_BLANKS)
