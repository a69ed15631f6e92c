"""A section of a manuscript in; the frames of its slides out."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from careleaf.compose.deck.block_slides import (
    add_contact,
    add_definitions,
    add_exercise,
    add_numbers,
    add_pair,
    add_prompt,
    add_table,
)
from careleaf.compose.deck.body import pages
from careleaf.compose.deck.callout_slides import add_callout
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.gathered import Gathered
from careleaf.compose.deck.lines import sentence_lines
from careleaf.compose.deck.list_slides import add_list
from careleaf.compose.deck.lists import mark_of
from careleaf.compose.deck.people_slides import end_people, taken_with_people
from careleaf.compose.deck.picture import PictureBody
from careleaf.compose.deck.plan import Plan
from careleaf.compose.deck.statement import Statement
from careleaf.compose.deck.type import word_count
from careleaf.language import Language
from careleaf.model.inline import plain
from careleaf.model.manuscript import Chapter
from careleaf.model.shape import (
    Callout,
    Card,
    Chart,
    Contact,
    Definitions,
    Figure,
    Heading,
    IconArray,
    Item,
    Items,
    Pair,
    Paragraph,
    Prompt,
    Scale,
    Shape,
    Table,
)

_STATEMENT_WORDS = 24
"""A section of so few words says them as a statement."""


def section_frames(chapter: Chapter, language: Language, shapes: tuple[Shape, ...]) -> list[Frame]:
    """The slides of these shapes, in order; nothing is left waiting."""
    section = Gathered(chapter, language)
    for shape in shapes:
        if not isinstance(shape, Scale):
            _end_plan(section, None)
        if not taken_with_people(section, shape):
            _take(section, shape)
    end_people(section)
    _end_plan(section, None)
    _end_prose(section)
    return section.frames


def _take(section: Gathered, shape: Shape) -> None:  # noqa: C901, PLR0912 - one line a shape
    match shape:
        case Heading():
            section.title = plain(shape.title)
        case Paragraph():
            section.waiting.append(shape.body)
        case Items(mark="write-in"):
            section.lines.append(shape)
        case Items():
            add_list(section, shape.at, shape.items, mark=mark_of(shape), start=shape.start)
        case Table():
            add_table(section, shape)
        case Figure():
            section.add(PictureBody(at=shape.at, figure=shape))
        case Callout():
            add_callout(section, shape)
        case Card():
            add_exercise(section, shape)
        case Pair():
            add_pair(section, shape)
        case IconArray() | Chart():
            add_numbers(section, shape)
        case Prompt():
            add_prompt(section, shape)
        case Contact():
            add_contact(section, shape)
        case Definitions():
            add_definitions(section, shape)
        case Scale():
            _end_plan(section, shape)
        case _:
            assert_never(shape)


def _end_plan(section: Gathered, scale: Scale | None) -> None:
    """The plan's slide, or slides; the scale goes on the last."""
    lines, section.lines = section.lines, []
    items = tuple(item for one in lines for item in one.items)
    if not items and scale is None:
        return
    at = items[0].at if items else scale.at if scale else section.chapter.at
    shares = pages(items, lambda share: section.room(Plan(at=at, items=share, scale=scale)), 5)
    for place, share in enumerate(shares if items else [()]):
        last = place + 1 == max(len(shares), 1) or not items
        own = share[0].at if share else at
        section.add(Plan(at=own, items=share, scale=scale if last else None))
    section.title = plain(section.chapter.title)


def _end_prose(section: Gathered) -> None:
    """Prose after the last slide joins its notes; a section of prose alone shows it."""
    lines, section.waiting = section.waiting, []
    if not lines:
        return
    if section.frames:
        last = section.frames[-1]
        more = tuple(plain(line) for line in lines)
        section.frames[-1] = replace(last, said=(*last.said, *more))
        return
    if sum(word_count(line) for line in lines) <= _STATEMENT_WORDS:
        section.add(Statement(at=section.chapter.at, lines=tuple(lines)))
        return
    items = tuple(
        Item(at=line[0].at, body=sentence) for line in lines for sentence in sentence_lines(line)
    )
    add_list(section, section.chapter.at, items, mark="dot")
