"""Title and first-page material in; what stands on page one, and what had to move on, out.

Page one always holds title, key message, actions, red flags and phone. Where that is too deep,
things give way in a fixed order: air, the subtitle, then the contact panel moves on (the number
stands in the red-flag box too). A red flag never gives way, and nothing is set smaller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from careleaf.model.leaflet import FirstPage, Leaflet
from careleaf.model.shape import Shape
from careleaf.write.pdf.contact import contact
from careleaf.write.pdf.flow import inner
from careleaf.write.pdf.marks import Anchor, Box, stacked
from careleaf.write.pdf.panels import key_message, key_style, red_flags
from careleaf.write.pdf.prose import icon_grid, titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import SECTION, SUBTITLE, TITLE, WIDTH


@dataclass(frozen=True, slots=True)
class _Manner:
    """One way to fill page one."""

    gap: float
    subtitle: bool
    contact: bool


_MANNERS = (
    _Manner(15.0, subtitle=True, contact=True),
    _Manner(12.0, subtitle=True, contact=True),
    _Manner(9.0, subtitle=True, contact=True),
    _Manner(9.0, subtitle=False, contact=True),
    _Manner(15.0, subtitle=True, contact=False),
    _Manner(11.0, subtitle=True, contact=False),
    _Manner(9.0, subtitle=False, contact=False),
)


@dataclass(frozen=True, slots=True)
class Front:
    """Page one as laid out. `moved` are shapes that must come later; `spilled` is true where even
    so it is too deep, and its boxes must flow over pages."""

    boxes: tuple[Box, ...]
    moved: tuple[Shape, ...]
    spilled: bool


def front(leaflet: Leaflet, setting: Setting, root: Element, depth: float) -> Front:
    """The first manner in which everything fits."""
    for manner in _MANNERS:
        trial = Element("Document")
        boxes = list(_boxes(leaflet, manner, setting, trial))
        fits = stacked(boxes).height <= depth
        if fits or manner is _MANNERS[-1]:
            root.kids += trial.kids
            panel = leaflet.first.contact
            moved = (panel,) if panel and not manner.contact else ()
            return Front(tuple(boxes), moved, spilled=not fits)
    raise AssertionError("the last manner always returns")


def _boxes(leaflet: Leaflet, manner: _Manner, setting: Setting, parent: Element) -> Iterator[Box]:
    first = leaflet.first
    yield from _title(leaflet, manner, setting, parent)
    if first.key:

        def large(shapes: tuple[Shape, ...], element: Element, width: float) -> list[Box]:
            return inner(shapes, element, width, setting, key_style())

        key = key_message(first.key, first.key_label, setting, parent, large)
        yield replace(key, gap=manner.gap)
    yield from _actions(first, manner, setting, parent)
    if first.flags:
        flags = red_flags(first.flags, first.flags_title, setting, parent, 2)
        yield replace(flags, gap=manner.gap)
    if first.contact and manner.contact:
        yield replace(contact(first.contact, setting, parent), gap=manner.gap)


def _title(leaflet: Leaflet, manner: _Manner, setting: Setting, parent: Element) -> Iterator[Box]:
    heading = parent.add("H1")
    words = setting.words(leaflet.title)
    box = stacked(setting.paragraph(words, TITLE, WIDTH, heading, even=True))
    anchors = tuple(Anchor(0, name, leaflet.title, None) for name in leaflet.first.anchors)
    top = Anchor(0, "top", leaflet.title, 0)
    yield replace(box, marks=(top, *anchors, *box.marks))
    if manner.subtitle and leaflet.subtitle:
        line = setting.words(leaflet.subtitle)
        yield replace(setting.block(line, SUBTITLE, WIDTH, parent.add("P")), gap=3.0)


def _actions(first: FirstPage, manner: _Manner, setting: Setting, parent: Element) -> Iterator[Box]:
    if not first.actions:
        return
    title = setting.words(first.actions_title)
    yield stacked(titled(title, SECTION, setting, parent, 2, gap=manner.gap))
    lists = parent.add("L").set("List", "ListNumbering", "None")
    rows = icon_grid(first.actions.items, setting, lists, WIDTH)
    yield replace(stacked(rows), gap=7.0)
