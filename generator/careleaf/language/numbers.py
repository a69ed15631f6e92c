"""A text and its translation in; how their numbers, variables, citations and blanks differ, out.

Numbers are compared by their values, each read as its language writes them, and by their order: two
doses that have changed places are the same numbers, and another instruction."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from careleaf.language.separators import separators
from careleaf.problem_codes import DIFFERENT_NUMBER, REORDERED_NUMBERS

_NUMBER = re.compile(
    "[0-9]+(?:[.,][0-9]+|[\u00a0\u202f][0-9]{3}(?![0-9]))*|[\u00bc-\u00be\u2150-\u215e\u2189]"
)
"""With the signs of any language in it; thousands may be parted by a space that does not break. A
fraction such as \u00bd is a number of its own."""
_MARKS = re.compile(r"\{\{.*?\}\}|\[@[^\]]*\]|_{3,}")
"""Variables, citations and blanks: a translation keeps each of them."""
_OTHER_DIGITS = re.compile(r"[^\D0-9]+")
_OF_ARABIC = str.maketrans("\u066b\u066c", ".,")


class Words(Struct, frozen=True):
    """A text and the code of its language."""

    text: str
    language: str


class _Number(Struct, frozen=True):
    """As written, and the values that it may have: one where the language has one convention."""

    written: str
    values: frozenset[str]

    def same(self, other: _Number) -> bool:
        return not self.values.isdisjoint(other.values)


def differences(source: Words, translation: Words) -> Iterator[tuple[str, str]]:
    """A problem code and a sentence for each way in which they differ."""
    wanted, given = (_plain_digits(one.text) for one in (source, translation))
    marks, kept = Counter(_MARKS.findall(wanted)), Counter(_MARKS.findall(given))
    if missing := [*(marks - kept)]:
        yield DIFFERENT_NUMBER, f"the mark {', '.join(missing)} is missing from the translation"
    elif extra := [*(kept - marks)]:
        yield DIFFERENT_NUMBER, f"the mark {', '.join(extra)} is not in the source"
    yield from _numbers_differ(_numbers(wanted, source), _numbers(given, translation))


def other_digits(text: str) -> str:
    """The numbers in digits of another script than ours, with commas between them."""
    return ", ".join(dict.fromkeys(_OTHER_DIGITS.findall(text)))


def _numbers_differ(wanted: list[_Number], given: list[_Number]) -> Iterator[tuple[str, str]]:
    extra = list(given)
    missing: list[_Number] = []
    for number in wanted:
        same = next((one for one in extra if number.same(one)), None)
        if same is None:
            missing.append(number)
        else:
            extra.remove(same)
    if missing:
        said = f"the number {_listed(missing)} is missing from the translation"
        yield DIFFERENT_NUMBER, said
    elif extra:
        yield DIFFERENT_NUMBER, f"the number {_listed(extra)} is not in the source"
    elif not all(one.same(other) for one, other in zip(wanted, given, strict=True)):
        said = f"the source has the numbers {_listed(wanted)}, and here they are {_listed(given)}"
        yield REORDERED_NUMBERS, said


def _listed(numbers: list[_Number]) -> str:
    return ", ".join(number.written for number in numbers)


def _numbers(text: str, words: Words) -> list[_Number]:
    """The numbers that a patient reads: not those in the key of a source."""
    found = _NUMBER.findall(_MARKS.sub(" ", text))
    return [_Number(written, _values(written, words.language)) for written in found]


def _values(written: str, language: str) -> frozenset[str]:
    """What a number may be, in plain digits with a point; as it stands where it is of no form."""
    close = re.sub("[\u00a0\u202f]", "", written)
    found: set[str] = set()
    for decimal, group in separators(language):
        whole, _, fraction = close.partition(decimal)
        grouped = re.fullmatch(rf"[0-9]{{1,3}}(?:{re.escape(group)}[0-9]{{3}})+|[0-9]+", whole)
        if grouped and (fraction.isdecimal() or decimal not in close):
            digits = whole.replace(group, "")
            found.add(f"{digits}.{fraction}" if fraction else digits)
    return frozenset(found or {written})


def _plain_digits(text: str) -> str:
    """Digits of every script as 0 to 9, one for one."""
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    return plain.translate(_OF_ARABIC)
