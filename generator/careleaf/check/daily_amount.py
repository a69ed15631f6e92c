"""A line and the names of medicines in; how much of which of them it tells a person to take in a
day out, as far as its sentences say so in digits or in English words.

"1000 mg 6 times a day", "two 500 mg tablets every 4 hours" and "3 tablets of 500 mg" are
multiplied; tablets whose strength stands in another sentence are not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from careleaf.readability import sentences

_SMALL = "one two three four five six seven eight nine ten eleven twelve"
_WORDS = {word: number for number, word in enumerate(_SMALL.split(), start=1)} | {
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "fifty": 50,
    "once": 1,
    "twice": 2,
}
_SPELLED = "|".join(_WORDS)
_COUNT = rf"(?:[0-9]{{1,2}}|{_SPELLED})"
_BLANK = "[ \u00a0\u202f]"
_AMOUNT = re.compile(
    rf"(?<![\w.,])([0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+|[0-9][0-9,]*(?:\.[0-9]+)?|(?:{_SPELLED})\b)"
    rf"(?:{_BLANK}(thousand))?(?:{_BLANK}|-)?(mgs?|milligram(?:me)?s?|g|gms?|gram(?:me)?s?)\b",
    re.IGNORECASE,
)
"""The thousands may stand apart: "8 500 mg tablets" is read as that much too."""
_PILLS = r"(?:tablets?|pills?|caplets?|capsules?|doses?)"
_SO_MANY_BEFORE = re.compile(
    rf"\b({_COUNT})(?:{_BLANK}?[x×]| {_PILLS} of| of(?: the)?)?{_BLANK}$", re.IGNORECASE
)
_TOLD_AS_ONE = re.compile(rf"{_BLANK}?(?:[x×]| {_PILLS} of){_BLANK}$", re.IGNORECASE)
_NEAR = 80
"""Characters before an amount that say how many of it, and in what."""
_EACH_BEFORE = re.compile(
    rf"\b({_COUNT})(?: (?!(?:to|or|and|times?|x|hours?|days?|weeks?|mgs?|g)\b)[\w-]+){{1,3}}"
    r"(?: ?[(,]| of| at)?(?: ?(each)(?: of)?)? ?$",
    re.IGNORECASE,
)
_EACH_NEXT = re.compile(
    r",? (?:each(?! (?:time|dose|day|hour|morning|night|week))|apiece"
    rf"|(?:per|in each|a) {_PILLS})\b",
    re.IGNORECASE,
)
_PILLS_NEXT = re.compile(rf"[ -](?:[\w-]+ )?{_PILLS}\b", re.IGNORECASE)
_A_DAY = r"(?:a|per|each|every|in (?:a|one|any)) day\b"
_A_DAY_NEXT = re.compile(
    rf"(?: of (?:(?!\b(?:{_SPELLED}|times)\b)[^,.;:|0-9]){{1,40}}?)?,?(?: in total| in all)?,?"
    rf" (?:{_A_DAY}|daily\b|(?:in|per|every|over)(?: any)? 24)",
    re.IGNORECASE,
)
_LIMITED_BEFORE = re.compile(
    r"\b(?:at most|no more than|not more than|more than|maximum(?: of)?|limit(?: is| of)?|total of"
    r"|\bthe most is) $",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"\b(?:{_COUNT} (?:to|or) )?({_COUNT})(?: ?x| times)?,?"
    rf" (?:{_A_DAY}|(?:in|per|every)(?: any)? 24\b)"
    rf"|\b(?:{_COUNT} (?:to|or) )?({_COUNT})(?: ?x| times)? daily\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\b(?:every|each)(?: ({_COUNT})(?: (?:to|or) ({_COUNT}))?)? hours?\b|\b(hourly)\b",
    re.IGNORECASE,
)
_HAS_LIMIT = re.compile(
    r"\b(?:at most|no more than|not more than|do not (?:take|exceed|use) more|maximum|exceed)"
    rf"(?:[^.;]|\.[0-9]){{0,40}}(?:\b|(?<=[0-9]))(?:m?gs?|grams?|milligrams?|{_PILLS}|times|label"
    r"|(?:in|per|every|any) (?:a|one|24))\b"
    r"|\b(?:up to|maximum of) [^.;]{1,40}(?:a day|daily|24 hours|per day)",
    re.IGNORECASE,
)
"""A line that says how much at most may say how often: "every 4 hours, at most 4 g a day". "Bend at
most twice" says nothing of it."""
_PACK = r"(?:tube|packet|pack|sachet|carton|pot|jar|bottle|box)(?:es|s)?"
_NOT_IN = r"(?!(?:of|from|with|and|or|by|then|to|than)\b)"
_PACK_NEXT = re.compile(
    rf"(?: (?:per|a|in (?:a|an|the|each))|(?:[ -]{_NOT_IN}[\w-]+)?)[ -]{_PACK}\b", re.IGNORECASE
)
_PACK_BEFORE = re.compile(
    rf"\b{_PACK}(?: of(?: {_NOT_IN}[a-z][\w-]*){{1,3}})?"
    r"(?: (?:weigh(?:s|ing)?|hold(?:s|ing)?|contain(?:s|ing)?|has|have|with|of|is|in))?"
    rf"(?: about| up to| only| over)?(?: {_COUNT}(?: ?[x×]| {_PILLS} of)?)? \(?$",
    re.IGNORECASE,
)
_OFTEN_NEXT = re.compile(
    rf"(?: of(?: [\w-]+){{1,3}}?)?,? (?:every|daily|(?:a|each|per|in a|in one) day|once|twice"
    rf"|{_COUNT} times)\b",
    re.IGNORECASE,
)
_TAKEN_BEFORE = re.compile(
    rf"\b(?:take|taking|swallow|drink|eat|have)(?: up to)?(?: (?:an?|the|your|whole|{_COUNT}))*$",
    re.IGNORECASE,
)
"""Told to take what is in a pack, or how often, a person takes it all."""
_ON_THE_SKIN = r"(?:gel|cream|ointment|lotion)s?\b(?![ -]?(?:cap|tab|pill))"
_GEL_NEXT = re.compile(
    rf"\)?(?:[ -]{_PACK})?(?: of)?(?: the| your)?"
    r"(?: (?!(?:and|or|if|when|after|before|not|than|with|without|plus|for|as|to)\b)"
    r"[\w-]+){0,3}?"
    rf" {_ON_THE_SKIN}",
    re.IGNORECASE,
)
_GEL_BEFORE = re.compile(
    rf"\b{_ON_THE_SKIN}[,:(]?(?: (?:weighs|holds|contains|has|of|comes in|in|is))?"
    r"(?: an?| up to| about)? ?\(?$",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"(?: (?:[\w-]+ )?(?:{_PILLS}|{_PACK}))? of ((?:(?!\b(?:and|or|with|plus)\b)[^,.;:|])+)",
    re.IGNORECASE,
)
_ANY_MEDICINE = re.compile(
    rf"\b(?:it|them|this|these|that|those|either|both|each|medicines?|medications?|drugs?"
    rf"|pain ?killers?|pain relie\w+|{_PILLS}|product|brand)\b",
    re.IGNORECASE,
)
_FOOD_NEXT = re.compile(
    r" (?:fib(?:er|re)|protein|sugar|salt|carb\w*|fat|food|alcohol|calcium|water|yogh?urt)\b",
    re.IGNORECASE,
)
_TAKES = re.compile(rf"\b(?:take|taking|takes|swallow|use|dose)\b|\b{_PILLS}\b", re.IGNORECASE)


