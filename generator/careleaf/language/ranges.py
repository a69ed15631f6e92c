"""Two numbers and a language in; the range between them in words out.

A dash is lost in print and in speech; "5 to 10" survives everywhere, in its own words in each
language."""

from __future__ import annotations

_WORDS = {
    "ar": "{} إلى {}",
    "en": "{} to {}",
    "es": "{} a {}",
    "hi": "{} से {}",
    "vi": "{} đến {}",
    "zh": "{}到{}",
}


def range_in_words(low: str, high: str, language: str) -> str | None:
    """ "5 a 10" for "es"; None for a language whose words we do not have. `language` is BCP 47."""
    words = _WORDS.get(language.partition("-")[0])
    return words.format(low, high) if words else None
