"""A text in; whether it ends as a sentence or a heading does, and the text without its stop, out.

In every script that pieces are written in: a Chinese or Hindi sentence has a stop of its own.
"""

from __future__ import annotations

_FULL_STOPS = ".\u3002\u0964\u06d4"
_COLONS = ":\uff1a"
_OTHERS = "!?\u2026\u061f\uff01\uff1f"
_WIDE = "\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f"


def ends_sentence(text: str) -> bool:
    """Whether nothing need be added before the next sentence: a colon counts."""
    return text.rstrip().endswith(tuple(_FULL_STOPS + _COLONS + _OTHERS))


def without_full_stop(text: str) -> str:
    """For words that stand inside a sentence or as a heading. Three dots stay: they mean more."""
    return text if text.endswith("...") else text.rstrip(_FULL_STOPS)


def gap_after(text: str) -> str:
    """What parts a sentence or clause from the next: nothing behind a wide mark, with its space in
    it."""
    return "" if text.endswith(tuple(_WIDE)) else " "


def as_name(title: str) -> str:
    """A title inside another sentence or before a colon: without its own colon or stop."""
    return title.rstrip(_FULL_STOPS + _COLONS)
