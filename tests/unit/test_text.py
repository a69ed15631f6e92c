"""A handout as plain text: every word of it, in order, and nothing that is only for paper."""

from __future__ import annotations

import pytest

from careleaf.engine import Job, made
from careleaf.model.tailoring import DoseChoice, Tailoring, Visit
from tests.tools.outside import CHECKOUT

CONTENT = CHECKOUT / "content"


def text(topic: str, language: str = "en", tailoring: Tailoring | None = None) -> str:
    job = Job(
        topics=(topic,),
        languages=(language,),
        formats=("text",),
        content=CONTENT,
        tailoring=tailoring or Tailoring(),
    )
    given = made(job)
    assert not [one for one in given.problems if one.code.startswith("E")]
    return given.pieces[0].data.decode()


def test_it_begins_with_who_it_is_from_and_what_it_is() -> None:
    assert text("first-days-of-back-pain").startswith(
        "Example Harbor Clinic\nYour take-home guide\n\n"
        "The first days of back pain\nWhat helps now, and when to get help\n\n"
        "Draft: not yet reviewed by a clinician\n\n"
        "The main thing to know\n"
    )


def test_an_exercise_has_its_dose_steps_and_when_to_stop() -> None:
    chosen = Tailoring(doses=(DoseChoice(exercise="knee-rolls", field="reps", value="8"),))
    said = text("first-days-of-back-pain", tailoring=chosen)
    start = said.index("1. Knee rolls: Loosens a stiff low back")
    card = said[start : said.index("\n\n", start)].splitlines()
    assert card[1:4] == ["  8 times each side", "  2 seconds each hold", "  3 times a day"]
    assert card[4] == "  1. Lie on your back. Bend both knees."
    assert "  Stop if pain shoots down your leg." in card


def test_signs_come_before_everything_else_and_stand_once() -> None:
    said = text("first-days-of-back-pain")
    assert said.index("Call 911 now if:\n- You cannot pee") < said.index("1. Knee rolls")
    assert said.count("You cannot pee, or you cannot hold your pee or poop.") == 1


def test_tables_figures_and_numbers_are_words() -> None:
    said = text("low-back-and-hip-pain")
    assert "- Groin or front of thigh\n  Often from: The hip joint" in said
    assert "On your side. Put a pillow between your knees." in said
    assert "1 in 100" in said
    assert "[ ] I will walk ____ minutes, ____ times a day." in said


@pytest.mark.parametrize(
    ("language", "words"), [("es", "Llame al 911 ahora si:"), ("ar", "اتصلوا بالرقم 911")]
)
def test_other_languages_are_in_reading_order(language: str, words: str) -> None:
    assert words in text("first-days-of-back-pain", language)


def test_who_it_is_for_stands_on_top() -> None:
    said = text("first-days-of-back-pain", tailoring=Tailoring(visit=Visit(patient="Ada Sample")))
    assert said.index("For: Ada Sample") < said.index("The main thing to know")
