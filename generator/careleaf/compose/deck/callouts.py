"""A callout in; the items and lines that it holds, and its icon, out."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.model.inline import Line
from careleaf.model.shape import Callout, Item, Items, Paragraph, Tone

TONE_ICONS = {Tone.WARNING: "exclamation", Tone.TIP: "idea", Tone.UNKNOWN: "question"}
"""Of callouts that stand beside the text."""


def listed(callout: Callout) -> tuple[Item, ...]:
    """The items of its lists."""
    return tuple(item for shape in callout.body if isinstance(shape, Items) for item in shape.items)


def paragraphs(callout: Callout) -> Iterator[Line]:
    """Its running text."""
    for shape in callout.body:
        if isinstance(shape, Paragraph):
            yield shape.body


def as_items(callout: Callout) -> tuple[Item, ...]:
    """All of a callout with a list as one list: its text first."""
    lines = (Item(at=callout.at, body=line) for line in paragraphs(callout))
    return (*lines, *listed(callout))


def mark_of_tone(tone: Tone) -> str:
    """What stands before the items of a callout: a tick before advice, else the callout's icon."""
    return "tick" if tone is Tone.TIP else TONE_ICONS[tone]
