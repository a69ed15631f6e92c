"""Measured atoms and a width in; lines that fit it out, with the place of every piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from careleaf.text.atoms import Atom
from careleaf.text.bidi import Embedding, visual_runs
from careleaf.text.parts import Gap, NewLine, Part, TextRun
from careleaf.text.shaping import SPACES, Shaped, Shaper

_TOLERANCE = 1e-6

End = Literal["space", "joint", "break", "last"]


class Placed(Struct, gc=False):
    """A shaped word, or a gap, drawn `x` points from the left of its line. `run` counts the parts
    given. Not changed once its line is made."""

    x: float
    width: float
    run: int
    part: TextRun | Gap
    shaped: Shaped | None
    space: float = 0.0
    """Points of space behind it, also at a line's end."""
    space_x: float = 0.0
    """Where that space is drawn: right-to-left it is not where the word ends."""


class BrokenLine:
    """One line. `width` leaves out spaces at its end. `end` says how it ends: at a space (which
    belongs to the text still), inside a word after a hyphen, where the author broke it, or last.

    Its words are placed when somebody asks for them: most lines are only counted. `face` shaped
    them, and has the spaces between. `shown` is for whoever draws it, to keep with it what they
    made of its words: nothing else may go into that, since lines are shared.
    """

    __slots__ = (
        *("_atoms", "_extent", "_gapped", "_parts", "_pieces", "_shared", "_spare", "_whole"),
        *("end", "face", "shown", "width"),
    )

    def __init__(
        self,
        atoms: Sequence[Atom],
        width: float,
        end: End,
        spare: float,
        *,
        face: Shaper,
        whole: Embedding | None = None,
    ) -> None:
        self._atoms = atoms
        self._pieces: tuple[Placed, ...] | None = None
        self._spare = spare
        self._whole = whole
        self._parts: Sequence[Part] | None = None
        self._extent: float | None = None
        self._gapped: bool | None = None
        self.width = width
        self.end = end
        self.face = face
        self._shared: BrokenLine | None = None
        self.shown: object = None

    @property
    def shared(self) -> BrokenLine:
        """The line whose words and places these are; itself where nobody shares it."""
        return self._shared or self

    def of(self, parts: Sequence[Part]) -> BrokenLine:
        """The same line of parts that differ from its own in their marks only."""
        other = BrokenLine(
            self._atoms, self.width, self.end, self._spare, face=self.face, whole=self._whole
        )
        other._parts = parts
        other._shared = self.shared
        return other

    def part(self, piece: Placed) -> TextRun | Gap:
        """The part that a piece of its shared line belongs to here."""
        own = piece.part if self._parts is None else self._parts[piece.run]
        if isinstance(own, NewLine):
            raise TypeError("a line end has no pieces")
        return own

    @property
    def forced(self) -> bool:
        """Whether a word was too wide for any line and was cut."""
        return any(atom.forced for atom in self._atoms)

    @property
    def pieces(self) -> tuple[Placed, ...]:
        """Its words and gaps in reading order, each where it is drawn. A line of a right-to-left
        paragraph begins at its right. The first filling gap takes the spare width."""
        if self._pieces is None and self._parts is not None:
            found = self.shared.pieces
            self._pieces = tuple([replace(one, part=self.part(one)) for one in found])
        if self._pieces is None:
            pieces = tuple(_placed(self._atoms, self._spare))
            if self._whole is not None:
                starts = [piece.start for atom in self._atoms for piece in atom.pieces]
                pieces = _turned(pieces, starts, self._whole)
            self._pieces = pieces
        return self._pieces

    @property
    def drawn(self) -> tuple[Placed, ...]:
        """The same from left to right, each with the space to its right; empty words, and the space
        that ends the line, are left out."""
        if self._whole is None:
            return self.pieces
        shown = [piece for piece in self.pieces if piece.shaped is None or piece.shaped.text]
        shown.sort(key=lambda piece: piece.x)
        ends = [*(piece.x for piece in shown[1:]), float("-inf")]
        return tuple(
            replace(
                piece, space=free if (free := end - piece.x - piece.width) > _TOLERANCE else 0.0
            )
            for piece, end in zip(shown, ends, strict=True)
        )

    @property
    def extent(self) -> float:
        """Its width with what filling gaps take."""
        shared = self.shared
        if shared._extent is None:
            ends = [piece.x + piece.width for piece in shared.pieces] if shared.gapped else []
            shared._extent = max([self.width, *ends])
        return shared._extent

    @property
    def gapped(self) -> bool:
        """Whether there is a gap in it."""
        shared = self.shared
        if shared._gapped is None:
            pieces = (piece for atom in self._atoms for piece in atom.pieces)
            shared._gapped = any(isinstance(piece.part, Gap) for piece in pieces)
        return shared._gapped

    @property
    def text(self) -> str:
        """Its words; gaps count as nothing."""
        words = (
            piece.shaped.text + (" " if piece.space else "")
            for atom in self._atoms
            for piece in atom.pieces
            if piece.shaped
        )
        return "".join(words).rstrip(SPACES)


