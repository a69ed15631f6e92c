"""What somebody says about a topic in; its place in the scores, and when it is void, out. Nobody
named here exists."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from careleaf.check.scores.cdc_message import around_message
from careleaf.check.scores.item import Answer
from careleaf.check.scores.view import View
from careleaf.cli import main
from careleaf.engine import Job, check
from careleaf.engine.content import bundled_library
from careleaf.engine.job import Result
from careleaf.figure.pose import pose
from careleaf.model.digest import digest
from tests.tools.topics import FRONT, HEADINGS, LIBRARY, read

TOPIC = "low-back-and-hip-pain"
BY = ("--by", "A. Example, health educator")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A writable copy of the library, with the working folder beside it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    return Path("content")


def checked() -> Result:
    return check(Job(topics=(TOPIC,), content=Path("content")))


def item(key: str) -> tuple[Answer, str]:
    """How an item was decided, and the first thing that shows it."""
    found = [one for score in checked().scored[0].scores for one in score.items if one.key == key]
    return found[0].finding.answer, found[0].finding.evidence[0].words


def counts() -> list[tuple[int, int]]:
    return [(score.judged, score.applicable) for score in checked().scored[0].scores]


def change(content: Path, old: str, new: str) -> None:
    path = content / "topics" / TOPIC / "en.md"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def judged(*words: str) -> int:
    return main(["judge", TOPIC, *words])


def test_an_answer_counts_and_stands_in_the_topics_folder(content: Path) -> None:
    assert counts() == [(13, 17), (5, 6), (17, 20)]
    assert judged("pemat-16", "yes", *BY, "--note", "Each one shows the move.") == 0
    assert judged("pemat-25", "no", *BY) == 0
    assert counts() == [(14, 17), (6, 6), (17, 20)]
    assert item("pemat-16") == (
        Answer.YES,
        f"A. Example, health educator said yes on {Job().today}: Each one shows the move.",
    )
    assert checked().scored[0].scores[1].percent == pytest.approx(100 * 5 / 6)
    file = content / "topics" / TOPIC / "judged" / "en-pemat-16.md"
    assert file.read_text().splitlines()[:3] == [
        "---",
        "answer: yes",
        "by: A. Example, health educator",
    ]


def test_an_item_that_is_said_not_to_apply_is_left_out(content: Path) -> None:
    assert judged("pemat-25", "not-applicable", *BY) == 0
    assert counts()[1] == (5, 5)


def test_it_holds_while_what_it_is_about_is_unchanged(content: Path) -> None:
    for key in ("pemat-2", "pemat-16", "pemat-18"):
        assert judged(key, "yes", *BY) == 0
    # A line break, a speaker note and easy words are none of it.
    change(content, "You can do a lot to help your own", "You can do a lot\nto help your own")
    change(content, "Stress that a short walk counts.", "Stress that any walk counts.")
    assert [item(key)[0] for key in ("pemat-2", "pemat-16", "pemat-18")] == [Answer.YES] * 3
    # A word far from any picture voids what was said of the whole, and no more.
    change(content, "These heal well, even when", "These heal well too, even when")
    assert item("pemat-2")[0] is Answer.PERSON
    assert item("pemat-2")[1].startswith("void, since the text has changed: A. Example")
    assert [item(key)[0] for key in ("pemat-16", "pemat-18")] == [Answer.YES] * 2
    # A word beside a picture voids what was said of both.
    change(content, "Keep the mouse and screen close.", "Keep the mouse close.")
    assert item("pemat-16")[0] is Answer.PERSON
    # A list of a half is in its block, and so part of what is drawn.
    assert item("pemat-18")[0] is Answer.PERSON


def test_a_meaning_that_is_explained_at_the_end_is_among_the_words(content: Path) -> None:
    assert judged("pemat-2", "yes", *BY) == 0
    path = content / "glossary" / "en.md"
    before, entry, meaning = path.read_text(encoding="utf-8").partition(":::term sciatica\n")
    path.write_text(before + entry + meaning.replace("pain", "ache", 1), encoding="utf-8")
    assert item("pemat-2")[0] is Answer.PERSON


def test_an_answer_about_the_message_looks_at_it_wherever_it_stands(content: Path) -> None:
    path = content / "topics" / TOPIC / "en.md"
    before, opening, rest = path.read_text(encoding="utf-8").partition(":::key-message\n")
    message, end, after = rest.partition(":::\n\n")
    moved = opening + message.replace("bird-dog", "stand-wrong") + end
    path.write_text(f"{before}{after.rstrip()}\n\n{moved}", encoding="utf-8")
    assert item("cdc-4")[0] is Answer.PERSON
    assert judged("cdc-4", "yes", *BY) == 0
    assert item("cdc-4")[0] is Answer.YES
    change(content, "These heal well, even when", "These heal well too, even when")
    assert item("cdc-4")[0] is Answer.YES
    change(content, "Most new back pain eases within weeks.", "Most new back pain eases soon.")
    assert item("cdc-4")[0] is Answer.PERSON


def test_who_judges_a_drawn_person_judges_the_drawing() -> None:
    """A pose that is drawn anew under its old name is another picture."""
    topic, _, _ = read(FRONT + HEADINGS + ":::key-message\npose: walk\nWalk every day.\n:::\n")
    view, drawn = View(topic, LIBRARY, ()), {"walk": digest(pose("walk"))}
    for _, people in (view.pictures(), view.around_pictures()):
        assert people == drawn
    assert around_message(view)[2] == drawn


def test_the_same_words_again_bring_an_answer_back(content: Path) -> None:
    assert judged("pemat-2", "yes", *BY) == 0
    change(content, "These heal well, even when", "These heal well too, even when")
    assert item("pemat-2")[0] is Answer.PERSON
    change(content, "These heal well too, even when", "These heal well, even when")
    assert item("pemat-2")[0] is Answer.YES


def test_a_new_answer_takes_the_place_of_the_old_one_and_says_so(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judged("pemat-2", "yes", *BY) == 0
    assert judged("pemat-2", "no", "--by", "B. Example, nurse") == 0
    assert item("pemat-2")[0] is Answer.NO
    told = f"It takes the place of: yes, {BY[1]}, {date.today()}"
    assert told in capsys.readouterr().out
    assert len([*(content / "topics" / TOPIC / "judged").iterdir()]) == 1


def test_what_a_program_sees_stands_whatever_was_said(content: Path) -> None:
    assert judged("pemat-11", "yes", *BY) == 0
    path = content / "topics" / TOPIC / "en.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(":::summary\n")
    path.write_text(before + rest.partition(":::\n\n:::easy\n")[2].partition(":::\n")[2])
    assert item("pemat-11")[0] is Answer.NO


REFUSED = {
    "an unknown item": (["pemat-99", "yes", *BY], "there is no item 'pemat-99'"),
    "nobody": (["pemat-2", "yes"], "nobody is named"),
    "nothing to be said by somebody": ([*BY], "--by of no answer: no item is named"),
    "nothing to note": (["--note", "Too small."], "--note of no answer"),
    "no answer": (["pemat-2"], "an item, and no answer to it"),
    "left out where it applies": (["pemat-3", "not-applicable", *BY], "applies to every text"),
    "a name that is none": (["pemat-2", "yes", "--by", "..."], "needs a letter or a digit"),
    "a translation": (["pemat-2", "yes", *BY, "--lang", "es"], "is a translation"),
}


@pytest.mark.parametrize(("words", "says"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_answer_is_refused(
    words: list[str], says: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judged(*words) == 2
    assert says in capsys.readouterr().err
    assert not (content / "topics" / TOPIC / "judged").exists()


def test_a_no_that_a_program_sees_is_not_argued_away(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(content, "pose: bird-dog\n", "")
    assert judged("cdc-4", "yes", *BY) == 2
    assert "'cdc-4' is not so, as the text stands: no picture" in capsys.readouterr().err


def test_a_topic_without_a_word_cannot_be_judged(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = content / "topics" / TOPIC / "en.md"
    path.write_text(path.read_text().partition("# Start here")[0])
    assert judged("pemat-2", "yes", *BY) == 2
    assert "has nothing to read yet" in capsys.readouterr().err


def test_the_library_that_ships_is_nobodys_to_judge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert judged("pemat-2", "yes", *BY) == 2
    assert "is not yours to change" in capsys.readouterr().err


def test_the_questions_are_told_and_what_was_said(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judged("pemat-18", "yes", *BY) == 0
    capsys.readouterr()
    assert judged() == 0
    asked, _, said = capsys.readouterr().out.partition("Answered\n")
    assert "pemat-2 " in asked
    assert "= does each picture show what the words beside it say?" in asked
    assert "pemat-18" not in asked
    assert "A. Example, health educator said yes" in said


def test_programs_are_told_who_said_what(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert judged("pemat-2", "yes", *BY) == 0
    change(content, "These heal well, even when", "These heal well too, even when")
    capsys.readouterr()
    assert main(["check", TOPIC, "--lang", "en", "--format", "json"]) == 0
    scores = json.loads(capsys.readouterr().out)["scores"]
    [found] = [one for one in scores[0]["items"] if one["item"] == "pemat-2"]
    assert (found["answer"], found["program"]) == ("needs a person", "needs a person")
    assert found["person"]["by"] == "A. Example, health educator"
    assert found["person"]["void"] is True


SPOILED = {
    "en-pemat-2.md": ("---\nanswer: maybe\nby: A\njudged: soon\n---\n", ["E102", "E103", "E103"]),
    "en-pemat-14.md": (
        "---\nanswer: yes\nby: A\njudged: 2026-01-31\ntext: " + "0" * 32 + "\n---\n",
        ["E911"],
    ),
    "en-pemat-3.md": (
        "---\nanswer: not-applicable\nby: A\njudged: 2026-01-31\ntext: " + "0" * 32 + "\n---\n",
        ["E911"],
    ),
    "pemat-2.md": ("", ["E911"]),
}


def test_no_answer_typed_by_hand_leaves_out_what_applies(content: Path) -> None:
    """It would lift the score past a goal."""
    assert judged("pemat-2", "no", *BY) == 0
    assert counts()[0] == (14, 17)
    path = content / "topics" / TOPIC / "judged" / "en-pemat-2.md"
    path.write_text(path.read_text().replace("answer: no\n", "answer: not-applicable\n"))
    assert item("pemat-2")[0] is Answer.PERSON
    [problem] = [one for one in checked().problems if one.code == "E911"]
    assert problem.message.startswith("'pemat-2' applies to every text")
    assert problem.hint == "answer yes or no"


def test_an_answer_about_a_translation_is_told_of(content: Path) -> None:
    path = content / "topics" / TOPIC / "judged" / "es-pemat-2.md"
    path.parent.mkdir()
    path.write_text("---\nanswer: yes\nby: A\njudged: 2026-01-31\ntext: " + "0" * 32 + "\n---\n")
    result = check(Job(topics=(TOPIC,), languages=("es",), content=content))
    [problem] = [one for one in result.problems if one.code == "E911"]
    assert problem.message == "this is about a translation, which is not judged by itself"


@pytest.mark.parametrize("name", SPOILED)
def test_mistakes_in_a_file_are_told_at_their_place(name: str, content: Path) -> None:
    text, codes = SPOILED[name]
    path = content / "topics" / TOPIC / "judged" / name
    path.parent.mkdir()
    path.write_text(text)
    result = checked()
    assert sorted(one.code for one in result.problems) == codes
    assert {one.span.path for one in result.problems} == {path.as_posix()}
    assert counts()[0] == (13, 17)
