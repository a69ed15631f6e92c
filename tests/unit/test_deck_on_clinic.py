"""The real topic composed for clinics' own templates: everything in its slot or its room."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace

from careleaf.compose.deck import compose_deck
from careleaf.language import language
from careleaf.model.deck import (
    HEIGHT,
    Box,
    Deck,
    Group,
    Illustration,
    Image,
    Panel,
    Placed,
    Placeholder,
    Slide,
    Template,
    Text,
)
from careleaf.model.placed import box_of, flat, paragraphs_of, wording
from careleaf.theme import default_theme
from careleaf.theme.adopted import adopt
from careleaf.theme.contrast import contrast
from careleaf.write.pptx.clinic_template import read_template
from tests.tools.deck_lint import CREDITS
from tests.tools.decks import ENGLISH, FOOTER, real_manuscript
from tests.tools.templates import TEMPLATES

SOME = ("python-pptx", "pandoc", "poor", "dark")
LEAST = 18.0
"""Points on a slide as high as ours."""


@cache
def deck(name: str) -> Deck:
    template = read_template(TEMPLATES[name]())
    found, problems = compose_deck(real_manuscript(), default_theme(), ENGLISH, template)
    assert not problems
    return found


def own_shapes(slide: Slide) -> list[Placed]:
    """What we drew ourselves: not the words in the template's slots."""
    return [one for one in slide.shapes if not (isinstance(one, Text) and one.as_slot)]


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.end - 0.01
        and other.x < one.end - 0.01
        and one.y < other.bottom - 0.01
        and other.y < one.bottom - 0.01
    )


@pytest.mark.parametrize("name", SOME)
def test_every_title_stands_in_its_slot(name: str) -> None:
    for slide in deck(name).slides:
        titles = [one for one in slide.shapes if isinstance(one, Text) and one.as_slot]
        assert titles[0].placeholder is Placeholder.TITLE
        assert wording(titles[0]) == slide.title


@pytest.mark.parametrize("name", SOME)
def test_nothing_lies_over_the_templates_own_slots_and_art(name: str) -> None:
    template = deck(name).template
    looked = 0
    for slide in deck(name).slides:
        layout = template.layout(slide.layout)
        assert layout is not None
        for shape in own_shapes(slide):
            for taken in layout.taken:
                assert not overlap(box_of(shape), taken), (slide.title, shape)
                looked += 1
    assert looked > len(deck(name).slides)


@pytest.mark.parametrize("name", SOME)
def test_letters_are_as_large_on_the_wall_as_on_our_slides(name: str) -> None:
    unit = deck(name).template.height / HEIGHT
    looked = 0
    for slide in deck(name).slides:
        for shape in flat(own_shapes(slide)):
            if getattr(shape, "name", "") in (*FOOTER, *CREDITS):
                continue
            for paragraph in paragraphs_of(shape):
                assert paragraph.size >= LEAST * unit - 0.01, (slide.title, wording(shape))
                looked += 1
    assert looked > len(deck(name).slides)


@pytest.mark.parametrize("name", SOME)
def test_every_slide_bears_the_draft_mark_and_its_number(name: str) -> None:
    for slide in deck(name).slides:
        names = [one.name for one in slide.shapes if isinstance(one, Text | Group)]
        assert names.count("Draft mark") == 1, slide.title
    for slide in deck(name).slides[1:]:
        names = [one.name for one in slide.shapes if isinstance(one, Text)]
        assert names.count("Slide number") == 1
        assert names.count("Footer") == 1


def test_right_to_left_the_template_keeps_its_sides() -> None:
    template = read_template(TEMPLATES["dark"]())
    found, problems = compose_deck(real_manuscript(), default_theme(), language("ar"), template)
    assert not problems
    assert any(layout.taken for layout in template.layouts)
    assert all(own_shapes(slide) for slide in found.slides)
    for slide in found.slides:
        layout = template.layout(slide.layout)
        assert layout is not None
        for shape in own_shapes(slide):
            box = box_of(shape)
            shown = Box(template.width - box.end, box.y, box.width, box.height)
            assert not any(overlap(shown, taken) for taken in layout.taken), slide.title


def test_without_slots_the_footer_stands_at_the_foot_of_the_room() -> None:
    found = deck("poor")
    for slide in found.slides[1:]:
        footer = next(one for one in flat(slide.shapes) if getattr(one, "name", "") == "Footer")
        assert box_of(footer).bottom <= found.template.height
        assert "Example Harbor Clinic" in wording(footer)
        assert not (isinstance(footer, Text) and footer.as_slot)


