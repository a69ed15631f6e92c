"""Blocks meant for some media in; the same blocks, for a composer to open where they apply, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import lacking
from careleaf.blocks.field import media
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Shape
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen


class Only(Node, frozen=True, kw_only=True):
    """A wrapper: its blocks are shown in `media` and nowhere else."""

    called: ClassVar[str] = "only"
    body: tuple[Block, ...]
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """What the blocks inside lower to."""
        return tuple(shape for block in self.body for shape in block.lower(pen))

    def drafts(self) -> Iterator[Draft]:
        """Every line inside."""
        for block in self.body:
            yield from block.drafts()

    def children(self) -> tuple[Block, ...]:
        """The blocks inside."""
        return self.body


def _make(parsed: Parsed) -> Made:
    wanted = parsed.argument
    shown = frozenset(wanted) if isinstance(wanted, frozenset) else ALL_MEDIA
    made = Only(at=parsed.at, body=parsed.content, media=shown & parsed.media)
    if parsed.content:
        return made, ()
    return made, (lacking(parsed, "only", "something inside", "a paragraph, then ':::'"),)


SPEC = Spec(
    name=Only.called,
    make=_make,
    argument=media(required=True),
    holds=None,
    summary="Whatever is inside is shown on slides, in the handout or on screen only.",
    starts=("Write here: what stands there only.",),
)
