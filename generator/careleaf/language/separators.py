"""A language code in; which signs part the fraction and the thousands of a number out.

The conventions of CLDR. Spanish and Arabic differ by country ("1.5" in Mexico, "1,5" in Spain),
and so may a language that is not listed: they have both."""

from __future__ import annotations

POINT = (".", ",")
"""1,000.5"""
COMMA = (",", ".")
"""1.000,5"""
_POINT = frozenset(
    {
        *("en", "zh", "ja", "ko", "hi", "bn", "pa", "gu", "mr", "ta", "te", "kn", "ml", "si", "ne"),
        *("th", "my", "he", "ur", "sw", "am", "so", "fil", "tl", "ms", "de-CH", "de-LI"),
    }
)
_COMMA = frozenset(
    {
        *("de", "fr", "it", "pt", "nl", "da", "sv", "nb", "nn", "no", "fi", "is", "et", "lv", "lt"),
        *("pl", "cs", "sk", "hu", "ro", "bg", "hr", "sr", "bs", "sl", "mk", "sq", "el", "tr", "az"),
        *("ru", "uk", "be", "hy", "ka", "kk", "uz", "id", "vi", "ca", "gl", "eu"),
    }
)


def separators(code: str) -> tuple[tuple[str, str], ...]:
    """Pairs of the sign before a fraction and the sign between thousands; one pair where the
    language has one convention."""
    for name in (code, code.partition("-")[0]):
        if name in _POINT:
            return (POINT,)
        if name in _COMMA:
            return (COMMA,)
    return (POINT, COMMA)
