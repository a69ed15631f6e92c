"""A picture beside the topic or a human figure, with the words that stand in for it, in; a figure
out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import option, unwanted
from careleaf.blocks.field import text
from careleaf.blocks.pose import drawn, pose_name
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model import shape
from careleaf.model.art import Art
from careleaf.model.inline import Draft, Node
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.problem import Problem
from careleaf.problem_codes import MISSING_ARGUMENT, MISSING_OPTION, UNWANTED_ARGUMENT
from careleaf.source import Span


class Figure(Node, frozen=True, kw_only=True):
    """A picture. `art` is None where it is a human figure, and where its file could not be read,
    which stops the build."""

    called: ClassVar[str] = "figure"
    file: str
    art: Art | None
    pose: str | None
    alt: str
    alt_at: Span
    caption: Draft
    credit: Draft
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[shape.Shape, ...]:
        """One figure."""
        pose = drawn(self.pose, pen)
        art = pose or self.art
        if art is None:
            return ()
        alt = self.alt or (pose.alt if pose else "")
        caption, credit = pen.bind(self.caption), pen.bind(self.credit)
        return (shape.Figure(at=self.at, art=art, alt=alt, caption=caption, credit=credit),)

    def drafts(self) -> Iterator[Draft]:
        """Caption and credit."""
        yield from (self.caption, self.credit)

    def children(self) -> tuple[Block, ...]:
        """None."""
        return ()


def _make(parsed: Parsed) -> Made:
    problems = [*unwanted(parsed, "figure", (), "nothing"), *_sources(parsed)]
    figure = Figure(
        at=parsed.at,
        file=parsed.argument_text,
        art=parsed.art,
        pose=option(parsed, "pose", str),
        alt=option(parsed, "alt", str) or "",
        alt_at=parsed.places.get("alt", parsed.name_at),
        caption=parsed.drafts.get("caption", ()),
        credit=parsed.drafts.get("credit", ()),
        media=parsed.media,
    )
    return figure, tuple(problems)


def _sources(parsed: Parsed) -> Iterator[Problem]:
    """A problem unless it is a file with its alt text, or a human figure, which has its own."""
    posed, filed = "pose" in parsed.places, bool(parsed.argument_text)
    if posed and filed:
        message = "'figure' has both a file and 'pose'"
        yield Problem(UNWANTED_ARGUMENT, parsed.argument_at, message, "keep one of the two")
    elif not posed and not filed:
        message = "something is missing after 'figure'"
        hint = "for example: :::figure spine.svg, or 'pose: walk' on the next line"
        yield Problem(MISSING_ARGUMENT, parsed.name_at, message, hint)
    elif filed and "alt" not in parsed.places:
        message = "the option 'alt' is missing from 'figure'"
        yield Problem(MISSING_OPTION, parsed.name_at, message, f"for example: alt: {_ALT}")


_ALT = "A spine from the side, with one disk pressing on a nerve."

SPEC = Spec(
    name=Figure.called,
    make=_make,
    argument=text("spine.svg"),
    argument_is_picture=True,
    options={
        "pose": pose_name("walk"),
        "alt": text(_ALT),
        "caption": text("A disk that presses on a nerve"),
        "credit": text("Drawing: Example Harbor Clinic"),
    },
    lines=frozenset({"caption", "credit"}),
    summary="A picture file that lies beside the topic, or a person, with words for who listens.",
    starts=(
        "alt: ",
        "caption: ",
    ),
)
