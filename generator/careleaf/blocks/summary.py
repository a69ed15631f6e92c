"""Three to six things to remember in; a callout with a list out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import listing, spoken
from careleaf.blocks.prose import Listing
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Callout, Shape, Tone
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen


class Summary(Node, frozen=True, kw_only=True):
    """The topic in a few lines."""

    called: ClassVar[str] = "summary"
    points: Listing
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One callout with one list."""
        title = spoken(self.at, pen.say("What to remember"))
        body = self.points.lower(pen)
        return (Callout(at=self.at, tone=Tone.SUMMARY, title=title, body=body),)

    def drafts(self) -> Iterator[Draft]:
        """Every point."""
        yield from self.points.drafts()

    def children(self) -> tuple[Block, ...]:
        """The list."""
        return (self.points,)


def _make(parsed: Parsed) -> Made:
    points, problems = listing(
        parsed, "summary", low=3, high=6, example="- Keep moving. Walk a little each day."
    )
    return Summary(at=parsed.at, points=points, media=parsed.media), tuple(problems)


SPEC = Spec(
    name=Summary.called,
    make=_make,
    summary="Three to six things to remember, at the end.",
    starts=(
        "- Write here: the first thing to remember.",
        "- Write here: the next thing to remember.",
        "- Write here: the last thing to remember.",
    ),
)
