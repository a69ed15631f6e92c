"""Every slide's title is the only one of its kind."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from careleaf.compose.deck import compose_deck
from careleaf.compose.deck.measure import measure
from careleaf.model.art import Drawing
from careleaf.model.deck import Panel, Piece, Rule, Slide, Text
from careleaf.model.placed import flat, wording
from careleaf.theme import default_theme
from careleaf.theme.icons import icon
from careleaf.write.pptx.clinic_template import read_template
from tests.tools.decks import (
    ENGLISH,
    attempted,
    composed,
    of_section,
    prepared,
    shown_title,
)
from tests.tools.templates import TEMPLATES
from tests.tools.topics import CLINIC, FRONT, HEADINGS, NEEDED

TIP = ":::tip\nGet up and walk.\n:::\n"


def titles(text: str, start: str = "section", end: str = "needed") -> list[str]:
    return [slide.title for slide in of_section(composed(text), start, end)]


def test_slides_of_one_section_are_numbered() -> None:
    block = "- One.\n- Two.\n:::risk\ncount: 1\nof: 10\nlabel: people\nsource: nice-ng59\n:::\n"
    assert titles(FRONT + HEADINGS + block + NEEDED) == [
        "A section (1 of 2)",
        "A section (2 of 2)",
    ]


def test_a_title_of_two_sections_names_its_section() -> None:
    text = FRONT + HEADINGS + TIP + "## Another {#another}\n" + TIP + NEEDED
    assert titles(text) == ["A tip: A section", "A tip: Another"]


def test_a_part_and_its_own_slide_differ() -> None:
    text = (
        FRONT
        + "# First {#first}\nIts line.\n\n- One.\n- Two.\n"
        + "# Second {#second}\n## A section {#section}\n- One.\n- Two.\n"
        + NEEDED
    )
    assert titles(text, "first", "second") == ["First", "First (continued)"]


@pytest.mark.parametrize("named", [None, "python-pptx", "poor"])
def test_parts_of_one_title_are_numbered(named: str | None) -> None:
    text = FRONT + "# Twice {#one}\n- One.\n- Two.\n# Twice {#two}\n- Three.\n- Four.\n" + NEEDED
    template = read_template(TEMPLATES[named]()) if named else None
    deck, problems = compose_deck(prepared(text), default_theme(), ENGLISH, template)
    assert not problems
    slides = of_section(deck, "one")
    assert [slide.title for slide in slides] == [f"Twice ({n} of 4)" for n in (1, 2, 3, 4)]
    assert [shown_title(slide) for slide in slides] == [slide.title for slide in slides]


def test_a_long_title_takes_two_lines_and_the_body_moves_down() -> None:
    long = "What to do when your back and your hip hurt at the same time and you have to work"
    heading = f"# A part {{#part}}\n## {long} {{#section}}\n"
    slide = of_section(composed(FRONT + heading + "- One.\n- Two.\n" + NEEDED))[0]
    title, body = slide.shapes[0], slide.shapes[1]
    assert title.lines == 2  # type: ignore[union-attr]
    assert body.box.y >= 140  # type: ignore[union-attr]


def test_forty_parts_still_have_an_agenda_and_openers() -> None:
    parts = "".join(f"# Part {n} {{#p{n}}}\n- One.\n- Two.\n" for n in range(40))
    deck = composed(FRONT + parts + NEEDED)
    agenda = [slide.title for slide in deck.slides if slide.title.startswith("What we will")]
    assert agenda[0] == "What we will talk about (1 of 7)"
    assert len({slide.title for slide in deck.slides}) == len(deck.slides)


def test_lines_too_long_for_the_agenda_are_told_by_their_first_sentence() -> None:
    said = "A part of the talk has its own line. " + "It says a good deal more than fits. " * 3
    parts = "".join(f"# Part {n} {{#p{n}}}\n{said}\n\n- One.\n- Two.\n" for n in range(5))
    _, agenda, opener, *_ = composed(FRONT + parts + NEEDED).slides
    shown = [wording(shape) for shape in flat(agenda.shapes)]
    assert shown.count("Part 1 A part of the talk has its own line.") == 1
    assert said.strip() in [wording(shape) for shape in flat(opener.shapes)]


def test_a_title_too_long_for_the_cover_is_reported() -> None:
    text = FRONT.replace("A topic", "many words " * 20) + HEADINGS + NEEDED
    _, problems = attempted(text)
    assert [(problem.code, problem.span.path) for problem in problems] == [("E521", "en.md")]


def test_a_cover_without_an_icon_has_no_empty_stage() -> None:
    bare = composed(FRONT + HEADINGS + NEEDED).slides[0]
    pictured = composed(FRONT.replace("version", "icon: walk\nversion", 1) + HEADINGS + NEEDED)
    assert "Stage" not in names(bare)
    assert "Stage" in names(pictured.slides[0])


def names(slide: Slide) -> list[str]:
    return [shape.name for shape in slide.shapes if not isinstance(shape, Rule)]


HOSPITAL = (
    "The Royal Northern and Southern University Hospitals Foundation Trust Department of "
    "Orthopaedic Rehabilitation and Community Physiotherapy"
)


@pytest.mark.parametrize("length", [20, 55, 98, len(HOSPITAL)])
@pytest.mark.parametrize("logo", [None, icon("walk")], ids=["no logo", "logo"])
def test_a_clinics_name_stays_on_its_plate(length: int, logo: Drawing | None) -> None:
    clinic = replace(CLINIC, name=HOSPITAL[:length].strip(), logo=logo)
    shapes = composed(FRONT + HEADINGS + NEEDED, clinic=clinic).slides[0].shapes
    plate = next(one for one in shapes if isinstance(one, Panel) and one.name == "Plate").box
    name = next(one for one in shapes if isinstance(one, Text) and one.name == "Clinic")
    title = next(one for one in shapes if isinstance(one, Text) and one.name == "Title").box
    need = measure(name.paragraphs, name.box.width)
    assert need.height + 12 <= plate.height
    assert not need.cut
    assert plate.y >= 8
    assert plate.bottom < title.y


def test_a_clinics_name_too_long_for_its_plate_is_reported() -> None:
    clinic = replace(CLINIC, name="many words " * 40)
    _, problems = attempted(FRONT + HEADINGS + NEEDED, clinic=clinic)
    assert [(one.code, one.span.path) for one in problems] == [("E521", "clinics/example.md")]


@pytest.mark.parametrize("words", ["Wirbelsäulen" * 6, "what to do when it hurts " * 11])
def test_a_subtitle_too_long_for_the_cover_is_reported(words: str) -> None:
    text = FRONT.replace("version:", f"subtitle: {words}\nversion:") + HEADINGS + NEEDED
    _, problems = attempted(text)
    assert [(one.code, one.message[:13]) for one in problems] == [("E521", "this subtitle")]


@pytest.mark.parametrize(
    ("subtitle", "name", "told"),
    [
        ("what to do when it hurts " * 15, "", [("en.md", "this subtitle")]),
        ("", "many words " * 60, [("clinics/example.md", "this clinic's")]),
        (
            "what to do when it hurts " * 15,
            "many words " * 60,
            [("en.md", "this subtitle"), ("clinics/example.md", "this clinic's")],
        ),
        (
            "what to do when it hurts " * 3,
            "many words " * 60,
            [("clinics/example.md", "this clinic's")],
        ),
    ],
    ids=["subtitle", "name", "both", "name, with a subtitle that fits"],
)
def test_on_a_clinics_cover_what_is_too_long_is_told_by_its_own_name(
    subtitle: str, name: str, told: list[tuple[str, str]]
) -> None:
    text = FRONT.replace("version:", f"subtitle: {subtitle}\nversion:") if subtitle else FRONT
    clinic = replace(CLINIC, name=name) if name else CLINIC
    ready = prepared(text + HEADINGS + NEEDED, clinic=clinic)
    template = read_template(TEMPLATES["python-pptx"]())
    _, problems = compose_deck(ready, default_theme(), ENGLISH, template)
    assert [(one.span.path, one.message[:13]) for one in problems] == told


@pytest.mark.parametrize("minutes", ["", "minutes: 45\n"])
def test_whom_a_talk_is_for_is_said_where_the_cover_has_no_room(minutes: str) -> None:
    long = "adults with a sore back, " * 8 + "and all who care for them"
    front = FRONT.replace("version:", f"audience: {long}\n{minutes}version:")
    cover = composed(front + HEADINGS + NEEDED).slides[0]
    shown = [wording(one) for one in flat(cover.shapes)]
    assert ("About 45 minutes." in shown) is bool(minutes)
    assert not any(long in text for text in shown)
    assert f"{long}." in cover.notes


def test_how_long_a_talk_takes_stays_in_one_piece() -> None:
    front = FRONT.replace(
        "version:",
        "audience: Adults with low back or hip pain who come to a class\nminutes: 60\nversion:",
    )
    cover = composed(front + HEADINGS + NEEDED).slides[0]
    note = next(one for one in cover.shapes if isinstance(one, Text) and one.name == "Note")
    assert [part.text if isinstance(part, Piece) else "" for part in note.paragraphs[0].parts] == [
        "Adults with low back or hip pain who come to a class.",
        "",
        "About 60 minutes.",
    ]


def test_sections_of_one_name_in_two_parts_name_their_part() -> None:
    block = "- One.\n- Two.\n"
    text = (
        f"{FRONT}# Your back {{#back}}\n## What helps {{#a}}\n{block}"
        f"# Your hip {{#hip}}\n## What helps {{#b}}\n{block}{NEEDED}"
    )
    found = [slide.title for slide in composed(text).slides]
    assert [title for title in found if title.startswith("What helps")] == [
        "What helps: Your back",
        "What helps: Your hip",
    ]
