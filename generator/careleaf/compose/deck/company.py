"""A person, and the list or callout that stands next to them in the source, in; the body of the
slide that they share, where there is room for both, out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck.above import Above
from careleaf.compose.deck.beside import Beside
from careleaf.compose.deck.body import Body
from careleaf.compose.deck.callouts import TONE_ICONS, as_items, listed, mark_of_tone, paragraphs
from careleaf.compose.deck.cards import Cards, Tall
from careleaf.compose.deck.figures import wide
from careleaf.compose.deck.gallery import Person
from careleaf.compose.deck.lists import mark_of, words_in
from careleaf.compose.deck.rows import Rows
from careleaf.model.inline import Line, plain
from careleaf.model.shape import Callout, Item, Items, Shape, Tone

_MOST_ITEMS, _MOST_WORDS = 5, 60
"""A list shares its slide with a person up to here."""

_LEAST_SIZE = 22.0
"""Points: a list that would be smaller has a slide to itself."""


class Shared(Struct, frozen=True):
    """What one slide shows of both; title and icon are those of a callout."""

    body: Beside | Above
    title: str = ""
    icon: str = ""


def with_shape(person: Person, shape: Shape) -> Shared | None:
    """The slide of a person and what follows; None where that is no list, or one too long."""
    match shape:
        case Items() if shape.mark != "write-in":
            rows = Rows(at=shape.at, items=shape.items, mark=mark_of(shape), start=shape.start)
            body = _together(person, rows)
            return Shared(body) if body else None
        case Callout(tone=Tone.WARNING | Tone.TIP | Tone.UNKNOWN):
            return _with_callout(person, shape)
        case _:
            return None


def only_remarks(shape: Shape) -> bool:
    """Whether a shape is a remark on what stands before it, which a person rather belongs to."""
    match shape:
        case Callout(tone=Tone.WARNING | Tone.UNKNOWN):
            return not listed(shape)
        case _:
            return False


def with_body(person: Person, body: Body) -> Beside | Above | None:
    """The same for a list that is on the slide before already."""
    match body:
        case Rows():
            return _together(person, body)
        case Tall(at=at, items=items, mark=mark, start=start):
            return _together(person, Rows(at=at, items=items, mark=mark, start=start))
        case Cards(at=at, items=items):
            return _together(person, Rows(at=at, items=items))
        case _:
            return None


def _with_callout(person: Person, callout: Callout) -> Shared | None:
    icon, title = TONE_ICONS[callout.tone], plain(callout.title)
    if not listed(callout):
        lines = tuple(paragraphs(callout))
        if wide(person.pose):
            return Shared(_below(person, callout, lines), title, icon)
        beside = Beside(
            at=callout.at, lines=lines, pose=person.pose, alt=person.alt, caption=person.caption
        )
        return Shared(beside, title, icon)
    rows = Rows(at=callout.at, items=as_items(callout), mark=mark_of_tone(callout.tone))
    body = _together(person, rows)
    return Shared(body, title, icon) if body else None


def _below(person: Person, callout: Callout, lines: tuple[Line, ...]) -> Above:
    """Running text under someone who lies."""
    rows = Rows(
        at=callout.at, items=tuple(Item(at=callout.at, body=line) for line in lines), mark=""
    )
    return Above(at=callout.at, rows=rows, pose=person.pose, alt=person.alt, caption=person.caption)


def _together(person: Person, rows: Rows) -> Beside | Above | None:
    """Someone who lies would be small on a stage: two or three points then stand below, and more
    have no place."""
    count = len(rows.items)
    if any(item.inner for item in rows.items):
        return None
    if not 2 <= count <= _MOST_ITEMS or sum(words_in(item) for item in rows.items) > _MOST_WORDS:
        return None
    mine = Rows(at=rows.at, items=rows.items, mark=rows.mark, start=rows.start, least=_LEAST_SIZE)
    pose, alt, caption = person.pose, person.alt, person.caption
    if not wide(pose):
        return Beside(at=rows.at, rows=mine, pose=pose, alt=alt, caption=caption)
    if count > 3:
        return None
    return Above(at=rows.at, rows=mine, pose=pose, alt=alt, caption=caption)
