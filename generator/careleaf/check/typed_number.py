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
_MAYBE = re.compile(_NUMBERS)
_TYPED = re.compile(
    r"\b(?:call|calling|dial|dialling|dialing|phone|ring|text)\s+(?:an ambulance on |NHS )?"
    rf"({_NUMBERS})\b(?![-.]?[0-9])",
    re.IGNORECASE,
)


def typed_numbers(words: Passage) -> Iterator[Problem]:
    """For English, in what patients read and in what is said to them."""
    if not _MAYBE.search(words.text):
        return
    for found in _TYPED.finditer(words.text):
        message = f"{found[1]} is an emergency number in some countries only"
        hint = "write {{ clinic.emergency_number }}, or {{ clinic.phone }} for the clinic's own"
        yield Problem(TYPED_EMERGENCY_NUMBER, words.span(*found.span(1)), message, hint)
