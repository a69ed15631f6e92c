"""Text in; what it is looked up by, without what people leave out when they type, out.

Capitals, accents and Arabic vowel signs are left out ("cafe" finds "café", "الم" finds "أَلَم"), and
letters that are typed one for another are made one. Signs that make another syllable, as in Hindi,
stay. Chinese has no spaces: each sign is a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
"""Latin, Greek and Cyrillic accents; Arabic vowel signs, hamza above and below, tatweel."""

_ALIKE = str.maketrans(
    {"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "đ": "d", "ø": "o", "ł": "l", "’": "'", "ʼ": "'"}
)
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_IN_WORDS = frozenset("LNM")
"""First letters of the Unicode categories that make words; `index.py` tells SQLite the same."""


class Word(Struct, frozen=True):
    """A word where it stands in a text, and what it is looked up by."""

    start: int
    end: int
    key: str


def folded(text: str) -> str:
    """Keeps the lines of a text."""
    if text.isascii():
        return text.lower()
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return _HAN.sub(r" \g<0> ", plain.translate(_ALIKE))


def words(text: str) -> Iterator[Word]:
    """Every word of a text in order."""
    start: int | None = None
    for at, letter in enumerate(f"{text} "):
        inside = unicodedata.category(letter)[0] in _IN_WORDS
        alone = inside and _HAN.match(letter) is not None
        if start is not None and (alone or not inside):
            yield Word(start, at, folded(text[start:at]).strip())
            start = None
        if alone:
            yield Word(at, at + 1, folded(letter).strip())
        elif inside and start is None:
            start = at
