"""A line of shaped words in; the operators that show it, ready but for font names and colour, out.

What is made of a line stays with the line that all documents with the same words share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from careleaf.text import BrokenLine, Placed, TextRun
from careleaf.text.face import Face, Glyph
from careleaf.text.kept import Kept
from careleaf.text.shaping import Shaper, Stretch

MOST_SPELLINGS = 10_000
"""Words kept as they are shown, about 700 bytes each; they start anew when there are more."""
_TOUCHING = 0.01
"""Points: what is shown this near to where the word before ended goes on from it."""
_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\r": r"\r"})
_KERN_STEP = 0.5
"""Thousandths of an em; smaller differences are not worth an operand."""


class Shown(Struct, frozen=True):
    """Words of one face and size: operators to move there, the words' glyphs, the inside of a TJ
    array, and what each glyph reads as. Where one is `composed`, or reads as something else in the
    same document, the document makes an array of its own."""

    move: str
    face: Face
    size: float
    words: tuple[Sequence[Glyph], ...]
    array: str
    used: dict[int, str]
    composed: bool


class ShownRun(Struct, frozen=True):
    """Words in a row of one run, without a gap to write in between; the first begins at `x`."""

    pieces: tuple[Placed, ...]
    x: float
    shown: tuple[Shown, ...]


class _Spelled(Struct, frozen=True):
    """A word as it is shown. Its glyphs are held, so that no others can have their id."""

    glyphs: Sequence[Glyph]
    array: str
    used: dict[int, str]
    composed: bool


_spellings = Kept[int, _Spelled](MOST_SPELLINGS)


def shown_runs(line: BrokenLine) -> tuple[ShownRun, ...]:
    """All of a line, in reading order."""
    shared = line.shared
    if not isinstance(shared.shown, tuple):
        shared.shown = tuple(
            ShownRun(tuple(pieces), pieces[0].x, tuple(_shown(pieces, shared.face)))
            for pieces in _stretched(shared.pieces)
        )
    return shared.shown


def _stretched(pieces: Sequence[Placed]) -> Iterator[list[Placed]]:
    stretch: list[Placed] = []
    for piece in pieces:
        words = isinstance(piece.part, TextRun)
        if stretch and not (words and piece.run == stretch[0].run):
            yield stretch
            stretch = []
        if words:
            stretch.append(piece)
    if stretch:
        yield stretch


def _shown(pieces: list[Placed], typeface: Shaper) -> Iterator[Shown]:
    """Words are shown in reading order, each where it belongs, so that readers who go by the
    content's order have it. The space at a line's end is shown too: they need it."""
    line_start = at = pieces[0].x
    move, face, size = "", None, 0.0
    words: list[Sequence[Glyph]] = []
    for shown_at, run, stretches in _words(pieces, typeface):
        apart = abs(shown_at - at) > _TOUCHING
        for stretch in stretches:
            wanted = run.size * stretch.scale
            if apart or stretch.face is not face or wanted != size:
                if face is not None:
                    yield together(face, size, words, move)
                move = f"{shown_at - line_start:.2f} 0 Td " if apart else ""
                if apart:
                    line_start = at = shown_at
                face, size, words, apart = stretch.face, wanted, [], False
            words.append(stretch.glyphs)
            at += stretch.width * run.size / 1000
    if face is not None:
        yield together(face, size, words, move)


def together(face: Face, size: float, words: Sequence[Sequence[Glyph]], move: str = "") -> Shown:
    """Words that follow one another, each as its glyphs."""
    spelled = [_spelled(face, glyphs) for glyphs in words]
    used: dict[int, str] = {}
    for one in spelled:
        used.update(one.used)
    composed = any(one.composed or not one.used.items() <= used.items() for one in spelled)
    arrays = [one.array for one in spelled]
    return Shown(move, face, size, tuple(words), joined(arrays), used, composed)


def joined(arrays: Iterable[str]) -> str:
    """As one array, strings that meet as one string. A bracket inside a string has a backslash
    before it, so the two together always end one and begin another."""
    return "".join(arrays).replace(")(", "")


def _words(
    pieces: list[Placed], typeface: Shaper
) -> Iterator[tuple[float, TextRun, tuple[Stretch, ...]]]:
    """Every word and every space, and where it is shown."""
    for piece in pieces:
        run = piece.part
        if isinstance(run, TextRun) and piece.shaped:
            yield piece.x, run, piece.shaped.stretches
            if piece.space:
                yield piece.space_x, run, typeface.shape(" ", run.weight).stretches


def _spelled(face: Face, glyphs: Sequence[Glyph]) -> _Spelled:
    """A word as it is shown, kept, since a topic has its words many times."""
    found = _spellings.get(id(glyphs))
    if found is None:
        used: dict[int, str] = {}
        composed = False
        for number, _, text, parts in glyphs:
            reads = plain(text)
            if parts or used.setdefault(number, reads) != reads:
                composed = True
        own = array(face, glyphs, [glyph.number for glyph in glyphs])
        found = _spellings.put(id(glyphs), _Spelled(glyphs, own, used, composed))
    return found


def array(face: Face, glyphs: Sequence[Glyph], numbers: Sequence[int]) -> str:
    """The inside of a TJ array: strings of glyphs, two bytes each, kerning as numbers between.
    `numbers` are the document's: one that is not the glyph's own is that of a composed glyph, which
    has its width."""
    pieces: list[str] = []
    run = ""
    for (own, advance, _, _), number in zip(glyphs, numbers, strict=True):
        run += _code(number)
        if number != own:
            continue
        kerning = face.advance(number) - advance
        if abs(kerning) > _KERN_STEP:
            pieces.append(f"({run}){kerning:g}")
            run = ""
    if run:
        pieces.append(f"({run})")
    return "".join(pieces)


@lru_cache(maxsize=4096)
def _code(number: int) -> str:
    """A glyph inside a literal string (ISO 32000-1, 7.3.4.2): half as long as in hexadecimal.
    Characters stand for bytes."""
    return number.to_bytes(2).decode("latin-1").translate(_ESCAPED)


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """What a glyph reads as. A no-break space is a space to a reader."""
    return text.replace("\u00a0", " ").replace("\u202f", " ") or "\u200b"
