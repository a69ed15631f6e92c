"""Two pieces of a text that follow one another in; whether lines keep them together, out."""

from __future__ import annotations

import re
from itertools import pairwise

from careleaf.text.words import words


def belongs(before: str, word: str) -> bool:
    """Whether the second of two pieces is the short word for what the first counts ("10 minutes"),
    or for what it says not to do: "Do" at a line's end, and "not drop" on the next, is read as its
    opposite; or the place in an e-mail address."""
    if before[-1:] == "@":
        return True
    if before[:-1].lower() in _DENIES:
        return bool(_SHORT.match(word))
    if word[:-1] == "not":
        return before[:-1].lower() == "do"
    return bool(_NUMBER.fullmatch(before) and _SHORT.match(word))


def opens_held(text: str) -> bool:
    """Whether the first word of a text has the second belong to it."""
    first = words(text)[:2]
    return len(first) == 2 and belongs(*first)


def holds(text: str) -> bool:
    """Whether some word of a text belongs to the one before it."""
    return any(belongs(*pair) for pair in pairwise(words(text)))


_NUMBER = re.compile(r"[(\u201c]?\d+(?:[.,]\d+)* ")
_SHORT = re.compile(r"[^\W\d_]{1,12}(?![^\W_])")
_DENIES = frozenset(
    (
        *("not", "never", "no", "nunca"),
        *("لا", "لم", "لن", "न", "नहीं", "मत"),
        *("không", "đừng", "chưa"),
    )
)
