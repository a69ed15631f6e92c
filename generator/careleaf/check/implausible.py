"""Words of a line in; amounts that can hardly be meant out: ranges that run backwards or end far
from where they begin, temperatures of a body in the wrong unit, more days than a week has.

A slip in one digit or letter makes them: "5 to 500 mg" was 5 to 50, "a fever of 38 °F" is 3 °C."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.check.passage import Passage
from careleaf.problem import Problem
from careleaf.problem_codes import IMPLAUSIBLE

_UNIT = (
    r"(?:mg|g|mcg|mL|ml|milligrams?|grams?|micrograms?|tablets?|pills?|times?|seconds?|minutes?"
    r"|hours?|days?|weeks?|months?)\b"
)
_RANGE = re.compile(rf"(?<![\w.,/])([0-9]+(?:\.[0-9]+)?) to ([0-9]+(?:\.[0-9]+)?) ?{_UNIT}")
_GOES_DOWN = re.compile(
    r"\b(?:from|down|cut|reduc\w+|lower\w*|fewer|less|fell|falls?|drop\w*|shorten\w*|taper\w*)\b",
    re.IGNORECASE,
)
_WIDEST = 50
"""A range's high end in its low ends: 1 to 30 minutes is said, 5 to 500 mg is a slip."""
_FEVER = re.compile(
    r"\bfever\b|(?<!\broom )(?<!\bwater )(?<!\bbath )(?<!\boven )\btemperature\b", re.IGNORECASE
)
_PLACE = re.compile(r"\b(?:rooms?|water|bath|oven|fridge|refrigerat\w+|freezer)\b", re.IGNORECASE)
_STORED = re.compile(rf"{_PLACE.pattern}|\b(?:keep|kept|stored?|storage)\b", re.IGNORECASE)
"""A sentence with one of these, and without a fever, is of medicine or of a room."""
_NEAR = 120
"""Characters on either side that a sentence may reach."""
_SENTENCE_END = re.compile(r"[.!?;](?=\s)|\b(?:if|when)\b", re.IGNORECASE)
""" "Keep calm if the temperature is 38 °F" stores nothing."""
_DEGREES = re.compile(
    r"(?<![\w.,])([0-9]{2,3}(?:\.[0-9])?) ?(?:°|degrees?)? ?(C|F|Celsius|Fahrenheit)\b"
)
_BODY = {"C": (30, 45), "F": (86, 113)}
"""Between cold and heat that people have lived through."""
_PERIODS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 7 * 86400,
    "month": 30 * 86400,
    "year": 366 * 86400,
}
"""In seconds."""
_LONGEST = _PERIODS | {"month": 31 * 86400}
_MAYBE_PART = re.compile("[0-9] [smhdw][a-z]+ [apei]")
_PART_OF = re.compile(
    r"(?<![\w.,/])([0-9]{1,6}(?:\.[0-9]+)?) (second|minute|hour|day|week|month)s?"
    r" (?:an?|per|each|every|in an?) (minute|hour|day|week|month|year)\b"
)


def implausible(words: Passage) -> Iterator[Problem]:
    """For English."""
    for found in _RANGE.finditer(words.text):
        low, high = float(found[1]), float(found[2])
        if 0 < high < low and not _GOES_DOWN.search(words.text, 0, found.start()):
            yield _problem(words, found, "runs backwards")
        elif 0 < low * _WIDEST <= high:
            yield _problem(words, found, "ends very far from where it begins")
    for found in _PART_OF.finditer(words.text) if _MAYBE_PART.search(words.text) else ():
        one = "an" if found[3] == "hour" else "a"
        if float(found[1]) * _PERIODS[found[2]] > _LONGEST[found[3]]:
            yield _problem(words, found, f"is more than {one} {found[3]} has")
    small = words.text.lower()
    if not ("fever" in small or "temperature" in small) or not _FEVER.search(words.text):
        return
    for found in _DEGREES.finditer(words.text):
        coldest, hottest = _BODY[found[2][0]]
        if not (coldest <= float(found[1]) <= hottest or _stored(words.text, found)):
            yield _problem(words, found, "is no temperature of a body: is the unit right?")


def _stored(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence of a temperature says where something is kept."""
    before = _SENTENCE_END.split(text[max(0, found.start() - _NEAR) : found.start()])[-1]
    behind = _SENTENCE_END.split(text[found.end() : found.end() + _NEAR])[0]
    stored = _STORED.search(before) or _PLACE.search(behind)
    return bool(stored) and "fever" not in f"{before}{behind}".lower()


def _problem(words: Passage, found: re.Match[str], said: str) -> Problem:
    at = words.span(found.start(), found.end())
    return Problem(IMPLAUSIBLE, at, f"'{found[0]}' {said}", "look for a slip in a digit or unit")
