"""One line of a table in; the stretch of each cell out."""

from __future__ import annotations

import re
from itertools import pairwise

from careleaf.read.stretch import Stretch, one_line

_PIECE = re.compile(r"\\.|\[\[[^\[\]]*\]\]|\|")
"""What may hold a bar that parts no cells comes before the bar itself."""


def read_cells(text: str, start: int, end: int) -> list[Stretch]:
    """The cells between the bars of the line from `start` to `end`; the outer bars may be left out
    at the end. `\\|` and the bar of `[[term|shown words]]` part nothing."""
    bars = [found.start() for found in _PIECE.finditer(text, start, end) if found[0] == "|"]
    edges = bars if bars and bars[-1] == end - 1 else [*bars, end]
    cells: list[Stretch] = []
    for left, right in pairwise(edges):
        inner = text[left + 1 : right]
        indent = len(inner) - len(inner.lstrip(" "))
        cell_start = left + 1 + min(indent, right - left - 1)
        cells.append(one_line(text, cell_start, cell_start + len(inner.strip(" "))))
    return cells
