"""So many people of 10, 100 or 1000 in; people drawn, and the same in words, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from careleaf.blocks.content import cited, cited_keys, option, spoken, unwanted
from careleaf.blocks.field import Field, FieldError, keys, text, whole
from careleaf.blocks.prose import Prose
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Line, Node, Run, unbroken
from careleaf.model.shape import Count, IconArray, Shape
from careleaf.model.stops import without_full_stop
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.problem import Problem
from careleaf.problem_codes import COUNT_ABOVE_OF, UNWANTED_CONTENT
from careleaf.source import Span


class Risk(Node, frozen=True, kw_only=True):
    """`count` of `of` people; `label` is what is true of them."""

    called: ClassVar[str] = "risk"
    count: int
    of: int
    of_at: Span
    label: Draft
    source: Draft
    so_what: Draft
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One icon array with one count."""
        pen.bind(self.source)
        array = IconArray(
            at=self.at,
            title=(),
            counts=(self.counted(pen),),
            sentences=(self.sentence(pen),),
            so_what=pen.bind(self.so_what),
            source=pen.credit(cited_keys(self.source)),
        )
        return (array,)

    def counted(self, pen: Pen) -> Count:
        """The number as drawn."""
        return Count(at=self.at, count=self.count, of=self.of, label=pen.bind(self.label))

    def sentence(self, pen: Pen) -> Line:
        """Both framings with the same denominator (PIF, Communicating risk): "3 in 100 people need
        care soon. Not so for the other 97 in 100." The second has no verb of its own, since the
        label may speak of the past or the present."""
        start = unbroken(pen.say("{count} in {of}", count=self.count, of=self.of))
        label = pen.bind(self.label)
        if label and isinstance(last := label[-1], Run):
            label = (*label[:-1], replace(last, text=without_full_stop(last.text)))
        rest = self.of - self.count
        others = pen.say("Not so for the other {rest} in {of}.", rest=rest, of=self.of)
        stop = pen.say(". ")
        end = f"{stop}{unbroken(others)}" if rest and self.count else stop.rstrip()
        return (*spoken(self.at, f"{start} "), *label, *spoken(self.at, end))

    def drafts(self) -> Iterator[Draft]:
        """Label, so-what sentence, source."""
        yield from (self.label, self.so_what, self.source)

    def children(self) -> tuple[Block, ...]:
        """None."""
        return ()


def _make(parsed: Parsed) -> Made:
    problems = unwanted(parsed, "risk", (Prose,), "only a sentence")
    words = [block for block in parsed.content if isinstance(block, Prose)]
    for extra in words[1:]:
        problems.append(Problem(UNWANTED_CONTENT, extra.at, "'risk' holds one paragraph only"))
    count, of = option(parsed, "count", int), option(parsed, "of", int)
    if count is not None and of is not None and count > of:
        message = f"{count} people cannot be counted out of {of}"
        problems.append(Problem(COUNT_ABOVE_OF, parsed.places["count"], message))
    risk = Risk(
        at=parsed.at,
        count=count or 0,
        of=of or 100,
        of_at=parsed.places.get("of", parsed.name_at),
        label=parsed.drafts.get("label", ()),
        source=cited(parsed, "source"),
        so_what=words[0].body if words else (),
        media=parsed.media,
    )
    return risk, tuple(problems)


def denominator(*, required: bool = False) -> Field[int]:
    """Out of how many people: the numbers of people that are drawn."""

    def parse(value: str) -> int:
        if value not in {"10", "100", "1000"}:
            raise FieldError("needs 10, 100 or 1000")
        return int(value)

    return Field(parse, "100", required, choices=("10", "100", "1000"))


SPEC = Spec(
    name=Risk.called,
    make=_make,
    options={
        "count": whole(0, 1000, required=True, example="3"),
        "of": denominator(required=True),
        "label": text("people with back pain need care soon", required=True),
        "source": keys("henschke-2009", required=True),
    },
    lines=frozenset({"label"}),
    summary="A chance as people, drawn and in words: 3 in 100 people need care soon.",
)
