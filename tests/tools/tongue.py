"""A text in; the language it is in, by its letters and its commonest words, out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SCRIPTS = {"ARABIC": "ar", "CJK": "zh", "DEVANAGARI": "hi"}
_COMMON = {
    "en": "the and you your is of to it not can with for",
    "es": "el la de que y en los se una con para su",
    "de": "der die und ist nicht das zu mit sie ein von den",
    "fr": "le les des est et une vous dans pour qui sur pas",
    "vi": "và của là không được có bạn đau cho để các một",
}


def spoken(text: str) -> str:
    """Two letters, as in "en"; empty where nothing speaks for any language that is known here. A
    letter of Chinese counts as much as a word of others: names in Latin letters change nothing."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    scripts = Counter(unicodedata.name(word[0], "").partition(" ")[0] for word in words)
    scripts["CJK"] = sum("\u4e00" <= letter <= "\u9fff" for letter in text)
    for script, code in _SCRIPTS.items():
        if scripts[script] > scripts["LATIN"]:
            return code
    found = Counter(words)
    scores = {code: sum(found[one] for one in ones.split()) for code, ones in _COMMON.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else ""
