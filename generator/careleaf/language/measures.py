"""A text and its language in; what is counted in it ("mg", "hours"), numbers that are written as
words, and other words that turn an instruction round ("left", "at most"), each with its place, out.

`measures.txt` has the words. A language that it lacks has the signs that all of them share."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from msgspec import Struct

NUMBER = "number"
"""The group of numbers that are written as words."""
_LANGUAGES = ("en", "es", "ar", "hi", "vi", "zh")
_SIGNS = re.compile("mcg|[µμ]g|mg|g|kg|ml|mL|L|%|°[CF]")
_WORD = re.compile("[^\\W\\d_]+")
_LETTER = "[^\\W\\d_]"
_DEVANAGARI = "[\u0900-\u0963\u0970-\u097f]"
_ARABIC_BEFORE = "[وفبكل]?(?:ال|لل)?"
"""And, so, by, like, for, the: written as part of the word."""
_CHINESE = "一二两三四五六七八九十"
_CHINESE_NUMBER = re.compile(
    f"(?<!第)([{_CHINESE}]+)(?=[个多]?(?:次|遍|下|片|粒|颗|丸|天|日|周|星期|小时|钟头|分钟|秒|毫克|微克|克"
    "|毫升|升|年|个月|岁|杯|勺|茶匙|汤匙|条|倍|步|滴|组))"
)


class Measure(Struct, frozen=True):
    """One of these words, as it stands."""

    start: int
    end: int
    group: str
    """Such as "amount": of one, kinds stand in the place of one another."""
    kind: str
    """Such as "milligram", the same in all languages; of a number, its value."""


def knows(language: str) -> bool:
    """Whether we have the words of this language."""
    return language.partition("-")[0] in _LANGUAGES


def comparable(text: str, language: str) -> str:
    """The text without what changes nothing of what it says: vowel signs of Arabic, which few
    write, and how a letter with a mark is put together."""
    text = unicodedata.normalize("NFC", text)
    if language.partition("-")[0] != "ar":
        return text
    return "".join(c for c in text if unicodedata.category(c) != "Mn" and c != "\u0640")


def measures(text: str, language: str) -> list[Measure]:
    """All of a `comparable` text, in order; of a language that we lack, signs alone. A word may be
    two of them: the Arabic for "2 days"."""
    spoken = language.partition("-")[0] if knows(language) else ""
    pattern, kinds = _words(spoken)
    found = [
        Measure(one.start(1), one.end(1), *kind)
        for one in pattern.finditer(text)
        for kind in kinds.get(one[1].lower(), ())
    ]
    if spoken == "zh":
        found += [
            Measure(one.start(), one.end(), NUMBER, _chinese(one[1]))
            for one in _CHINESE_NUMBER.finditer(text)
            if one[1] != "一" and _chinese(one[1]) in _known_numbers()
        ]
    return sorted(found, key=lambda one: (one.start, one.end, one.kind))


def has_number(text: str, language: str) -> bool:
    """Whether there is any, in digits or as a word of a language that parts words by blanks: asked
    of a text in a moment, where its `measures` take 30 microseconds."""
    if any(char.isnumeric() for char in text):
        return True
    _, kinds = _words(language)
    return any(
        group == NUMBER for word in _WORD.findall(text.lower()) for group, _ in kinds.get(word, ())
    )


@cache
def _known_numbers() -> frozenset[str]:
    """Those that all languages have words for here: whoever counts further must not judge, or
    "twelve minutes" in right Chinese would be a number too many."""
    return frozenset(kind for group, kind, *_ in _rows() if group == NUMBER)


def _chinese(said: str) -> str:
    tens, ten, ones = said.rpartition("十")
    digits = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
    high = digits.get(tens, 1) * 10 if ten else 0
    return str(high + digits.get(ones, 0))


@cache
def _words(spoken: str) -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, str], ...]]]:
    """What finds every word of a language, the longest that fits, and the groups and kinds of each;
    none for those in brackets. Without a language, the signs."""
    kinds: dict[str, tuple[tuple[str, str], ...]] = {}
    for group, kind, *columns in _rows():
        column = columns[_LANGUAGES.index(spoken or "en")]
        for word in (one.strip() for one in column.split(";")):
            if word.startswith("["):
                kinds.setdefault(word.strip("[]").lower(), ())
            elif word and (spoken or _SIGNS.fullmatch(word)):
                key = comparable(word, spoken).lower()
                kinds[key] = (*kinds.get(key, ()), (group, kind))
    some = "|".join(_one(word, spoken) for word in sorted(kinds, key=len, reverse=True))
    before = _ARABIC_BEFORE if spoken == "ar" else ""
    letter = _DEVANAGARI if spoken == "hi" else _LETTER
    start, end = (f"(?<!{letter})", f"(?!{letter})") if spoken != "zh" else ("", "")
    return re.compile(f"{start}{before}({some}){end}", re.IGNORECASE), kinds


def _one(word: str, spoken: str) -> str:
    """Chinese has no blanks between words, but round those of other letters."""
    inside = re.escape(word)
    return f"(?<![A-Za-z]){inside}(?![A-Za-z])" if spoken == "zh" and word.isascii() else inside


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = Path(__file__).with_name("measures.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(column.strip() for column in line.split("|")) for line in lines)
