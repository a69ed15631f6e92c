"""Steps in an order that matters in; a numbered list out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import listing
from careleaf.blocks.prose import Listing
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Shape
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen


class Steps(Node, frozen=True, kw_only=True):
    """What to do, one step after the other."""

    called: ClassVar[str] = "steps"
    steps: Listing
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One numbered list."""
        return self.steps.lower(pen)

    def drafts(self) -> Iterator[Draft]:
        """Every step."""
        yield from self.steps.drafts()

    def children(self) -> tuple[Block, ...]:
        """The list."""
        return (self.steps,)


def _make(parsed: Parsed) -> Made:
    steps, problems = listing(
        parsed, "steps", numbered=True, low=2, example="1. Turn off screens one hour before bed."
    )
    return Steps(at=parsed.at, steps=steps, media=parsed.media), tuple(problems)


SPEC = Spec(
    name=Steps.called,
    make=_make,
    summary="Steps in an order that matters, numbered.",
    starts=(
        "1. Write here: the first step.",
        "2. Write here: the step after it.",
    ),
)
