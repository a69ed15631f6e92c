"""A picture beside the topic, with the words that stand in for it, in; a figure out."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.blocks.content import option, unwanted
from careleaf.blocks.field import text
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model import shape
from careleaf.model.art import Art
from careleaf.model.inline import Draft, Node
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.source import Span


class Figure(Node, frozen=True, kw_only=True):
    """A picture. `art` is None where its file could not be read, which stops the build."""

    file: str
    art: Art | None
    alt: str
    alt_at: Span
    caption: Draft
    credit: Draft
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[shape.Shape, ...]:
        """One figure."""
        if self.art is None:
            return ()
        caption, credit = pen.bind(self.caption), pen.bind(self.credit)
        return (
            shape.Figure(at=self.at, art=self.art, alt=self.alt, caption=caption, credit=credit),
        )

    def drafts(self) -> Iterator[Draft]:
        """Caption and credit."""
        yield from (self.caption, self.credit)

    def children(self) -> tuple[Block, ...]:
        """None."""
        return ()


def _make(parsed: Parsed) -> Made:
    problems = unwanted(parsed, "figure", (), "nothing")
    figure = Figure(
        at=parsed.at,
        file=parsed.argument_text,
        art=parsed.art,
        alt=option(parsed, "alt", str) or "",
        alt_at=parsed.places.get("alt", parsed.name_at),
        caption=parsed.drafts.get("caption", ()),
        credit=parsed.drafts.get("credit", ()),
        media=parsed.media,
    )
    return figure, tuple(problems)


SPEC = Spec(
    name="figure",
    make=_make,
    argument=text("spine.svg", required=True),
    argument_is_picture=True,
    options={
        "alt": text("A spine from the side, with one disk pressing on a nerve.", required=True),
        "caption": text("A disk that presses on a nerve"),
        "credit": text("Drawing: Example Harbor Clinic"),
    },
    lines=frozenset({"caption", "credit"}),
    summary="A picture file that lies beside the topic, with words for those who cannot see it.",
)
