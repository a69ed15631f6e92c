"""What an author may write, as an editor offers it: all of it from the registries that read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from careleaf.blocks import SPECS
from careleaf.engine import Job, check
from careleaf.engine.content import bundled_library
from careleaf.engine.job import Unsaved
from careleaf.engine.vocabulary import Vocabulary, snippet, vocabulary
from careleaf.read.topic import FIELDS

TOPIC = "first-days-of-back-pain"
JOB = Job(topics=(TOPIC,), content=bundled_library(), clinic="example")
TEXT = (bundled_library() / "topics" / TOPIC / "en.md").read_text(encoding="utf-8")
UNFINISHED = {
    "E206",
    "E207",
    "E213",
    "E401",
    "E402",
    "E407",
    "E408",
    "E411",
    "E545",
    "W507",
    "W508",
}
"""What is said about a block that nobody has written in yet: something is missing."""


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary(JOB)


def test_it_offers_what_the_reader_knows(words: Vocabulary) -> None:
    assert [one.name for one in words.blocks] == list(SPECS)
    assert [one.name for one in words.fields] == list(FIELDS)
    exercise = next(one for one in words.blocks if one.name == "exercise")
    assert [one.name for one in exercise.options] == [*SPECS["exercise"].options, "only"]
    assert {one.name: one.choices for one in exercise.options}["side"][0] == "each leg"
    folder = bundled_library()
    assert {one.name for one in words.sources} == {
        p.stem for p in (folder / "sources").glob("*.md")
    }
    assert "sciatica" in {one.name for one in words.terms}
    assert ("clinic.phone", "555-0142") in {(one.name, one.says) for one in words.variables}
    assert "walk" in words.icons
    assert "bridge" in {one.name for one in words.poses}


def test_it_offers_the_pictures_that_lie_beside_the_topic(tmp_path: Path) -> None:
    folder = tmp_path / "topics" / "knee"
    folder.mkdir(parents=True)
    for name in ("en.md", "knee.svg", "a.png", "notes.txt"):
        (folder / name).touch()
    found = vocabulary(Job(topics=("knee",), content=tmp_path))
    assert found.pictures == ("a.png", "knee.svg")


@pytest.mark.parametrize("name", SPECS)
def test_a_new_block_is_known_and_says_what_is_still_to_write(name: str) -> None:
    holders = SPECS[name].inside
    block = snippet(SPECS[name])
    if holders:
        block = snippet(SPECS[min(holders)])  # it stands in there
    text = f"{TEXT}\n# More {{#more}}\nSome words of its own.\n\n{block}\n"
    unsaved = Unsaved(topic=TOPIC, language="en", text=text)
    result = check(Job(topics=(TOPIC,), content=bundled_library(), unsaved=(unsaved,)))
    codes = {one.code for one in result.problems}
    if name == "contact":
        assert codes == set()
    else:
        assert codes
        assert codes <= UNFINISHED
