"""An English word in; how many syllables it is said with out.

The CMU Pronouncing Dictionary has the answer for 124,000 words. A rule on their letters finds it
for nine in ten; `english_syllables.txt` has the others. So a word of the dictionary is counted as
there, and the rule is the fallback for the rest. `tests/tools/syllables.py` makes the file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"(?<![^aeiouy]l)e$")
_SILENT_ES = re.compile(r"(?<=[^aeiouy])(?<![sxzcg])(?<!ch)(?<!sh)(?<![^aeiouy]l)es$")
_SILENT_ED = re.compile(r"(?<![tdaeiouy])ed$")
_PARTED = re.compile(r"i[aou](?!u)|[aeiou]ing$|[^aeiouy]ism$|eo|ua|uou|io(?!n)")
"""Letters that are two syllables more often than one: "diet" has none of them, "dial" has."""
_JOINED = re.compile(r"(?<!\bs)[ctg]i[aou]|[sx]ion|qua|gua|geo")
"""Where they are not: "social", "quality", "pigeon"."""

_PARTS = re.compile(r"[-\u2010\u2011]|(?<=\d)[.,](?=\D)|(?<=\d)(?=[^\d.,])|(?<=[^\d.,])(?=\d)")
"""Between the parts of a word: a hyphen, and where a number ends or begins ("1,a", "4b")."""
_SPELLED = re.compile(r"[A-Z]{2,5}s?")
"""An acronym, said letter by letter."""

_SMALL = "2 1 1 1 1 1 1 2 1 1 1 3 1 2 2 2 2 3 2 2"
_UNITS = tuple(int(count) for count in _SMALL.split())
"""Syllables of zero to nineteen."""
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
_HUNDRED, _THOUSAND, _POINT = 2, 2, 1


def syllables(word: str) -> int:
    """At least 1. Numbers count as they are said, acronyms by their letters, and parts of a word
    with a hyphen each by itself (McLaughlin 1969)."""
    parts = _PARTS.split(word)
    return max(1, sum(_part(part.replace("\u2019", "'")) for part in parts if part))


def _part(part: str) -> int:
    if part[0].isdecimal():
        return _said(part)
    if _SPELLED.fullmatch(part):
        return sum(3 if letter == "W" else 1 for letter in part if letter != "s")
    return _word(part.lower())


def _word(word: str) -> int:
    others = _dictionary()
    if word in others:
        return others[word]
    if word.endswith("'s"):
        stem = word[:-2]
        return _word(stem) + bool(re.search(r"(?:[sxz]|ch|sh|[cg]e|se)$", stem))
    return by_rule(word)


def by_rule(word: str) -> int:
    """The syllables of a word in small letters by its letters alone."""
    count = len(_VOWELS.findall(word))
    if count > 1 and any(end.search(word) for end in (_SILENT_E, _SILENT_ES, _SILENT_ED)):
        count -= 1
    return max(1, count + len(_PARTED.findall(word)) - len(_JOINED.findall(word)))


@cache
def _dictionary() -> dict[str, int]:
    """The words that the rule counts wrong. Read on first use: 5 ms."""
    path = Path(__file__).with_name("english_syllables.txt")
    found: dict[str, int] = {}
    for line in path.read_text(encoding="ascii").splitlines():
        count, _, listed = line.partition(" ")
        found.update(dict.fromkeys(listed.split(), int(count)))
    return found


def _said(digits: str) -> int:
    """The syllables of a number: "15" is "fifteen", "2.5" is "two point five"."""
    whole, _, behind = digits.replace(",", "").partition(".")
    count = _whole(int(whole)) if len(whole) <= len("999999") else len(whole)
    return count + (
        _POINT + sum(_UNITS[int(digit)] for digit in behind if digit.isdecimal()) if behind else 0
    )


def _whole(number: int) -> int:
    if number < len(_UNITS):
        return _UNITS[number]
    if number < 100:
        return _TENS[number // 10] + (_UNITS[number % 10] if number % 10 else 0)
    size, name = (1000, _THOUSAND) if number >= 1000 else (100, _HUNDRED)
    rest = _whole(number % size) if number % size else 0
    return _whole(number // size) + name + rest
