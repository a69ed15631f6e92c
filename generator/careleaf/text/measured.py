"""Atoms of a text in; its lines at any width out: greedy, settled or balanced."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from careleaf.text.atoms import Atom, cut
from careleaf.text.bidi import Embedding
from careleaf.text.lines import BrokenLine, LineRange, line, line_ranges
from careleaf.text.shaping import Shaper

_SHORT_LINE = 0.25
"""A last line narrower than this share of the width looks like a mistake."""
_NARROWER = (0.96, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7)


class Measured:
    """Text whose words are measured once, whatever widths it is tried in. Points throughout."""

    def __init__(
        self, atoms: Sequence[Atom | None], face: Shaper, whole: Embedding | None = None
    ) -> None:
        self._atoms = atoms
        self._face = face
        self._whole = whole
        self.widest = max((atom.width for atom in atoms if atom), default=0.0)
        """The widest piece that lines cannot break."""

    @property
    def width(self) -> float:
        """All of it on one line, with what spaces it ends in."""
        return sum(atom.width + atom.space for atom in self._atoms if atom)

    @property
    def lacks(self) -> bool:
        """Whether no font has some character of it: `missing_glyphs` says which."""
        pieces = (piece for atom in self._atoms if atom for piece in atom.pieces)
        return any(piece.shaped and piece.shaped.missing for piece in pieces)

    def wrap(self, width: float) -> tuple[BrokenLine, ...]:
        """Lines at most `width` points wide, filled greedily.

        Breaks at spaces, and after a hyphen or slash with a word behind it. Something wider than a
        line is broken anywhere, and its line says so (`forced`).
        """
        atoms = self._cut(width)
        return self._lines(atoms, line_ranges(atoms, width), width)

    def settled(self, width: float) -> tuple[BrokenLine, ...]:
        """The same as `wrap`, but not with one short word alone in the last line, where a slightly
        narrower setting avoids that without another line."""
        atoms = self._cut(width)
        best = line_ranges(atoms, width)
        if len(best) > 1 and best[-1].width < width * _SHORT_LINE:
            narrower = (line_ranges(atoms, width * share) for share in _NARROWER)
            same = takewhile(lambda lines: len(lines) == len(best), narrower)
            best = next((one for one in same if one[-1].width >= width * _SHORT_LINE), best)
        return self._lines(atoms, best, width)

    def balanced(self, width: float) -> tuple[BrokenLine, ...]:
        """The same number of lines as `wrap`, as even as it goes: for titles."""
        atoms = self._cut(width)
        best = line_ranges(atoms, width)
        low, high = width / max(1, len(best)) / 2, width
        widest = max((atom.width for atom in atoms if atom), default=0)
        while len(best) > 1 and high - low > 1:
            middle = (low + high) / 2
            lines = line_ranges(atoms, middle)
            fits = len(lines) == len(best) and widest <= middle
            best, low, high = (lines, low, middle) if fits else (best, middle, high)
        return self._lines(atoms, best, width)

    def _cut(self, width: float) -> Sequence[Atom | None]:
        if self.widest <= width:
            return self._atoms
        return list(cut(self._atoms, width, self._face))

    def _lines(
        self, atoms: Sequence[Atom | None], found: list[LineRange], width: float
    ) -> tuple[BrokenLine, ...]:
        return tuple(line(atoms, one, width, self._face, self._whole) for one in found)
