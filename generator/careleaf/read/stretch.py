"""A run of text cut out of a file in; for each offset in it, the offset in the file, out."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct


class Stretch(Struct, frozen=True):
    """Text of one or more lines, each without its indentation and end. `starts` holds, for each
    line, where it begins in `text` and in the file."""

    text: str
    starts: tuple[tuple[int, int], ...]

    def start(self, offset: int) -> int:
        """Where the character at an offset of the text stands in the file."""
        if len(self.starts) == 1:
            return self.starts[0][1] + offset
        inner, outer = self.starts[bisect_right(self.starts, (offset, _FAR)) - 1]
        return outer + offset - inner

    def end(self, offset: int) -> int:
        """Where the text before an offset ends in the file: never at the start of a next line."""
        return self.start(offset - 1) + 1 if offset else self.start(0)

    def after(self, offset: int) -> Stretch:
        """What follows an offset in the first line, without blanks before it."""
        rest = self.text[offset:]
        cut = offset + len(rest) - len(rest.lstrip(" "))
        (_, outer), *others = self.starts
        moved = ((0, outer + cut), *((inner - cut, place) for inner, place in others))
        return Stretch(self.text[cut:], moved)

    def until(self, offset: int) -> Stretch:
        """What stands before an offset, without blanks at its end."""
        text = self.text[:offset].rstrip(" \n")
        return Stretch(text, tuple(pair for pair in self.starts if pair[0] <= len(text)))

    def lines(self) -> list[Stretch]:
        """Each line on its own."""
        pieces = self.text.split("\n")
        return [
            Stretch(piece, ((0, outer),))
            for piece, (_, outer) in zip(pieces, self.starts, strict=True)
        ]


_FAR = 1 << 62


def one_line(text: str, start: int, end: int) -> Stretch:
    """A piece of one line of a file's text."""
    return Stretch(text[start:end], ((0, start),))
