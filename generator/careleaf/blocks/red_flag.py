"""Signs of danger in; a callout that says whom to call, from the clinic file, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.after_hours import when_closed
from careleaf.blocks.content import cited, listing, spoken
from careleaf.blocks.field import choice, keys
from careleaf.blocks.prose import Listing
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.clinic import Clinic
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Callout, Shape, Tone
from careleaf.model.stops import without_full_stop
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen


class RedFlag(Node, frozen=True, kw_only=True):
    """Signs that need help at once, or the same day. The number to call is never the topic's."""

    called: ClassVar[str] = "red-flag"
    emergency: bool
    signs: Listing
    sources: Draft
    media: frozenset[Medium] = ALL_MEDIA
    topic: str = ""
    """In a programme of several topics, the title of the one that these signs are of."""

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One callout that holds one list."""
        pen.bind(self.sources)
        return (self._emergency(pen) if self.emergency else self._same_day(pen),)

    def _emergency(self, pen: Pen) -> Callout:
        number = pen.clinic.emergency_number
        return Callout(
            at=self.at,
            tone=Tone.EMERGENCY,
            title=spoken(self.at, pen.say("Call {number} now if:", number=number)),
            body=self.signs.lower(pen),
            advice=spoken(self.at, pen.clinic.emergency_advice),
            number=number,
            topic=self.topic,
        )

    def _same_day(self, pen: Pen) -> Callout:
        return Callout(
            at=self.at,
            tone=Tone.SAME_DAY,
            title=spoken(self.at, pen.say("Call us today if:")),
            body=self.signs.lower(pen),
            advice=spoken(self.at, _same_day_advice(pen, pen.clinic)),
            brief=spoken(self.at, pen.clinic.same_day_words or when_closed(pen, pen.clinic)),
            number=pen.clinic.phone,
            topic=self.topic,
        )

    def drafts(self) -> Iterator[Draft]:
        """Every sign, then the sources."""
        yield from self.signs.drafts()
        yield self.sources

    def children(self) -> tuple[Block, ...]:
        """The list of signs."""
        return (self.signs,)


def _same_day_advice(pen: Pen, clinic: Clinic) -> str:
    """The clinic's own words, else its hours and the number for other times."""
    if clinic.same_day_words:
        return clinic.same_day_words
    if clinic.after_hours_phone:
        return pen.say(
            "{hours}. At other times, call {number}.",
            hours=without_full_stop(clinic.hours),
            number=clinic.after_hours_phone,
        )
    return clinic.hours


def _make(parsed: Parsed) -> Made:
    signs, problems = listing(
        parsed, "red-flag", low=1, high=8, example="- You cannot pee, or you cannot hold it."
    )
    flag = RedFlag(
        at=parsed.at,
        emergency=parsed.argument != "same-day",
        signs=signs,
        sources=cited(parsed),
        media=parsed.media,
    )
    return flag, tuple(problems)


SPEC = Spec(
    name=RedFlag.called,
    make=_make,
    argument=choice("emergency", "same-day", required=True),
    options={"sources": keys("nice-ng59")},
    summary="Signs of danger. Whom to call comes from the clinic file, never from the topic.",
    starts=("- Write here: a sign that needs help.",),
)
