"""A programme: parts of several topics as one deck, one packet and one page."""

from __future__ import annotations

import json
import random
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation

from careleaf.cli import main
from careleaf.compose.deck import compose_deck
from careleaf.compose.leaflet import compose_leaflet
from careleaf.engine.content import bundled_library
from careleaf.model.inline import Run, plain
from careleaf.model.manuscript import Manuscript
from careleaf.model.shape import Callout, Card, Paragraph
from careleaf.model.topic import Medium
from careleaf.theme import default_theme
from careleaf.write.pdf import write
from careleaf.write.pdf.document import lay_out
from tests.tools import form_fields, pdf_two, tags
from tests.tools.decks import ENGLISH
from tests.tools.decks import placed as placed_slides
from tests.tools.leaflets import placed
from tests.tools.programmes import BACK, KNEE, assembled, deck_of, prepared, read

FRONT = """\
---
title: Back and knee class
version: 0.1
written: 2026-11-23
---
"""
SLIPS = ("", "-", "/", ":", "\n", "\t", " ", "9", "\u202e", "é", "---\n")
BOTH = f"{FRONT}- back-pain: 25 minutes\n- knee-pain: 35 minutes\n"
SOME = f"{FRONT}- back-pain/exercises: 20 minutes\n- knee-pain/exercises: 20 minutes\n"


def headings(ready: Manuscript) -> list[str]:
    return [f"{chapter.level} {plain(chapter.title)}" for chapter in ready.flat()]


def test_a_line_is_a_part_in_the_order_of_the_programme() -> None:
    ready = prepared(f"{FRONT}- knee-pain/start: 5 minutes\n- back-pain/heat: 10 minutes\n")
    assert [plain(chapter.title) for chapter in ready.chapters] == ["Start here", "Heat"]
    assert [chapter.minutes for chapter in ready.chapters] == [5, 10]
    assert ready.minutes == 15


def test_a_whole_topic_keeps_every_heading() -> None:
    """One that has no words of its own goes before that of its first section."""
    assert headings(prepared(f"{FRONT}- back-pain: 25 minutes\n")) == [
        "1 Back pain",
        "2 Start here",
        "2 When to get help",
        "2 What helps: Heat",
        "2 Exercises",
    ]


def test_ids_of_two_topics_never_meet() -> None:
    topic = assembled(BOTH)
    ids = [section.id for section in topic.sections()]
    assert len(set(ids)) == len(ids)
    assert ids[:2] == ["back-pain", "back-pain/start"]
    assert "knee-pain/start" in ids
    cards = [shape for one in prepared(BOTH).flat() for shape in one.shapes]
    keys = [card.key for card in cards if isinstance(card, Card)]
    assert keys == ["back-pain/bridge", "knee-pain/bridge"]


def test_links_lead_to_the_same_topic_or_become_plain_words() -> None:
    def links(text: str) -> dict[str, str | None]:
        shapes = (shape for one in prepared(text).flat() for shape in one.shapes)
        runs = (run for one in shapes if isinstance(one, Paragraph) for run in one.body)
        return {run.text: run.link for run in runs if isinstance(run, Run)}

    found = links(f"{FRONT}- back-pain/start: 5 minutes\n- back-pain/exercises: 5 minutes\n")
    assert found["the bridge"] == "#back-pain/bridge"
    assert any("what helps" in text for text, link in found.items() if link is None)


def test_emergency_signs_of_every_topic_stay() -> None:
    signs = [
        plain(item.body)
        for chapter in prepared(SOME).flat()
        for shape in chapter.shapes
        if isinstance(shape, Callout)
        for inner in shape.body
        for item in getattr(inner, "items", ())
    ]
    assert signs == ["You cannot stand.", "Your knee is hot and you have a fever."]


@pytest.mark.parametrize("medium", [Medium.DECK, Medium.LEAFLET, Medium.PAGE])
def test_no_choice_takes_emergency_signs_out(medium: Medium) -> None:
    ready = prepared(BOTH, medium, only=("back-pain/heat",))
    titles = [title for title in headings(ready) if "get help" in title]
    assert len(titles) == 2


def test_exercises_are_numbered_through() -> None:
    cards = [shape for one in prepared(SOME).flat() for shape in one.shapes]
    assert [card.number for card in cards if isinstance(card, Card)] == [1, 2]


def test_words_and_sources_are_listed_once() -> None:
    ready = prepared(BOTH)
    assert [one.key for one in ready.definitions] == ["sciatica"]
    assert [one.key for one in ready.references] == ["nice-ng59", "acp-2017"]


