"""A language in; the fonts that its deck names for scripts that Calibri has no letters of, out.

DrawingML names three fonts for every run (ECMA-376 part 1, 21.1.2.3.3): `latin`, `ea` for Chinese,
Japanese and Korean, and `cs` for scripts whose letters join or move. The names are those that
Windows has installed whatever its language; macOS has Arial, and takes a font of its own for the
others, as LibreOffice does on Linux.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct


class OfficeFonts(Struct, frozen=True, kw_only=True):
    """What a file names besides Calibri."""

    script: str
    """The language's own, as ISO 15924 has it."""
    complex: str = "Arial"
    east: str = ""
    """Empty: whatever the program takes."""
    spoken: str = ""
    """What Office calls the language, which for it is always that of a country; empty for one whose
    code it is left to."""

    @property
    def latin(self) -> bool:
        """Whether Calibri has the letters."""
        return self.script == "Latn"


_LATIN = OfficeFonts(script="Latn")
_HEBREW = OfficeFonts(script="Hebr", spoken="he-IL")
_HINDI = OfficeFonts(script="Deva", complex="Nirmala UI", spoken="hi-IN")
_SIMPLE = OfficeFonts(script="Hans", east="Microsoft YaHei", spoken="zh-CN")
_FULL = OfficeFonts(script="Hant", east="Microsoft JhengHei", spoken="zh-TW")

_FONTS = {
    **{code: OfficeFonts(script="Arab") for code in ("ckb", "sd", "ug")},
    "fa": OfficeFonts(script="Arab", spoken="fa-IR"),
    "ps": OfficeFonts(script="Arab", spoken="ps-AF"),
    "ur": OfficeFonts(script="Arab", spoken="ur-PK"),
    "ar": OfficeFonts(script="Arab", spoken="ar-SA"),
    "en": OfficeFonts(script="Latn", spoken="en-US"),
    "he": _HEBREW,
    "yi": OfficeFonts(script="Hebr"),
    "hi": _HINDI,
    "mr": OfficeFonts(script="Deva", complex="Nirmala UI", spoken="mr-IN"),
    "ne": OfficeFonts(script="Deva", complex="Nirmala UI", spoken="ne-NP"),
    "vi": OfficeFonts(script="Latn", spoken="vi-VN"),
    "zh": _SIMPLE,
    "zh-Hant": _FULL,
    "zh-HK": _FULL,
    "zh-TW": _FULL,
}


@lru_cache(maxsize=16)
def office_fonts(language: str) -> OfficeFonts:
    """Those of a language by its BCP 47 code."""
    parts = language.split("-")
    codes = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((_FONTS[code] for code in codes if code in _FONTS), _LATIN)


def office_language(language: str) -> str:
    """What Office calls a language. A clinic's country is in the code, but Office has no Hindi of
    the United States, and takes one that it does not know for no language at all."""
    own, _, country = language.partition("-")
    if country in _COUNTRIES.get(own, "").split():
        return language
    return office_fonts(language).spoken or language


_COUNTRIES = {
    "ar": "AE BH DZ EG IQ JO KW LB LY MA OM QA SA SY TN YE",
    "en": "AU BZ CA GB HK IE IN JM MY NZ PH SG TT US ZA ZW",
    "ne": "IN NP",
    "ur": "IN PK",
    "zh": "CN HK MO SG TW",
}
"""Where Office has a language besides the country of its `spoken`: [MS-LCID] 2.2."""
