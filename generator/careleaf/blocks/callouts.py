"""A warning, a tip or what is not known in; a callout of that tone out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from careleaf.blocks.content import cited, lacking, spoken, unwanted
from careleaf.blocks.field import keys, text
from careleaf.blocks.prose import Listing, Prose
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Callout, Shape, Tone
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen

_TITLES = {
    Tone.WARNING: "Take care",
    Tone.TIP: "A tip",
    Tone.UNKNOWN: "What we do not know yet",
}


class Aside(Node, frozen=True, kw_only=True):
    """A box beside the running text."""

    tone: Tone
    title: Draft
    body: tuple[Block, ...]
    sources: Draft
    media: frozenset[Medium] = ALL_MEDIA

    @property
    def called(self) -> str:
        """The word for its tone: "warning", "tip", "unknown"."""
        return self.tone.value

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One callout; without a title of its own it says what it is."""
        pen.bind(self.sources)
        title = pen.bind(self.title) or spoken(self.at, pen.say(_TITLES[self.tone]))
        body = tuple(shape for block in self.body for shape in block.lower(pen))
        return (Callout(at=self.at, tone=self.tone, title=title, body=body),)

    def drafts(self) -> Iterator[Draft]:
        """Title, words, sources."""
        yield self.title
        for block in self.body:
            yield from block.drafts()
        yield self.sources

    def children(self) -> tuple[Block, ...]:
        """The paragraphs and lists."""
        return self.body


def _maker(tone: Tone, example: str) -> Callable[[Parsed], Made]:
    def make(parsed: Parsed) -> Made:
        problems = unwanted(parsed, tone.value, (Prose, Listing), "only text")
        if not parsed.content:
            problems.append(lacking(parsed, tone.value, "some words", example))
        aside = Aside(
            at=parsed.at,
            tone=tone,
            title=parsed.drafts.get("argument", ()),
            body=parsed.content,
            sources=cited(parsed),
            media=parsed.media,
        )
        return aside, tuple(problems)

    return make


def _spec(tone: Tone, title: str, example: str, summary: str, starts: str) -> Spec:
    return Spec(
        name=tone.value,
        make=_maker(tone, example),
        argument=text(title),
        argument_is_line=True,
        options={"sources": keys("nice-ng59")},
        summary=summary,
        starts=(starts,),
    )


WARNING = _spec(
    Tone.WARNING,
    "Check with us first",
    "- You take a blood thinner.",
    "What can go wrong and how to avoid it. Not for emergencies: those are red flags.",
    "Write here: what can go wrong, and what to do.",
)
TIP = _spec(
    Tone.TIP,
    "A simple rule for pain",
    "Some ache while you move is okay.",
    "A trick or habit that makes things easier.",
    "Write here: what makes it easier.",
)
UNKNOWN = _spec(
    Tone.UNKNOWN,
    "What we do not know yet",
    "No one knows the best mattress for you.",
    "What nobody knows yet, said plainly.",
    "Write here: what nobody knows yet, and what to do meanwhile.",
)