class LineRange(Struct, gc=False):
    """Atoms from `start` up to `end` on one line, `width` points without the last space."""

    start: int
    end: int
    width: float
    kind: End


def line_ranges(atoms: Sequence[Atom | None], width: float) -> list[LineRange]:
    """Greedy: as many atoms on a line as fit."""
    found: list[LineRange] = []
    start, used, solid, spaced = 0, 0.0, 0.0, True
    for place, atom in enumerate(atoms):
        if atom is None:
            found.append(LineRange(start, place, solid, "break"))
            start, used, solid, spaced = place + 1, 0.0, 0.0, True
            continue
        # What has no width, such as the end of a word taken apart, never needs a line of its own.
        if place > start and atom.width and used + atom.width > width + _TOLERANCE:
            found.append(LineRange(start, place, solid, "space" if spaced else "joint"))
            start, used = place, 0.0
        if atom.pieces:
            solid = used + atom.width
        used += atom.width + atom.space
        spaced = atom.spaced
    if start < len(atoms) or (found and found[-1].kind == "break"):
        found.append(LineRange(start, len(atoms), solid, "last"))
    return found


def line(
    atoms: Sequence[Atom | None],
    wanted: LineRange,
    width: float,
    face: Shaper,
    whole: Embedding | None = None,
) -> BrokenLine:
    """The line of a range; its first filling gap grows to `width`."""
    own = [atom for atom in atoms[wanted.start : wanted.end] if atom is not None]
    spare = max(0.0, width - wanted.width)
    return BrokenLine(own, wanted.width, wanted.kind, spare, face=face, whole=whole)


def _placed(atoms: Sequence[Atom], spare: float) -> Iterator[Placed]:
    x = 0.0
    for atom in atoms:
        for piece in atom.pieces:
            wide = piece.width
            if isinstance(piece.part, Gap) and piece.part.fills:
                wide, spare = wide + spare, 0.0
            yield Placed(x, wide, piece.run, piece.part, piece.shaped, piece.space, x + wide)
            x += wide + piece.space


def _turned(
    pieces: Sequence[Placed], starts: Sequence[int], whole: Embedding
) -> tuple[Placed, ...]:
    """Rule L2 of UAX #9 for a line: its pieces and the spaces between them by visual runs. The
    space that ends the line lies beyond its end."""
    if not pieces:
        return ()
    items: list[tuple[int, float, int, bool]] = []
    end = starts[0]
    for number, (piece, start) in enumerate(zip(pieces, starts, strict=True)):
        end = start + (len(piece.shaped.text) if piece.shaped else 1)
        items += [(start, piece.width, number, False), (end, piece.space, number, True)]
    words: dict[int, float] = {}
    spaces: dict[int, float] = {}
    x = 0.0
    for run in visual_runs(whole, starts[0], end):
        inside = [item for item in items if run.start <= item[0] < run.end]
        for _, width, number, space in inside if run.direction == "ltr" else reversed(inside):
            (spaces if space else words)[number] = x
            x += width
    return tuple(
        replace(
            piece,
            x=words.get(number, x),
            space_x=spaces.get(number, -piece.space if whole.base else x),
        )
        for number, piece in enumerate(pieces)
    )
