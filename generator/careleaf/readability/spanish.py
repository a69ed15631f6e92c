"""A Spanish word in; how many syllables it is said with out.

Spanish is written as it is spoken, so its own rules do without a dictionary (Ortografía de la
lengua española, RAE 2010): two open vowels are two syllables, a closed vowel beside another vowel
is in the same one unless it bears the accent, and an h between vowels changes nothing."""

from __future__ import annotations

import re

_SILENT_U = re.compile(r"(?<=[qg])u(?=[eiéí])")
_GROUP = re.compile(r"[aeiouáéíóúü]+")
_OPEN = "aeoáéóíú"
"""Each is the core of a syllable. An accented i or u beside an open vowel is too."""
_TWO_CLOSED = re.compile(r"(?<=[iuü])[íú]|[íú](?=[iuü])")
"""Two closed vowels are one syllable, accent or not: "cuídate", "construí"."""

_UNITS = (2, 2, 1, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 3, 2, 4, 5, 5, 5)
"""Syllables of cero to diecinueve (uno counts 2)."""
_TENS = (0, 0, 2, 2, 3, 3, 3, 3, 3, 3)
_CIEN, _CIENTO, _CIENTOS, _MIL, _Y, _COMA = 1, 2, 3, 1, 1, 2


def syllables(word: str) -> int:
    """At least 1. Numbers count as they are said, acronyms by their letters."""
    parts = re.split(r"[-\u2010\u2011]|(?<=\d)(?=[^\d.,])|(?<=[^\d.,])(?=\d)", word)
    return max(1, sum(_part(part) for part in parts if part))


def _part(part: str) -> int:
    if part[0].isdecimal():
        return _said(part)
    if re.fullmatch(r"[A-Z]{2,5}", part) and not re.search(r"[AEIOU][^AEIOU]?[AEIOU]", part):
        return sum(2 if letter in "FHJLMNRSXYZ" else 1 for letter in part)
    return _letters(part.lower())


def _letters(word: str) -> int:
    word = re.sub(r"y$", "i", _SILENT_U.sub("", word)).replace("h", "")
    return sum(_cores(group) for group in _GROUP.findall(word))


def _cores(group: str) -> int:
    group = _TWO_CLOSED.sub("i", group)
    return max(1, sum(vowel in _OPEN for vowel in group)) + len(re.findall(r"ii|uu", group))


def _said(digits: str) -> int:
    """The syllables of a number. A point or comma before three digits parts thousands."""
    whole, behind = re.sub(r"[.,](?=\d{3}(?!\d))", "", digits), ""
    if found := re.fullmatch(r"(\d+)[.,](\d+)", whole):
        whole, behind = found[1], found[2]
    if not (whole.isdecimal() and len(whole) <= len("999999")):
        return len(digits)
    return _whole(int(whole)) + (_COMA + _whole(int(behind[:6])) if behind else 0)


def _whole(number: int) -> int:
    if number < len(_UNITS):
        return _UNITS[number]
    if number < 100:
        joined = number < 30
        unit = _UNITS[number % 10] if number % 10 else 0
        return _TENS[number // 10] + unit + (0 if joined or not unit else _Y)
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        named = _CIENTO if hundreds == 1 else _CIENTOS + (1 if hundreds in {4, 7, 8, 9} else 0)
        return (_CIEN if number == 100 else named) + (_whole(rest) if rest else 0)
    thousands, rest = divmod(number, 1000)
    before = 0 if thousands == 1 else _whole(thousands)
    return before + _MIL + (_whole(rest) if rest else 0)
