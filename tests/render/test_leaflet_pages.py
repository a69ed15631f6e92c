"""The real topic's handout, page by page: none is nearly empty."""

from __future__ import annotations

from tests.conftest import Built
from tests.tools import ink

LEAST_USE = 0.3
"""Share of the height between head and foot that must bear print, the last page included."""


def test_no_page_is_nearly_empty(built: Built) -> None:
    heights = ink.used_heights(built.leaflet)
    assert [f"page {n}: {used:.0%}" for n, used in enumerate(heights, 1) if used < LEAST_USE] == []
