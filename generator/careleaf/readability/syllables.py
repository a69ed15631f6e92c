"""A language in; the function that counts the syllables of its words out."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from careleaf.readability import english, spanish

_COUNTS: dict[str, Callable[[str], int]] = {
    "en": lru_cache(maxsize=20_000)(english.syllables),
    "es": lru_cache(maxsize=20_000)(spanish.syllables),
}


def syllables_in(language: str) -> Callable[[str], int]:
    """For a language that has formulas. Raises KeyError for any other."""
    return _COUNTS[language.partition("-")[0]]
