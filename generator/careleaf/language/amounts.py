"""A text and its translation in; amounts that differ in what they count, or as words, out: "5 mg"
and "5 g", "twice a day" and "three times a day", "daily" and "hourly", "at most" and "at least".

Only what both languages say for sure is told: a word for a number or a unit that one of them lacks
may be said in another way there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from careleaf.language.measures import (
    NUMBER,
    Measure,
    comparable,
    has_number,
    knows,
    measures,
)
from careleaf.language.numerals import Numeral, Words, numerals

_COUNTED = frozenset({"amount", "time", "counted"})
"""Groups of what a number counts. Those of "counted" have other uses too ("at times", a second
step)."""
_NEAR = 64
"""Signs between a number and what it counts at the most, and of either."""
_start = attrgetter("start")
_TIMES = frozenset({"twice", "thrice"})
_NEXT = re.compile("[\\s\u00a0\u202f-]*(?:[^\\W\\d_]+ )?|[个多]")
"""Between a number and what it counts: a blank, a hyphen or a word such as "more"."""
_IN_BRACKETS = re.compile(r" ?\(")
"""Between them in Arabic, where "2 weeks" may be one word, and the digit stands behind it."""


class _Amount(Struct, frozen=True):
    """A number, and what it counts where that stands beside it."""

    written: str
    values: frozenset[str]
    kinds: frozenset[str]
    spelled: bool
    """Whether the number is a word."""

    def of_kind(self, other: _Amount) -> bool:
        return not self.kinds or not other.kinds or not self.kinds.isdisjoint(other.kinds)


class _Read(Struct, frozen=True):
    amounts: Sequence[_Amount]
    said: dict[tuple[str, str], str]
    """Groups and kinds that stand anywhere, with the words for them."""
    values: frozenset[str]
    """Of all numbers, in digits and in words."""


def other_amounts(source: Words, translation: Words) -> Iterator[str]:
    """A sentence for each way in which they differ; both are in plain digits."""
    both = knows(source.language) and knows(translation.language)
    wanted, given = (_read(one, one.language if both else "") for one in (source, translation))
    unlike = _of_something_else(wanted, given)
    wrong = [f"'{one}' in the source is '{other}' here" for one, other in unlike]
    wrong += _other_words(wanted, given)
    yield from wrong
    for group in dict.fromkeys(group for group, _ in wanted.said):
        missing, extra = _only(group, wanted, given), _only(group, given, wanted)
        if missing and extra and not wrong:
            yield f"the source says {_listed(missing)}, and here it is {_listed(extra)}"


def _only(group: str, one: _Read, other: _Read) -> list[str]:
    """The words of a group that one says and the other does not."""
    return [
        words for kind, words in one.said.items() if kind[0] == group and kind not in other.said
    ]


def unlike_amounts(texts: Sequence[str], other: str) -> Iterator[tuple[int, str, str]]:
    """The same number of other things in English texts and another one: the place of the text, and
    each number as it is written."""
    numbered = [(place, text) for place, text in enumerate(texts) if has_number(text, "en")]
    given = _read(Words(other, "en"), "en") if numbered else _Read((), {}, frozenset())
    for place, text in numbered:
        for said, there in _of_something_else(_read(Words(text, "en"), "en"), given):
            yield place, said, there


def _of_something_else(wanted: _Read, given: _Read) -> Iterator[tuple[str, str]]:
    """The first number that is of other things in every place of it."""
    here, there = _by_value(wanted.amounts), _by_value(given.amounts)
    for one in _unlike_one_another(wanted.amounts):
        same = [other for value in one.values for other in there.get(value, ())]
        if one.kinds and same and all(other.kinds for other in same):
            mine = [some for value in one.values for some in here[value]]
            if not any(some.of_kind(other) for some in mine for other in same):
                yield one.written, same[0].written
                return


def _unlike_one_another(amounts: Sequence[_Amount]) -> list[_Amount]:
    """The first of those that say the same."""
    return list({(one.values, one.kinds): one for one in reversed(amounts)}.values())[::-1]


def _by_value(amounts: Sequence[_Amount]) -> dict[str, list[_Amount]]:
    found: dict[str, list[_Amount]] = {}
    for one in _unlike_one_another(amounts):
        for value in one.values:
            found.setdefault(value, []).append(one)
    return found


def _other_words(wanted: _Read, given: _Read) -> Iterator[str]:
    """Numbers as words: one that counts something may not be lost or added, nor any be another."""
    lost = [one for one in wanted.amounts if one.spelled and not one.values & given.values]
    added = [one for one in given.amounts if one.spelled and not one.values & wanted.values]
    if lost and added:
        yield f"'{lost[0].written}' in the source is '{added[0].written}' here"
    elif counted := [one for one in lost if one.kinds]:
        yield f"'{counted[0].written}' is missing from the translation"
    elif counted := [one for one in added if one.kinds]:
        yield f"'{counted[0].written}' is not in the source"


def _read(words: Words, measured: str) -> _Read:
    """With the measures of a language, or with the signs that all share."""
    text = comparable(words.text, words.language)
    found = measures(text, measured)
    units = [one for one in found if one.group in _COUNTED]
    amounts = [
        *(_amount(text, one, one.values, units) for one in numerals(text, words.language)),
        *(
            _amount(text, one, frozenset({one.kind}), units, spelled=True)
            for one in found
            if one.group == NUMBER
        ),
    ]
    said = {
        (one.group, one.kind): text[one.start : one.end]
        for one in found
        if one.group not in {NUMBER, "counted"}
    }
    values = frozenset(value for one in amounts for value in one.values)
    return _Read(amounts, said, values)


def _amount(
    text: str,
    number: Numeral | Measure,
    values: frozenset[str],
    units: Sequence[Measure],
    *,
    spelled: bool = False,
) -> _Amount:
    if text[number.start : number.end].lower() in _TIMES:
        return _Amount(text[number.start : number.end], values, frozenset({"times"}), spelled)
    first = bisect_left(units, number.start - _NEAR, key=_start)
    beyond = bisect_right(units, number.end + _NEAR, key=_start)
    counted = [one for one in units[first:beyond] if _counts(text, number, one)]
    nearest = min((one.start for one in counted), default=0)
    mine = [one for one in counted if one.start == nearest]
    start = min([number.start, *(one.start for one in mine)])
    end = max([number.end, *(one.end for one in mine)])
    return _Amount(text[start:end], values, frozenset(one.kind for one in mine), spelled)


def _counts(text: str, number: Numeral | Measure, unit: Measure) -> bool:
    if unit.start >= number.end:
        return bool(_NEXT.fullmatch(text, number.end, unit.start))
    if unit.end <= number.start:
        return bool(_IN_BRACKETS.fullmatch(text, unit.end, number.start))
    return (unit.start, unit.end) == (number.start, number.end)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"'{one}'" for one in words)