def test_no_person_and_no_number_is_stretched() -> None:
    for name in SOME:
        drawings = [one for slide in deck(name).slides for one in flat(slide.shapes)]
        assert any(isinstance(one, Illustration) for one in drawings)
        for slide in deck(name).slides:
            for shape in flat(slide.shapes):
                if isinstance(shape, Illustration):
                    drawn = shape.drawing.width / shape.drawing.height
                    assert shape.box.width / shape.box.height == pytest.approx(drawn)
                elif isinstance(shape, Image):
                    drawn = shape.picture.width / shape.picture.height
                    assert shape.box.width / shape.box.height == pytest.approx(drawn)


def test_on_a_dark_ground_bodies_stand_on_a_white_sheet() -> None:
    for name, wanted in (("dark", True), ("pandoc", False)):
        for slide in deck(name).slides[1:]:
            sheets = [one for one in slide.shapes if isinstance(one, Panel) and one.name == "Sheet"]
            assert bool(sheets) == (wanted and slide.layout != "Section Header")


def test_a_section_header_shows_the_parts_that_we_name() -> None:
    slides = [one for one in deck("pandoc").slides if one.layout == "Section Header"]
    assert len(slides) > 1
    assert all("Part" in wording(one.shapes[1]) for one in slides)
    without = [one for one in deck("poor").slides if one.title == "Your exercises"]
    assert without[0].layout == "Title Only"
    assert "Part 4 of" in " ".join(wording(one) for one in flat(without[0].shapes))


def test_the_templates_colours_lead_and_danger_stays_red() -> None:
    house = default_theme()
    theme = adopt(house, {"tx1": "#000000", "tx2": "#5b2c83", "accent1": "#c0392b"})
    assert theme.colour("navy") == "#5b2c83"
    assert theme.colour("ink") == "#000000"
    assert theme.colour("red") == house.colour("red")
    near_danger = adopt(house, {"tx2": "#b03a2e", "accent1": "#0b6623"})
    assert contrast(near_danger.colour("navy"), "#ffffff") >= 7
    assert near_danger.colour("navy") == adopt(house, {"tx2": "#0b6623"}).colour("navy")
    assert adopt(house, {"tx2": "#eeeeee"}).colour("navy") == house.colour("navy")


def cramped(name: str, **changes: object) -> Template:
    """The python-pptx one, with one of its layouts changed."""
    template = read_template(TEMPLATES["python-pptx"]())
    shown = tuple(replace(one, **changes) if one.name == name else one for one in template.layouts)
    return replace(template, layouts=shown)


def on(template: Template) -> Deck:
    found, problems = compose_deck(real_manuscript(), default_theme(), ENGLISH, template)
    assert not problems
    return found


NO_ROOM = Box(0, 0, 60, 10)
EVERYWHERE = (Box(0, 0, 720, 540),)


def test_a_draft_says_so_even_where_its_mark_has_no_place() -> None:
    cover = on(cramped("Title Slide", room=NO_ROOM, taken=EVERYWHERE)).slides[0]
    assert [one for one in cover.shapes if isinstance(one, Group)] == []
    assert "Draft: not yet reviewed by a clinician" in wording(cover.shapes[1])


def test_a_layout_without_a_place_for_the_draft_mark_is_not_used() -> None:
    for name in ("Section Header", "Title and Content"):
        found = on(cramped(name, room=NO_ROOM, taken=EVERYWHERE))
        assert len(found.slides) > 1
        assert name not in {slide.layout for slide in found.slides}
        for slide in found.slides:
            marks = [one for one in slide.shapes if isinstance(one, Group)]
            assert [one.name for one in marks].count("Draft mark") == 1


def test_a_slot_too_narrow_for_the_footer_is_as_if_there_were_none() -> None:
    template = read_template(TEMPLATES["python-pptx"]())
    layout = template.layout("Title Only")
    assert layout is not None
    slots = tuple(
        replace(one, box=Box(one.box.x, one.box.y, 30, one.box.height))
        if one.placeholder in (Placeholder.FOOTER, Placeholder.NUMBER)
        else one
        for one in layout.slots
    )
    reviewed = replace(real_manuscript(), standing="")
    found, problems = compose_deck(
        reviewed, default_theme(), ENGLISH, cramped("Title Only", slots=slots)
    )
    assert not problems
    slide = next(one for one in found.slides if one.layout == "Title Only")
    shown = {one.name: one for one in slide.shapes if isinstance(one, Text)}
    assert not shown["Footer"].as_slot
    assert not shown["Slide number"].as_slot
    others = [
        one for one in own_shapes(slide) if one not in (shown["Footer"], shown["Slide number"])
    ]
    assert others
    for other in others:
        assert not overlap(box_of(other), shown["Footer"].box)
