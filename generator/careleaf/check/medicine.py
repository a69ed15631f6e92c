"""A topic as patients read it in; medicines without the cautions that they need out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careleaf.check.known import pattern, phrases, rows
from careleaf.check.statement import Statement
from careleaf.problem import Problem
from careleaf.problem_codes import NO_CAUTION

FILE = "medicines.txt"

_REFUSED = re.compile(
    r"\b(?:not advised|no better|no real help|last choice|do not take|not offered|do not help)\b",
    re.IGNORECASE,
)
"""A line that advises against it needs no caution for those who take it."""


_ASKS = re.compile(
    r"\b(?:ask|tell|talk to|check with|before you take|before taking|(?:do not|don't) take"
    r"|not safe|not for|avoid)\b",
    re.IGNORECASE,
)
"""A line with one of these may hold a caution far from the medicine."""


def without_caution(sections: Sequence[Sequence[Statement]]) -> Iterator[Problem]:
    """For English: the first mention of a medicine, if no section that names it says the caution,
    and no line that tells who must ask. "A victim of stroke" somewhere else is no caution."""
    said = [one for section in sections for one in section]
    asks = "\n".join(one.words.text for one in said if _ASKS.search(one.words.text)).lower()
    texts = ["\n".join(one.words.text for one in section) for section in sections]
    for column, caution, what, key, year in rows(FILE):
        named = pattern(column)
        near = "\n".join([asks, *(text.lower() for text in texts if named.search(text))])
        if any(words in near for words in phrases(caution)):
            continue
        for one in said:
            found = named.search(one.words.text)
            if found and not (one.against or _REFUSED.search(one.words.text)):
                message = f"'{found[0]}' stands here without a caution that it needs"
                at = one.words.span(found.start(), found.end())
                yield Problem(NO_CAUTION, at, message, f"say {what} ({key}, {year})")
                break
