"""A text in; the places where a line may end out, by Unicode's line breaking algorithm (UAX #14).

It passes every case of LineBreakTest (Unicode 15.0), whose numbers are those of its section 8.2,
example 7. Our own, because uniseg, the kept library in Python, breaks by another version (31 cases
of 7,654 differ), brings 11 MB of tables, takes 35 ms to import and 0.07 ms a character.

`words` asks this for text that does not part its words with spaces; the rest has simpler rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from careleaf.text.break_classes import CLASSES

_HANGUL = range(0xAC00, 0xD7A4)


class _Letters(dict[int, str]):
    """Classes as letters, for `str.translate`; each character is looked up once a process."""

    def __init__(self) -> None:
        ranges = []
        for letter, spans in CLASSES.items():
            for span in spans.split():
                first, _, last = span.partition("-")
                ranges.append((int(first, 16), int(last or first, 16), letter))
        ranges.sort()
        self._firsts = [first for first, _, _ in ranges]
        self._ranges = ranges

    def __missing__(self, code: int) -> str:
        self[code] = letter = self._letter(code)
        return letter

    def _letter(self, code: int) -> str:
        if code in _HANGUL:
            return "3" if (code - _HANGUL.start) % 28 else "2"
        place = bisect_right(self._firsts, code) - 1
        first, last, letter = self._ranges[place] if place >= 0 else (1, 0, "")
        return letter if first <= code <= last else "a"


_letters = _Letters()

_UNIT = re.compile("[^\n\rln w][mz]*|.", re.DOTALL)
"""LB9: a character with its marks."""

_HARD = frozenset("\n\rln")
_ANY = '\n\rln wzmjg(})<>"s!/,$%0ahi_-|b=cEMrLVT23e'


def _pairs(*rules: tuple[str, str]) -> frozenset[str]:
    return frozenset(
        before + after for first, second in rules for before in first for after in second
    )


def _but(letters: str) -> str:
    return "".join(letter for letter in _ANY if letter not in letters)


_EVEN_BEHIND_SPACES = _pairs(
    (_ANY, "j"),  # LB11
    ("jg", _ANY),  # LB11, LB12
    (_but(" -|"), "g"),  # LB12a
    (_ANY, "})>!,/"),  # LB13
)
_QUOTES = _pairs((_ANY, '"'), ('"', _ANY))  # LB19
_TOGETHER = _pairs(
    (_ANY, "|-s_"),  # LB21, LB22
    ("b", _ANY),  # LB21
    ("/", "h"),  # LB21b
    ("ah", "0"),  # LB23
    ("0", "ah"),
    ("$", "iEMe"),  # LB23a
    ("iEMe", "%"),
    ("$%", "ah"),  # LB24
    ("ah", "$%"),
    ("$%-", "0"),  # LB25
    ("L", "LV23"),  # LB26
    ("V2", "VT"),
    ("T3", "T"),
    ("LVT23", "%"),  # LB27
    ("$", "LVT23"),
    ("ah", "ah"),  # LB28
    (",", "ah"),  # LB29
    ("ah0", "("),  # LB30
    (")", "ah0"),
    ("Ee", "M"),  # LB30b
)
_KEPT = (
    re.compile("[(<] *"),  # LB14
    re.compile('" *(?=[(<])'),  # LB15
    re.compile("[})>] *(?=s)"),  # LB16
    re.compile("= *(?==)"),  # LB17
)
"""What a space does not part: no line ends where one of these does."""
_HEBREW = re.compile("h[-|]")  # LB21a
_FLAG = re.compile("rr")  # LB30a
_NUMBER = (re.compile("[$%][(<]?(?=0)"), re.compile("0[0/,]*[})>]?[$%]?"))  # LB25


def opportunities(text: str) -> list[int]:
    """Where a line may or must end, in order: places in the text, its end included."""
    letters = text.translate(_letters)
    starts = [found.start() for found in _UNIT.finditer(letters)]
    # LB10: a mark on nothing is a letter.
    units = "".join([letters[start] for start in starts]).translate({0x6D: "a", 0x7A: "a"})
    joined = {place for place, start in enumerate(starts) if start and letters[start - 1] == "z"}
    return [*(starts[place] for place in _allowed(units, joined)), *([len(text)] if text else [])]


def _allowed(units: str, joined: set[int]) -> Iterator[int]:
    """Places in a text without marks; `joined` are those behind a zero-width joiner (LB8a)."""
    kept = {found.end() for pattern in _KEPT for found in pattern.finditer(units)}
    inside = _inside(units)
    behind = ""
    """What is before the spaces."""
    for place in range(1, len(units)):
        before, after = units[place - 1], units[place]
        if before != " ":
            behind = before
        if before in _HARD:  # LB4, LB5
            if before + after != "\rl":
                yield place
        elif after in _HARD or after in " w":  # LB6, LB7
            continue
        elif behind == "w":  # LB8
            yield place
        elif place in joined or before + after in _EVEN_BEHIND_SPACES or place in kept:
            continue
        elif before == " ":  # LB18
            yield place
        elif before + after in _QUOTES:
            continue
        elif "c" in (before, after) or not (before + after in _TOGETHER or place in inside):
            yield place  # LB20, LB31


def _inside(units: str) -> set[int]:
    """Places within a number, in a flag, and behind a hyphen after a Hebrew letter."""
    inside = {found.start() + 1 for found in _FLAG.finditer(units)}
    inside.update(found.end() for found in _HEBREW.finditer(units))
    if "0" in units:
        for pattern in _NUMBER:
            for found in pattern.finditer(units):
                inside.update(range(found.start() + 1, found.end()))
    return inside
