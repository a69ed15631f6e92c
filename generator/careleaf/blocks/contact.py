"""Nothing but a place in; how to reach the clinic, all of it from the clinic file, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.after_hours import when_closed
from careleaf.blocks.content import unwanted
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model import shape
from careleaf.model.clinic import Clinic
from careleaf.model.inline import Draft, Node
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen


class Contact(Node, frozen=True, kw_only=True):
    """Where the panel stands."""

    called: ClassVar[str] = "contact"
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[shape.Shape, ...]:
        """One contact panel."""
        clinic = pen.clinic
        panel = shape.Contact(
            at=self.at,
            title=pen.say("Questions? Call us"),
            phone=clinic.phone,
            rows=tuple(_rows(pen, clinic)),
            web=clinic.web,
            code=pen.code(clinic.web),
            web_lead=pen.say("Read it at home"),
            web_words=pen.say("Point your phone camera at the square."),
            emergency=pen.say("An emergency? Call {number}.", number=clinic.emergency_number),
        )
        return (panel,)

    def drafts(self) -> Iterator[Draft]:
        """None: an author writes nothing here."""
        return iter(())

    def children(self) -> tuple[Block, ...]:
        """None."""
        return ()


def _rows(pen: Pen, clinic: Clinic) -> Iterator[tuple[str, str]]:
    """What the clinic file gives, each with its icon's name."""
    if clinic.hours:
        yield "clock", clinic.hours
    if clinic.after_hours_phone or clinic.after_hours:
        yield "after-hours", when_closed(pen, clinic) or clinic.after_hours
    if clinic.interpreter:
        yield "interpreter", clinic.interpreter
    if clinic.address:
        yield "map-pin", clinic.address
    if clinic.email:
        yield "mail", clinic.email


def _make(parsed: Parsed) -> Made:
    problems = unwanted(parsed, "contact", (), "nothing")
    return Contact(at=parsed.at, media=parsed.media), tuple(problems)


SPEC = Spec(
    name=Contact.called,
    make=_make,
    summary="How to reach the clinic: phone, hours, address and a code to scan.",
)
