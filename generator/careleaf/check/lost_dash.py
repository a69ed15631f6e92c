"""Words of a line in; amounts that look like a range whose dash was lost, out.

Public texts were found that say "Repeat 510 times" and "for only 12 days at most" where "5-10" and
"1-2" had stood: a dash was lost on the way through a PDF or a database."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.check.passage import Passage
from careleaf.problem import Problem
from careleaf.problem_codes import LOST_DASH, MAYBE_LOST_DASH

MOST = {
    "time": 100,
    "second": 300,
    "minute": 300,
    "hour": 100,
    "day": 366,
    "week": 104,
    "month": 120,
    "mg": 9999,
    "ml": 9999,
}
"""No leaflet among our sources asks for more in one number (150 minutes of exercise a week is the
largest count of minutes in use)."""
_DAY = 1440
"""Minutes: a number of its own."""
_UNUSUAL_TIMES = 30
"""The most repetitions in home exercise leaflets: see `check/safety.py`."""
_WIDEST = 3
"""A range's high end is at most so many times its low end: "150" is not "1 to 50"."""

_AMOUNT = re.compile(
    r"(?<![\w.,$£€-])([1-9][0-9]{1,7})[ \u00a0]?(time|second|minute|hour|day|week|month|mg|ml)s?\b",
    re.IGNORECASE,
)
_PILLS = re.compile(
    r"\b(?:take|taking|swallow|use|have|give|chew) ([1-9][0-9]) "
    r"(tablets|pills|capsules|caplets|drops|puffs|spoons|teaspoons|tablespoons)\b(?! of\b)",
    re.IGNORECASE,
)
""" "Take 12 tablets" was "1-2 tablets"."""
_LIMIT_BEFORE = re.compile(
    r"\b(?:only|at most|no more than|not more than|up to)\s+$", re.IGNORECASE
)
_LIMIT_AFTER = re.compile(r"\s+(?:at most|or less)\b", re.IGNORECASE)


def lost_dashes(words: Passage) -> Iterator[Problem]:
    """For English. What can be nothing else is an error; what may be, a warning."""
    for found in _AMOUNT.finditer(words.text):
        digits, unit = found[1], found[2].lower()
        ends = split(digits)
        if ends is None or (unit == "minute" and int(digits) == _DAY):
            continue
        certain = int(digits) > MOST[unit]
        if certain or _doubtful(words.text, found, unit):
            low, high = ends
            code = LOST_DASH if certain else MAYBE_LOST_DASH
            seems = "looks like" if certain else "may be"
            message = f"'{found[0]}' {seems} a range whose dash was lost"
            hint = f"write '{low} to {high}', or the right number"
            yield Problem(code, words.span(*found.span(1)), message, hint)


def lost_dashes_of_pills(words: Passage) -> Iterator[Problem]:
    """For English: how many to take at once, where the digits can be a range."""
    for found in _PILLS.finditer(words.text):
        if ends := split(found[1]):
            message = f"'{found[1]} {found[2]}' may be a range whose dash was lost"
            hint = f"write '{ends[0]} to {ends[1]}', or the right number"
            yield Problem(MAYBE_LOST_DASH, words.span(*found.span(1)), message, hint)


def split(digits: str) -> tuple[int, int] | None:
    """The range that these digits would be without their dash; None where there is none."""
    for place in range(1, len(digits)):
        low, high = digits[:place], digits[place:]
        if high[0] != "0" and int(low) < int(high) <= _WIDEST * int(low):
            return int(low), int(high)
    return None


def _doubtful(text: str, found: re.Match[str], unit: str) -> bool:
    """ "12 days" is a number like others; "only 12 days" of what does harm is not. Twelve weeks or
    months are said often, and so are 12, 24, 36 and 48 hours."""
    if unit == "time":
        return int(found[1]) > _UNUSUAL_TIMES
    limited = _LIMIT_BEFORE.search(text, 0, found.start()) or _LIMIT_AFTER.match(text, found.end())
    return unit == "day" and len(found[1]) == len("12") and bool(limited)
