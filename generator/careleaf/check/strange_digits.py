"""Words of a line in; digits and letters that readers of its language do not read, out.

Digits of another script are another amount to most readers, and to every rule about amounts none;
those of East Asian width belong to its languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from careleaf.check.passage import Passage
from careleaf.problem import Problem
from careleaf.problem_codes import FORGED

_OTHER = re.compile(r"[^\D0-9]+")
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_OWN = {
    "ar": "ARABIC-INDIC",
    "fa": "EXTENDED ARABIC-INDIC",
    "ur": "EXTENDED ARABIC-INDIC",
    "ps": "EXTENDED ARABIC-INDIC",
    "hi": "DEVANAGARI",
    "mr": "DEVANAGARI",
    "ne": "DEVANAGARI",
    "bn": "BENGALI",
    "pa": "GURMUKHI",
    "gu": "GUJARATI",
    "ta": "TAMIL",
    "te": "TELUGU",
    "kn": "KANNADA",
    "ml": "MALAYALAM",
    "th": "THAI",
    "lo": "LAO",
    "my": "MYANMAR",
    "km": "KHMER",
    "zh": "FULLWIDTH",
    "ja": "FULLWIDTH",
    "ko": "FULLWIDTH",
}
"""The digits of each language, by the name that Unicode gives them."""


def strange_digits(words: Passage, language: str) -> Iterator[Problem]:
    """What a language has of its own is warned of elsewhere, in translations."""
    if words.text.isascii():
        return
    own = _OWN.get(language.partition("-")[0], "-")
    for found in _OTHER.finditer(words.text):
        if not all(unicodedata.name(one, "").startswith(own) for one in found[0]):
            plain = "".join(str(unicodedata.decimal(one)) for one in found[0])
            at = words.span(found.start(), found.end())
            message = f"'{found[0]}' is in digits of another script"
            yield Problem(FORGED, at, message, f"write '{plain}'")
    if own != "FULLWIDTH":
        for found in _WIDE.finditer(words.text):
            if not found[0].isdecimal():
                plain = unicodedata.normalize("NFKC", found[0])
                at = words.span(found.start(), found.end())
                message = f"'{found[0]}' is in letters of another width"
                yield Problem(FORGED, at, message, f"write '{plain}'")
