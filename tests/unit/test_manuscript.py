"""From a topic to a manuscript: what each medium gets, and what a line looks like once bound."""

from __future__ import annotations

import pytest

from careleaf.compose.choose import refusals
from careleaf.compose.manuscript import manuscript
from careleaf.compose.pen import WorkingPen
from careleaf.engine.job import Job
from careleaf.engine.opened import open_content
from careleaf.language import language
from careleaf.model.inline import Run, plain
from careleaf.model.manuscript import Chapter, Manuscript
from careleaf.model.shape import Paragraph
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium, Topic
from careleaf.read import read_topic

HEAD = """---
title: Back pain
version: 0.1
written: 2026-01-31
review-due: 2028-01-31
sources: nice-ng59
---
"""
OPENED = open_content(Job())
CLINIC = OPENED.library.clinics["example"]


def read(body: str) -> Topic:
    topic, problems = read_topic(
        "t.md", (HEAD + body).encode(), topic_id="t", language="en", folder=None
    )
    assert topic is not None
    assert not problems, problems
    return topic


def compose(
    body: str, medium: Medium = Medium.PAGE, tailoring: Tailoring | None = None
) -> Manuscript:
    made, problems = manuscript(
        read(body),
        medium,
        library=OPENED.library,
        clinic=CLINIC,
        language=language("en-US"),
        tailoring=tailoring or Tailoring(),
    )
    assert not problems
    return made


def words(chapter: Chapter) -> list[str]:
    return [plain(shape.body) for shape in chapter.shapes if isinstance(shape, Paragraph)]


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("Do it 10 times [@nice-ng59].", "Do it 10 times."),
        ("Do it 10 times. [@nice-ng59]", "Do it 10 times."),
        ("Do it [@nice-ng59] 10 times.", "Do it 10 times."),
        ("**Do it.** [@nice-ng59] Then rest.", "Do it. Then rest."),
        ("[@nice-ng59] Do it.", "Do it."),
        ("Take **.5 of it** now.", "Take .5 of it now."),
        ("Call {{ clinic.phone }}, or {{ clinic.emergency_number }}.", "Call 555-0142, or 911."),
        ("Walk ____ minutes.", "Walk ____ minutes."),
        ("Hold 5 to 10 times, 1 in 3.", "Hold 5\u00a0to\u00a010 times, 1\u00a0in\u00a03."),
        ("Your [[nerve|nerves]] are fine.", "Your nerves are fine."),
        ("[Read on](https://example.org) soon.", "Read on soon."),
    ],
)
def test_a_bound_line_reads_well(written: str, bound: str) -> None:
    made = compose(f"# One {{#one}}\n{written}\n")
    assert words(made.chapters[0]) == [bound]


def test_citations_belong_to_their_section() -> None:
    made = compose(
        "# One {#one}\nA. [@nice-ng59]\n## Two {#two}\nB. [@acp-2017]\n## Three {#three}\nC.\n"
    )
    part = made.chapters[0]
    assert part.cited == ("nice-ng59",)
    assert [section.cited for section in part.sections] == [("acp-2017",), ()]
    assert [reference.key for reference in made.references] == ["nice-ng59", "acp-2017"]


def test_terms_used_are_explained_once_in_order() -> None:
    made = compose("# One {#one}\n[[nerve]], [[herniated disk]] and [[nerve|nerves]].\n")
    assert [definition.key for definition in made.definitions] == ["nerve", "herniated disk"]


def test_a_term_in_speaker_notes_needs_no_explaining() -> None:
    made = compose("# One {#one}\nWords.\n:::notes\nName the [[nerve]].\n:::\n")
    assert made.definitions == ()


def test_each_medium_gets_its_blocks() -> None:
    body = """# One {#one}
All.
:::only slides
Slides.
:::
:::only handout, screen
Paper and screen.
:::
:::notes
Say this.
:::
"""
    assert words(compose(body, Medium.DECK).chapters[0]) == ["All.", "Slides."]
    assert words(compose(body, Medium.LEAFLET).chapters[0]) == ["All.", "Paper and screen."]
    notes = compose(body, Medium.PAGE).chapters[0].notes
    assert [plain(note.body) for note in notes if isinstance(note, Paragraph)] == ["Say this."]


