"""A topic in; its reading level in the terminal, the gate on it, and the hardest places, out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from careleaf.check.readability import check_readability, measure
from careleaf.cli import main
from careleaf.cli.reading_level import reading_level
from careleaf.engine import Job
from careleaf.engine.check_round import begin, look
from careleaf.engine.content import bundled_library
from careleaf.model.goals import USUAL_GOALS
from careleaf.readability import formulas_for
from careleaf.source import Source
from tests.tools.topics import FRONT, HEADINGS, NEEDED, found, read

TOPIC = "low-back-and-hip-pain"
EASY = " ".join(["You can walk."] * 40)
HARD = (
    "Considerable musculoskeletal deconditioning necessitates individualized rehabilitation. " * 20
)
NOTES = f":::notes\n{HARD}\n:::\n"


def topic(body: str) -> str:
    return FRONT + HEADINGS + body + NEEDED


def told(text: str, **goals: float | None) -> list[str]:
    """What the gate says of a topic file."""
    one, _, source = read(text)
    set_here = {**USUAL_GOALS, **{name.replace("_", "-"): goal for name, goal in goals.items()}}
    return found(list(check_readability(measure(one), one, set_here)), source)


def test_a_grade_of_nothing_has_no_sign() -> None:
    whole = measure(read(topic(EASY))[0])
    nothing = replace(whole, whole=replace(whole.whole, scores=(-0.04, 0.04, -0.06)))
    row = reading_level([nothing], {}, closely=False).split("\n")[1]
    assert row.split()[-3:] == ["0.0", "0.0", "-0.1"]


def test_an_easy_topic_passes_and_a_hard_one_is_held_by_both_gates() -> None:
    assert told(topic(EASY)) == []
    hard = told(topic(HARD))
    assert [line.split(" is ")[0] for line in hard] == [
        "E545 'A topic' Flesch-Kincaid",
        "E545 'A topic' SMOG",
    ]
    assert hard[0].endswith("this library's goal is 6 or less")


def test_a_goal_can_be_set_and_taken_away() -> None:
    assert told(topic(HARD), flesch_kincaid=None, smog=None) == []
    assert len(told(topic(EASY), coleman_liau=-20.0)) == 1


def test_a_goal_that_is_met_as_shown_is_met() -> None:
    """ "6.0" must not be told to be over 6."""
    grades, points = formulas_for("en")[0], formulas_for("es")[0]
    assert [grades.meets(score, 6) for score in (5.9, 6.04, 6.06)] == [True, True, False]
    assert [points.meets(score, 65) for score in (65.1, 64.96, 64.94)] == [True, True, False]


def test_a_few_words_have_no_grade_to_be_held_to() -> None:
    assert told(topic(HARD.partition(".")[0] + ".")) == []


def test_notes_and_easy_words_are_not_what_patients_read() -> None:
    plain, _, _ = read(topic(EASY))
    noted, _, _ = read(topic(EASY + "\n\n" + NOTES))
    assert measure(noted).whole == measure(plain).whole
    easy, _, _ = read(topic(f"{EASY}\n\n:::easy\n- Considerable deconditioning.\n:::\n"))
    assert measure(easy).whole == measure(plain).whole


def test_what_stands_in_only_is_read_and_its_notes_are_not() -> None:
    inside = f"::::only handout\n{EASY}\n\n{NOTES}::::\n"
    one, _, _ = read(topic(inside))
    assert measure(one).whole.counts.words == measure(read(topic(EASY))[0]).whole.counts.words


def test_list_items_and_headings_end_sentences() -> None:
    one, _, _ = read(topic("- Walk a little\n- Sit less\n- Sleep well\n"))
    section = measure(one).sections[1]
    assert (section.name, section.counts.sentences, section.counts.words) == ("A section", 4, 9)


def test_the_hardest_sentence_and_word_point_at_the_source() -> None:
    sentence = "You may get **considerable** rehabilitation for your sore back here."
    text = topic(f"{EASY}\n{sentence} {EASY}")
    one, _, source = read(text)
    measured = measure(one)
    assert cut(source, measured.hard_sentences[0].at.start, sentence) == sentence
    word = measured.hard_words[0]
    assert (word.word, word.syllables, word.times) == ("rehabilitation", 6, 1)
    assert source.text[word.at.start : word.at.end] == "rehabilitation"


def cut(source: Source, start: int, like: str) -> str:
    return source.text[start : start + len(like)]


def test_a_language_without_a_formula_is_not_measured() -> None:
    from careleaf.read import read_topic

    data = topic(EASY).encode()
    one, _ = read_topic("fr.md", data, topic_id="a", language="fr", folder=Path())
    assert one is not None
    measured = measure(one)
    assert measured.formulas == ()
    assert list(check_readability(measured, one, USUAL_GOALS)) == []


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    return tmp_path / "content"


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert main(["check", *words]) == code
    return capsys.readouterr().out


def test_check_ends_in_a_table_with_every_formula_named(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = said(capsys, "--lang", "en").partition("\nScores")[0]
    assert "Flesch-Kincaid  SMOG  Coleman-Liau" in table
    assert len([line for line in table.splitlines() if line.startswith(TOPIC)]) == 1
    assert "Hardest" not in table
    closely = said(capsys, TOPIC)
    assert "  Do you need a scan?" in closely
    assert "Hardest sentences, by Flesch-Kincaid" in closely
    assert f"content/topics/{TOPIC}/en.md:" in closely


def test_check_names_the_spanish_formulas_and_places_in_the_translation(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = said(capsys, TOPIC, "--lang", "es")
    assert "INFLESZ  Fernández Huerta" in table
    assert "Flesch-Kincaid" not in table
    assert f"content/topics/{TOPIC}/es.po:" in table


def test_check_says_that_arabic_has_no_formula(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = said(capsys, TOPIC, "--lang", "ar")
    assert "Reading level in 'ar': not measured." in table


def test_several_languages_at_once_have_a_table_each(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = said(capsys, "--lang", "en", "--lang", "es", "--lang", "ar").partition("\nScores")[0]
    assert table.index("Flesch-Kincaid") < table.index("INFLESZ") < table.index("'ar'")
    assert len([line for line in table.splitlines() if line.startswith(TOPIC)]) == 2


def test_a_mistake_in_a_source_is_told_once_whatever_the_languages(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topic = library / "topics" / TOPIC / "en.md"
    old = topic.read_text(encoding="utf-8")
    topic.write_text(old.replace("icd10: M54.50", "icd10: 54.50", 1), encoding="utf-8")
    report = said(capsys, TOPIC, "--lang", "en", "--lang", "es", "--quiet", code=1)
    assert report.count("E505") == 1


def test_programs_and_quiet_people_get_no_table(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "--quiet") == ""
    assert json.loads(said(capsys, "--format", "json"))["problems"] == []
    assert said(capsys, "--format", "github") == ""


def test_a_library_sets_its_own_goals(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "checks.md").write_text("---\nsmog: 5\nflesch-kincaid: none\n---\nWe aim low.\n")
    report = said(capsys, TOPIC, code=1)
    assert "E545 SMOG is 5." in report
    assert "this library's goal is 5 or less" in report
    assert "E545 Flesch-Kincaid" not in report
    assert main(["build", TOPIC, "--to", "html", "--quiet"]) == 0


def test_mistakes_in_the_goals_are_told_at_their_place(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (library / "checks.md").write_text("---\nsmog: eight\nfog: 7\n---\n")
    report = said(capsys, code=1)
    assert "content/checks.md:2:7: E103 'smog' needs a number such as 6 or 6.5, or 'none'" in report
    assert "content/checks.md:3:1: E101" in report
    assert "smog: eight\n" in report


def test_what_was_opened_stays_as_it_was(library: Path) -> None:
    """The file of goals is told apart, and a topic has files of its own: what was opened is not
    added to."""
    (library / "checks.md").write_text("---\nsmog: 5\n---\n")
    begun = begin(Job(topics=(TOPIC,), content=library))
    before = dict(begun.opened.sources)
    assert [Path(name).name for name in begun.sources if name not in before] == ["checks.md"]
    assert [Path(name).name for name in look(begun, begun.tasks[0]).sources] == ["en.md"]
    assert begun.opened.sources == before
