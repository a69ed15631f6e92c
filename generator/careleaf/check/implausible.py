"""Words of a line in; amounts that can hardly be meant out: ranges that run backwards or end far
from where they begin, temperatures of a body in the wrong unit.

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
_FEVER = re.compile(r"\b(?:fever|temperature)\b", re.IGNORECASE)
_DEGREES = re.compile(
    r"(?<![\w.,])([0-9]{2,3}(?:\.[0-9])?) ?(?:°|degrees?)? ?(C|F|Celsius|Fahrenheit)\b"
)
_BODY = {"C": (30, 45), "F": (86, 113)}
"""Between cold and heat that people have lived through."""


def implausible(words: Passage) -> Iterator[Problem]:
    """For English."""
    for found in _RANGE.finditer(words.text):
        low, high = float(found[1]), float(found[2])
        if 0 < high < low and not _GOES_DOWN.search(words.text, 0, found.start()):
            yield _problem(words, found, "runs backwards")
        elif 0 < low * _WIDEST <= high:
            yield _problem(words, found, "ends very far from where it begins")
    if not _FEVER.search(words.text):
        return
    for found in _DEGREES.finditer(words.text):
        coldest, hottest = _BODY[found[2][0]]
        if not coldest <= float(found[1]) <= hottest:
            yield _problem(words, found, "is no temperature of a body: is the unit right?")


def _problem(words: Passage, found: re.Match[str], said: str) -> Problem:
    at = words.span(found.start(), found.end())
    return Problem(IMPLAUSIBLE, at, f"'{found[0]}' {said}", "look for a slip in a digit or unit")
