"""A topic as patients read it in; medicines without the cautions that they need out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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


def without_caution(topic: Iterable[Statement]) -> Iterator[Problem]:
    """For English: the first mention of a medicine, if the topic never says the caution."""
    said = list(topic)
    text = "\n".join(one.words.text for one in said).lower()
    for column, caution, what, key, year in rows(FILE):
        if any(words in text for words in phrases(caution)):
            continue
        for one in said:
            found = pattern(column).search(one.words.text)
            if found and not _REFUSED.search(one.words.text):
                message = f"'{found[0]}' stands here without a caution that it needs"
                at = one.words.span(found.start(), found.end())
                yield Problem(NO_CAUTION, at, message, f"say {what} ({key}, {year})")
                break
