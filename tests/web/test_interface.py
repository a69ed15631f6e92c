"""What screens say, in every language that they speak, and what they are made of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import careleaf.web
from careleaf.language.po import parse_po
from careleaf.web.interface import LANGUAGES, spoken
from careleaf.web.interface.assets import asset
from careleaf.web.interface.quotes import quoted, sentence
from tests.tools.phrases import web_phrases
from tests.web.conftest import Visitor

WEB = Path(careleaf.web.__file__).parent
PARTS = sorted(path.parent.name for path in WEB.glob("*/templates"))
OTHERS = [code for code in LANGUAGES if code != "en"]
_VALUES = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("code", OTHERS)
def test_every_phrase_is_there_and_no_other(code: str) -> None:
    """Whoever adds a phrase to a part adds its words to that part's `phrases/<language>.po`."""
    said = web_phrases()
    known = spoken(code).catalogue.phrases
    assert sorted({one for one, _ in said} - set(known)) == []
    own: set[str] = set()
    for file in WEB.glob(f"*/phrases/{code}.po"):
        messages, faults = parse_po(file.read_text("utf-8"))
        assert faults == []
        own |= {message.id for message in messages if message.id}
        for message in messages[1:]:
            for form in message.forms:
                kept = sorted(_VALUES.findall(form.text))
                assert kept == sorted(_VALUES.findall(message.id)) or "{n}" not in form.text
    assert sorted(own - {one for one, _ in said}) == []


@pytest.mark.parametrize("code", OTHERS)
def test_every_plural_form_is_there(code: str) -> None:
    found = spoken(code).catalogue
    for phrase, plural in web_phrases():
        if plural:
            assert {found.say_many(phrase, plural, n) for n in range(120)} == set(
                found.phrases[phrase]
            ), phrase


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("es", "es"),
        ("ar-EG,ar;q=0.9", "ar"),
        ("fr-FR, es;q=0.4, en;q=0.3", "es"),
        ("es;q=0.2, ar;q=0.8", "ar"),
        ("fr", "en"),
        ("", "en"),
        ("es;q=nonsense", "en"),
    ],
)
def test_a_screen_speaks_what_the_browser_asks_for(visitor: Visitor, asked: str, code: str) -> None:
    page = visitor.client.get("/library", headers={"accept-language": asked}).text
    direction = "rtl" if code == "ar" else "ltr"
    assert f'<html lang="{code}" dir="{direction}">' in page


def test_a_language_once_chosen_stays(visitor: Visitor) -> None:
    visitor.client.post("/interface/language", data={"language": "ar", "back": "/library"})
    page = visitor.client.get("/library", headers={"accept-language": "es"}).text
    assert '<html lang="ar" dir="rtl">' in page


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("unknown option 'reps'", "unknown option “reps”"),
        ("'a' and 'b c'", "“a” and “b c”"),
        ("the author's range is not 'x'", "the author's range is not “x”"),
        ("add ':::steps', ':::exercise'", "add “:::steps”, “:::exercise”"),
        ('the title "Back pain" is long', "the title “Back pain” is long"),
        ("don't, patients' words", "don't, patients' words"),
        ("6'2\" tall", "6'2\" tall"),
    ],
)
def test_what_the_engine_quotes_has_the_marks_of_the_page(said: str, shown: str) -> None:
    assert quoted(said) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("'knee' is not yours to change", "“knee” is not yours to change."),
        ("start it first", "Start it first."),
        ("did you mean 'hip'?", "Did you mean “hip”?"),
        ("", ""),
    ],
)
def test_what_the_engine_says_is_a_sentence_among_those_of_a_page(said: str, shown: str) -> None:
    assert sentence(said) == shown


def test_styles_name_files_that_are_served(visitor: Visitor) -> None:
    sheets = sorted(WEB.glob("*/static/**/*.css"))
    assert len(sheets) > 2
    for sheet in sheets:
        address = asset(f"{sheet.relative_to(WEB).parts[0]}/{sheet.name}")
        assert visitor.client.get(address).status_code == 200
        for target in re.findall(r'url\("([^"]+)"\)', sheet.read_text("utf-8")):
            answer = visitor.client.get(address.rpartition("/")[0] + "/" + target)
            assert answer.status_code == 200, f"{sheet.name}: {target}"


def test_what_is_vendored_has_its_licence_beside_it() -> None:
    vendored = WEB / "static" / "vendored"
    files = [path for path in vendored.rglob("*") if path.suffix in (".js", ".css", ".svg")]
    assert len(files) > 20
    for path in files:
        assert list(path.parent.glob("*LICENSE*")), path
