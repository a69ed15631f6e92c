"""People on slides: one scale, feet on the ground, nothing in their way, never mirrored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from careleaf.compose.deck import compose_deck
from careleaf.compose.deck.figures import clear, scale_of
from careleaf.figure.pose import names, pose
from careleaf.language import language
from careleaf.model.deck import HEIGHT, WIDTH, Box, Deck, Group, Illustration, Mark, Placed, Text
from careleaf.theme import default_theme
from tests.tools.decks import composed, real_deck, real_manuscript
from tests.tools.topics import FRONT, HEADINGS, NEEDED

DRAFT_MARK_TOP = 509.0
EXERCISE = """\
:::exercise one
name: {name}
why: Good for you
pose: {name}
reps: 5
frequency: 2 times a day
stop: Stop if it hurts.
1. Start as you see here.
2. Move slowly.
3. Hold. Then go back.
:::
"""
MOVES = [name for name in names() if len(pose(name).frames) > 1]


def every(shapes: tuple[Placed, ...]) -> Iterator[Placed]:
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from every(shape.shapes)


def people(shapes: tuple[Placed, ...]) -> list[Illustration]:
    return [shape for shape in every(shapes) if isinstance(shape, Illustration)]


def scale(person: Illustration) -> float:
    return person.box.width / person.drawing.width


def deck_of(body: str) -> Deck:
    return composed(FRONT + HEADINGS + body + NEEDED)


def test_the_real_topic_shows_people() -> None:
    posed = [slide for slide in real_deck().slides if people(slide.shapes)]
    assert len(posed) >= 18
    assert people(real_deck().slides[0].shapes), "nobody on the cover"


def test_all_people_of_a_slide_have_one_scale_and_their_own_proportions() -> None:
    posed = [slide for slide in real_deck().slides if people(slide.shapes)]
    assert posed
    for slide in posed:
        scales = {round(scale(person), 6) for person in people(slide.shapes)}
        assert len(scales) == 1, slide.title
        for person in people(slide.shapes):
            assert person.box.height / person.drawing.height == pytest.approx(scale(person))


def test_nobody_leaves_the_slide() -> None:
    found = [person for slide in real_deck().slides for person in people(slide.shapes)]
    assert found
    for person in found:
        assert person.box.x >= 0
        assert person.box.y >= 0
        assert person.box.end <= WIDTH
        assert person.box.bottom <= HEIGHT


@pytest.mark.parametrize("name", MOVES)
def test_start_and_finish_have_labels_that_no_one_covers(name: str) -> None:
    slide = deck_of(EXERCISE.format(name=name)).slides[1]
    first, second = people(slide.shapes)
    labels = [one for one in slide.shapes if isinstance(one, Text) and one.name in LABELS]
    assert [label.name for label in labels] == LABELS
    for label, person in zip(labels, (first, second), strict=True):
        assert clear(person.drawing, label.box, scale(person), person.box)
    assert [first.alt, second.alt] == list(pose(name).frame_alts)


LABELS = ["Start", "Finish"]


@pytest.mark.parametrize("name", names())
def test_no_mat_reaches_the_footer(name: str) -> None:
    message = f":::key-message\npose: {name}\nKeep moving.\n:::\n"
    listed = f":::figure\npose: {name}\n:::\n\n- Walk.\n- Rest.\n"
    found = [people(slide.shapes) for slide in deck_of(message + listed).slides[1:3]]
    assert [len(one) for one in found] == [1, 1]
    for [person] in found:
        assert person.box.bottom <= DRAFT_MARK_TOP


def test_the_arrow_points_the_way_that_is_read_and_people_stay_as_they_are() -> None:
    manuscript = real_manuscript()
    there, _ = compose_deck(manuscript, default_theme(), language("en-US"))
    back, _ = compose_deck(manuscript, default_theme(), language("ar"))
    assert arrows(there) == arrows(back) == {"Icon: arrow-right"}
    assert drawn(there) == drawn(back)


def arrows(deck: Deck) -> set[str]:
    """Those that the writer turns over where reading runs from the right."""
    marks = (one for slide in deck.slides for one in every(slide.shapes) if isinstance(one, Mark))
    return {mark.name for mark in marks if "arrow" in mark.name and mark.runs}


def drawn(deck: Deck) -> list[object]:
    return [person.drawing for slide in deck.slides for person in people(slide.shapes)]


def test_a_scale_is_that_of_the_tightest_pose() -> None:
    both = scale_of([pose("walk"), pose("swim")], 200, 200)
    assert both == min(scale_of([pose(name)], 200, 200) for name in ("walk", "swim"))


def test_a_point_in_the_corner_is_in_the_way() -> None:
    drawing = pose("walk").frames[0]
    whole = Box(0, 0, drawing.width, drawing.height)
    assert not clear(drawing, whole, 1, whole)
    assert clear(drawing, Box(-50, -50, 40, 40), 1, whole)
