"""The product's own phrases: every catalogue has them all, with the same values and blanks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careleaf.language import language
from careleaf.language.catalogue import catalogue, catalogue_languages
from careleaf.language.po import parse_po
from tests.tools.phrases import PACKAGE, phrases

_KEPT = re.compile(r"\{\w+\}|_{3,}")
PHRASES = phrases()


def test_spanish_is_there() -> None:
    assert "es" in catalogue_languages()


@pytest.mark.parametrize("code", catalogue_languages())
def test_a_catalogue_has_every_phrase_and_no_other(code: str) -> None:
    """Whoever adds a phrase adds its words to every file in careleaf/language/."""
    assert set(catalogue(code).phrases) == {phrase for phrase, _ in PHRASES}


@pytest.mark.parametrize("code", catalogue_languages())
def test_values_and_blanks_are_kept(code: str) -> None:
    messages, faults = parse_po(Path(PACKAGE / "language" / f"{code}.po").read_text("utf-8"))
    assert faults == []
    for message in messages[1:]:
        for form in message.forms:
            assert sorted(_KEPT.findall(form.text)) == sorted(_KEPT.findall(message.id)), message.id


@pytest.mark.parametrize("code", catalogue_languages())
def test_every_plural_form_is_there(code: str) -> None:
    found = catalogue(code)
    for phrase, plural in PHRASES:
        if plural:
            forms = {found.say_many(phrase, plural, n) for n in range(120)}
            assert forms == set(found.phrases[phrase])


def test_spanish_says_numbers_and_dates_its_own_way() -> None:
    from datetime import date

    spanish = language("es-US")
    assert spanish.direction == "ltr"
    assert spanish.say_many("{n} time", "{n} times", 1) == "1 vez"
    assert spanish.say_many("{n} time", "{n} times", 5) == "5 veces"
    assert spanish.date(date(2026, 2, 3)) == "3 de febrero de 2026"
    assert language("ar").direction == "rtl"


def test_a_range_has_the_plural_of_its_higher_number() -> None:
    arabic = language("ar")
    said = [
        arabic.say_many("{low} to {n} minute", "{low} to {n} minutes", high, low=5)
        for high in (10, 15, 100)
    ]
    assert said == ["5 إلى 10 دقائق", "5 إلى 15 دقيقة", "5 إلى 100 دقيقة"]


def test_a_language_in_a_country_speaks_as_the_language() -> None:
    for code in ("zh-Hans-SG", "ar-EG", "vi-VN"):
        assert language(code).say("Date") != "Date"
    assert language("zh-Hant").say("Date") == "Date"
