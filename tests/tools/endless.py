"""Values out, a single one or without an end: whoever gets the next answer of a process that makes
them without an end has made it stop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count


def single() -> Iterator[int]:
    """And no more."""
    yield 0


def endless() -> Iterator[int]:
    """From 0 on."""
    yield from count()
