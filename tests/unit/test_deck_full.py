"""No slide is half empty: its last words or shapes stand near the foot of the body."""

from __future__ import annotations

from careleaf.compose.deck.draw import BODY_END
from careleaf.compose.deck.measure import measure
from careleaf.model.deck import Group, Placed, Rule, Slide, Text
from tests.tools.decks import FOOTER, composed, real_deck
from tests.tools.topics import FRONT, HEADINGS, NEEDED

MOST_FREE = 90.0
"""Points between the end of what is shown and the end of the body."""


def test_no_slide_of_the_real_topic_is_half_empty() -> None:
    free = {slide.title: BODY_END - lowest(slide) for slide in real_deck().slides}
    assert not {title: space for title, space in free.items() if space > MOST_FREE}


def test_short_lists_fill_their_slide() -> None:
    lists = "".join(
        f"## List {count} {{#list-{count}}}\n" + "- Stand up.\n" * count for count in range(2, 7)
    )
    deck = composed(FRONT + "# A part {#part}\n" + lists + HEADINGS.partition("\n")[2] + NEEDED)
    free = {slide.title: BODY_END - lowest(slide) for slide in deck.slides[1:6]}
    assert {title: space for title, space in free.items() if space > MOST_FREE} == {}


def lowest(slide: Slide) -> float:
    """Where the last line or shape ends, the footer left out."""
    return max(bottom(shape) for shape in slide.shapes if name(shape) not in FOOTER)


def bottom(shape: Placed) -> float:
    match shape:
        case Group():
            return max(bottom(one) for one in shape.shapes)
        case Rule():
            return max(shape.y, shape.to_y)
        case Text():
            high = measure(shape.paragraphs, shape.box.width).height
            free = {"top": shape.box.height - high, "middle": (shape.box.height - high) / 2}
            return shape.box.bottom - free.get(shape.anchor, 0.0)
        case _:
            return shape.box.bottom


def name(shape: Placed) -> str:
    return "" if isinstance(shape, Rule) else shape.name
