"""The product's own American dates are those that babel writes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date

from careleaf.language import language


@pytest.mark.parametrize("code", ["en", "en-US", "en-GB"])
def test_dates_are_babels(code: str) -> None:
    first = date(2027, 1, 1)
    for day in (first + timedelta(days=n) for n in range(365)):
        expected = format_date(day, format="long", locale=code.replace("-", "_"))
        assert language(code).date(day) == expected
