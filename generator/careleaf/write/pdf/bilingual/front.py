"""Title and first-page material of two languages in; what stands on page one out.

Danger signs come first, whole, in both languages. Where title and signs are too deep for page one,
the air inside the signs gives way, then the subtitle, then the daytime hours, which the contact
panel has too, then both; then whom the sheet is for moves below the signs. Where even that is too
deep, the signs open page two, and page one says so: what matters most and what to do stand on this
one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.leaflet import FirstPage, Leaflet
from careleaf.model.shape import Callout, Heading, Tone
from careleaf.write.pdf.bilingual.columns import Columns, levelled
from careleaf.write.pdf.bilingual.panels import callout
from careleaf.write.pdf.bilingual.shapes import Facing
from careleaf.write.pdf.marks import Anchor, Box, kept, stacked
from careleaf.write.pdf.signs_told import found, signs_told
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.visit import visit

_AIR = (1.0, 0.75)
"""Shares of the usual air inside danger signs, from airy to tight."""
_SECTION = 3
"""Level of the heading over what to do."""


class _Way(Struct, frozen=True):
    """What page one keeps of what may give way."""

    subtitle: bool = True
    hours: bool = True
    visit: bool = True


_WAYS = (
    _Way(),
    _Way(subtitle=False),
    _Way(hours=False),
    _Way(subtitle=False, hours=False),
    _Way(visit=False),
    _Way(subtitle=False, visit=False),
    _Way(subtitle=False, hours=False, visit=False),
)


def front(
    both: tuple[Leaflet, Leaflet],
    facing: Facing,
    columns: Columns,
    root: Element,
    *,
    depth: float,
) -> list[Box]:
    """`depth` is that of page one, in points."""
    for way, air in product(_WAYS, _AIR):
        tree = Element("Document")
        urgent = [*_title(both, columns, tree, way)]
        urgent += _visit(both, columns, tree) if way.visit else []
        urgent += _signs(both, facing, columns.airy(air), tree, way)
        if stacked(urgent).height <= depth:
            root.kids += tree.kids
            moved = [] if way.visit else _visit(both, columns, root)
            return [
                *kept(urgent[:-1]),
                *urgent[-1:],
                *moved,
                *_rest(both, facing, columns, root),
            ]
    return _signs_behind(both, facing, columns, root)


def _signs_behind(
    both: tuple[Leaflet, Leaflet], facing: Facing, columns: Columns, root: Element
) -> list[Box]:
    """Title, what matters most and what to do; then the signs at the head of page two."""
    title = [*_title(both, columns, root, _WAYS[0]), *_visit(both, columns, root)]
    told = [_told(both, columns, root)] if both[0].first.flags else []
    opening = [*_key(both, facing, columns, root), *_actions(both, facing, columns, root, level=2)]
    signs = [
        replace(found(box, both[0]), starts_page=True)
        for box in _signs(both, facing, columns, root, _WAYS[0])
    ]
    return [*kept([*title, *told]), *opening, *signs, *_contact(both, facing, columns, root)]


def _told(both: tuple[Leaflet, Leaflet], columns: Columns, root: Element) -> Box:
    """That the danger signs are on page two."""
    boxes = [
        signs_told(leaflet, 2, setting, tree)
        for leaflet, setting, tree in zip(
            both, (columns.first, columns.second), columns.under(root), strict=True
        )
    ]
    return replace(columns.row(*levelled(*boxes)), gap=_gap(columns))


def _title(
    both: tuple[Leaflet, Leaflet], columns: Columns, root: Element, way: _Way
) -> Iterator[Box]:
    """Title over subtitle."""
    told: list[list[Box]] = []
    trees = columns.under(root)
    settings = columns.first, columns.second
    for leaflet, setting, tree in zip(both, settings, trees, strict=True):
        styles = setting.styles
        title = setting.words(leaflet.title)
        style = setting.fitting(title, styles.title, columns.room)
        boxes = [setting.block(title, style, columns.room, tree.add("H1"), even=True)]
        if leaflet.subtitle and way.subtitle:
            line = setting.words(leaflet.subtitle)
            box = setting.block(line, styles.subtitle, columns.room, tree.add("P"))
            boxes.append(replace(box, gap=2.0))
        told.append(boxes)
    named, *below = columns.rows(*told)
    names = ("_top", *both[0].first.anchors)
    anchors = (
        Anchor(0, name, both[0].title, None if place else 0) for place, name in enumerate(names)
    )
    yield replace(named, marks=(*anchors, *named.marks), title=True, keep=True, heads=True)
    yield from (replace(box, keep=True, heads=True) for box in below)


def _visit(both: tuple[Leaflet, Leaflet], columns: Columns, root: Element) -> list[Box]:
    """Whom the sheet is for, and from; what was written by hand is the same in both."""
    if not both[0].first.visit:
        return []
    settings = columns.first, columns.second
    panels = [
        visit(leaflet.first.visit, setting, tree)
        for leaflet, setting, tree in zip(both, settings, columns.under(root), strict=True)
    ]
    return [replace(columns.row(*levelled(*panels)), gap=_gap(columns))]


def _signs(
    both: tuple[Leaflet, Leaflet],
    facing: Facing,
    columns: Columns,
    root: Element,
    way: _Way,
) -> Iterator[Box]:
    flags = [_flags(leaflet.first, way) for leaflet in both]
    if flags[0]:
        [box] = Facing(facing.page).rows(flags[0], flags[1], columns, root)
        yield replace(box, gap=_gap(columns))


def _flags(first: FirstPage, way: _Way) -> tuple[Callout, ...]:
    """Without hours, the call of the same day has the words that need none."""
    return tuple(
        replace(flag, advice=flag.brief)
        if flag.tone is Tone.SAME_DAY and flag.number and first.contact and not way.hours
        else flag
        for flag in first.flags
    )


def _rest(
    both: tuple[Leaflet, Leaflet], facing: Facing, columns: Columns, root: Element
) -> Iterator[Box]:
    """What matters most, what to do, whom to call."""
    yield from _key(both, facing, columns, root)
    yield from _actions(both, facing, columns, root, level=_SECTION)
    yield from _contact(both, facing, columns, root)


def _key(
    both: tuple[Leaflet, Leaflet], facing: Facing, columns: Columns, root: Element
) -> Iterator[Box]:
    first, second = (leaflet.first for leaflet in both)
    if first.key and second.key:
        titles = columns.first.words(first.key_label), columns.second.words(second.key_label)
        keys = first.key, second.key
        box = callout(keys, titles, columns, root, facing.inside)
        yield replace(box, gap=_gap(columns))


def _actions(
    both: tuple[Leaflet, Leaflet], facing: Facing, columns: Columns, root: Element, *, level: int
) -> Iterator[Box]:
    first, second = (leaflet.first for leaflet in both)
    if first.actions and second.actions:
        one = columns.first.words(first.actions_title)
        other = columns.second.words(second.actions_title)
        heads = [Heading(at=first.actions.at, level=level, title=line) for line in (one, other)]
        yield from facing.rows((heads[0], first.actions), (heads[1], second.actions), columns, root)


def _contact(
    both: tuple[Leaflet, Leaflet], facing: Facing, columns: Columns, root: Element
) -> Iterator[Box]:
    first, second = (leaflet.first for leaflet in both)
    if first.contact and second.contact:
        yield from facing.rows((first.contact,), (second.contact,), columns, root)


def _gap(columns: Columns) -> float:
    return columns.first.styles.block_gap
