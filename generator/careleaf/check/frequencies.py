"""What patients read in; chances that are hard to take in out: percentages and decimals, one
outcome without the other, and different numbers of people side by side.

Sources: Patient Information Forum, Communicating benefits, risks and uncertainties; NHS digital
service manual, Numbers: whole people out of the same number, and both outcomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careleaf.blocks.risk import Risk
from careleaf.check.statement import Statement
from careleaf.problem import Problem
from careleaf.problem_codes import (
    DECIMAL,
    DIFFERENT_DENOMINATORS,
    LONE_PERCENTAGE,
    ONE_OUTCOME,
)

_FREQUENCY = re.compile(
    r"(?<![\w.,])([0-9][0-9,]*) (?:in|out of)(?: every)? ([0-9][0-9,]*)\b"
    r"(?![.,][0-9]| (?:second|minute|hour|day|week|month|year)s?\b)"
)
_PERCENT = re.compile(
    r"(?<![\w.,])([0-9]+(?:\.[0-9]+)?) ?(?:%|percent\b|per cent\b)", re.IGNORECASE
)
_DECIMAL = re.compile(
    r"(?<![\w.,])[0-9]+\.[0-9]+(?![\w%]|\.[0-9]| ?[%°])"
    r"(?! ?(?:mg|g|mcg|micrograms?|milligrams?|grams?|kg|mL|ml|L|degrees?|percent|per cent"
    r"|am|pm|a\.m|p\.m)\b)"
)
_FEW = 10
""" "1 in 3" leaves nobody to count for the rest; "3 in 100" does."""
_YEARS = range(1900, 2101)


def percentages(said: Statement) -> Iterator[Problem]:
    """A percentage in a line that says no "N in M"."""
    if chances(said):
        return
    for found in _PERCENT.finditer(said.words.text):
        people = round(float(found[1]))
        hint = f"write '{people} in 100 people'" if people else "write how many of 1000 people"
        at = said.words.span(found.start(), found.end())
        yield Problem(LONE_PERCENTAGE, at, f"'{found[0]}' stands without people", hint)


def decimals(said: Statement) -> Iterator[Problem]:
    """A point between digits, but in a dose, a temperature and a time of day."""
    for found in _DECIMAL.finditer(said.words.text):
        message = f"'{found[0]}' is harder to take in than a whole number"
        hint = "take a smaller unit (90 minutes, not 1.5 hours), or round it"
        yield Problem(DECIMAL, said.words.span(found.start(), found.end()), message, hint)


def outcomes(section: Iterable[Statement]) -> Iterator[Problem]:
    """ "3 in 100 people" in the words of a section that never says "97 in 100". A `risk` says both
    by itself."""
    told = [(one, found) for one in section for found in chances(one)]
    pairs = {(whole(found[1]), whole(found[2])) for _, found in told}
    for said, found in told:
        count, of = whole(found[1]), whole(found[2])
        if of >= _FEW and (of - count, of) not in pairs:
            message = f"'{found[0]}' says how many, and not for how many it is not so"
            hint = f"add '{of - count} in {of}', or use ':::risk', which says both"
            at = said.words.span(found.start(), found.end())
            yield Problem(ONE_OUTCOME, at, message, hint)


def denominators(section: Iterable[Statement]) -> Iterator[Problem]:
    """People out of different numbers in one section: nobody can compare 1 in 7 with 3 in 100."""
    first, told = 0, set[int]()
    for said in section:
        if isinstance(said.block, Risk):
            first = first or said.block.of
        for found in chances(said):
            of = whole(found[2])
            first = first or of
            if of != first and of not in told:
                told.add(of)
                message = f"'{found[0]}' is out of {of}; before, it was out of {first}"
                hint = "count both out of 100"
                at = said.words.span(found.start(), found.end())
                yield Problem(DIFFERENT_DENOMINATORS, at, message, hint)


def chances(said: Statement) -> list[re.Match[str]]:
    """Every "3 in 100" of a line: its first group counts, its second is out of how many."""
    return [
        found
        for found in _FREQUENCY.finditer(said.words.text)
        if 0 < whole(found[1]) < whole(found[2]) and whole(found[2]) not in _YEARS
    ]


def whole(digits: str) -> int:
    """ "1,172" is one number."""
    return int(digits.replace(",", ""))
