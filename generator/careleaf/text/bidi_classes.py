"""Characters in; their bidirectional classes, as letters, and their brackets' partners out.

Classes are the running Python's (`unicodedata`), with the defaults of DerivedBidiClass for what it
does not know yet; those are chosen so that a later version seldom changes them.
"""

from __future__ import annotations

import unicodedata

_LETTERS = {
    "L": "L",
    "R": "R",
    "AL": "A",
    "EN": "1",
    "ES": "+",
    "ET": "$",
    "AN": "9",
    "CS": ",",
    "NSM": "m",
    "BN": "b",
    "B": "P",
    "S": "S",
    "WS": " ",
    "ON": "!",
    "LRE": "e",
    "RLE": "E",
    "LRO": "o",
    "RLO": "O",
    "PDF": "p",
    "LRI": "i",
    "RLI": "I",
    "FSI": "f",
    "PDI": "j",
}

# DerivedBidiClass-15.0.0.txt: its lines "@missing" in order, of which the last that holds counts,
# and what it says of code points to be ignored. Those ending in FFFE or FFFF are never characters.
_DEFAULTS = (
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "AL"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "AL"),
    (0x20A0, 0x20CF, "ET"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDCF, "AL"),
    (0xFDF0, 0xFDFF, "AL"),
    (0xFE70, 0xFEFF, "AL"),
    (0x10800, 0x10CFF, "R"),
    (0x10D00, 0x10D3F, "AL"),
    (0x10D40, 0x10EBF, "R"),
    (0x10EC0, 0x10EFF, "AL"),
    (0x10F00, 0x10F2F, "R"),
    (0x10F30, 0x10F6F, "AL"),
    (0x10F70, 0x10FFF, "R"),
    (0x1E800, 0x1EC6F, "R"),
    (0x1EC70, 0x1ECBF, "AL"),
    (0x1ECC0, 0x1ECFF, "R"),
    (0x1ED00, 0x1ED4F, "AL"),
    (0x1ED50, 0x1EDFF, "R"),
    (0x1EE00, 0x1EEFF, "AL"),
    (0x1EF00, 0x1EFFF, "R"),
    (0x2065, 0x2065, "BN"),
    (0xFDD0, 0xFDEF, "BN"),
    (0xFFF0, 0xFFF8, "BN"),
    (0xE0000, 0xE0FFF, "BN"),
)

# BidiBrackets-15.0.0.txt: each opening bracket with its partner behind it.
_PAIRS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309"
    "\u230a\u230b\u2329\u232a\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772"
    "\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef"
    "\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a\u298b\u298c\u298d\u2990\u298f\u298e\u2991"
    "\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd\u2e22\u2e23"
    "\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008"
    "\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019"
    "\u301a\u301b\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f"
    "\uff60\uff62\uff63"
)

_SAME = {"\u232a": "\u3009"}
"""Canonically equivalent brackets close one another (BD16)."""

OPENING = {
    first: _SAME.get(last, last) for first, last in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
}
"""For each opening bracket, the value in CLOSING of the one that closes it."""
CLOSING = {last: _SAME.get(last, last) for last in _PAIRS[1::2]}
BRACKETS = frozenset(_PAIRS)


class _Letters(dict[int, str]):
    """Letters by character, for `str.translate`; each character is looked up once a process."""

    def __missing__(self, code: int) -> str:
        self[code] = letter = _LETTERS[unicodedata.bidirectional(chr(code)) or default_class(code)]
        return letter


_letters = _Letters()


def letters_of(text: str) -> str:
    """Each character's class as a letter: `_LETTERS` has their names."""
    return text.translate(_letters)


def default_class(code: int) -> str:
    """The class of a character that this Python's Unicode version does not have."""
    if code & 0xFFFE == 0xFFFE:
        return "BN"
    named = [name for first, last, name in _DEFAULTS if first <= code <= last]
    return named[-1] if named else "L"
