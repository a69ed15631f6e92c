"""The product's own American dates are those that babel writes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date

from careleaf.language import language


@pytest.mark.parametrize("code", ["ar", "fa", "hi", "vi", "zh-Hans"])
def test_digits_are_the_same_in_every_language(code: str) -> None:
    """Doses are typed in them, and an Arabic 5 looks like a 0, and its 0 like a dot."""
    written = language(code).date(date(2026, 11, 25))
    assert [one for one in written if one.isdigit() and not one.isascii()] == []
    assert "25" in written


@pytest.mark.parametrize("code", ["en", "en-US", "en-GB"])
def test_dates_are_babels(code: str) -> None:
    first = date(2027, 1, 1)
    for day in (first + timedelta(days=n) for n in range(365)):
        expected = format_date(day, format="long", locale=code.replace("-", "_"))
        assert language(code).date(day) == expected
