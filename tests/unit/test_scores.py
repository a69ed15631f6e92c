"""A good topic and one defect in; just the items that ask for what is gone, and no other, fall."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from careleaf.check.scores import INSTRUMENTS, score
from careleaf.check.scores.item import Answer, Evidence, no
from careleaf.check.scores.scored import Judged, Scored
from careleaf.cli import main
from careleaf.cli.scores import item_lines
from careleaf.engine import Job, Result, check
from careleaf.engine.content import bundled_library
from careleaf.model.goals import points
from careleaf.model.topic import Topic
from careleaf.read import read_topic
from careleaf.source import Span
from tests.test_read_mangled import mangled
from tests.tools.topics import FRONT, HEADINGS, LIBRARY

CONTENT = bundled_library()
GOOD = (Path(__file__).parents[1] / "suite" / "scores" / "good.md").read_text(encoding="utf-8")
YES, NO, PERSON, NA = Answer.YES, Answer.NO, Answer.PERSON, Answer.NOT_APPLICABLE


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with our clinics, glossary and sources, and no topic yet."""
    root = tmp_path_factory.mktemp("scores") / "content"
    for name in ("clinics", "glossary", "sources"):
        (root / name).mkdir(parents=True)
        for path in (CONTENT / name).glob("*[!o]"):
            (root / name / path.name).write_bytes(path.read_bytes())
    (root / "topics" / "planted").mkdir(parents=True)
    return root


def checked(library: Path, text: str, language: str = "en") -> Result:
    folder = library / "topics" / "planted"
    for old in folder.glob("*.md"):
        old.unlink()
    (folder / f"{language}.md").write_text(text, encoding="utf-8")
    return check(Job(topics=("planted",), languages=(language,), content=library))


def answers(result: Result) -> dict[str, Answer]:
    [scored] = result.scored
    return {item.key: item.finding.answer for one in scored.scores for item in one.items}


def codes(result: Result) -> set[str]:
    return {problem.code for problem in result.problems}


def only(section: str) -> str:
    """A section of the good topic, with its heading."""
    found = re.search(rf"^## [^\n]*{{#{section}}}\n.*?(?=^## |\Z)", GOOD, re.MULTILINE | re.DOTALL)
    assert found
    return found[0]


def block(opening: str) -> str:
    """A block of the good topic, and the blank line below it."""
    found = re.search(rf"^:::{opening}.*?^:::\n\n?", GOOD, re.MULTILINE | re.DOTALL)
    assert found
    return found[0]


def plus(section: str, words: str) -> tuple[str, str]:
    """More words below a heading."""
    heading = only(section).partition("\n")[0]
    return heading, f"{heading}\n{words}\n"


Plant = tuple[list[tuple[str, str]], set[str], set[str]]
"""What is changed, the items that must fall, and the codes of the problems that must come up."""

LONG = "You rest. You walk. You stretch. You sleep well."
PLAIN = "You can walk to the shop and back, and then you may sit for a while. " * 3

HARD = " ".join(
    ["Considerable musculoskeletal deconditioning necessitates individualized rehabilitation."] * 3
)

