"""Sizes to draw something in, and depths of a page that it may have, in; the box that fits out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careleaf.write.pdf.marks import Box
from careleaf.write.pdf.structure import Element

Drawn = Callable[[float, Element], Box]
"""Draws in a size, and puts what it says in an element."""


def fitted(draw: Drawn, sizes: Sequence[float], depths: Sequence[float], parent: Element) -> Box:
    """In the first size that fits the first depth that any of them fits, in points; else in the
    last. Sizes are tried from the one best liked, depths from what leaves room for most of what
    stands above. What is said goes to the parent."""
    tried: list[tuple[Box, Element]] = []
    for depth in depths:
        for place, size in enumerate(sizes):
            if place == len(tried):
                tree = Element("Sect")
                tried.append((draw(size, tree), tree))
            box, tree = tried[place]
            if box.height <= depth:
                parent.kids += tree.kids
                return box
    box, tree = tried[-1]
    parent.kids += tree.kids
    return box
