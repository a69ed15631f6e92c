"""The guide for authors: every example builds, and its lists are those of the code."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from careleaf.blocks import GLOSSARY_SPECS, SPECS
from careleaf.check import check_topic
from careleaf.check.closely import check_closely
from careleaf.check.reviewed import reviewed_parts
from careleaf.check.scores.item import Answer
from careleaf.check.scores.scored import Judged
from careleaf.cli.reading_level import reading_level
from careleaf.engine import Job, build, check
from careleaf.engine.job import FORMATS, Format
from careleaf.figure.pose import names
from careleaf.problem import Problem, as_text
from careleaf.problem_codes import MEANINGS
from careleaf.read import read_library, read_topic
from careleaf.source import Source, decode
from careleaf.theme.icons import icon_names

CONTENT = Path(__file__).parents[1] / "content"
GUIDE = (CONTENT / "GUIDE.md").read_text(encoding="utf-8")
WRITTEN = date(2026, 11, 23)
"""The day the guide's examples were written: nothing in them is overdue then."""

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1 8 8 1 8Z"/></svg>'
)

AROUND = """\
---
title: An example from the guide
version: 0.1
written: 2026-11-23
review-due: 2028-11-23
sources: nice-ng59
---
# A part {#part}
## A section {#section}
Words.

"""
NEEDED = """
## What every topic has {#needed}
:::key-message
Keep moving.
:::
:::red-flag emergency
- You cannot stand.
:::
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One fenced example of the guide; `line` is where it starts."""

    kind: str
    text: str
    line: int

    def __str__(self) -> str:
        return f"line-{self.line}"


def examples(*kinds: str) -> Iterator[Example]:
    for found in re.finditer(r"^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL):
        if found[1] in kinds:
            yield Example(found[1], found[2], GUIDE.count("\n", 0, found.start()) + 2)


def problems_of(path: Path, text: str) -> tuple[list[Problem], dict[str, Source]]:
    """What reading and checking a topic says, next to the real glossary, sources and clinic."""
    path.write_text(text, encoding="utf-8")
    source, _ = decode(path.name, path.read_bytes())
    library, sources, problems, _ = read_library(CONTENT, "en")
    topic, found = read_topic(
        path.name, path.read_bytes(), topic_id="example", language="en", folder=path.parent
    )
    assert topic is not None
    checked = check_topic(topic, library, library.clinics["example"], today=WRITTEN)
    # The other examples are parts of a topic: what they need may stand elsewhere in it.
    checked += [] if AROUND in text else check_closely(topic)
    return [*problems, *found, *checked], {**sources, path.name: source}


@pytest.mark.parametrize("example", [*examples("topic", "block")], ids=str)
def test_every_example_is_right(example: Example, tmp_path: Path) -> None:
    (tmp_path / "spine.svg").write_text(PICTURE, encoding="utf-8")
    text = example.text if example.kind == "topic" else AROUND + example.text + NEEDED
    problems, sources = problems_of(tmp_path / "en.md", text)
    assert not problems, "\n".join(as_text(problem, sources) for problem in problems)


def signed_parts(path: Path, text: str) -> list[tuple[str, str, str]]:
    """What a clinician would sign of a topic, without the places."""
    library = read_library(CONTENT, "en")[0]
    topic, _ = read_topic(
        str(path), text.encode(), topic_id="example", language="en", folder=path.parent
    )
    assert topic is not None
    parts = reviewed_parts(topic, library, library.clinics.values())
    return [(part.id, part.what, part.digest) for part in parts]


@pytest.mark.parametrize("example", [*examples("block")], ids=str)
def test_every_example_is_signed_under_its_own_name_wherever_it_stands(
    example: Example, tmp_path: Path
) -> None:
    """A line put in above it, or another folder to build from, voids no review."""
    first, other = tmp_path / "first", tmp_path / "other"
    for folder in (first, other):
        folder.mkdir()
        (folder / "spine.svg").write_text(PICTURE, encoding="utf-8")
    parts = signed_parts(first / "en.md", AROUND + example.text)
    assert signed_parts(other / "en.md", AROUND + "\n\n" + example.text) == parts
    named = re.match(r":::(?!only)([a-z-]+)", example.text)
    assert named is None or parts[4][1].split()[0] == named[1]


def test_library_examples_are_right(tmp_path: Path) -> None:
    """Glossary, source and clinic examples, as the one library of a content folder."""
    for kind, place in (
        ("glossary", "glossary/en.md"),
        ("source", "sources/nice-ng226.md"),
        ("clinic", "clinics/example.md"),
    ):
        (example,) = examples(kind)
        path = tmp_path / place
        path.parent.mkdir()
        path.write_text(example.text, encoding="utf-8")
    library, sources, problems, _ = read_library(tmp_path, "en")
    assert not problems, "\n".join(as_text(problem, sources) for problem in problems)
    assert [*library.glossary] == ["sciatica"]
    assert [*library.references] == ["nice-ng226"]
    assert [*library.clinics] == ["example"]


def test_the_whole_topic_puts_danger_first_as_we_ask_of_others(tmp_path: Path) -> None:
    [item] = [one for one in scored_items(tmp_path) if one.key == "pemat-10"]
    assert item.finding.answer is not Answer.NO


def scored_items(folder: Path) -> list[Judged]:
    """What a check says of the guide's own topic, item by item."""
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    [whole] = examples("topic")
    path = content / "topics" / "knee-pain" / "en.md"
    path.parent.mkdir()
    path.write_text(whole.text, encoding="utf-8")
    [scored] = check(Job(topics=("knee-pain",), content=content)).scored
    return [item for one in scored.scores for item in one.items]


def test_the_reading_levels_shown_are_those_of_today() -> None:
    told = reading_level(
        check(Job(topics=("first-days-of-back-pain",), languages=("en",))).measured,
        {},
        closely=False,
    )
    [shown] = re.findall(r"^Reading level .*\n.*\n", GUIDE, re.MULTILINE)
    assert told.startswith(shown)


def test_the_programme_example_builds(tmp_path: Path) -> None:
    """Beside the topic that it names, which ships with careleaf."""
    (example,) = examples("programme")
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root)
    (root / "programmes" / "guide.md").write_text(example.text, encoding="utf-8")
    result = build(Job(programme="guide", content=root, output=tmp_path / "output"))
    assert not result.problems, "\n".join(as_text(p, result.sources) for p in result.problems)
    assert [output.path.name for output in result.outputs] == [
        f"guide-en.{form}" for form in FORMATS
    ]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with the guide's topic, and with a topic that holds all other examples."""
    root = tmp_path_factory.mktemp("guide") / "content"
    for folder in ("glossary", "sources", "clinics"):
        shutil.copytree(CONTENT / folder, root / folder)
    (small,) = examples("topic")
    blocks = "\n".join(example.text for example in examples("block"))
    for name, text in (("small", small.text), ("blocks", AROUND + blocks + NEEDED)):
        place = root / "topics" / name
        place.mkdir(parents=True)
        (place / "en.md").write_text(text, encoding="utf-8")
        (place / "spine.svg").write_text(PICTURE, encoding="utf-8")
    return root


