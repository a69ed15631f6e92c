"""Words of a line in; emergency numbers that a topic gives itself out.

A topic is used by clinics in many countries: 911 leads nowhere in most of them. The number is the
clinic's, from its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.check.passage import Passage
from careleaf.problem import Problem
from careleaf.problem_codes import TYPED_EMERGENCY_NUMBER

_NUMBERS = "911|999|112|111|000|995|108|102|1177"
EMERGENCY_NUMBERS = frozenset(_NUMBERS.split("|"))
"""Of countries where topics may be used; none of them is one in all."""
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PARTED = "|".join("[-. ]".join(number) for number in _NUMBERS.split("|"))
"""9-1-1"""
_SPELLED = "|".join(
    "[- ]".join(_DIGITS[int(digit)] for digit in number) for number in _NUMBERS.split("|")
)
"""Nine one one."""
_VERBS = ("call", "dial", "phone", "ring", "text")
_MAYBE = re.compile(
    rf"{_NUMBERS}|[019][-. ][0-9][-. ][0-9]|nine[- ](?:one|nine)|one[- ](?:one|zero)|zero[- ]zero"
)
_TYPED = re.compile(
    r"\b(?:call|calling|dial|dialling|dialing|phone|ring|text)\s+(?:an ambulance on |NHS )?"
    rf"((?:{_NUMBERS})\b(?![-.]?[0-9])|(?:{_PARTED})\b(?![-. ]?[0-9])"
    rf"|(?:{_SPELLED})\b(?![- ](?:{'|'.join(_DIGITS)})\b))",
    re.IGNORECASE,
)


def typed_numbers(words: Passage) -> Iterator[Problem]:
    """For English, in what patients read and in what is said to them."""
    small = words.text.lower()
    if not any(verb in small for verb in _VERBS) or not _MAYBE.search(small):
        return
    for found in _TYPED.finditer(words.text):
        message = f"{found[1]} is an emergency number in some countries only"
        hint = "write {{ clinic.emergency_number }}, or {{ clinic.phone }} for the clinic's own"
        yield Problem(TYPED_EMERGENCY_NUMBER, words.span(*found.span(1)), message, hint)