PLANTS: Mapping[str, Plant] = {
    "a text for graduates": (
        [plus(one, HARD) for one in ("today", "help", "rare", "move", "walking", "short")],
        {"pemat-3", "cdc-7"},
        {"E545", "W524"},
    ),
    "a sentence of 24 words": (
        [plus("move", "You can walk to the shop and back " + "and then you can sit down " * 3)],
        set(),
        {"W521"},
    ),
    "labels before people": (
        [plus("move", "Many arthritics do it."), plus("walking", "Diabetics can walk too.")],
        {"pemat-3", "cdc-7"},
        {"W528"},
    ),
    "a phrase that is out of date": ([plus("move", "Have bed rest.")], set(), {"W541"}),
    "a claim without a source": ([plus("move", "Studies show that it helps.")], set(), {"W542"}),
    "a medicine without its caution": (
        [plus("move", "Tramadol can help for a day.")],
        set(),
        {"W544"},
    ),
    "a dose that nobody gives": ([("reps: 5\n", "reps: 40\n")], set(), {"W505"}),
    "a dose out of its author's range": (
        [("reps: 5\n", "reps: 5\nreps-range: 6 to 10\n")],
        set(),
        {"E410"},
    ),
    "no signs of an emergency": ([(block("red-flag emergency"), "")], set(), {"E503"}),
    "a title that names no purpose": (
        [("A sore back in the first week", "Sore backs and you")],
        {"pemat-1"},
        set(),
    ),
    "jargon in two sections": (
        [plus("move", "Commence slowly."), plus("walking", "Utilize a stick.")],
        {"pemat-3", "cdc-7"},
        {"W524"},
    ),
    "one word of jargon": ([plus("move", "Commence slowly.")], {"cdc-7"}, {"W524"}),
    "terms that nobody explains": (
        [plus("move", "Sciatica can ache."), plus("walking", "A TENS pad may help.")],
        {"pemat-4", "cdc-7"},
        {"W525", "W526"},
    ),
    "tasks in the passive": (
        [plus("move", "Heat should be used."), plus("walking", "A stick must be held.")],
        {"pemat-5"},
        {"W527"},
    ),
    "a quarter of all sentences in the passive": (
        [plus("short", " ".join(["It is seen. It is felt. It is held."] * 7))],
        {"pemat-5", "cdc-9"},
        {"W522"},
    ),
    "a range with a dash": (
        [plus("move", "Rest for 5-10 minutes.")],
        {"pemat-6", "cdc-15"},
        {"E504"},
    ),
    "a range that lost its dash": (
        [plus("move", "Repeat this 510 times.")],
        {"pemat-6", "cdc-15"},
        {"E546"},
    ),
    "decimals in two sections": (
        [plus("move", "Rest for 1.5 hours."), plus("walking", "Walk for 2.5 hours.")],
        {"pemat-6", "cdc-15"},
        {"W532"},
    ),
    "one percentage": ([plus("move", "It eases in 40%.")], {"cdc-15"}, {"W531"}),
    "amounts without a unit": (
        [plus("move", "Lift a leg and hold for 10."), plus("walking", "Rest for 20.")],
        {"pemat-6", "cdc-16"},
        {"W535"},
    ),
    "one amount without a unit": ([plus("move", "Hold for 10.")], {"cdc-16"}, {"W535"}),
    "a sum that is not shown": (
        [plus("move", "Multiply your weight by 2.")],
        {"pemat-7", "pemat-24", "cdc-17"},
        set(),
    ),
    "people out of another total": (
        [plus("move", "Some still hurt after a year: 1 in 3. [@acp-2017]")],
        {"cdc-17"},
        set(),
    ),
    "long paragraphs": (
        [plus("move", LONG), plus("walking", LONG)],
        {"pemat-8", "cdc-9"},
        {"W522"},
    ),
    "one long paragraph": ([plus("move", LONG)], {"cdc-9"}, {"W522"}),
    "headings that could stand over anything": (
        [("## A move to try", "## Overview"), ("## Walking", "## More information")],
        {"pemat-9"},
        set(),
    ),
    "signs of danger at the end": (
        [(only("help"), ""), (only("short"), only("short") + "\n" + only("help"))],
        {"pemat-10"},
        set(),
    ),
    "no summary": ([(block("summary"), "")], {"pemat-11"}, set()),
    "sections where nothing stands out": (
        [
            (
                only("move"),
                "".join(f"## Place {one} {{#{one}}}\n{PLAIN}\n\n" for one in "abc") + only("move"),
            )
        ],
        {"pemat-12"},
        set(),
    ),
    "nothing drawn but exercises": (
        [("message\npose: walk\n", "message\n"), (block("risk"), ""), (block("figure"), "")],
        {"pemat-15", "cdc-4"},
        set(),
    ),
    "a picture without a caption": (
        [("caption: **Walking.** Start with 5 minutes, and add a little each week.\n", "")],
        {"pemat-17"},
        set(),
    ),
    "a table with long heads": (
        [
            ("| Walk for |", "| How many minutes you may walk on each day |"),
            ("| What to expect |", "| What you can expect of it in the end |"),
        ],
        {"pemat-19"},
        set(),
    ),
    "advice about others": (
        [
            plus("move", "People with back pain must move."),
            plus("walking", "People with pain must walk."),
        ],
        {"pemat-21"},
        set(),
    ),
    "no steps": ([(block("exercise"), "")], {"pemat-22"}, set()),
    "nothing to work with": ([(block("plan"), "")], {"pemat-23"}, set()),
    "tables that nothing explains": (
        [("Find your week in the first column. Walk that long, each day.\n", "")],
        {"pemat-25"},
        set(),
    ),
    "an exercise without a picture": ([("pose: knee-rolls\n", "")], {"pemat-26"}, set()),
    "two main messages": (
        [plus("move", ":::key-message\nKeep warm.\n:::")],
        {"cdc-1", "cdc-2", "cdc-3", "cdc-4", "cdc-6"},
        set(),
    ),
    "no main message": (
        [(block("key-message"), "")],
        {"pemat-1", "cdc-1", "cdc-2", "cdc-3", "cdc-4", "cdc-6", "cdc-10"},
        {"E502"},
    ),
    "the message comes late": (
        [(block("key-message"), ""), plus("rare", block("key-message"))],
        {"pemat-1", "cdc-2", "cdc-10"},
        set(),
    ),
    "the message is not drawn": ([("message\npose: walk\n", "message\n")], {"cdc-4"}, set()),
    "an action in the passive": (
        [("Put a warm pack in a cloth for 15 minutes.", "It is put on for 15 minutes.")],
        {"cdc-6"},
        set(),
    ),
    "a list of eight": ([plus("move", "- A step.\n" * 8)], {"cdc-8"}, {"W523"}),
    "what to do comes late": (
        [(block("actions"), ""), plus("rare", block("actions"))],
        {"cdc-10"},
        set(),
    ),
    "nothing says what is not known": ([(block("unknown"), "")], {"cdc-11"}, set()),
    "nothing says what it is good for": (
        [(block("exercise"), ""), (block("evidence"), "")],
        {"pemat-22", "cdc-13", "cdc-19"},
        set(),
    ),
    "signs without a word on why": (
        [
            (
                only("help").partition(":::")[0],
                "## When to get help {#help}\n",
            )
        ],
        {"cdc-18"},
        set(),
    ),
    "a chance in numbers alone": (
        [plus("move", "It eased in 63 in 100, and not in 37 in 100. [@acp-2017]")],
        {"cdc-20"},
        set(),
    ),
}


