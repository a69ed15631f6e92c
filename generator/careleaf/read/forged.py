"""Text as it stands in a file in; signs that nobody sees, or takes for others, where they change a
number or a word, out.

A number with a hidden sign in it passes every check and reaches the patient as another one, or as
what a screen reader makes of it; "\u0430cetaminophen" with a Cyrillic letter is no medicine that a
list knows. Hidden signs that a script needs (joiners in Persian and Hindi) are left alone there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

_HIDDEN = "\u00ad\u061c\u200b-\u200f\u2060\ufe00-\ufe0f"
"""Soft hyphen, zero-width, marks of direction and of variation: each has its use elsewhere."""
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_CYRILLIC = "\u0400-\u052f"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_POSING = (
    "\u0251\u0261\u026a\u1d00-\u1d25\u2100-\u2102\u210a-\u2115\u2119-\u211d\u2124\u2128"
    "\u212c-\u2134\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb"
)
"""Letters that look as those of Latin: of phonetics, of mathematics, of East Asian width."""
_LETTER = f"{_LATIN}{_CYRILLIC}{_GREEK}"
_AT_WORDS = re.compile(f"(?<=[\\d{_LETTER}])[{_HIDDEN}]+|[{_HIDDEN}]+(?=[\\d{_LETTER}])")
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_STRIKES = "\u0334-\u0338\u20d2\u20d3\u20d8-\u20da\u20e5\u20e6\u20ea\u20eb"
_MARKED = re.compile(f"(?<=\\d)[{_MARKS}]+|(?<=\\w)[{_STRIKES}]+")
"""A mark on a digit, and a line through any sign."""
_SMALL = "\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089"
_RAISED = re.compile(f"(?<=[0-9])[{_SMALL}]+")
_LETTERS = re.compile(f"[{_LETTER}{_POSING}]{{2,}}")
_MICRO = re.compile("[\u03bc\u03a9](?:[gmlLMsW]|mol)?")
"""Signs of units, which are letters of Greek."""
_SCRIPTS = tuple(re.compile(f"[{one}]") for one in (_LATIN, _CYRILLIC, _GREEK, _POSING))
_ANY = re.compile(f"[{_HIDDEN}{_POSING}{_CYRILLIC}{_GREEK}{_SMALL}{_MARKS}]")
"""What all of these hold, and few files do."""


class Forged(Struct, frozen=True):
    """A stretch of the text, and what is wrong with it."""

    start: int
    end: int
    said: str
    hint: str


def forged(text: str) -> Iterator[Forged]:
    """All of them; each problem once."""
    if not _ANY.search(text):
        return
    for found in _AT_WORDS.finditer(text):
        said = f"a sign that nobody sees, in or beside a word or number: {_codes(found[0])}"
        yield Forged(found.start(), found.end(), said, "delete it: Careleaf parts and turns words")
    for found in _MARKED.finditer(text):
        said = f"a mark on a digit, or through a sign: {_codes(found[0])}"
        yield Forged(found.start(), found.end(), said, "delete it")
    for found in _RAISED.finditer(text):
        digits = text[_first_digit(text, found.start()) : found.end()]
        plain = unicodedata.normalize("NFKC", digits)
        said = f"'{digits}' is read as {plain}"
        yield Forged(found.start(), found.end(), said, "write it in words, or a source as [@name]")
    for found in _LETTERS.finditer(text):
        if sum(bool(one.search(found[0])) for one in _SCRIPTS) > 1 and not _MICRO.fullmatch(
            found[0]
        ):
            yield _mixed(found)


def _mixed(found: re.Match[str]) -> Forged:
    """The word with letters of two scripts: the fewer of them are the wrong ones."""
    groups = [[sign for sign in found[0] if one.match(sign)] for one in _SCRIPTS]
    strange = min((one for one in groups if one), key=len)
    said = f"'{found[0]}' mixes letters that only look alike: {_codes(''.join(strange))}"
    return Forged(found.start(), found.end(), said, "type the whole word anew")


def _first_digit(text: str, end: int) -> int:
    start = end
    while start and text[start - 1].isdecimal():
        start -= 1
    return start


def _codes(signs: str) -> str:
    return ", ".join(dict.fromkeys(f"U+{ord(sign):04X}" for sign in signs))
