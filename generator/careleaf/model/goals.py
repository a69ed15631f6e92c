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
    }
)
"""By the key of a formula: the highest school grade, or the fewest points of ease; None where the
formula is told of and bounds nothing.

Grade 6 is what the AMA asks for patient material, by Flesch-Kincaid; the same texts come out about
three grades higher by SMOG (J Med Libr Assoc, 148 handouts: 6.5 and 9.6), so 8 is the stricter of
the two. INFLESZ 65 is where "fairly easy" begins (Barrio-Cantalejo 2008)."""
