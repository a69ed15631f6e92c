"""A topic file in; front matter, the tree of parts and sections, and places out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from careleaf.model.art import Drawing
from careleaf.model.topic import ALL_MEDIA, Medium
from careleaf.model.walk import written
from careleaf.read import read_topic
from careleaf.read.intake import LONGEST_LINE, MOST_BYTES, MOST_LINES
from careleaf.read.line import LONGEST
from careleaf.read.reading import MOST_PROBLEMS
from careleaf.read.sections import suggested_id
from tests.tools.topics import FRONT, HEADINGS, NEEDED, read

WHOLE = """---
title: Low back and hip pain: what helps
subtitle: For you
version: 1.2
written: 2026-11-23
review-due: 2028-11-23
icd10: M54.50,M25.551
snomed: 279039007
sources: nice-ng59, acp-2017
audience: Adults
minutes: 45
icon: walk
---
# One {#one}
First words.
## Two {#two}
Words.
### Small
More words.
# **Three** parts {#three}
Words.
"""


def test_front_matter() -> None:
    topic, problems, source = read(WHOLE)
    assert not problems
    assert (topic.id, topic.language) == ("a-topic", "en")
    assert topic.title == "Low back and hip pain: what helps"
    assert (topic.version, topic.minutes, topic.icon) == ("1.2", 45, "walk")
    assert (topic.written, topic.review_due) == (date(2026, 11, 23), date(2028, 11, 23))
    assert topic.codes.icd10 == ("M54.50", "M25.551")
    assert topic.sources == ("nice-ng59", "acp-2017")
    place = topic.place("review-due")
    assert source.text[place.start : place.end] == "2028-11-23"


def test_parts_and_sections() -> None:
    topic, _, source = read(WHOLE)
    one, three = topic.parts
    (two,) = one.sections
    assert [(part.id, part.level) for part in topic.sections()] == [
        ("one", 1),
        ("two", 2),
        ("three", 1),
    ]
    assert written(three.title) == "Three parts"
    assert [len(section.blocks) for section in (one, two, three)] == [1, 3, 1]
    assert source.text[two.at.start : two.at.end].startswith("## Two")
    assert source.text[two.at.start : two.at.end].endswith("More words.")


def test_a_topic_with_mistakes_is_still_there_to_be_checked() -> None:
    topic, problems = read_topic(
        "en.md", b"---\nversion: x\n---\nWords.\n", topic_id="t", language="en", folder=None
    )
    assert topic is not None
    assert topic.title == ""
    assert [problem.code for problem in problems] == ["E103"] + 4 * ["E102"] + ["E513", "E514"]


def test_any_block_can_be_meant_for_some_media() -> None:
    text = ":::tip\nonly: handout, screen\nWords.\n:::\n:::tip\nWords.\n:::\n"
    topic, problems, _ = read(FRONT + HEADINGS + text)
    assert not problems
    some, everywhere = topic.parts[0].sections[0].blocks
    assert some.media == {Medium.LEAFLET, Medium.PAGE}
    assert everywhere.media == ALL_MEDIA


def test_a_picture_is_loaded_from_beside_the_topic(tmp_path: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1H8"/></svg>'
    (tmp_path / "back.svg").write_text(drawing)
    text = FRONT + HEADINGS + ":::figure back.svg\nalt: A back from the side.\n:::\n"
    topic, problems, _ = read(text, tmp_path)
    assert not problems
    (figure,) = topic.parts[0].sections[0].blocks
    assert isinstance(figure.art, Drawing)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a" * (MOST_BYTES + 1), "E003"),
        (b"\n" * (MOST_LINES + 1), "E003"),
        (b"---\n" + b"a" * (LONGEST_LINE + 1), "E004"),
        ((":::only slides\n" * 7).encode(), "E005"),
    ],
)
def test_limits(data: bytes, code: str) -> None:
    _, problems = read_topic("en.md", data, topic_id="t", language="en", folder=None)
    assert code in [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ((FRONT + HEADINGS + NEEDED).encode("utf-16"), "E001"),
        ((FRONT + HEADINGS + ":::only slides\n" * 8 + ":::\n" * 8 + NEEDED).encode(), "E005"),
    ],
    ids=["not UTF-8", "blocks too deep"],
)
def test_what_hides_the_rest_of_a_file_is_reported_alone(data: bytes, code: str) -> None:
    topic, problems = read_topic("en.md", data, topic_id="t", language="en", folder=None)
    assert topic is None
    assert {problem.code for problem in problems} == {code}


def test_a_paragraph_has_a_limit_of_its_own() -> None:
    text = FRONT + HEADINGS + "word word\n" * (LONGEST // 10 + 1)
    _, problems, _ = read(text)
    assert [problem.code for problem in problems] == ["E004"]


def test_beyond_some_hundred_problems_they_are_counted() -> None:
    _, problems, _ = read(FRONT + HEADINGS + "[[a\n\n" * (MOST_PROBLEMS + 7))
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].code == "E007"
    assert problems[-1].message.startswith("7 more ")


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"a \xff b", "E001", (11, 3)),
        (b"a \x00 b", "E002", (11, 3)),
        (b"a \xe2\x80\xae b", "E002", (11, 3)),
        (b"Wa" + 9 * b"\xcc\x81" + b"lk", "E009", (11, 3)),
        (b"- a\n\tb\n\t\tc", "E006", (12, 1)),
    ],
)
def test_characters_that_do_not_belong(data: bytes, code: str, place: tuple[int, int]) -> None:
    text = (FRONT + HEADINGS).encode() + b"\n" + data
    _, problems = read_topic("en.md", text, topic_id="t", language="en", folder=None)
    assert problems[0].code == code
    before = text[: problems[0].span.start].decode("utf-8", "replace")
    assert (before.count("\n") + 1, len(before) - before.rfind("\n")) == place


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Why it hurts", "why-it-hurts"),
        ("What you can\u2019t do", "what-you-cant-do"),
        ("10 minutes!", "10-minutes"),
        ("痛み", "section"),
        ("Why your back and hip hurt together", "why-your-back-and-hip"),
    ],
)
def test_suggested_ids(title: str, id_: str) -> None:
    assert suggested_id(title) == id_


@pytest.mark.parametrize(
    "words",
    [
        "a" + 8 * "\u0301",
        "ཧྐྵྨླྺྼྻྂ",
        "แก้ปัญหาที่นี่ซ้ำน้ำใจดีที่สุดไม่เป็นไรครับผมชอบกินก๋วยเตี๋ยว",
        "किं कर्तव्यविमूढ़ता का प्रश्न",
        "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ",
    ],
)
def test_marks_that_a_language_has_may_stand(words: str) -> None:
    _, problems, _ = read(FRONT + HEADINGS + words + "\n")
    assert "E009" not in [problem.code for problem in problems]


def test_a_heap_of_marks_is_one_problem_at_its_place() -> None:
    _, problems, source = read(FRONT + HEADINGS + "Go.\n\nWa" + 400 * "\u0301" + "lk\n")
    [problem] = [one for one in problems if one.code == "E009"]
    assert problem.message == "400 marks on one letter; 8 is the most"
    assert source.text[problem.span.start : problem.span.end] == 400 * "\u0301"


def test_a_table_has_at_most_fifty_rows() -> None:
    _, problems, _ = read(FRONT + HEADINGS + "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 51)
    assert [(problem.code, problem.message) for problem in problems] == [
        ("E004", "this table has 51 rows; 50 is the most")
    ]


def test_a_title_is_no_essay() -> None:
    _, problems, source = read(WHOLE.replace("For you", "word " * 90))
    assert [(problem.code, source.place(problem.span.start).line) for problem in problems] == [
        ("E004", 3)
    ]
