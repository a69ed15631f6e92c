"""Words in; the signs that end and join them in their own script out.

Chinese and Japanese have wide stops with no space behind them, Hindi has the danda, Arabic its own
comma. Whoever puts two pieces of text together asks here what belongs between."""

from __future__ import annotations

from collections.abc import Sequence

from careleaf.text.scripts import script_of

STOPS = (".", "?", "!", ":", "\u061f", "\u06d4", "\u0964", "\u3002", "\uff01", "\uff1f", "\uff1a")
"""What may end a sentence, or a line that leads over to what follows."""
FULL_STOPS = ".\u0964\u3002"
COLONS = ":\uff1a"

_WIDE_FROM = "\u2e80"
_COMMAS = {"Arab": "\u060c ", **dict.fromkeys(("Hani", "Hira", "Kana"), "\uff0c")}
_FULL_STOPS = {
    **dict.fromkeys(("Deva", "Beng"), "\u0964"),
    **dict.fromkeys(("Hani", "Hira", "Kana"), "\u3002"),
}


def space_behind(words: str) -> str:
    """What parts them from the next sentence."""
    return "" if words[-1:] >= _WIDE_FROM else " "


def sentences_joined(sentences: Sequence[str]) -> str:
    """Whole sentences one after another, as one text."""
    return "".join(f"{one}{space_behind(one)}" for one in sentences).rstrip(" ")


def full_stop(words: str) -> str:
    """What ends a sentence that ends in these words."""
    return _FULL_STOPS.get(_script(words), ".")


def comma(words: str) -> str:
    """What parts them from the next thing in a list, with the space behind it."""
    return _COMMAS.get(_script(words), ", ")


def _script(words: str) -> str:
    """That of the last letter, by its four letters of ISO 15924."""
    last = next(filter(str.isalpha, reversed(words)), "")
    return script_of(last) if last else ""