MIXED = """# One {#one}
Back to [scans](#scans), [help](#help) or [the bridge](#bridge).
## Scans {#scans}
:::only slides
A film.
:::
:::notes
Show the film.
:::
## Bridge {#lift}
:::exercise bridge
only: screen
name: Bridge
why: Builds strong hips
reps: 5
frequency: 2 times a day
stop: Stop if it hurts.
1. Lie down.
2. Lift your hips.
:::
# Help {#help}
:::red-flag emergency
- You cannot stand.
:::
"""


@pytest.mark.parametrize(
    ("medium", "kept", "reached"),
    [
        (Medium.DECK, ["one", "scans", "help"], ["#scans", "#help"]),
        (Medium.LEAFLET, ["one", "help"], ["#help"]),
        (Medium.PAGE, ["one", "lift", "help"], ["#help", "#bridge"]),
    ],
)
def test_no_heading_without_content_and_no_link_to_nowhere(
    medium: Medium, kept: list[str], reached: list[str]
) -> None:
    made = compose(MIXED, medium)
    assert [chapter.id for chapter in made.flat()] == kept
    (opening,) = made.chapters[0].shapes
    assert isinstance(opening, Paragraph)
    assert plain(opening.body) == "Back to scans, help or the bridge."
    assert [run.link for run in opening.body if isinstance(run, Run) and run.link] == reached


def test_red_flags_for_another_medium_do_not_keep_a_section() -> None:
    body = CHOICE.replace("1.\n", "A.\n:::red-flag emergency\nonly: slides\n- You faint.\n:::\n")
    body = body.replace("2.\n", "B.\n")
    for medium, kept in ((Medium.DECK, ["one", "first", "help"]), (Medium.PAGE, ["help"])):
        made = compose(body, medium, Tailoring(only=("help",)))
        assert [chapter.id for chapter in made.flat()] == kept


CHOICE = """# One {#one}
Own words.
## First {#first}
1.
## Second {#second}
2.
# Help {#help}
:::red-flag emergency
- You cannot stand.
:::
"""


@pytest.mark.parametrize(
    ("tailoring", "kept"),
    [
        (Tailoring(), ["one", "first", "second", "help"]),
        (Tailoring(only=("first",)), ["one", "first", "help"]),
        (Tailoring(only=("one",)), ["one", "first", "second", "help"]),
        (Tailoring(without=("first",)), ["one", "second", "help"]),
        (Tailoring(without=("one",)), ["help"]),
        (Tailoring(only=("one",), without=("second",)), ["one", "first", "help"]),
    ],
)
def test_choosing_sections_never_loses_a_red_flag(tailoring: Tailoring, kept: list[str]) -> None:
    made = compose(CHOICE.replace("1.\n", "A.\n").replace("2.\n", "B.\n"), tailoring=tailoring)
    assert [chapter.id for chapter in made.flat()] == kept


def test_own_words_of_a_part_go_when_only_a_section_is_wanted() -> None:
    body = CHOICE.replace("1.\n", "A.\n").replace("2.\n", "B.\n")
    made = compose(body, tailoring=Tailoring(only=("first",)))
    assert words(made.chapters[0]) == []


def test_a_red_flag_cannot_be_refused() -> None:
    topic = read(CHOICE.replace("1.\n", "A.\n").replace("2.\n", "B.\n"))
    (refusal,) = refusals(topic, Tailoring(without=("help",)))
    assert "emergency signs" in refusal.message
    (unknown,) = refusals(topic, Tailoring(only=("frist",)))
    assert unknown.hint == "did you mean 'first'?"


def test_a_variable_without_a_value_is_a_problem_of_its_place() -> None:
    from msgspec.structs import replace

    topic = read("# One {#one}\nWrite to {{ clinic.email }}.\n")
    pen = WorkingPen(replace(CLINIC, email=""), language("en"))
    (prose,) = topic.parts[0].blocks
    prose.lower(pen)
    (problem,) = pen.problems
    text = HEAD + "# One {#one}\nWrite to {{ clinic.email }}.\n"
    assert text[problem.span.start : problem.span.end] == "{{ clinic.email }}"


def test_exercises_are_numbered_through_the_piece() -> None:
    pen = WorkingPen(CLINIC, language("en"))
    assert [pen.next_exercise() for _ in range(3)] == [1, 2, 3]
