"""A finished deck and the theme's colours in; what would trouble its readers out.

The rules are those of PowerPoint's accessibility checker on titles, reading order and contrast, and
the house's own: words large enough, on the slide, and something to say with each slide. Layouts are
made so that no topic breaks one; should one be broken all the same, no file is written. What the
file itself must say (language, alternatives, numbers of shapes) its writer looks after.
"""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.compose.deck.ground import LEAST_SCALE
from careleaf.compose.deck.grounds import Grounds
from careleaf.model.deck import (
    HEIGHT,
    Deck,
    Panel,
    Paragraph,
    Piece,
    Placed,
    Placeholder,
    Rule,
    Slide,
    Template,
    Text,
)
from careleaf.model.placed import box_of, flat, paragraphs_of, wording
from careleaf.problem import Problem
from careleaf.problem_codes import (
    LOW_CONTRAST,
    NO_NOTES,
    NO_TITLE,
    OFF_SLIDE,
    READING_ORDER,
    TOO_SMALL,
)
from careleaf.theme import Theme

BODY_SIZE, SMALL_PRINT = 20.0, 12.0
"""Points: the least size of what a slide says, and of its footer."""

_FOOTER_FROM = 0.85
"""Share of the slide's height below which words are small print."""

_CREDITS = frozenset({"Source", "Credit", "Address"})
"""Words that say where a number or picture comes from, or what a code says: always small print."""

_SLACK = 0.5
"""Points that rounding may add to a place."""

_HINT = "this is a fault of Careleaf, not of your text: please report it"
_HINTS = {NO_TITLE: "give the heading, or the name or title of the block, words of its own"}


def lint(deck: Deck, theme: Theme) -> list[Problem]:
    """All findings, slide by slide, each at the place in the source where its slide begins."""
    grounds = Grounds(deck.template, theme)
    titles: set[str] = set()
    return [
        Problem(
            code, slide.at, f"slide {number}, '{slide.title}': {message}", _HINTS.get(code, _HINT)
        )
        for number, slide in enumerate(deck.slides, 1)
        for code, message in _findings(slide, deck.template, titles, grounds)
    ]


_Finding = tuple[str, str]
"""A code and what is wrong."""


def _findings(
    slide: Slide, template: Template, titles: set[str], grounds: Grounds
) -> Iterator[_Finding]:
    shapes = tuple(flat(slide.shapes))
    yield from _title(shapes, titles)
    if not any(said.strip() for said in slide.notes):
        yield NO_NOTES, "it has no speaker notes"
    said = [(shape, paragraphs_of(shape)) for shape in shapes]
    for shape, paragraphs in said:
        yield from _place(shape, template)
        if paragraphs and min(map(_smallest, paragraphs)) < BODY_SIZE:
            yield from _small(shape, min(map(_smallest, paragraphs)), template)
    for fault in grounds.faults(slide.layout, said):
        yield LOW_CONTRAST, fault


def _title(shapes: tuple[Placed, ...], titles: set[str]) -> Iterator[_Finding]:
    """There, one of its kind, and read first: `titles` are those of the slides before it."""
    title = next(filter(_is_title, shapes), None)
    words = wording(title) if title else ""
    if not words:
        yield NO_TITLE, "it has no title"
        return
    first = next(filter(_is_read, shapes))
    if first is not title:
        yield READING_ORDER, f"'{getattr(first, 'name', '')}' is read before the title"
    if words in titles:
        yield NO_TITLE, "another slide has the same title"
    titles.add(words)


def _is_title(shape: Placed) -> bool:
    return isinstance(shape, Text) and shape.placeholder is Placeholder.TITLE


def _is_read(shape: Placed) -> bool:
    """Whether a screen reader says it; the rest is marked as decoration."""
    if isinstance(shape, Text | Panel):
        return bool(wording(shape))
    return not isinstance(shape, Rule) and bool(getattr(shape, "alt", ""))


def _place(shape: Placed, template: Template) -> Iterator[_Finding]:
    box = box_of(shape)
    right, bottom = box.x + box.width, box.y + box.height
    off = max(-box.x, -box.y, right - template.width, bottom - template.height)
    if off > _SLACK:
        yield OFF_SLIDE, f"'{getattr(shape, 'name', 'Rule')}' reaches {off:.0f} pt over the edge"


def _small(shape: Placed, size: float, template: Template) -> Iterator[_Finding]:
    """Words that are not large: the size of those in a slot is the clinic's own choice."""
    if isinstance(shape, Text) and shape.as_slot:
        return
    low = box_of(shape).y > template.height * _FOOTER_FROM or (
        isinstance(shape, Text) and shape.name in _CREDITS
    )
    least = (SMALL_PRINT if low else BODY_SIZE) * _scale(template)
    if size < least - _SLACK / 100:
        yield TOO_SMALL, f"'{wording(shape)}' is {size:g} pt, less than {least:g} pt"


def _scale(template: Template) -> float:
    """Of the least sizes: letters count as large as they are on the wall, and on a clinic's own
    template they may be a tenth smaller, where its room is small."""
    return template.height / HEIGHT * LEAST_SCALE if template.file else 1.0


def _smallest(paragraph: Paragraph) -> float:
    size = paragraph.size
    for part in paragraph.parts:
        if isinstance(part, Piece) and part.size and part.size < size:
            size = part.size
    return size
