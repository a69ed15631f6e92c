"""Styled runs in; the atoms that lines are filled with, measured once for any width, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from careleaf.text.bidi import Embedding
from careleaf.text.parts import Gap, NewLine, Part, Piece, TextRun
from careleaf.text.shaping import Shaper
from careleaf.text.ties import FREE
from careleaf.text.turned import edge, length, turned_words
from careleaf.text.words import parted


class Atom(Struct):
    """What a line cannot break: pieces that touch, and the space behind the last."""

    pieces: list[Piece]
    width: float = 0.0
    space: float = 0.0
    spaced: bool = False
    """Whether a space, and not a hyphen, allows a line to end behind it."""
    forced: bool = False
    """Whether it is a part of something too wide for any line."""


def atoms(parts: Sequence[Part], face: Shaper, whole: Embedding | None = None) -> list[Atom | None]:
    """Atoms in reading order; None where the author broke the line. `whole` is what `turned` says
    of the paragraph."""
    if whole is not None:
        return _turned_atoms(parts, face, whole)
    found: list[Atom | None] = []
    atom = Atom([])
    before = ""
    for number, part in enumerate(parts):
        if isinstance(part, NewLine):
            found += [atom, None] if atom.pieces else [None]
            atom = Atom([])
        elif isinstance(part, Gap):
            if atom.spaced:
                found.append(atom)
                atom = Atom([])
            atom.pieces.append(Piece(number, part, None, part.width))
            atom.width += part.width
        else:
            scale = part.size / 1000
            ends = atom.spaced or (bool(before) and parted(before, part.text))
            for place, word in enumerate(face.words(part.text, part.weight)):
                shaped, width, space, spaced, tie = word
                if tie:
                    atom.width += atom.space
                    atom.space, atom.spaced = 0.0, False
                elif atom.pieces and (place or ends):
                    found.append(atom)
                    atom = Atom([])
                width, space = width * scale, space * scale
                atom.width += width
                if spaced:
                    atom.space, atom.spaced = space, True
                atom.pieces.append(Piece(number, part, shaped, width, space, tie=tie))
        before = part.text if isinstance(part, TextRun) else ""
    if atom.pieces:
        found.append(atom)
    return found


def _turned_atoms(parts: Sequence[Part], face: Shaper, whole: Embedding) -> list[Atom | None]:
    """The same of words in several pieces. One loop for both would make a list for each word, and
    text from the left, which has one piece a word, took some ten times as long in it."""
    found: list[Atom | None] = []
    atom = Atom([])
    start, before = 0, ""
    for number, part in enumerate(parts):
        ends = atom.spaced or (bool(before) and parted(before, getattr(part, "text", "")))
        before = ""
        if isinstance(part, NewLine):
            found += [atom, None] if atom.pieces else [None]
            atom = Atom([])
        elif isinstance(part, Gap):
            if atom.spaced:
                found.append(atom)
                atom = Atom([])
            atom.pieces.append(Piece(number, part, None, part.width, start=start))
            atom.width += part.width
        else:
            before = part.text
            around = edge(parts, number - 1, -1), edge(parts, number + 1, 0)
            for place, word in enumerate(
                turned_words(number, part, start, whole, face, around=around)
            ):
                if word.tie:
                    atom.width += atom.space
                    atom.space, atom.spaced = 0.0, False
                elif atom.pieces and (place or ends):
                    found.append(atom)
                    atom = Atom([])
                atom.pieces += word.pieces
                atom.width += sum(piece.width for piece in word.pieces)
                if word.spaced:
                    atom.space, atom.spaced = word.pieces[-1].space, True
        start += length(part)
    return [*found, atom] if atom.pieces else found


def cut(wide: Sequence[Atom | None], width: float, face: Shaper) -> Iterator[Atom | None]:
    """The same, with every atom wider than a line taken apart: at its loosest ties, else wherever
    it must be."""
    for atom in wide:
        if atom is None or atom.width <= width:
            yield atom
            continue
        if len(apart := _let_go(atom)) > 1:
            yield from cut(apart, width, face)
            continue
        chunks = [chunk for piece in atom.pieces for chunk in _chunks(piece, width, face)]
        for chunk in chunks:
            yield Atom([chunk], chunk.width, chunk.space, spaced=False, forced=True)
        if chunks and atom.spaced:
            yield Atom([], spaced=True)


def _let_go(atom: Atom) -> list[Atom]:
    """An atom parted at its loosest ties."""
    loosest = min([piece.tie for piece in atom.pieces[1:] if piece.tie], default=FREE)
    found = [Atom([])]
    for place, piece in enumerate(atom.pieces):
        one = found[-1]
        if place and piece.tie and piece.tie == loosest:
            before = atom.pieces[place - 1]
            one.width -= before.space
            one.space, one.spaced = before.space, bool(before.space)
            one = Atom([])
            found.append(one)
        one.pieces.append(piece)
        one.width += piece.width + piece.space
    last = found[-1]
    last.width -= last.pieces[-1].space
    last.space, last.spaced = atom.space, atom.spaced
    return found


def _chunks(piece: Piece, width: float, face: Shaper) -> Iterator[Piece]:
    """Pieces of a word by its characters, each no wider than a line."""
    run = piece.part
    if piece.shaped is None or not isinstance(run, TextRun):
        yield piece
        return
    text, scale = piece.shaped.text, run.size / 1000
    direction = piece.shaped.direction
    start, used = 0, 0.0
    for place, character in enumerate(text):
        wide = face.shape(character, run.weight, direction).width * scale
        if place > start and used + wide > width:
            own = face.shape(text[start:place], run.weight, direction)
            yield Piece(piece.run, run, own, own.width * scale, start=piece.start + start)
            start, used = place, 0.0
        used += wide
    own = face.shape(text[start:], run.weight, direction)
    yield Piece(piece.run, run, own, own.width * scale, piece.space, piece.start + start)