def test_the_good_topic_has_all_that_a_program_can_see(library: Path) -> None:
    result = checked(library, GOOD)
    assert codes(result) == set()
    found = answers(result)
    assert [key for key, answer in found.items() if answer is NO] == []
    assert {key for key, answer in found.items() if answer is PERSON} == {
        "pemat-2",
        "pemat-10",
        "pemat-16",
        "pemat-18",
        "pemat-25",
        "cdc-16",
        "cdc-18",
    }
    assert {key for key, answer in found.items() if answer is NA} == {"pemat-24"}


@pytest.mark.parametrize("name", PLANTS)
def test_one_defect_brings_down_its_items_and_no_other(name: str, library: Path) -> None:
    changes, falls, told = PLANTS[name]
    text = GOOD
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    result = checked(library, text)
    before, after = answers(checked(library, GOOD)), answers(result)
    fallen = {key for key in after if after[key] is NO and before[key] is not NO}
    assert fallen == falls
    assert codes(result) == told


NOTHING_TO_DO = """\
---
title: Facts about sore backs
version: 0.1
written: 2026-11-26
review-due: 2028-11-26
sources: nice-ng59
---
# Sore backs {#backs}
## What hurts {#hurts}
The back has many muscles. Any of them can hurt. Each one has a name of its own, and a job
that only it can do. The upper ones hold up the head and the arms. The lower ones carry the trunk.

Their pain is dull for some people and sharp for others. It can come in the
morning and be gone by night.

## Where they sit {#where}
The long muscles run from the neck to the hips. The short ones tie one bone to the next.

Some of them lie deep, and others right under the skin. The deep ones are small, and there
are many of them.

The large ones lie on top of them. They turn the trunk to the left and to the right, or hold
it still.

## Signs {#signs}
:::red-flag emergency
sources: nice-ng59
- The legs are numb.
- The bladder does not work.
:::
"""


def test_a_topic_that_only_tells_falls_where_action_is_asked_for(library: Path) -> None:
    found = answers(checked(library, NOTHING_TO_DO))
    fallen = {key for key, answer in found.items() if answer is NO}
    assert {f"pemat-{number}" for number in (20, 21, 22, 23, 26)} <= fallen
    assert {"cdc-1", "cdc-5", "cdc-6", "cdc-8"} - fallen == {"cdc-8"}
    assert {found[f"cdc-{number}"] for number in (12, 13, 14, 19)} == {NA}
    assert found["pemat-6"] is found["cdc-15"] is found["cdc-20"] is NA


