"""Bytes of one source file in; text with one kind of line end, and exact places in it, out."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A stretch of one source file: offsets into `Source.text`, end not included."""

    path: str
    start: int
    end: int


class Place(Struct, frozen=True):
    """Where an offset is, as a person counts: the first line and column are 1."""

    line: int
    column: int


class Source(Struct, frozen=True):
    """One file's text. CRLF and CR are LF here and a byte order mark is gone; columns count
    characters, so they match what an editor shows."""

    path: str
    """As shown to people: relative to the library where possible, with forward slashes."""
    text: str

    @property
    def _starts(self) -> tuple[int, ...]:
        return _line_starts(self.text)

    def place(self, offset: int) -> Place:
        """The line and column of an offset; an offset past the end is the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a line and column, both from 1."""
        return self._starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end]

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty file has one."""
        return len(self._starts)

    def span(self, start: int, end: int) -> Span:
        """A span of this source."""
        return Span(self.path, start, end)


@lru_cache(maxsize=64)
def _line_starts(text: str) -> tuple[int, ...]:
    """The offset of every line's first character."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


def decode(path: str, data: bytes) -> tuple[Source, int | None]:
    """The source of a file's bytes, and the offset of the first byte that is not UTF-8, if any.

    Bad bytes become U+FFFD, so that the rest of the file can still be read and reported on.
    """
    first_bad: int | None = None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\ufffd" in text:
        first_bad = text.index("\ufffd")
    return Source(path, text), first_bad