@pytest.mark.parametrize("form", FORMATS)
def test_every_example_builds(form: Format, content: Path, tmp_path: Path) -> None:
    result = build(Job(formats=(form,), content=content, output=tmp_path))
    assert not result.failed, "\n".join(as_text(p, result.sources) for p in result.problems)
    assert {output.path.name for output in result.outputs} == {
        f"small-en.{form}",
        f"blocks-en.{form}",
    }


def test_every_block_has_an_example() -> None:
    shown = "".join(example.text for example in examples("topic", "block", "glossary"))
    written = set(re.findall(r"^:::([a-z-]+)", shown, re.MULTILINE))
    assert written == {*SPECS, *GLOSSARY_SPECS}


def test_every_option_is_shown() -> None:
    shown = "".join(example.text for example in examples("topic", "block", "glossary"))
    known = {name for spec in (*SPECS.values(), *GLOSSARY_SPECS.values()) for name in spec.options}
    written = set(re.findall(r"^([a-z-]+): ", shown, re.MULTILINE))
    assert known - written <= {"credit", "days"}


def test_the_table_of_codes_is_complete() -> None:
    rows = re.findall(r"^\| ([EW]\d{3}) \| (.+) \|$", GUIDE, re.MULTILINE)
    by_letter = sorted(MEANINGS.items(), key=lambda row: (row[0][0], row[0]))
    wanted = "".join(f"| {code} | {meaning} |\n" for code, meaning in by_letter)
    assert rows == by_letter, f"the table in content/GUIDE.md should be:\n{wanted}"


def test_the_list_of_icons_is_complete() -> None:
    part = GUIDE.partition("## Icons\n")[2].partition("\n## ")[0]
    assert tuple(re.findall(r"`([a-z-]+)`", part)) == icon_names()


def test_the_list_of_figures_is_complete() -> None:
    part = GUIDE.partition("## Figures\n")[2].partition("\n## ")[0]
    listed = part.rpartition("\n\n`")[2]
    assert tuple(re.findall(r"`?([a-z-]+)`", f"`{listed}")) == names()