def test_a_very_short_text_needs_no_sections_and_no_summary(library: Path) -> None:
    short = (
        NOTHING_TO_DO.partition("## Where")[0] + "## Signs" + NOTHING_TO_DO.partition("## Signs")[2]
    )
    found = answers(checked(library, short))
    assert {found[f"pemat-{number}"] for number in (8, 9, 11)} == {NA}


def test_words_of_a_language_without_lists_are_left_to_a_person(library: Path) -> None:
    found = answers(checked(library, GOOD, "es"))
    assert {found[f"pemat-{number}"] for number in (3, 4, 5, 6, 7, 9, 21)} == {PERSON}
    assert found["pemat-11"] is found["pemat-23"] is found["cdc-1"] is YES


def test_a_translation_is_not_scored_again() -> None:
    result = check(Job(content=CONTENT))
    assert [(one.topic, one.language) for one in result.scored] == [
        ("first-days-of-back-pain", "en"),
        ("low-back-and-hip-pain", "en"),
    ]


def test_every_item_has_its_source_its_place_and_a_way_out(library: Path) -> None:
    """24 items of PEMAT-P and 20 of the Index; a no says what to do, and a question what to ask."""
    items = [item for group in INSTRUMENTS.values() for item in group]
    pemat, cdc = [*range(1, 13), *range(15, 27)], range(1, 21)
    keys = {f"pemat-{number}" for number in pemat} | {f"cdc-{number}" for number in cdc}
    assert sorted(item.key for item in items) == sorted(keys)
    for item in items:
        name, number = item.key.split("-")
        source = f"{'PEMAT-P' if name == 'pemat' else 'CDC Index'} item {number}"
        assert source in (item.judge.__doc__ or "")
    for text in (GOOD, NOTHING_TO_DO):
        result = checked(library, text)
        for one in (one for each in result.scored[0].scores for one in each.items):
            finding = one.finding
            assert finding.evidence or finding.answer is PERSON, one.key
            assert bool(finding.advice) is (finding.answer in {NO, PERSON}), one.key
            assert {seen.at.path for seen in finding.evidence} <= set(result.sources)


def test_what_needs_a_person_does_not_count(library: Path) -> None:
    understandability, _, cdc = checked(library, GOOD).scored[0].scores
    assert (understandability.judged, understandability.applicable) == (13, 17)
    assert understandability.percent == cdc.percent == 100
    without = checked(library, GOOD.replace(block("summary"), "")).scored[0].scores[0]
    assert without.percent is not None
    assert round(without.percent, 1) == 92.3


def test_a_library_sets_goals_for_scores(library: Path) -> None:
    goals = library / "checks.md"
    goals.write_text("---\npemat-understandability: 95\ncdc: 90\n---\n", encoding="utf-8")
    try:
        assert codes(checked(library, GOOD)) == set()
        result = checked(library, GOOD.replace(block("summary"), ""))
    finally:
        goals.unlink()
    [problem] = result.problems
    assert (problem.code, result.failed) == ("E561", True)
    assert problem.message == (
        "PEMAT-informed understandability is 92.3 of 100: this library's goal is 95"
    )


@pytest.mark.parametrize(
    ("percent", "told"), [(200 / 3, "66.7"), (800 / 13, "61.5"), (99.96, "100"), (90.0, "90")]
)
def test_a_score_is_told_as_it_is_held_against_its_goal(percent: float, told: str) -> None:
    """Never "67: the goal is 67"."""
    assert points(percent) == told


def test_what_is_still_to_be_written_and_very_short_texts_are_held_to_no_goal(
    library: Path,
) -> None:
    goals = library / "checks.md"
    goals.write_text("---\npemat-understandability: 95\n---\n", encoding="utf-8")
    try:
        unwritten = GOOD.replace(block("summary"), "Write here: what to remember.\n")
        assert codes(checked(library, unwritten)) == {"W507"}
        short = (
            NOTHING_TO_DO.partition("## Where")[0]
            + ":::red-flag"
            + NOTHING_TO_DO.partition(":::red-flag")[2]
        )
        assert "E561" not in codes(checked(library, short))
        assert codes(checked(library, GOOD.replace(block("summary"), ""))) == {"E561"}
    finally:
        goals.unlink()


