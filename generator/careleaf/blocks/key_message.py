"""The one thing to remember in; a callout that no reader can miss out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import counted, option, paragraph, sentences, spoken
from careleaf.blocks.pose import drawn, pose_name
from careleaf.blocks.prose import Prose
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Callout, Shape, Tone
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen


class KeyMessage(Node, frozen=True, kw_only=True):
    """One or two sentences."""

    called: ClassVar[str] = "key-message"
    message: Prose
    pose: str | None = None
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One callout with one paragraph."""
        title = spoken(self.at, pen.say("The main thing to know"))
        body = self.message.lower(pen)
        pose = drawn(self.pose, pen)
        return (Callout(at=self.at, tone=Tone.KEY, title=title, body=body, pose=pose),)

    def drafts(self) -> Iterator[Draft]:
        """Its one line."""
        yield from self.message.drafts()

    def children(self) -> tuple[Block, ...]:
        """The paragraph."""
        return (self.message,)


def _make(parsed: Parsed) -> Made:
    message, problems = paragraph(
        parsed, "key-message", needs="one or two sentences", example="Most back pain gets better."
    )
    count = sentences(message.body)
    problems += counted("key-message", "sentence", count, message.at, low=1, high=2)
    made = KeyMessage(
        at=parsed.at, message=message, pose=option(parsed, "pose", str), media=parsed.media
    )
    return made, tuple(problems)


SPEC = Spec(
    name=KeyMessage.called,
    make=_make,
    options={"pose": pose_name("walk")},
    summary="The one thing to remember, in one or two sentences. Every topic has one.",
    starts=("Write here: the one thing for everyone to take home.",),
)