class DailyAmount(Struct, frozen=True):
    """Of one medicine: `milligrams` at once, or in a day where the sentence says how often."""

    start: int
    end: int
    """Where the amount stands in the line."""
    sentence: str
    name: str
    """Of the medicine, as the line has it."""
    milligrams: float
    said: str
    """For people: "'1000 mg' of Tylenol, 6 times a day,"."""


def daily_amounts(text: str, names: re.Pattern[str]) -> Iterator[DailyAmount]:
    """Every amount of a medicine. It belongs to the one that it is said of ("5 g of X"), else to
    the last one named before it, else to the next; a sentence that only says what to take belongs
    to the one named in the sentence before."""
    before: re.Match[str] | None = None
    for start, end in sentences(text):
        named = [*names.finditer(text, start, end)]
        if before and not named and _TAKES.search(text, start, end):
            named = [before]
        amounts = [*_AMOUNT.finditer(text, start, end)] if named else []
        sentence = start, text[start:end] if amounts else ""
        for place, found in enumerate(amounts):
            until = amounts[place + 1].start() if place + 1 < len(amounts) else end
            name = _of(text, found, named, end)
            if name is not None:
                yield _daily(text, sentence, found, until, name[0])
        before = named[-1] if named else before


def _of(
    text: str, found: re.Match[str], named: Sequence[re.Match[str]], end: int
) -> re.Match[str] | None:
    """The medicine that an amount is of; None where it is of something else: "30 g of fiber", "a
    100 g tube of ibuprofen gel"."""
    if _FOOD_NEXT.match(text, found.end(), end) or _of_a_pack(text, found, end):
        return None
    place = bisect_left(named, found.start(), key=re.Match.start)
    later = named[place] if place < len(named) else None
    if later and later.start() == found.end() + 1:
        return later
    if of := _OF.match(text, found.end(), min(end, found.end() + _NEAR)):
        inside = later if later and later.start() < of.end() else None
        if inside or not _ANY_MEDICINE.search(of[1]):
            return inside
    return named[place - 1] if place else named[0]


