"""A text in; the numbers that stand in it in digits, with the values that they may have, out."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from careleaf.language.separators import separators

_NUMBER = re.compile(
    "(?:(?<![\\w.,)\u00a0-])[-\u2212](?=[0-9]))?"
    "[0-9]+(?:[.,][0-9]+|[\u00a0\u202f][0-9]{3}(?![0-9]))*|[^\\W0-9_A-Za-z]"
)
"""With the signs of any language in it; thousands may be parted by a space that does not break. A
sign of its own, such as \u00bd, \u00b2 or \u2464, may be a number too."""
_OF_ARABIC = str.maketrans("\u066b\u066c", ".,")


class Words(Struct, frozen=True):
    """A text and the code of its language."""

    text: str
    language: str


class Numeral(Struct, frozen=True):
    """As written, where, and the values that it may have: one where the language has one
    convention."""

    written: str
    values: frozenset[str]
    start: int = 0
    end: int = 0

    def same(self, other: Numeral) -> bool:
        """Whether both may be one value."""
        return not self.values.isdisjoint(other.values)


def plain_digits(text: str) -> str:
    """Digits of every script as 0 to 9, one for one."""
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    return plain.translate(_OF_ARABIC)


def numerals(text: str, language: str) -> list[Numeral]:
    """All of a text in plain digits, in order."""
    return [
        Numeral(found[0], _values(found[0], language), found.start(), found.end())
        for found in _NUMBER.finditer(text)
        if found[0][-1].isdecimal() or unicodedata.category(found[0]) in {"No", "Nl"}
    ]


def _values(written: str, language: str) -> frozenset[str]:
    """What a number may be, in plain digits with a point; as it stands where it is of no form."""
    sign = "-" if written[0] in "-\u2212" else ""
    close = re.sub("[\u00a0\u202f]", "", written.lstrip("-\u2212"))
    found: set[str] = set()
    for decimal, group in separators(language):
        whole, _, fraction = close.partition(decimal)
        grouped = re.fullmatch(rf"[0-9]{{1,3}}(?:{re.escape(group)}[0-9]{{3}})+|[0-9]+", whole)
        if grouped and (fraction.isdecimal() or decimal not in close):
            digits = whole.replace(group, "")
            found.add(sign + (f"{digits}.{fraction}" if fraction else digits))
    return frozenset(found or {written})
