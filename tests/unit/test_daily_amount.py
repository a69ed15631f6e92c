"""How much of a medicine a line tells a person to take in a day."""

from __future__ import annotations

import pytest

from careleaf.check.daily_amount import daily_amounts
from careleaf.check.known import pattern

NAMES = pattern("tylenol; acetaminophen")
CASES = {
    "so many hours apart": ("Take a 650 mg tablet of Tylenol every 2 hours.", 7800),
    "a limit of something else": (
        "Take one Tylenol 650 mg tablet every 2 hours. Bend at most twice.",
        7800,
    ),
    "a limit of its doses": (
        "Take 650 mg of acetaminophen every 4 hours. Take no more than 4 doses a day.",
        650,
    ),
    "a limit with a point": (
        "Take 650 mg of acetaminophen every 4 hours. Do not exceed 1.5 g.",
        650,
    ),
    "what the label says": (
        "Take 650 mg of acetaminophen every 4 hours. Never exceed what the label says.",
        650,
    ),
    "in 24 hours": ("Take Tylenol 1000 mg, six times in 24 hours.", 6000),
    "in a day": ("Take Tylenol 1 g 5 times in a day.", 5000),
}


@pytest.mark.parametrize(("text", "milligrams"), CASES.values(), ids=CASES)
def test_the_first_amount_of_a_line(text: str, milligrams: float) -> None:
    assert next(daily_amounts(text, NAMES)).milligrams == milligrams
