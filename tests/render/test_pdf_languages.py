"""A handout in four scripts as a file: valid PDF/UA-1, and every word of it read by two readers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from careleaf.engine.content import find_content
from careleaf.language import language
from tests.tools import tags, words
from tests.tools.cases import SUITE
from tests.tools.leaflets import composed, written
from tests.tools.matrix import CONTENT, Kind, built
from tests.tools.verapdf import verdict

CODES = ("ar", "hi", "vi", "zh-Hans")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPANS = {"ar": "[\u0621-\u0655]+", "hi": "[\u0900-\u0963]+", "zh": "[\u4e00-\u9fff]", "vi": r"\w+"}
"""What a word of the language is made of; in Chinese every character counts."""

ORDERED = {
    "ar": "ماذا تفعل اليوم، وكيف تتحرك بأمان، ومتى تطلب المساعدة",
    "hi": "आज क्या करें, कैसे चलें और कब मदद लें",
    "vi": "Hôm nay nên làm gì, vận động thế nào và khi nào cần giúp",
    "zh-Hans": "今天做什么，怎样活动，何时求助",
}
"""The subtitle of each."""

SHIPPED = [
    (topic, code)
    for topic in find_content(CONTENT).topics()
    for code in find_content(CONTENT).languages(topic)
]


@pytest.fixture(scope="module", params=CODES)
def handout(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """A language's handout."""
    code = str(request.param)
    text = (SUITE / "languages" / f"{code.partition('-')[0]}.md").read_text(encoding="utf-8")
    result = written(composed(text, spoken=language(code)))
    assert [problem.message for problem in result.problems] == []
    path = tmp_path_factory.mktemp(code) / "leaflet.pdf"
    path.write_bytes(result.data)
    return code, path


@pytest.mark.needs("verapdf")
def test_no_rule_of_pdf_ua_fails(handout: tuple[str, Path]) -> None:
    found = verdict(handout[1])
    assert [str(rule) for rule in found.failed] == []
    assert found.passed_rules == 106


def test_its_structure_is_whole(handout: tuple[str, Path]) -> None:
    assert tags.faults(handout[1]) == []


def test_the_structure_has_every_word_in_reading_order(handout: tuple[str, Path]) -> None:
    code, path = handout
    said = _words(tags.said(path), code)
    assert [word for word in _written(code) if word not in said] == []
    first = _words(ORDERED[code], code)
    assert any(said[place : place + len(first)] == first for place in range(len(said)))


def test_pdfium_reads_every_word(handout: tuple[str, Path]) -> None:
    code, path = handout
    assert _missing(code, words.by_pdfium(path)) == []


@pytest.mark.needs("poppler")
def test_poppler_reads_every_word(handout: tuple[str, Path]) -> None:
    code, path = handout
    assert _missing(code, words.by_poppler(path, raw=False)) == []


@pytest.mark.parametrize(("topic", "language"), SHIPPED)
def test_whom_to_call_is_on_page_one(topic: str, language: str, tmp_path: Path) -> None:
    """Letters that need more room push a page over: never its danger signs."""
    kind = Kind(topic=topic, language=language)
    [leaflet] = [path for path in built(kind, tmp_path) if "notes" not in path.name]
    with pypdfium2.PdfDocument(leaflet) as document:
        first = document[0].get_textpage().get_text_range()
    assert "911" in first
    assert "555-0142" in first


def _missing(code: str, extracted: str) -> list[str]:
    found = set(_words(_DIRECTION.sub("", extracted), code))
    return [word for word in _written(code) if word not in found]


def _written(code: str) -> Iterator[str]:
    """The distinct words of the topic file that are printed: not those of the front matter's keys,
    nor of a section's title and an answer that page one and a leaflet leave out."""
    text = (SUITE / "languages" / f"{code.partition('-')[0]}.md").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if "{#start}" not in line and "answer:" not in line]
    if code == "vi":
        kept = [line for line in kept if not re.match("[a-z-]+:|:::", line)]
        kept = [re.sub(r":[a-z]+:|\{#[a-z]+\}", "", line) for line in kept]
    yield from dict.fromkeys(_words("\n".join(kept), code))


def _words(text: str, code: str) -> list[str]:
    return re.findall(_SPANS[code.partition("-")[0]], unicodedata.normalize("NFC", text))