def test_dates_are_those_of_the_latest_text_and_the_earliest_review() -> None:
    ready = prepared(BOTH)
    assert (ready.written.day, ready.review_due.day) == (23, 20)
    assert ready.standing == "Draft: not yet reviewed by a clinician"


def test_slides_are_numbered_through_and_have_titles_of_their_own() -> None:
    titles = [slide.title for slide in deck_of(BOTH).slides]
    assert len(set(titles)) == len(titles)


def test_parts_of_one_title_are_told_apart_by_their_topics() -> None:
    titles = [slide.title for slide in deck_of(SOME).slides]
    assert "Exercises: Back pain" in titles
    assert "Exercises: Knee pain" in titles
    assert "Exercises" not in titles


def test_the_packet_opens_with_its_contents(tmp_path: Path) -> None:
    leaflet, _ = compose_leaflet(
        prepared(BOTH, Medium.LEAFLET), default_theme(), ENGLISH, paper="letter"
    )
    path = tmp_path / "a.pdf"
    written = write(leaflet, default_theme(), ENGLISH)
    path.write_bytes(written.data)
    assert tags.faults(path) == []
    tree = tags.tree(path)
    rows = re.findall(r"Link \(annotation\) '(.+)'\n\s+'(\d+)'", tree)
    assert [title for title, _ in rows] == [title[2:] for title in headings(prepared(BOTH))]
    assert "    TOCI\n      Reference\n" in tree
    pages = placed(leaflet).split("page ")[1:]
    for anchor, (title, number) in zip(leaflet.contents.lines, rows, strict=True):  # type: ignore[union-attr]
        assert f"anchor {anchor.anchor}\n" in pages[int(number) - 1], title


def test_page_numbers_do_not_move_what_they_point_to() -> None:
    """Contents of many rows run over pages; what is placed twice must stand where it stood."""
    text = FRONT + "- back-pain: 25 minutes\n"
    leaflet, _ = compose_leaflet(
        prepared(text, Medium.LEAFLET), default_theme(), ENGLISH, paper="a4"
    )
    once, twice = (lay_out(leaflet, default_theme(), ENGLISH) for _ in range(2))
    assert [len(page.standings) for page in once.pages] == [
        len(page.standings) for page in twice.pages
    ]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the library with a programme of its topic and a knee topic of our own."""
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "content"
    shutil.copytree(bundled_library(), root)
    for name, text in (("back-pain", BACK), ("knee-pain", KNEE)):
        (root / "topics" / name).mkdir()
        (root / "topics" / name / "en.md").write_text(text)
    (root / "programmes" / "both.md").write_text(BOTH)
    return root


@pytest.mark.parametrize("seed", range(300))
def test_a_mangled_programme_is_read_to_its_end(seed: int) -> None:
    """Whatever a slip of the hand makes of it: problems with places in it, never a traceback."""
    chance = random.Random(seed)
    letters = list(BOTH)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(letters))
        letters[place] = chance.choice(
            ["", "-", "/", ":", "\n", "\t", " ", "9", "\u202e", "é", "---\n"]
        )
    _, problems, source = read("".join(letters))
    for problem in problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(source.text)


def test_the_command_builds_one_of_each(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--programme", "both", "--notes-pages", "--json"]) == 0
    written = json.loads(capsys.readouterr().out)["written"]
    assert [Path(one["path"]).name for one in written] == [
        "both-en.pptx",
        "both-en.pdf",
        "both-en.html",
        "both-en-notes.pdf",
    ]
    assert {one["topic"] for one in written} == {"both"}
    slides = Presentation("output/both-en.pptx").slides
    assert len(slides) == written[0]["slides"]
    with pikepdf.open("output/both-en.pdf") as pdf:
        assert len(pdf.pages) == written[1]["pages"]
    page = Path("output/both-en.html").read_text()
    assert 'id="knee-pain/exercises"' in page
    for sign in ("You cannot stand.", "Your knee is hot and you have a fever."):
        assert sign in page


def test_a_programme_can_be_tailored(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["build", "--programme", "back-school", "--to", "html"]
    bridge = "low-back-and-hip-pain/bridge"
    assert main([*words, "--only", bridge, "--dose", f"{bridge} reps: blank"]) == 0
    page = Path("output/back-school-en-tailored.html").read_text()
    assert f'id="{bridge}"' in page
    assert "low-back-and-hip-pain/clamshell" not in page
    assert main([*words, "--without", "low-back-and-hip-pain/get-help"]) == 2
    assert "emergency signs" in capsys.readouterr().err


@pytest.mark.parametrize("ua", ["1", "2"])
def test_a_programme_can_be_filled_in(ua: str, library: Path) -> None:
    words = ["build", "--programme", "back-school", "--to", "pdf"]
    assert main([*words, "--fillable", "--pdf-ua", ua]) == 0
    path = Path("output/back-school-en-fillable.pdf")
    for check in (tags.faults, form_fields.faults, form_fields.order_faults):
        assert check(path) == []
    assert (pdf_two.faults(path) == []) == (ua == "2")
    with pikepdf.open(path) as pdf:
        names = {one.name for one in form_fields.widgets(pdf)}
    assert "exercise-low-back-and-hip-pain-bridge-day-1" in names


def test_a_mistake_is_told_where_it_is(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "programmes" / "both.md").write_text(BOTH.replace("knee-pain", "knee-pian"))
    assert main(["build", "--programme", "both"]) == 1
    said = capsys.readouterr().err
    assert "content/programmes/both.md:7:3: E803" in said
    assert "did you mean 'knee-pain'?" in said
    assert not Path("output").exists()


def test_a_programme_and_a_topic_of_one_name_would_share_their_files(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    programmes = library / "programmes"
    (programmes / "knee-pain.md").write_text(BOTH)
    assert main(["build", "--programme", "knee-pain"]) == 1
    said = capsys.readouterr().err
    assert "content/programmes/knee-pain.md:2:8: E807" in said
    assert "rename this file" in said
    assert not Path("output").exists()
    assert main(["check"]) == 1
    assert "E807" in capsys.readouterr().out
    assert main(["new", "topic", "both"]) == 2
    assert "a programme is called 'both'" in capsys.readouterr().err


def test_no_topic_takes_the_name_of_the_glossary(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`careleaf translate export glossary` could not say which of them is meant."""
    assert main(["new", "topic", "glossary"]) == 2
    assert "'glossary' cannot name a topic" in capsys.readouterr().err
    (library / "topics" / "knee-pain").rename(library / "topics" / "glossary")
    assert main(["check", "glossary"]) == 1
    assert "content/topics/glossary/en.md:2:8: E807" in capsys.readouterr().out


