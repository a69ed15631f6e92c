"""What patients read in; phrases out of date out, each with what is known now and its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.check.known import pattern, rows_near
from careleaf.check.statement import Statement
from careleaf.problem import Problem
from careleaf.problem_codes import OUTDATED
from careleaf.readability import sentences

FILE = "outdated.txt"

_REFUSED = re.compile(
    r"n't\b|\b(?:not|no|never|once|used to|years ago|old advice|avoid|instead|rather than"
    r"|than|called|told|tells|says|said|myth|slow|slows|worse|heard)\b",
    re.IGNORECASE,
)
"""A sentence with one of these speaks against the phrase, or of what others say."""
_BAD = re.compile(r" (?:is|are|was|were) (?:bad|wrong|harmful)\b", re.IGNORECASE)
"""Right behind the phrase alone: "bed rest, if the pain is bad" is advice."""


def outdated(said: Statement) -> Iterator[Problem]:
    """For English. A phrase that its own sentence refuses, that stands under "Don't", or in a
    question, is none."""
    text = said.words.text
    here = [] if said.against else rows_near(FILE, text)
    for start, end in sentences(text) if here else ():
        sentence = text[start:end]
        if sentence.rstrip().endswith("?"):
            continue
        for column, now, key, year in here:
            for found in pattern(column).finditer(sentence):
                refused = _REFUSED.search(sentence.replace(found[0], ""))
                if not (refused or _BAD.match(sentence, found.end())):
                    hint = f"now: {now} ({key}, {year})"
                    yield _problem(said, start + found.start(), found[0], hint)


def _problem(said: Statement, start: int, phrase: str, hint: str) -> Problem:
    at = said.words.span(start, start + len(phrase))
    return Problem(OUTDATED, at, f"'{phrase}' is out of date", hint)
