"""A language code in; phrases and dates out, whatever the code."""

from __future__ import annotations

import re
from datetime import date

import pytest

from careleaf.language import CODE, language, near_code

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("en-US", "March 4, 2026"),
        ("en-GB", "4 March 2026"),
        ("es", "4 de marzo de 2026"),
        ("es-MX", "4 de marzo de 2026"),
        ("ar", "4 مارس 2026"),
        ("zh-Hans", "2026年3月4日"),
        ("hi", "4 मार्च 2026"),
        ("vi", "4 tháng 3, 2026"),
        ("en-UK", "4 March 2026"),
        ("es-XX", "4 de marzo de 2026"),
        ("xx", "March 4, 2026"),
        ("xx-YY", "March 4, 2026"),
    ],
)
def test_no_reader_of_a_date_can_swap_day_and_month(code: str, shown: str) -> None:
    assert language(code).date(DAY) == shown


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert language("xx").say("Call {number}", number="911") == "Call 911"
    assert language("xx").say_many("{n} time", "{n} times", 1) == "1 time"


def test_codes_are_told_from_other_names() -> None:
    for right in ("en", "es-MX", "zh-Hant", "zh-Hant-TW"):
        assert re.fullmatch(CODE, right)
    for wrong in ("", "EN", "english", "en_US", "README", "../x", "*", "en-us"):
        assert not re.fullmatch(CODE, wrong)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ES", "es"),
        ("zh-hans", "zh-Hans"),
        ("ar_EG", "ar-EG"),
        ("ZH_HANS_sg", "zh-Hans-SG"),
        ("spanish", ""),
        ("../x", ""),
        ("es-latin-america", ""),
    ],
)
def test_a_code_in_other_letters_is_understood(typed: str, meant: str) -> None:
    assert near_code(typed) == meant
