"""Speaker notes in; what an educator says, as paragraphs and lists, out. No patient sees them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import lacking, unwanted
from careleaf.blocks.prose import Listing, Prose
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Shape
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen


class Notes(Node, frozen=True, kw_only=True):
    """What the speaker says. `compose` keeps it apart from what is shown."""

    called: ClassVar[str] = "notes"
    body: tuple[Block, ...]
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """The paragraphs and lists."""
        return tuple(shape for block in self.body for shape in block.lower(pen))

    def drafts(self) -> Iterator[Draft]:
        """Every line."""
        for block in self.body:
            yield from block.drafts()

    def children(self) -> tuple[Block, ...]:
        """The paragraphs and lists."""
        return self.body


def _make(parsed: Parsed) -> Made:
    problems = unwanted(parsed, "notes", (Prose, Listing), "only text")
    if not parsed.content:
        problems.append(lacking(parsed, "notes", "some words", "Ask where it hurts first."))
    return Notes(at=parsed.at, body=parsed.content, media=parsed.media), tuple(problems)


SPEC = Spec(
    name=Notes.called,
    make=_make,
    summary="What a speaker says here. It goes under the slide and nowhere else.",
    starts=("Write here: what to say, and what to ask the group.",),
)
