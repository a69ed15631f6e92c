"""Values without an end, out: whoever gets the next answer of a process that makes them has made it
stop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count


def endless() -> Iterator[int]:
    """From 0 on."""
    yield from count()
