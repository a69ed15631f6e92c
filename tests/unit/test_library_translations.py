"""The library's own translations: whole, with the numbers of their source, and written as each
language is written."""

from __future__ import annotations

import json
import re
import unicodedata
from gettext import c2py
from itertools import product
from pathlib import Path

import pytest
from babel import Locale

from careleaf.cli import main
from careleaf.engine.content import Content, bundled_library
from careleaf.engine.translation import Catalogue, catalogues, languages
from careleaf.language.catalogue import catalogue, catalogue_languages
from careleaf.language.po import parse_po
from tests.tools.phrases import PACKAGE

LIBRARY = Content(root=bundled_library(), bundled=True)
WANTED = {
    "first-days-of-back-pain": {"ar", "es", "hi", "vi", "zh-Hans"},
    "low-back-and-hip-pain": {"ar", "es"},
}
"""Which topics the library promises in which languages."""
CLAIMS = sorted((path.parent.name, path.stem) for path in bundled_library().glob("topics/*/*.po"))
FILES = sorted([*bundled_library().rglob("*.po"), *PACKAGE.glob("language/*.po")])
NUMBERS = (0, 1, 2, 3, 11, 100, 101, 102)

HAN, DEVANAGARI = "\u4e00-\u9fff", "\u0900-\u0963\u0970-\u097f"
_MARKUP = re.compile(r"\{\{.*?\}\}|\{\w+\}|\[@[^\]]*\]|\[\[[^\]|]*\||\]\]|\[\[|https?:\S+")


def test_the_promised_languages_are_there() -> None:
    for topic, wanted in WANTED.items():
        assert {language for name, language in CLAIMS if name == topic} == wanted
    assert languages(LIBRARY) == list(catalogue_languages())


def whole(found: Catalogue) -> bool:
    return found.count("done") == len(found.messages) > 0 and not found.obsolete


@pytest.mark.parametrize(("topic", "code"), CLAIMS)
def test_a_translation_is_whole(topic: str, code: str) -> None:
    """With the glossary and what the example clinic says."""
    found = catalogues(LIBRARY, [topic, "glossary", "clinics/example"], code)
    assert [one.name for one in found if not whole(one)] == []


@pytest.mark.parametrize(("topic", "code"), CLAIMS)
def test_a_translation_has_the_numbers_of_its_source(
    topic: str, code: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And its variables, blanks and citations, none lost and none too many, in the same order."""
    monkeypatch.chdir(LIBRARY.root.parent)
    assert main(["check", topic, "--lang", code, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"problems": [], "scores": []}


@pytest.mark.parametrize("code", catalogue_languages())
def test_plural_forms_are_those_of_cldr(code: str) -> None:
    """Two numbers share a form of ours where CLDR puts them in one class, and there alone. A
    language whose words do not change has one form, whatever classes newer data has."""
    messages, _ = parse_po((PACKAGE / "language" / f"{code}.po").read_text("utf-8"))
    [promised] = re.findall(r"nplurals=([0-9]); plural=(.*);", messages[0].text)
    rule, classed = c2py(promised[1]), Locale.parse(code, sep="-").plural_form
    for one, other in product(NUMBERS, NUMBERS):
        together = promised[0] == "1" or classed(one) == classed(other)
        assert (rule(one) == rule(other)) == together
    for message in messages[1:]:
        assert len(message.forms) == (int(promised[0]) if message.plural else 1), message.id


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ar", ["0 مرة", "مرة واحدة (1)", "مرتان (2)", "3 مرات", "11 مرة", "100 مرة", "102 مرة"]),
        ("zh-Hans", ["0次", "1次", "2次", "3次", "11次", "100次", "102次"]),
        ("hi", ["0 बार", "1 बार", "2 बार", "3 बार", "11 बार", "100 बार", "102 बार"]),
        ("vi", ["0 lần", "1 lần", "2 lần", "3 lần", "11 lần", "100 lần", "102 lần"]),
    ],
)
def test_how_often_is_said_with_western_digits(code: str, said: list[str]) -> None:
    """Arabic says "twice" in one word, with the digit beside it: whoever helps must find it."""
    found = catalogue(code)
    times = [
        found.say_many("{n} time", "{n} times", n).format(n=n) for n in (0, 1, 2, 3, 11, 100, 102)
    ]
    assert times == said


def translated(path: Path) -> list[str]:
    messages, faults = parse_po(path.read_text("utf-8"))
    assert faults == []
    found = [form.text for one in messages if one.id for form in one.forms]
    assert any(found), path
    return found


def language_of(path: Path) -> str:
    return path.stem.rpartition(".")[2]


def in_language(code: str) -> list[str]:
    """All that a language says, without marks and what stands in them."""
    files = [path for path in FILES if language_of(path) == code]
    assert files, code
    return [_MARKUP.sub("\ufffc", text) for path in files for text in translated(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_letters_are_plain_unicode(path: Path) -> None:
    """Composed (NFC), no letter drawn in advance, no stretched line, no order marks that nobody
    sees, and no range with a dash."""
    for text in translated(path):
        assert unicodedata.is_normalized("NFC", text), text
        assert not re.search("[\ufb1d-\ufdff\ufe70-\ufefe\u0640]", text), text
        assert not re.search("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text), text
        assert not re.search(r"[0-9]\s*[-\u2010-\u2015]\s*[0-9]", _MARKUP.sub("", text)), text
        assert "  " not in text, text


def test_arabic_has_its_own_stops_and_western_digits() -> None:
    for text in in_language("ar"):
        assert not re.search("[,;?](?![0-9])", text), text
        assert not re.search('["\u0660-\u0669\u06f0-\u06f9]', text), text


def test_chinese_has_wide_stops_and_no_spaces() -> None:
    """But after a bold lead: its stars would not close before a letter."""
    for text in in_language("zh-Hans"):
        assert not re.search(rf"[{HAN}][,.;:?!()]|[,.;:?!()][{HAN}]", text), text
        close = text.replace("** ", "**")
        assert not re.search(rf"[{HAN}\u3000-\u303f\uff00-\uffef] | [{HAN}]", close), text


def test_hindi_ends_sentences_with_a_danda() -> None:
    for text in in_language("hi"):
        assert not re.search(rf"[{DEVANAGARI}]\.", text), text
        assert not re.search("[\u0966-\u096f]", text), text


def test_vietnamese_marks_are_in_their_letters() -> None:
    for text in in_language("vi"):
        assert not re.search("[\u0300-\u036f]", text), text
