"""A topic as patients read it in; signs of an emergency that its emergency box leaves out, out.

Whoever reads that box alone, on page one, must find every sign that the topic speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careleaf.blocks.red_flag import RedFlag
from careleaf.check.known import pattern, rows
from careleaf.check.statement import Statement
from careleaf.problem import Problem
from careleaf.problem_codes import SIGN_NOT_LISTED

FILE = "emergencies.txt"


def unlisted_signs(topic: Iterable[Statement]) -> Iterator[Problem]:
    """For English: the first mention of a sign outside the emergency box that it does not hold."""
    said = list(topic)
    listed = [one for one in said if _in_the_box(one)]
    others = [one for one in said if not _in_the_box(one)]
    for column, key, year in rows(FILE):
        if any(pattern(column).search(one.words.text) for one in listed):
            continue
        for one in others:
            if found := pattern(column).search(one.words.text):
                message = f"'{found[0]}' is a sign of an emergency, and the emergency box lacks it"
                hint = f"add it to ':::red-flag emergency' ({key}, {year})"
                at = one.words.span(found.start(), found.end())
                yield Problem(SIGN_NOT_LISTED, at, message, hint)
                break


def _in_the_box(said: Statement) -> bool:
    return isinstance(said.block, RedFlag) and said.block.emergency
