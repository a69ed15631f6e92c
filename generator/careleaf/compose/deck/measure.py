"""Paragraphs and a width in; lines, heights and even line breaks out. All in points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.clinic import FontFile
from careleaf.model.deck import Paragraph, Part, Piece, SoftBreak
from careleaf.text import BrokenLine, Measured, NewLine, TextRun, Typeface, typeface
from careleaf.text import Part as TextPart
from careleaf.text.bidi import Base
from careleaf.text.kept import forgotten_by
from careleaf.text.ties import holds, opens_held
from careleaf.text.words import counted
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


def even(paragraph: Paragraph, width: float) -> Paragraph:
    """The same paragraph with soft breaks, so that its lines are about as long as one another and
    none holds a single short word. It needs no more lines than before. As it is where a word is
    wider than a line: a break within it would hide that it does not fit."""
    if any(isinstance(part, SoftBreak) for part in paragraph.parts):
        return paragraph
    used = _FONT.get()
    room = _room(paragraph, width, used)
    lines = _measured(paragraph.parts, paragraph.size, used).balanced(room)
    whole = len(lines) < 2 or any(line.forced for line in lines)
    return paragraph if whole else _broken(paragraph, lines)


def settled(paragraph: Paragraph, width: float) -> Paragraph:
    """With soft breaks where the last line would hold one word alone, or little of a few lines, by
    our measure or by that of a program which uses the whole width; else as it is. No line is added.
    """
    if any(isinstance(part, SoftBreak) for part in paragraph.parts):
        return paragraph
    lines = set_lines(paragraph, width)
    wider = set_lines(paragraph, width / _FONT.get().guard)
    for poor in (_ends_short, _ends_alone):
        if not (poor(lines) or poor(wider)):
            continue
        for share in _NARROWER:
            narrow = set_lines(paragraph, width * share)
            if len(narrow) > len(lines) or any(line.forced for line in narrow):
                break
            if not poor(narrow):
                return _broken(paragraph, narrow)
    return paragraph


def kept(paragraph: Paragraph, width: float) -> Paragraph:
    """With a soft break after each of its lines where a slide program would break them elsewhere:
    LibreOffice breaks a link at a line's end between any two letters, and all part a number from
    its word, and "not" from what is not to be done. Else as it is."""
    if not any(isinstance(part, Piece) and _may_part(part) for part in paragraph.parts):
        return paragraph
    lines = set_lines(paragraph, width)
    if any(line.forced for line in lines):
        return paragraph
    parted = _link_runs_over(paragraph, lines) or any(opens_held(one.text) for one in lines[1:])
    return _broken(paragraph, lines) if parted else paragraph


def _may_part(part: Piece) -> bool:
    return bool(part.link) or holds(part.text)


def _link_runs_over(paragraph: Paragraph, lines: Sequence[BrokenLine]) -> bool:
    for line, after in pairwise(lines):
        if line.pieces and after.pieces and line.pieces[-1].run == after.pieces[0].run:
            part = paragraph.parts[after.pieces[0].run]
            if isinstance(part, Piece) and part.link:
                return True
    return False


_NARROWER = tuple(1 - step / 50 for step in range(26))
"""Shares of the width to try, from all of it down to half."""


def _ends_alone(lines: Sequence[BrokenLine]) -> bool:
    return len(lines) > 1 and " " not in lines[-1].text and counted(lines[-1].text) < 2


def _ends_short(lines: Sequence[BrokenLine]) -> bool:
    """Whether two or three lines end in one word, or in a stub of the longest of them."""
    if len(lines) not in (2, 3):
        return False
    return _ends_alone(lines) or lines[-1].width < _STUB * max(line.width for line in lines)


_STUB = 0.3
"""Of the longest line: "a while." below a line of six words looks lost."""


def _broken(paragraph: Paragraph, lines: Sequence[BrokenLine]) -> Paragraph:
    """The paragraph with a soft break after each of these lines but the last."""
    parts: list[Part] = []
    for place, line in enumerate(lines):
        if place:
            parts.append(SoftBreak())
        parts.extend(_pieces(paragraph, line))
    return replace(paragraph, parts=tuple(parts))


def _pieces(paragraph: Paragraph, line: BrokenLine) -> list[Part]:
    """The words of a line in the style of the parts that they come from."""
    texts: dict[int, str] = {}
    for placed in line.pieces:
        space = " " if placed.space else ""
        words = placed.shaped.text if placed.shaped else ""
        texts[placed.run] = texts.get(placed.run, "") + words + space
    last = max(texts, default=0)
    return [
        replace(part, text=text.rstrip(" ") if number == last else text)
        for number, text in texts.items()
        if isinstance(part := paragraph.parts[number], Piece)
    ]
