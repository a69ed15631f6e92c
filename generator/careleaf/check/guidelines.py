"""A section as patients read it in; care that guidelines advise differently, without a place, out.

What is advised in one country and advised against in another must not look like the one truth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careleaf.check.known import pattern, phrases, rows
from careleaf.check.statement import Statement
from careleaf.problem import Problem
from careleaf.problem_codes import GUIDELINES_DIFFER

FILE = "guidelines_differ.txt"

_PLACE = re.compile(r"\b(?:US|U\.S\.|USA|United States|America|England|UK|Britain|each country)\b")


def unplaced_advice(section: Iterable[Statement]) -> Iterator[Problem]:
    """For English: the first mention in a section that names no country."""
    said = list(section)
    if any(_PLACE.search(one.words.text) for one in said):
        return
    for column, what, keys in rows(FILE):
        for one in said:
            if found := pattern(column).search(one.words.text):
                names = ", ".join(phrases(keys))
                message = f"guidelines do not agree on '{found[0]}', and no country is named here"
                hint = f"{what} ({names}): say where it holds"
                at = one.words.span(found.start(), found.end())
                yield Problem(GUIDELINES_DIFFER, at, message, hint)
                break