def _of_a_pack(text: str, found: re.Match[str], end: int) -> bool:
    """Whether an amount is what a pack holds, or of what goes on the skin: nobody is told to take
    it at once."""
    near = max(0, found.start() - _NEAR)
    if _GEL_NEXT.match(text, found.end(), end) or _GEL_BEFORE.search(text, near, found.start()):
        return True
    if pack_next := _PACK_NEXT.match(text, found.end(), end):
        if _OFTEN_NEXT.match(text, pack_next.end(), end):
            return False
        pack = found.start()
    elif before := _PACK_BEFORE.search(text, near, found.start()):
        pack = before.start()
    else:
        return False
    return not _TAKEN_BEFORE.search(text[near:pack].rstrip())


def _daily(
    text: str, sentence: tuple[int, str], found: re.Match[str], until: int, name: str
) -> DailyAmount:
    count, often = _so_many(text, sentence[0], found), _often(text, found, until)
    said = f"'{found[0]}' of {name}"
    said += f", {count} at once," if count > 1 else ""
    said += f"{'' if count > 1 else ','} {often} times a day," if often > 1 else ""
    amount = _milligrams(found) * count * often
    return DailyAmount(found.start(), found.end(), sentence[1], name, amount, said)


def _so_many(text: str, start: int, found: re.Match[str]) -> int:
    """ "two 500 mg tablets", "2 x 500 mg", "3 tablets of 500 mg", "2 Tylenol (500 mg each)"."""
    near = max(start, found.start() - _NEAR)
    each = _EACH_BEFORE.search(text, near, found.start())
    if each and (each[2] or _EACH_NEXT.match(text, found.end())):
        return _number(each[1])
    before = _SO_MANY_BEFORE.search(text, near, found.start())
    if before is None:
        return 1
    whole = _TOLD_AS_ONE.search(text, before.start(1), found.start())
    return _number(before[1]) if whole or _PILLS_NEXT.match(text, found.end()) else 1


def _often(text: str, found: re.Match[str], until: int) -> int:
    """How many times a day at the most that is meant; 1 where the amount is that of a day."""
    limited = _LIMITED_BEFORE.search(text, max(0, found.start() - _NEAR), found.start())
    if limited or _A_DAY_NEXT.match(text, found.end(), until):
        return 1
    if times := _TIMES.search(text, found.end(), until):
        return _number(times[1] or times[2])
    every = _EVERY.search(text, found.end(), until)
    if every is None or _has_limit(text):
        return 1
    hours = _number(every[2] or every[1] or "1")
    return 24 // hours if 0 < hours <= 24 else 1


@lru_cache(maxsize=16)
def _has_limit(text: str) -> bool:
    return bool(_HAS_LIMIT.search(text))


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else _WORDS[said.lower()]


def _milligrams(found: re.Match[str]) -> float:
    said = found[1].lower()
    number = _WORDS[said] if said in _WORDS else float(re.sub(r"[^0-9.]", "", said))
    number *= 1000 if found[2] else 1
    return number if found[3].lower().startswith("m") else number * 1000
