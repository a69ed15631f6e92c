"""A drawing in; the same as a mirror shows it out: for arrows and the like, never for people."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from careleaf.figure.outline import transformed
from careleaf.model.art import Drawing


@lru_cache(maxsize=64)
def turned_over(drawing: Drawing) -> Drawing:
    """With left and right changed about. Kept: one deck shows the same few again and again."""
    matrix = (-1.0, 0.0, 0.0, 1.0, drawing.width, 0.0)
    paths = (replace(path, commands=transformed(path.commands, matrix)) for path in drawing.paths)
    return replace(drawing, paths=tuple(paths))
