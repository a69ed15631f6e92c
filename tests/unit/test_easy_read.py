"""The easy-read handout: easy words where there are any, a word about it where there are none."""

from __future__ import annotations

from careleaf.compose.easy_read import easy_read
from careleaf.compose.leaflet import compose_leaflet
from careleaf.compose.manuscript import manuscript
from careleaf.model.leaflet import Leaflet
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.theme import default_theme
from tests.tools.leaflets import ENGLISH, placed
from tests.tools.topics import CLINIC, FRONT, HEADINGS, LIBRARY, NEEDED, found, read

ACTIONS = """\
:::actions
- :walk: **Walk when you can.** It is worth trying a few minutes, a number of times a day.
- :walk: **Rest.** Now and then.
:::
"""
EASY = """\
:::easy
- :walk: **Walk a little.** Do it often.
:::
"""
EXERCISE = """\
:::exercise bridge
name: Bridge
why: Builds hips
reps: 5
frequency: 2 times a day
stop: Stop if it hurts.
1. Lie on your back and bend both of your knees.
2. Lift your hips.
:::
"""
NOT_YET = "This part is not in easy words yet."


def easy(section: str, *, needed: str = NEEDED) -> tuple[Leaflet, list[str]]:
    """The handout of a topic with this section, and what the build warns of."""
    topic, problems, source = read(FRONT + HEADINGS + section + needed)
    assert not problems, found(problems, source)
    ready, _ = manuscript(
        topic,
        Medium.LEAFLET,
        library=LIBRARY,
        clinic=CLINIC,
        language=ENGLISH,
        tailoring=Tailoring(),
        easy=True,
    )
    ready, lacking = easy_read(ready, ENGLISH)
    leaflet, _ = compose_leaflet(
        ready, default_theme(), ENGLISH, paper="letter", profile="easy-read"
    )
    return leaflet, [f"{one.code} {one.message}" for one in lacking]


def said(section: str, *, needed: str = NEEDED) -> str:
    return placed(easy(section, needed=needed)[0])


def test_easy_words_take_the_place_of_what_they_say_again() -> None:
    shown = said(ACTIONS + EASY)
    assert "Walk a little." in shown
    assert "Walk when you can" not in shown


def test_nobody_else_sees_easy_words() -> None:
    topic, _, _ = read(FRONT + HEADINGS + ACTIONS + EASY + NEEDED)
    for medium in Medium:
        ready, _ = manuscript(
            topic,
            medium,
            library=LIBRARY,
            clinic=CLINIC,
            language=ENGLISH,
            tailoring=Tailoring(),
        )
        assert "Walk a little" not in str(ready)
        assert "Walk when you can" in str(ready)


def test_a_picture_stands_on_the_start_side_of_its_words() -> None:
    lines = said(ACTIONS + EASY).splitlines()
    words = next(line for line in lines if "Walk a little" in line)
    picture = next(line for line in lines if "art 72 x 72" in line)
    assert float(picture.split(",")[0]) + 72 < float(words.split(",")[0])


def test_steps_in_easy_words_keep_the_dose_and_when_to_stop() -> None:
    steps = ":::easy\n- Lie on your back.\n- Bend both knees.\n- Lift your hips.\n:::\n"
    shown = said(EXERCISE + steps)
    assert "Bend both knees." in shown
    assert "bend both of your knees" not in shown
    assert "5 times" in shown
    assert "Stop if it hurts." in shown
    assert NOT_YET not in shown.partition("Bridge")[2].partition("What every topic has")[0]


def test_an_exercise_without_easy_words_is_there_and_says_so() -> None:
    shown = said(EXERCISE)
    assert "bend both" in shown
    assert NOT_YET in shown.partition("Bridge")[2].partition("5 times")[0]


def test_danger_signs_without_easy_words_are_there_and_say_so() -> None:
    """In their box: the first page takes it out of its section."""
    shown = said("Text.\n")
    assert NOT_YET in shown.partition("You cannot stand.")[2].partition("What is not here")[0]


def test_easy_words_are_no_actions_of_the_first_page() -> None:
    assert "What you can do today" not in said("Text.\n\n" + EASY)


def test_a_section_without_easy_words_is_named_on_the_sheet_and_in_a_warning() -> None:
    leaflet, warnings = easy("Long words about something.\n")
    shown = placed(leaflet)
    assert "Long words" not in shown
    assert "A section" in shown.partition("What is not here")[2]
    [warning] = warnings
    assert warning.startswith("W508 for want of easy words: not in the easy-read handout: section;")
    assert warning.endswith("in the usual words: needed")


def test_a_section_told_in_part_is_named_in_the_warning() -> None:
    more = "## More {#more}\nWords.\n"
    [warning] = easy("Words.\n\n" + ACTIONS + EASY + more)[1]
    assert "not in the easy-read handout: more; in part only: section;" in warning


def test_a_section_told_in_part_is_named_on_the_sheet() -> None:
    """Someone who sees its warning alone must know that there is more."""
    warning = ":::warning Ask us first\n- You are pregnant.\n:::\n"
    last = said("Long words about something.\n\n" + warning).partition("What is not here")[2]
    assert "A section" in last.partition("Our full guide says more about these parts.")[2]


def test_sections_of_one_part_are_named_in_a_row_and_all_of_a_part_by_its_name() -> None:
    """A list of names alone filled two pages."""
    own = "Long words.\n\n## Second {#second}\n\nMore.\n\n## Third {#third}\n\n"
    whole = "# Whole part {#w}\n\n## One {#one}\n\nMore.\n\n## Two {#two}\n\nMore.\n\n"
    end = "# Last part {#l}\n\n## End {#end}\n\n"
    warning = ":::warning Ask us first\n- You are pregnant.\n:::\n\n"
    last = said(own + warning + whole + end).partition("What is not here")[2]
    assert "A section \u00b7 Second" in last
    assert "Third" not in last
    assert "Whole part" in last
    assert "Two" not in last


def test_a_sheet_without_the_clinic_s_panel_has_its_number_at_the_end() -> None:
    last = said("Long words.\n").partition("What is not here")[2]
    assert "Questions? Call us: 555-0142" in last
    with_panel = said("Long words.\n\n:::contact\n:::\n")
    assert "Questions? Call us: 555-0142" not in with_panel
    assert "555-0142" in with_panel


def test_that_words_are_the_usual_ones_is_said_apart_from_them() -> None:
    """Not in the bold of a key message or of what to do in an emergency."""
    lines = [line for line in said(EXERCISE).splitlines() if NOT_YET in line]
    assert len(lines) == 3
    assert all(f"<14/400 slate> {NOT_YET}" in line for line in lines), lines
