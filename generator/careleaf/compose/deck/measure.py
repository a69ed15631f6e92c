"""Paragraphs and a width in; lines and heights out. All in points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from msgspec import Struct

from careleaf.model.clinic import FontFile
from careleaf.model.deck import Paragraph, Part, Piece, SoftBreak
from careleaf.text import BrokenLine, Measured, NewLine, TextRun, Typeface, typeface
from careleaf.text import Part as TextPart
from careleaf.text.bidi import Base
from careleaf.text.kept import forgotten_by
from careleaf.theme.fontfiles import BOLD, REGULAR, with_own
from careleaf.theme.stand_ins import stand_in


class Font:
    """What words are measured with, and the share of a width that may be used: programs differ
    from HarfBuzz a little. One object a font and language, so that it is cheap to look things up
    by."""

    def __init__(self, name: str, language: str, base: Base, own: tuple[FontFile, ...]) -> None:
        found = stand_in(name, language)
        self.name, self.language, self.base, self.own = name, language, base, own
        self.face = typeface(with_own(found.stack, own))
        self.guard = found.guard


@lru_cache(maxsize=64)
def font(
    name: str, language: str = "en", base: Base = "ltr", own: tuple[FontFile, ...] = ()
) -> Font:
    """The font of that name, for words of a language that runs in a direction; ours where the name
    is empty: Carlito, whose widths are Calibri's. A clinic's `own` have what all others lack."""
    return Font(name, language, base, own)


_FONT: ContextVar[Font] = ContextVar("font", default=font(""))  # noqa: B039 - a font never changes


@contextmanager
def measured_in(name: str) -> Iterator[None]:
    """Have all words in this block measured in the font of that name. It is the same for a whole
    deck, so it is not handed through every function that measures."""
    used = _FONT.get()
    with _set_to(font(name, used.language, used.base, used.own)):
        yield


@contextmanager
def written_in(language: str, base: Base, own: tuple[FontFile, ...] = ()) -> Iterator[None]:
    """Have all words in this block measured as those of a language (BCP 47), with a clinic's own
    fonts for what others lack."""
    with _set_to(font(_FONT.get().name, language, base, own)):
        yield


@contextmanager
def _set_to(used: Font) -> Iterator[None]:
    token = _FONT.set(used)
    try:
        yield
    finally:
        _FONT.reset(token)


def from_right() -> bool:
    """Whether the deck at hand runs from right to left."""
    return _FONT.get().base == "rtl"


def deck_face() -> Typeface:
    """What measures the deck at hand."""
    return _FONT.get().face


def set_lines(paragraph: Paragraph, width: float) -> tuple[BrokenLine, ...]:
    """Broken greedily, as slide programs do, in the width less its guard."""
    return _set_lines(paragraph, width, _FONT.get())


@lru_cache(maxsize=8192)
def _set_lines(paragraph: Paragraph, width: float, used: Font) -> tuple[BrokenLine, ...]:
    return _measured(paragraph.parts, paragraph.size, used).wrap(_room(paragraph, width, used))


@lru_cache(maxsize=4096)
def _measured(parts: tuple[Part, ...], size: float, used: Font) -> Measured:
    """The words of a paragraph: they are tried in many widths."""
    return used.face.measured([_run(part, size) for part in parts], base=used.base)


forgotten_by(_set_lines.cache_clear)
forgotten_by(_measured.cache_clear)


def _room(paragraph: Paragraph, width: float, used: Font) -> float:
    return (width - (paragraph.bullet.side if paragraph.bullet else 0.0)) * used.guard


def _runs(paragraph: Paragraph) -> tuple[TextPart, ...]:
    return tuple(_run(part, paragraph.size) for part in paragraph.parts)


def _run(part: Part, size: float) -> TextPart:
    match part:
        case Piece():
            weight = BOLD if part.bold else REGULAR
            return TextRun(text=part.text, size=part.size or size, weight=weight)
        case SoftBreak():
            return NewLine()
        case _:
            return TextRun(text="000", size=size, weight=BOLD)


class Column(Struct, frozen=True):
    """What paragraphs need in a column; `cut` where a word is wider than its line."""

    lines: int
    height: float
    cut: bool


def measure(paragraphs: Iterable[Paragraph], width: float) -> Column:
    """The column that these paragraphs make."""
    lines, height, cut = 0, 0.0, False
    for place, paragraph in enumerate(paragraphs):
        found = set_lines(paragraph, width)
        lines += len(found)
        height += len(found) * paragraph.lead + (paragraph.before if place else 0.0)
        cut = cut or any(line.forced for line in found)
    return Column(lines, height, cut)


def fits(paragraphs: Iterable[Paragraph], width: float, height: float) -> bool:
    """Whether they stay in the column, no word wider than a line."""
    found = measure(paragraphs, width)
    return not found.cut and found.height <= height + 0.01


def natural_width(paragraph: Paragraph) -> float:
    """How wide it is on one line, with what the guard takes added."""
    found = set_lines(paragraph, 1e6)
    return max((line.width for line in found), default=0.0) / _FONT.get().guard


def widest_word(paragraph: Paragraph) -> float:
    """The least width at which no word of it is cut, with what the guard takes added."""
    face = deck_face()
    widths = [
        face.widest_word(run.text, size=run.size, weight=run.weight)
        for run in _runs(paragraph)
        if isinstance(run, TextRun)
    ]
    return max(widths, default=0.0) / _FONT.get().guard


def balanced_lines(paragraph: Paragraph, width: float) -> tuple[BrokenLine, ...]:
    """As many lines as `set_lines` says, about as long as one another."""
    used = _FONT.get()
    room = _room(paragraph, width, used)
    return _measured(paragraph.parts, paragraph.size, used).balanced(room)


def unguarded(width: float) -> float:
    """The width in which our lines are those of a program that uses all of this one."""
    return width / _FONT.get().guard