def test_our_own_topics_reach_90_in_all_three() -> None:
    """And nothing of what a program can see is left to mend."""
    result = check(Job(content=CONTENT, languages=("en",)))
    for scored in result.scored:
        assert {one.key for one in scored.scores} == set(INSTRUMENTS)
        assert all(one.percent is not None and one.percent >= 90 for one in scored.scores)
        assert all(one.judged >= 0.7 * one.applicable for one in scored.scores)
    assert [
        (scored.topic, item.key)
        for scored in result.scored
        for score in scored.scores
        for item in score.items
        if item.finding.answer is NO
    ] == []
    assert (CONTENT / "checks.md").read_text().count(": 90\n") == 3


def test_the_table_names_the_instruments_and_calls_nothing_official(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked(library, GOOD.replace(block("summary"), ""))
    assert main(["check", "--lang", "en", "--content", str(library)]) == 0
    table = capsys.readouterr().out
    assert re.search(r"^planted +92\.3 \(13/17\) +100 \(5/6\) +100 \(18/20\)$", table, re.MULTILINE)
    assert "not their official scores" in table
    assert "Not so" not in table
    assert main(["check", "planted", "--content", str(library)]) == 0
    closely = capsys.readouterr().out
    assert re.search(r"Not so\n  pemat-11  It sums up\n +\S+en\.md:2:8  no summary\n +=", closely)
    assert "Needs a person" in closely


def test_programs_get_every_item_with_its_places(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked(library, GOOD)
    assert main(["check", "--format", "json", "--content", str(library)]) == 0
    scores = json.loads(capsys.readouterr().out)["scores"]
    assert [one["score"] for one in scores] == list(INSTRUMENTS)
    assert [len(one["items"]) for one in scores] == [17, 7, 20]
    [summary] = [item for item in scores[0]["items"] if item["item"] == "pemat-11"]
    assert summary["answer"] == "yes"
    assert summary["evidence"][0]["line"] == GOOD[: GOOD.index(":::summary")].count("\n") + 1
    assert {one["percent"] for one in scores} == {100.0}


def scored_alone(text: str) -> tuple[Topic, Scored]:
    topic, found = read_topic("en.md", text.encode(), topic_id="t", language="en", folder=None)
    assert topic is not None
    return topic, score(topic, LIBRARY, found)


@pytest.mark.parametrize("text", ["", "words", "---\n---\n", f"{FRONT}# A {{#a}}\n"])
def test_where_there_is_nothing_to_read_there_is_nothing_to_judge(text: str) -> None:
    _, scored = scored_alone(text)
    assert {(one.percent, one.applicable) for one in scored.scores} == {(None, 0)}


def test_any_topic_at_all_is_scored_and_every_place_is_in_it() -> None:
    for seed in range(200):
        text = mangled(seed)
        topic, scored = scored_alone(text)
        for item in (item for one in scored.scores for item in one.items):
            for seen in item.finding.evidence:
                assert 0 <= seen.at.start <= seen.at.end <= len(text), (seed, item.key)
        assert topic.id == scored.topic


HOSTILE = {
    "about-others": "people with " * 800,
    "about-one": "one " * 2_400,
    "divided": "divided " * 1_200,
    "passive": "is not " * 1_400,
    "adverb": ("is " + "x" * 4_000 + "ly ") * 2,
    "chances": "1 in 100 " * 1_000,
    "verbs": "Do it. " * 1_300,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_line_keeps_the_scores_waiting(name: str) -> None:
    began = time.thread_time()
    scored_alone(f"{FRONT}{HEADINGS}{HOSTILE[name]}\n")
    assert time.thread_time() - began < SECONDS


SECONDS = 15.0
"""Far more than the longest takes, and far less than what grows with the square of the length."""


def test_places_that_are_not_named_are_counted() -> None:
    """Five are kept of eight, and a terminal shows three of those."""
    seen = [Evidence(f"place {n}", Span("en.md", n, n + 1)) for n in range(8)]
    found = no("mend it", *seen)
    assert (len(found.evidence), found.left_out) == (5, 3)
    lines = [*item_lines(Judged("cdc-7", "It is plain", found, Answer.NO, ""), {})]
    assert "            and 5 more" in lines
    few = Judged("cdc-7", "It is plain", no("mend it", *seen[:3]), Answer.NO, "")
    assert not [line for line in item_lines(few, {}) if "more" in line]
