"""Styled runs and a width in; lines that fit it out, with the place of every piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from careleaf.text.words import words

if TYPE_CHECKING:
    from careleaf.text.typeface import Shaped, Typeface

_TOLERANCE = 1e-6
_SPACES = " \t\n\u200b"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRun:
    """Words in one size and weight. `mark` is the caller's own (colour, link): carried through."""

    text: str
    size: float
    weight: int = 400
    mark: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Empty width in a line, in points. One that `fills` takes what is left of its line."""

    width: float
    fills: bool = False
    mark: object = None


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line end that the author asked for."""


Part = TextRun | Gap | NewLine


@dataclass(frozen=True, slots=True)
class Placed:
    """A shaped word, or a gap, `x` points from the start of its line. `run` counts the parts given;
    the spaces behind a word are in `space` (empty at a line's end: see `BrokenLine.end`)."""

    x: float
    width: float
    run: int
    part: TextRun | Gap
    shaped: Shaped | None
    space: float = 0.0
    """Points of space behind it on this line."""


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """One line. `width` leaves out spaces at its end. `end` says how it ends: at a space (which
    belongs to the text still), inside a word after a hyphen, where the author broke it, or last."""

    pieces: tuple[Placed, ...]
    width: float
    end: Literal["space", "joint", "break", "last"]
    forced: bool = False
    """Whether a word was too wide for any line and was cut."""

    @property
    def text(self) -> str:
        """Its words; gaps count as nothing."""
        words = (
            piece.shaped.text + (" " if piece.space else "")
            for piece in self.pieces
            if piece.shaped
        )
        return "".join(words).rstrip(_SPACES)


@dataclass(slots=True)
class _Atom:
    """What a line cannot break: pieces of words that touch, and the space behind them."""

    pieces: list[tuple[int, TextRun | Gap, Shaped | None, float, float]] = field(
        default_factory=list
    )
    width: float = 0.0
    space: float = 0.0
    spaced: bool = False


def broken(parts: Sequence[Part], width: float, face: Typeface) -> tuple[BrokenLine, ...]:
    """Greedy lines. None for no words at all."""
    lines: list[BrokenLine] = []
    filler = _Filler(width)
    for atom in _atoms(parts, face):
        if atom is None:
            lines.append(filler.line("break"))
            continue
        if filler.used and filler.used + atom.width > width + _TOLERANCE:
            lines.append(filler.line("space" if filler.spaced else "joint"))
        if atom.width > width + _TOLERANCE:
            lines += _cut(atom, width, face, filler)
        else:
            filler.add(atom)
    if filler.pieces or (lines and lines[-1].end == "break"):
        lines.append(filler.line("last"))
    return tuple(lines)


class _Filler:
    """The line that is being filled."""

    def __init__(self, width: float) -> None:
        self.limit = width
        self.pieces: list[Placed] = []
        self.used = 0.0
        """Width with the spaces behind the last word."""
        self.solid = 0.0
        """Width without them."""
        self.spaced = False
        self.forced = False

    def add(self, atom: _Atom) -> None:
        x = self.used
        for run, part, shaped, wide, space in atom.pieces:
            self.pieces.append(Placed(x, wide, run, part, shaped, space))
            x += wide + space
        self.solid = self.used + atom.width
        self.used = self.solid + atom.space
        self.spaced = atom.spaced

    def line(self, end: Literal["space", "joint", "break", "last"]) -> BrokenLine:
        pieces = _stretched(self.pieces, self.limit - self.solid)
        line = BrokenLine(tuple(pieces), self.solid, end, self.forced)
        self.__init__(self.limit)  # type: ignore[misc]
        return line


def _stretched(pieces: list[Placed], spare: float) -> list[Placed]:
    """The pieces with the first filling gap grown to the line's end."""
    grown: list[Placed] = []
    shift = 0.0
    for piece in pieces:
        extra = 0.0
        if isinstance(piece.part, Gap) and piece.part.fills and not shift:
            extra = max(0.0, spare)
        grown.append(
            Placed(
                piece.x + shift,
                piece.width + extra,
                piece.run,
                piece.part,
                piece.shaped,
                piece.space,
            )
        )
        shift += extra
    return grown


def _atoms(parts: Sequence[Part], face: Typeface) -> Iterator[_Atom | None]:
    """Atoms in order; None where the author broke the line."""
    atom = _Atom()
    for number, part in enumerate(parts):
        match part:
            case NewLine():
                if atom.pieces:
                    yield atom
                atom = _Atom()
                yield None
            case Gap():
                if atom.spaced:
                    yield atom
                    atom = _Atom()
                atom.pieces.append((number, part, None, part.width, 0.0))
                atom.width += atom.space + part.width
                atom.space = 0.0
            case TextRun():
                pieces = words(part.text)
                for place, piece in enumerate(pieces):
                    if atom.pieces and (atom.spaced or place):
                        yield atom
                        atom = _Atom()
                    _join(atom, number, part, piece, face)
    if atom.pieces:
        yield atom


def _join(atom: _Atom, number: int, run: TextRun, piece: str, face: Typeface) -> None:
    """Put a word and the spaces behind it on the end of an atom."""
    solid = piece.rstrip(_SPACES)
    spaced = len(solid) < len(piece)
    scale = run.size / 1000
    shaped = face.shape(solid, run.weight) if solid else face.shape("", run.weight)
    wide = shaped.width * scale
    space = face.shape(" ", run.weight).width * scale if piece.endswith((" ", "\t", "\n")) else 0.0
    atom.pieces.append((number, run, shaped, wide, space))
    atom.width += atom.space + wide
    atom.space, atom.spaced = space, spaced


def _cut(atom: _Atom, width: float, face: Typeface, filler: _Filler) -> Iterator[BrokenLine]:
    """Break an atom that no line can hold wherever it must be; its end stays in the filler."""
    for number, part, shaped, wide, space in atom.pieces:
        if shaped is None or not isinstance(part, TextRun):
            if filler.pieces and filler.used + wide > width:
                yield filler.line("joint")
            filler.add(_Atom([(number, part, shaped, wide, space)], wide, space))
            continue
        for chunk in _chunks(shaped, part, width, filler, face):
            if filler.pieces and filler.used + chunk.width * part.size / 1000 > width + _TOLERANCE:
                filler.forced = True
                yield filler.line("joint")
            chunk_width = chunk.width * part.size / 1000
            filler.add(_Atom([(number, part, chunk, chunk_width, 0.0)], chunk_width))
        filler.used += space
    filler.spaced = atom.spaced
    filler.forced = True


def _chunks(
    shaped: Shaped, run: TextRun, width: float, filler: _Filler, face: Typeface
) -> Iterator[Shaped]:
    """Pieces of a word by its characters, each no wider than a line."""
    room = width - filler.used
    start, used = 0, 0.0
    text = shaped.text
    for place, character in enumerate(text):
        wide = face.shape(character, run.weight).width * run.size / 1000
        if place > start and used + wide > room:
            yield face.shape(text[start:place], run.weight)
            start, used, room = place, 0.0, width
        used += wide
    yield face.shape(text[start:], run.weight)
