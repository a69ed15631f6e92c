"""A list, an item or a tone in; the class and the icon it wears out."""

from __future__ import annotations

from typing import assert_never

from careleaf.model.inline import Blank, plain
from careleaf.model.shape import Item, Items, Tone
from careleaf.model.stops import ends_sentence


def tone_icon(tone: Tone) -> str:  # noqa: PLR0911 - one line a tone
    """The icon that stands for a tone, beside its words."""
    match tone:
        case Tone.KEY:
            return "info"
        case Tone.EMERGENCY:
            return "ambulance"
        case Tone.SAME_DAY:
            return "phone"
        case Tone.WARNING:
            return "exclamation"
        case Tone.TIP:
            return "idea"
        case Tone.UNKNOWN:
            return "question"
        case Tone.SUMMARY:
            return "tick"
    assert_never(tone)


def list_class(items: Items) -> str:
    """How a list looks. Icons with short sentences as leads go two abreast where there is room."""
    match items.mark:
        case "number":
            return "steps"
        case "tick":
            return "ticks"
        case "icon":
            return "actions"
        case "write-in":
            return "write-in"
        case "bullet":
            return _bullets(items)
    assert_never(items.mark)


def pictured(items: Items) -> bool:
    """Whether a column of icons runs down the list, some of its cells perhaps without one."""
    return items.mark == "icon" or (
        items.mark == "bullet" and any(item.icon for item in items.items)
    )


def _bullets(items: Items) -> str:
    if not pictured(items):
        return "bullets"
    return "signs abreast" if all(stands_alone(item) for item in items.items) else "signs"


def stands_alone(item: Item) -> bool:
    """Whether the lead is a sentence or title of its own, and not the start of one."""
    return ends_sentence(plain(item.lead))


def fills_line(item: Item) -> bool:
    """Whether a line to write on ends in its only blank, which then runs to the margin."""
    blanks = [part for part in item.body if isinstance(part, Blank)]
    return len(blanks) == 1 and item.body[-1] is blanks[0]


def lead_class(item: Item) -> str:
    """A lead that stands alone has a line to itself."""
    return "lead" if stands_alone(item) else "lead-in"
