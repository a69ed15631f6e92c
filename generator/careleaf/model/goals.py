"""How easy a library's topics are to be: plain data between reading, checking and telling."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

USUAL_GOALS: Mapping[str, float | None] = MappingProxyType(
    {
        "flesch-kincaid": 6.0,
        "smog": 8.0,
        "coleman-liau": None,
        "inflesz": 65.0,
        "fernandez-huerta": None,
        "pemat-understandability": None,
        "pemat-actionability": None,
        "cdc": None,
    }
)
"""By the key of a formula: the highest school grade, or the fewest points of ease; by the key of a
score: the fewest points of 100. None where it is told of and bounds nothing.

Grade 6 is what the AMA asks for patient material, by Flesch-Kincaid; the same texts come out about
three grades higher by SMOG (J Med Libr Assoc, 148 handouts: 6.5 and 9.6), so 8 is the stricter of
the two. INFLESZ 65 is where "fairly easy" begins (Barrio-Cantalejo 2008).

Scores bound nothing until a library says so: they count only what a program could decide, and a
topic that is half written misses most. The CDC Index passes at 90; PEMAT names no mark."""


def points(percent: float) -> str:
    """A score as it is told everywhere: to one decimal, as it is held against a goal, so that what
    misses it never reads as if it met it."""
    return f"{round(percent, 1):g}"
