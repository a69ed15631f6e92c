"""What patients read in; amounts that are misread out: two numerals side by side, none of its unit,
a number that slides alone have.

Sources: NHS digital service manual, Numbers ("one or two 200mg tablets", not "1 or 2 200mg"); CDC
Clear Communication Index, items 15 and 17."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careleaf.check.numbers_of import NUMBER, numbers_of
from careleaf.check.statement import Statement
from careleaf.model.topic import Medium
from careleaf.problem import Problem
from careleaf.problem_codes import NO_UNIT, NUMERALS_TOGETHER, SLIDES_ALONE

_TOGETHER = re.compile(
    r"(?<![\w.,+-])(?<!\d )([1-9][0-9]?) {1,3}([1-9][0-9]{0,3})"
    r"(?=[ -]?(?:mg|g|mcg|mL|ml|micrograms?|milligrams?|minutes?|seconds?|hours?|days?|weeks?)\b)"
)
_SPELLED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_BARE = re.compile(
    r"\b(?:hold|wait|rest|last|lasts|walk|lie|sit|stand)(?: it| still)? for"
    r"(?: about| up to| at least| at most| no more than)? ([0-9]+(?: to [0-9]+)?)"
    r"(?=\s*(?:\.(?![0-9])|[;!?]|$))",
    re.IGNORECASE,
)


def numerals_together(said: Statement) -> Iterator[Problem]:
    """ "2 200 mg tablets" can be read as 2200 mg."""
    for found in _TOGETHER.finditer(said.words.text):
        count = int(found[1])
        spelled = _SPELLED[count - 1] if count <= len(_SPELLED) else f"{count} of"
        at = said.words.span(found.start(), found.end())
        message = f"'{found[0]}': two numbers side by side can be read as one"
        yield Problem(NUMERALS_TOGETHER, at, message, f"write '{spelled} {found[2]}'")


def without_unit(said: Statement) -> Iterator[Problem]:
    """ "Hold for 10." could be seconds, minutes or breaths."""
    for found in _BARE.finditer(said.words.text):
        message = f"'{found[0]}' does not say of what"
        unit = "seconds" if found[0].lower().startswith("hold") else "minutes"
        hint = f"write '{found[1]} {unit}', or what it is"
        yield Problem(NO_UNIT, said.words.span(*found.span(1)), message, hint)


def slides_alone(topic: Iterable[Statement]) -> Iterator[Problem]:
    """A number on slides that neither handout nor page has: people at home will look for it."""
    said = list(topic)
    blocks = {id(one.block): one.block for one in said if Medium.LEAFLET in one.media}
    home = {number for block in blocks.values() if block for number in numbers_of(block)}
    for one in said:
        if one.media == {Medium.DECK}:
            for found in NUMBER.finditer(one.words.text):
                if found[0] not in home:
                    message = f"{found[0]} is on the slides, and nowhere in the handout"
                    hint = "say it in both, or give both the same number"
                    at = one.words.span(found.start(), found.end())
                    yield Problem(SLIDES_ALONE, at, message, hint)
