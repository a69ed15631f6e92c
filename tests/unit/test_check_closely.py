"""A good topic and one defect in; that defect and no other out. Our lists, held to our sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from careleaf.check import check_topic
from careleaf.check.closely import check_closely
from careleaf.check.daily_most import MOST
from careleaf.check.hard_words import check_hard_words
from careleaf.check.known import pattern, phrases, rows
from careleaf.check.plain_writing import check_plain_writing
from careleaf.engine import Job, check
from careleaf.engine.content import bundled_library
from careleaf.model.library import Reference
from careleaf.problem import Problem
from careleaf.read import read_library, read_topic
from careleaf.readability import tally
from careleaf.readability.plain_english import plain_english

CONTENT = bundled_library()
LIBRARY = read_library(CONTENT, "en")[0]
GOOD = (CONTENT / "topics" / "first-days-of-back-pain" / "en.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 26)
BEFORE = "## Two gentle exercises {#exercises}\n"
"""The planted words follow this heading."""


def problems(text: str, language: str = "en") -> list[Problem]:
    topic, found = read_topic(
        "en.md", text.encode(), topic_id="planted", language=language, folder=Path()
    )
    assert topic is not None
    clinic = LIBRARY.clinics["example"]
    checked = check_topic(topic, LIBRARY, clinic, today=TODAY)
    plain = [
        *check_plain_writing(topic),
        *(one.problem for one in check_hard_words(topic, LIBRARY)),
    ]
    return [*found, *checked, *plain, *check_closely(topic)]


def codes(text: str, language: str = "en") -> set[str]:
    return {problem.code for problem in problems(text, language)}


def ours(code: str) -> bool:
    """Whether a rule about numbers, safety or currency says so."""
    return code[:3] in {"W53", "W54", "E54"}


PLANTS: Mapping[str, str] = {
    "E504": "Walk for 5-10 minutes.",
    "E546": "Repeat this 510 times.",
    "W546": "Rest for only 12 days at most.",
    "E547": "Take .5 mg. [@nice-ng59]",
    "E548": "Call 999 if you are numb.",
    "W531": "The pain goes away in 40%. [@acp-2017]",
    "W532": "Rest for 1.5 hours.",
    "W533": "It is so for 1 in 7 people, and 3 in 8 people. [@acp-2017]",
    "W534": "Up to 3 in 100 people have it. [@acp-2017]",
    "W535": "Lift one leg and hold for 10.",
    "W536": "Do this for 2 30 minute walks.",
    "W537": ":::only slides\nWalk for 77 minutes.\n:::",
    "W541": "Have bed rest for two days.",
    "W542": "Studies show that walking helps.",
    "W543": "You may try [[acupuncture]].",
    "W544": "Tramadol can help for a day.",
    "E550": "The most is 5 g of acetaminophen. [@nice-ng59]",
    "W550": "Some take 600 mg of Aleve 2 times a day. [@nice-ng59]",
    "E549": "Walk for 5 minutes.\n\n:::easy\n- Walk for 15 minutes.\n:::",
}


def test_the_good_topic_is_good() -> None:
    assert problems(GOOD) == []


@pytest.mark.parametrize(("code", "words"), PLANTS.items(), ids=PLANTS)
def test_one_defect_brings_up_its_rule_and_no_other(code: str, words: str) -> None:
    assert codes(GOOD.replace(BEFORE, f"{BEFORE}{words}\n\n")) == {code}


SLIPS: Mapping[str, tuple[str, str]] = {
    "W505": ("reps: 5\nreps-range: 5 to 10\nhold: 2 seconds\n", "reps: 40\nhold: 2 seconds\n"),
    "E546": ("reps: 5\nreps-range: 5 to 10\nhold: 2 seconds\n", "reps: 510\nhold: 2 seconds\n"),
    "E206": ("stop: Stop if your back pain gets sharp.\n", ""),
    "E410": ("reps-range: 5 to 10", "reps-range: 6 to 10"),
    "W542": ("sources: nhs-inform-back-exercises, george-eliot-back\n1.", "1."),
    "W544": (":pregnant: You are pregnant. Avoid", ":pregnant: Expecting a baby? Avoid"),
    "W545": (", cannot stand, or have chest pain", " or cannot stand"),
    "E503": (":::red-flag emergency\n", ":::red-flag emergency\nonly: handout\n"),
}


@pytest.mark.parametrize(("code", "slip"), SLIPS.items(), ids=SLIPS)
def test_one_slip_in_what_is_there_brings_up_its_rule(code: str, slip: tuple[str, str]) -> None:
    old, new = slip
    assert old in GOOD
    # A sign that the box lacks is a fault where the topic speaks of it.
    elsewhere = "If you have chest pain, do not drive.\n\n" if code == "W545" else ""
    assert codes(GOOD.replace(old, new).replace(BEFORE, BEFORE + elsewhere)) == {code}


NAPROXEN = "Take the lowest dose of naproxen. Ask if you have an ulcer, or are pregnant."
APART = "{#exercises}\n{one}\n\n## Another {#another}\n{two}\n\n## More {#more}\n"


@pytest.mark.parametrize(
    ("two", "missing"),
    [
        ("Somebody here had a stroke.", 1),
        ("Ask us first if you had a stroke.", 0),
        ("Words.", 1),
    ],
)
def test_a_caution_counts_beside_its_medicine_or_where_it_says_who_must_ask(
    two: str, missing: int
) -> None:
    bare = re.sub(r"(?m)^.*\b(?:ibuprofen|NSAIDs?|heart|stroke)\b.*\n", "", GOOD)
    apart = APART.replace("{one}", NAPROXEN).replace("{two}", two)
    found = problems(bare.replace("{#exercises}\n", apart))
    assert [one.code for one in found if "naproxen" in one.message] == ["W544"] * missing


@pytest.mark.parametrize("field", ["title", "subtitle", "audience"])
@pytest.mark.parametrize(
    ("word", "code"), [("utilize", "W524"), ("glutes", "W525"), ("diabetics", "W528")]
)
def test_the_words_on_top_are_read_too(field: str, word: str, code: str) -> None:
    front = re.sub(r"(?m)^(?:subtitle|audience): .*\n", "", GOOD)
    changed = re.sub(r"(?m)^title: .*$", "title: Back pain", front, count=1)
    line = f"{field}: We {word} it\n"
    if field == "title":
        changed = re.sub(r"(?m)^title: .*\n", line, changed, count=1)
    else:
        changed = changed.replace("version:", f"{line}version:", 1)
    [found] = problems(changed)
    assert (found.code, changed[found.span.start : found.span.end]) == (code, word)


def test_a_title_may_name_what_its_topic_explains() -> None:
    title = re.sub(r"(?m)^title: .*$", "title: Your glutes", GOOD, count=1)
    told = title.replace(BEFORE, f"{BEFORE}The glutes (the muscles you sit on) are strong.\n\n")
    assert codes(told) == set()


def test_words_of_another_language_are_left_alone() -> None:
    planted = "Bed rest, 40%, acupuncture. Studies show 1.5. Repeat 510 times. Call 999."
    said = codes(GOOD.replace(BEFORE, f"{BEFORE}{planted}\n\n"), "fr")
    assert not [code for code in said if ours(code)]


def test_our_own_topics_have_fewer_alarms_than_one_in_200_words() -> None:
    """There is none today. The limit is what authors were promised."""
    result = check(Job(content=CONTENT))
    words = sum(one.whole.counts.words for one in result.measured)
    assert words > 4000
    assert len(result.problems) < words / 200
    assert not [one for one in result.problems if ours(one.code)]


def test_our_own_topics_bring_up_nothing_at_all() -> None:
    """Each alarm that there was has been looked at: the words were mended, or the rule."""
    assert [one.message for one in check(Job(content=CONTENT)).problems] == []


def test_words_that_were_not_written_for_these_rules_bring_up_few() -> None:
    """What is said to patients, as if they read it: most of what is told is right (a chance without
    its source), and all of it is less than one in 200 words."""
    spoken = [
        one
        for path in CONTENT.glob("topics/*/en.md")
        for one in re.findall(r"^:::notes\n(.*?)^:::$", path.read_text(), re.MULTILINE | re.DOTALL)
    ]
    words = tally(spoken, len).words
    assert words > 3000
    text = "\n\n".join(spoken)
    told = problems(GOOD.replace(BEFORE, f"{BEFORE}{text}\n\n"))
    assert len([one for one in told if ours(one.code)]) < words / 200


LISTS = ("outdated.txt", "medicines.txt", "emergencies.txt", "guidelines_differ.txt")


@pytest.mark.parametrize("name", LISTS)
def test_every_line_of_a_list_rests_on_a_source_of_the_library(name: str) -> None:
    assert len(rows(name)) >= 3
    assert len({len(row) for row in rows(name)}) == 1
    for row in rows(name):
        if name == "guidelines_differ.txt":
            assert len({source(key).jurisdiction for key in phrases(row[-1])}) > 1
        else:
            assert source(row[-2]).year == int(row[-1])


def test_the_most_for_a_day_rests_on_a_source_of_the_library() -> None:
    assert all(source(one.source).year == one.year for one in MOST)


def source(key: str) -> Reference:
    return LIBRARY.references[key]


def test_no_phrase_that_is_out_of_date_is_only_said_more_plainly() -> None:
    """ "resting in bed" is no better advice than "bed rest"."""
    said = {phrase for row in rows("outdated.txt") for phrase in phrases(row[0])}
    assert "bed rest" in said
    listed = {hard.phrase for group in plain_english().values() for hard in group}
    assert said & listed <= {"bursitis", "traction"}


def test_no_plain_word_is_out_of_date() -> None:
    """A hint must not send an author to words that the next check refuses."""
    old = [pattern(row[0]) for row in rows("outdated.txt")]
    assert any(one.search("wear in the spine") for one in old)
    listed = {hard for group in plain_english().values() for hard in group}
    offered = {choice for hard in listed for choice in hard.choices()}
    assert "a sore, stiff joint" in offered
    assert [words for words in offered if any(one.search(words) for one in old)] == []


def test_hints_are_short_enough_to_read() -> None:
    for row in (*rows("outdated.txt"), *rows("medicines.txt")):
        assert tally([row[-3]], len).words <= 25
