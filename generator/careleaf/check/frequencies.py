"""What patients read in; chances that are hard to take in out: percentages and decimals, one
outcome without the other, and different numbers of people side by side.

Sources: Patient Information Forum, Communicating benefits, risks and uncertainties; NHS digital
service manual, Numbers: whole people out of the same number, and both outcomes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

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
    r"(?<![\w.,$€£¥])(?<![$€£¥] )[0-9]+\.[0-9]+(?![\w%]|\.[0-9])"
    r"(?! ?(?:(?:to|or) [0-9]+(?:\.[0-9]+)? ?)?(?:[%°€£¥]|(?:mg|g|mcg|micrograms?"
    r"|milligrams?|grams?|kg|mL|ml|L|mmol|mEq|kPa|dollars?|euros?|degrees?|percent|per cent"
    r"|am|pm|a\.m|p\.m)\b))"
)
_MEASURED = re.compile(
    r"\b(?:HbA1c|A1c|BMI|body mass index|INR|pH|SpO2|oxygen|saturation|humidity|[TZ]-scores?"
    r"|ejection fraction|ha?ematocrit|potassium|sodium|creatinine|cholesterol|glucose|blood sugar)"
    r"(?: (?:levels?|scores?|value|goal|target|should|be|stays?|of|is|was|are|at|below|under|over"
    r"|above|to|from|about|around|between|and|or|less|more|than|up|[0-9.]+%?))*:? \(?$",
    re.IGNORECASE,
)
"""What a laboratory or a scale gives as it is: no smaller unit, and no people to count."""
_FORMS = r"(?:cream|gel|ointment|lotion|solution|drops|spray|patch|shampoo|foam|mouthwash|saline)"
_STRENGTH_BEFORE = re.compile(rf"\b{_FORMS}(?:es)?,? \(?(?:of |at |with )?$", re.IGNORECASE)
_STRENGTH_NEXT = re.compile(
    r" (?:(?!(?:of|more|less|and|or|in|with|by|to|on|use\w*|who|had|have|got)\b)[\w-]+ )?"
    rf"(?:{_FORMS}|alcohol)\b",
    re.IGNORECASE,
)
"""How strong a medicine is: "0.5% cream", "gel 5%"."""
_NEAR = 40
"""Characters on either side of a number that say what it is."""
_ABOUT = r"(?:(?:up to|as much as|about|around|nearly|almost|over|more than|at least|some) )?"
_BY = re.compile(
    rf"\b(?:by|(?:increase|decrease|rise|fall|drop|reduction|change|cut|gain) of"
    rf"|rose|rises|fell|falls|dropped|drops|goes up|goes down|went up|went down) {_ABOUT}"
    r"(?:[0-9.]+ ?%? (?:to|or) )?$",
    re.IGNORECASE,
)
_MORE_OR_LESS = re.compile(
    r",? (?:relative )?(?:risk )?(?:higher|lower|more|less|fewer|greater|smaller|better|worse"
    r"|increase|decrease|rise|fall|drop|reduction|cut)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom ([0-9][0-9,]*) to $")
_RARE = "write how many of 10,000 people"
_FEW = 10
""" "1 in 3" leaves nobody to count for the rest; "3 in 100" does."""
_YEARS = range(1900, 2101)


def percentages(said: Statement) -> Iterator[Problem]:
    """A percentage without its own "N in M" in the line: "14.3%" is 1 in 7, and not 3 in 100. One
    that says by how much a chance changes needs the chance before and after."""
    text = said.words.text
    shares = _shares(said)
    for found in _PERCENT.finditer(text):
        percent = float(found[1])
        before, behind = text[max(0, found.start() - _NEAR) : found.start()], text[found.end() :]
        if _amount(before, behind):
            continue
        if percent > 100 or _changes(before, behind[:_NEAR]):
            if any(_same(percent, 100 * abs(new - old) / old) for old, new in pairwise(shares)):
                continue
            hint = "say from how many to how many of 100 people"
        elif any(_same(percent, share) for share in shares):
            continue
        else:
            hint = _people(percent)
        at = said.words.span(found.start(), found.end())
        yield Problem(LONE_PERCENTAGE, at, f"'{found[0]}' stands without people", hint)


def _amount(before: str, behind: str) -> bool:
    """Whether a percentage is a medicine's strength or a measured value, and not a share of
    people."""
    if behind.startswith(" of "):
        return False
    return bool(
        _STRENGTH_BEFORE.search(before) or _STRENGTH_NEXT.match(behind) or _MEASURED.search(before)
    )


def _changes(before: str, behind: str) -> bool:
    """Whether the words around a percentage say by how much something rises or falls."""
    if _MORE_OR_LESS.match(behind):
        return True
    return bool(_BY.search(before)) and not behind.startswith(" of ")


def _shares(said: Statement) -> list[float]:
    """What each "N in M" of a line is in 100, in order; "from 10 to 7 in 100" tells two."""
    shares = []
    for found in chances(said):
        of = whole(found[2])
        text = said.words.text[max(0, found.start() - _NEAR) : found.start()]
        if old := _FROM.search(text):
            shares.append(100 * (whole(old[1]) or 1) / of)
        shares.append(100 * whole(found[1]) / of)
    return shares


def _same(percent: float, share: float) -> bool:
    """Whether two shares in 100 differ by rounding alone: 14.3% and 1 in 7, 12% and 1 in 8."""
    return abs(percent - share) <= min(0.5, percent / 5) + 1e-9


def _people(percent: float) -> str:
    """Whole people out of 100; out of 1000 where rounding would be a tenth off."""
    below = math.floor(percent)
    nearest = math.floor(percent + 0.5)
    if abs(percent - nearest) <= percent / 10:
        half = percent - below == 0.5
        return f"write '{f'{below} to {nearest}' if half else nearest} in 100 people'"
    thousand = round(percent * 10, 6)
    return f"write '{thousand:.0f} in 1000 people'" if thousand % 1 == 0 else _RARE


def decimals(said: Statement) -> Iterator[Problem]:
    """A point between digits, but in a dose, a temperature, a price, a time of day and what a
    laboratory measured."""
    text = said.words.text
    for found in _DECIMAL.finditer(text):
        if _MEASURED.search(text[max(0, found.start() - _NEAR) : found.start()]):
            continue
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
