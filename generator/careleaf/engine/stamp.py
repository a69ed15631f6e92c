"""A topic's date in; the date that its files carry as their own, out."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from careleaf.engine.job import RefusedError

_VARIABLE = "SOURCE_DATE_EPOCH"


def file_date(written: date) -> date:
    """When the topic was written, or the day that SOURCE_DATE_EPOCH gives in seconds since 1970
    (as reproducible builds ask for); never today, so that the same input gives the same bytes.

    Raises `RefusedError` where the variable holds no such number.
    """
    given = os.environ.get(_VARIABLE)
    if not given:
        return written
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise RefusedError(
            f"{_VARIABLE} is '{given}'", "it counts seconds since 1970, such as 1767225600"
        ) from error