def test_a_mistake_in_a_topic_stops_its_programme(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topic = library / "topics" / "knee-pain" / "en.md"
    topic.write_text(KNEE.replace("reps: 5", "reps: five"))
    assert main(["build", "--programme", "both"]) == 1
    assert "content/topics/knee-pain/en.md:" in capsys.readouterr().err


def test_check_looks_at_all_programmes_or_at_one(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (library / "programmes" / "both.md").write_text(BOTH.replace("35 minutes", "35"))
    assert main(["check"]) == 1
    assert "E802" in capsys.readouterr().out
    assert main(["check", "--programme", "both"]) == 1
    assert main(["check", "--programme", "back-school"]) == 0
    assert main(["check", "low-back-and-hip-pain"]) == 0


def test_list_shows_programmes_too(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "both  (en), a programme\n  Back and knee class\n" in capsys.readouterr().out
    assert main(["list", "--json"]) == 0
    kinds = {one["id"]: one["kind"] for one in json.loads(capsys.readouterr().out)}
    assert kinds == {
        "back-pain": "topic",
        "first-days-of-back-pain": "topic",
        "knee-pain": "topic",
        "low-back-and-hip-pain": "topic",
        "back-school": "programme",
        "both": "programme",
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--programme", "bot"], "did you mean 'both'?"),
        (["both"], "it is a programme: --programme both"),
        (["back-pain", "--programme", "both"], "a programme names its topics itself"),
        (["--programme", "both", "--lang", "es"], "add: --lang en"),
    ],
)
def test_a_slip_in_the_command_is_explained(
    library: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["build", *words]) == 2
    assert said in capsys.readouterr().err


def test_back_school_is_an_hour_of_the_real_topic(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    [school] = [one for one in rows if one["id"] == "back-school"]
    assert school["minutes"] == 60


def test_a_deck_lists_the_sources_of_what_was_chosen() -> None:
    """As the handout does: not those of the sections left out."""
    ready = prepared(BOTH, only=("back-pain/heat",))
    deck, _ = compose_deck(ready, default_theme(), ENGLISH)
    last = placed_slides([deck.slides[-1]])
    assert "Where this comes from" in last
    cited = {key for chapter in ready.flat() for key in chapter.cited}
    assert [one.key for one in ready.cited()] == ["nice-ng59"] == sorted(cited)
    assert "2. " not in last and last.count("A publisher") == 1
