"""What patients read in; amounts of a medicine above the most that adults take in a day, out.

It sees an amount that is written whole ("10 g a day", "5000 mg"), and adds up no tablets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from careleaf.check.known import pattern
from careleaf.check.statement import Statement
from careleaf.problem import Problem
from careleaf.problem_codes import NO_CAUTION
from careleaf.readability import sentences


class Most(Struct, frozen=True):
    """The most of a medicine that a source names for a day. Lists have no room for one alone."""

    names: str
    """Parted by semicolons."""
    milligrams: int
    source: str
    """A file in content/sources."""
    year: int


MOST = (Most("acetaminophen; paracetamol", 4000, "fda-acetaminophen-2011", 2011),)

_AMOUNT = re.compile(
    r"(?<![\w.,])([0-9][0-9,]*(?:\.[0-9]+)?) ?(mg|milligrams?|g|grams?)\b", re.IGNORECASE
)
_WARNS = re.compile(r"\b(?:overdose|too much|harms?|damages?|kills?|danger\w*)\b", re.IGNORECASE)
"""A sentence that says what too much does may name how much that is."""


def above_daily_most(said: Statement) -> Iterator[Problem]:
    """For English: a sentence with a medicine of ours and more of it than anybody takes in a day,
    at once or as a limit."""
    text = said.words.text
    for most in MOST if not said.against else ():
        if not pattern(most.names).search(text):
            continue
        for start, end in sentences(text):
            named = pattern(most.names).search(text, start, end)
            if not named or _WARNS.search(text, start, end):
                continue
            for found in _AMOUNT.finditer(text, start, end):
                if _milligrams(found) > most.milligrams:
                    message = f"'{found[0]}' of {named[0]} is more than adults take in a day"
                    hint = f"at most {most.milligrams} mg a day ({most.source}, {most.year})"
                    at = said.words.span(found.start(), found.end())
                    yield Problem(NO_CAUTION, at, message, hint)


def _milligrams(found: re.Match[str]) -> float:
    number = float(found[1].replace(",", ""))
    return number if found[2].lower().startswith("m") else number * 1000
