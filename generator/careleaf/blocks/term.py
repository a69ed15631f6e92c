"""One entry of a glossary file in; the word, how to say it and what it means out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import option, paragraph
from careleaf.blocks.field import text
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.library import Entry
from careleaf.model.shape import Definition, Definitions, Shape
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen


class GlossaryTerm(Node, frozen=True, kw_only=True):
    """A block of a glossary file; `entry` is what the library keeps."""

    called: ClassVar[str] = "term"
    entry: Entry
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One definition on its own."""
        entry = self.entry
        say, meaning = pen.bind(entry.say), pen.bind(entry.meaning)
        definition = Definition(
            at=self.at, key=entry.key, term=entry.shown, say=say, meaning=meaning
        )
        return (Definitions(at=self.at, title="", entries=(definition,)),)

    def drafts(self) -> Iterator[Draft]:
        """How to say it, then the meaning."""
        yield from (self.entry.say, self.entry.meaning)

    def children(self) -> tuple[Block, ...]:
        """None."""
        return ()


def _make(parsed: Parsed) -> Made:
    meaning, problems = paragraph(
        parsed, "term", needs="a meaning in plain words", example="A sore nerve in your leg."
    )
    key = parsed.argument_text
    entry = Entry(
        at=parsed.at,
        key=key,
        shown=option(parsed, "shown", str) or key,
        say=parsed.drafts.get("say", ()),
        meaning=meaning.body,
    )
    return GlossaryTerm(at=parsed.at, entry=entry, media=parsed.media), tuple(problems)


SPEC = Spec(
    name=GlossaryTerm.called,
    make=_make,
    argument=text("sciatica", required=True),
    options={"shown": text("sciatica"), "say": text("sy-**at**-ih-kuh")},
    lines=frozenset({"say"}),
    summary="A hard word in a glossary file: how to say it, and what it means.",
)
