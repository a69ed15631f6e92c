"""A drawing and what its paints are at the place of use in; the drawing in plain colours out."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from careleaf.model.art import Drawing, Paint, Path


def painted(drawing: Drawing, colour: Callable[[Paint], str], current: Paint) -> Drawing:
    """Every paint as "#rrggbb": `colour` knows the tokens, and `current` is what "current" is."""

    def plain(paint: Paint | None) -> str | None:
        return None if paint is None else colour(current if paint == "current" else paint)

    def outline(path: Path) -> Path:
        return replace(path, fill=plain(path.fill), stroke=plain(path.stroke))

    return replace(drawing, paths=tuple(outline(path) for path in drawing.paths))
