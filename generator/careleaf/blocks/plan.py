"""What a patient decides to do in; lines to write on, and a scale to circle a number on, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import flat, listing
from careleaf.blocks.field import text
from careleaf.blocks.prose import Listing
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Heading, Items, Scale, Shape
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen


class Plan(Node, frozen=True, kw_only=True):
    """An action plan to fill in."""

    called: ClassVar[str] = "plan"
    title: Draft
    lines: Listing
    scale: Draft
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """The title as a heading, the lines, the scale."""
        shapes: list[Shape] = []
        if self.title:
            shapes.append(Heading(at=self.at, level=3, title=pen.bind(self.title)))
        items = tuple(entry.lower(pen) for entry in self.lines.entries)
        shapes.append(Items(at=self.lines.at, mark="write-in", items=items))
        if self.scale:
            question = pen.bind(self.scale)
            low, high = pen.say("Not sure"), pen.say("Very sure")
            shapes.append(Scale(at=question[0].at, question=question, low=low, high=high))
        return tuple(shapes)

    def drafts(self) -> Iterator[Draft]:
        """Title, lines, the scale's question."""
        yield self.title
        yield from self.lines.drafts()
        yield self.scale

    def children(self) -> tuple[Block, ...]:
        """The list."""
        return (self.lines,)


def _make(parsed: Parsed) -> Made:
    lines, problems = listing(
        parsed, "plan", low=1, high=8, example="- [ ] I will walk ____ minutes each day."
    )
    problems += flat("plan", lines)
    plan = Plan(
        at=parsed.at,
        title=parsed.drafts.get("argument", ()),
        lines=lines,
        scale=parsed.drafts.get("scale", ()),
        media=parsed.media,
    )
    return plan, tuple(problems)


SPEC = Spec(
    name=Plan.called,
    make=_make,
    argument=text("My plan for this week"),
    argument_is_line=True,
    options={"scale": text("How sure am I that I can do this?")},
    lines=frozenset({"scale"}),
    summary="Lines to fill in with a pen, and a question to answer with 0 to 10.",
    starts=("- [ ] Write here: what I will do, for ____ minutes on ____ days.",),
)
