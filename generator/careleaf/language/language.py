"""One language: what the product says in it, and how it writes dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from careleaf.language.catalogue import Catalogue, catalogue

CODE = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"
"""What a language code looks like: BCP 47 with language, script and region ("en", "zh-Hant",
"es-MX"). Whether there is such a language is another matter."""


def near_code(typed: str) -> str:
    """The code that somebody means who writes one in other letters: "zh-Hans" for "zh-hans", "ar"
    for "AR", "es-MX" for "es_MX". "" where it is none."""
    language, *more = typed.replace("_", "-").split("-")
    form = {len("Hans"): str.title, len("MX"): str.upper}
    code = "-".join([language.lower(), *(form.get(len(one), str)(one) for one in more)])
    return code if re.fullmatch(CODE, code) else ""


_FROM_THE_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages usually written from right to left (CLDR character order)."""

_AMERICAN = ("en", "en-US")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The product's own English: babel's data for it costs 18 ms to load, for one line of print."""


def foreign(code: str, here: str) -> str | None:
    """The code of words that stand among those of another language; None where the two are one
    language, of whatever countries."""
    return None if code.partition("-")[0] == here.partition("-")[0] else code


class Language(Struct, frozen=True):
    """A language of a piece. English phrases are the message ids, so English needs no catalogue."""

    code: str
    """BCP 47: "en", "en-US"."""
    direction: Literal["ltr", "rtl"]
    catalogue: Catalogue

    def say(self, phrase: str, /, **values: object) -> str:
        """A product phrase with its `{values}` put in."""
        return self.catalogue.say(phrase).format(**values)

    def say_many(self, one: str, many: str, n: int, /, **values: object) -> str:
        """A product phrase that holds `{n}`, in the plural form for `n`, with its other `{values}`
        put in. Digits are Western in every language: a dose must read the same to a patient, to
        whoever helps, and to a clinician who does not read the language's own digits. A catalogue
        that wants others writes them in its phrases."""
        return self.catalogue.say_many(one, many, n).format(n=n, **values)

    @property
    def stop(self) -> str:
        """What stands between two sentences: a full stop, with a space where the script has one."""
        return self.say(". ")

    def listed(self, parts: Iterable[str], /) -> str:
        """Parts of one sentence, with the comma of the language between them."""
        return self.say(", ").join(parts)

    def foreign(self, code: str) -> str | None:
        """The code of words in another language; None where it is this one, of any country."""
        return foreign(code, self.code)

    def own_name(self) -> str:
        """What its speakers call it ("English", "Español"), as a list of languages has it: with a
        capital where the script has them. The code itself where Babel does not know it."""
        return _named(self.code, self.code)

    def name_of(self, code: str) -> str:
        """What a language is called in this one, in the same form (CLDR's names, by Babel)."""
        return _named(code, self.code)

    def weekday(self, number: int) -> str:
        """The name of a day of the week, from 0 for Monday, in full."""
        if self.code in _AMERICAN:
            return _DAYS[number]
        from babel.dates import get_day_names

        names = get_day_names("wide", context="stand-alone", locale=_locale(self.code))
        return str(names[number])

    def month(self, day: date) -> str:
        """The month and year of a date, with the month in letters."""
        if self.code in _AMERICAN:
            return f"{_MONTHS[day.month - 1]} {day.year}"
        from babel.dates import format_skeleton

        return str(format_skeleton("yMMMM", day, locale=_locale(self.code)))

    def date(self, day: date) -> str:
        """A date with the month in letters, so that no reader can swap day and month."""
        if self.code in _AMERICAN:
            return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
        from babel.dates import format_date

        return format_date(day, format="long", locale=_locale(self.code))


@lru_cache(maxsize=256)
def _named(code: str, here: str) -> str:
    from babel.core import Locale, UnknownLocaleError

    try:
        found = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return code
    name = str(found.get_display_name(_locale(here)) or code)
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=16)
def _locale(code: str) -> str:
    """The name of the nearest locale that Babel has data for: of the language in any country where
    there is none in this one ("en-XX"), and English where there is none at all."""
    from babel.core import Locale, UnknownLocaleError

    for candidate in (code, code.partition("-")[0]):
        try:
            return str(Locale.parse(candidate, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return "en"


@lru_cache(maxsize=16)
def language(code: str) -> Language:
    """The language of a code. Phrases come out in English where there is no catalogue."""
    spoken = code.partition("-")[0]
    return Language(code, "rtl" if spoken in _FROM_THE_RIGHT else "ltr", catalogue(code))
