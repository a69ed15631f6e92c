"""The bytes of a clinic's template in; its layouts as plain data, for the composer, out.

A layout is matched by its type, which no language changes; else by its English name; else by its
placeholders. What a slide of ours needs beyond these is drawn where its layout leaves room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pptx.oxml.ns import qn

from careleaf.model.deck import Box, Layout, Placeholder, Slot, Template
from careleaf.theme.contrast import TEXT, contrast
from careleaf.write.pptx.clinic_colours import Scheme, has_background, overrides
from careleaf.write.pptx.clinic_file import TemplateError, damaged, opened, packed
from careleaf.write.pptx.clinic_slots import EMU, SlotShape, box_of, placeholders
from careleaf.write.pptx.room import around, largest_room
from careleaf.write.pptx.slots import LAYOUT_TYPES

_FURNITURE = (Placeholder.FOOTER, Placeholder.NUMBER, Placeholder.DATE)
INCH = 72.0
_SIDES = (1 * INCH, 56 * INCH)
"""The least and the most of a slide's side (ECMA-376, part 1, 19.7.18)."""
_LEAST_BODY = 0.3
"""Share of the slide that a placeholder for content covers."""
_GROUND = 0.4
"""Share of the slide from which on art is a ground to write on, not something to keep clear of."""
_MARGIN = 0.05
"""Share of the slide that stays free on every side, unless the title stands nearer to it."""
_GAP = 1 / 70
"""Share of the slide's height that our shapes keep from slots and art."""
_LEAST_ROOM = (0.6, 0.5)
"""Shares of the slide's width and height: in less no exercise finds its place."""
_ART = ("p:sp", "p:pic", "p:grpSp", "p:graphicFrame", "p:cxnSp")


class _Found(Struct, frozen=True):
    """A layout of the file with its placeholders."""

    layout: Any
    master: Any
    shapes: tuple[SlotShape, ...]
    slots: tuple[Slot, ...]
    slide: Box

    @property
    def title(self) -> Slot | None:
        return next((one for one in self.slots if one.placeholder is Placeholder.TITLE), None)

    def kinds(self) -> list[str]:
        """Of its placeholders but title and furniture."""
        return [
            one.kind
            for one in self.shapes
            if one.placeholder is not Placeholder.TITLE and one.placeholder not in _FURNITURE
        ]


class _Role(Struct, frozen=True):
    """A layout that we ask for, the words that say which it is, and how it is told by looking."""

    name: str
    described: str
    fits: Callable[[_Found], bool]
    """Whether our slides can be drawn on it."""
    looks: Callable[[_Found], bool]
    """Whether its placeholders alone tell it."""
    required: bool = True


def _has_subtitle(found: _Found) -> bool:
    return any(one.placeholder is Placeholder.SUBTITLE for one in found.slots)


def _has_body(found: _Found) -> bool:
    return any(one.placeholder is Placeholder.BODY for one in found.slots)


def _one_large_body(found: _Found) -> bool:
    bodies = [one for one in found.slots if one.placeholder is Placeholder.BODY]
    area = found.slide.width * found.slide.height
    return len(found.kinds()) == len(bodies) == 1 and (
        bodies[0].box.width * bodies[0].box.height >= _LEAST_BODY * area
    )


def _title_alone(found: _Found) -> bool:
    return not found.kinds()


_ROLES = (
    _Role("Title Slide", "a title and a subtitle", _has_subtitle, _has_subtitle),
    _Role("Title and Content", "a title and one large content", _has_body, _one_large_body),
    _Role("Title Only", "a title and nothing else", lambda _: True, _title_alone),
    _Role("Section Header", "a title and a text", _has_body, lambda _: False, required=False),
)


@lru_cache(maxsize=4)
def read_template(data: bytes) -> Template:
    """The layouts that our slides are drawn on, in the file's own points. Kept: a build of many
    topics reads it once.

    Raises TemplateError for a file that is no sound template, and for one without a layout that we
    need, named together with those that it has.
    """
    try:
        return _read(data)
    except TemplateError:
        raise
    except Exception as error:  # whatever python-pptx, lxml and we make of a damaged file
        raise damaged() from error


def _read(data: bytes) -> Template:
    presentation = opened(data)
    slide = _slide(presentation)
    found = tuple(_layouts(presentation, slide))
    chosen = _chosen(found)
    return Template(
        layouts=tuple(_layout(name, one) for name, one in chosen.items()),
        width=slide.width,
        height=slide.height,
        font=_fonts(Scheme(chosen["Title Only"].master))["+mn-lt"],
        colours=_colours(tuple(chosen.values())),
        file=packed(presentation),
    )


def _slide(presentation: Any) -> Box:
    """Raises TemplateError for a size that no slide may have."""
    wide, high = presentation.slide_width / EMU, presentation.slide_height / EMU
    least, most = _SIDES
    if not (least <= min(wide, high) and max(wide, high) <= most):
        message = f"its slides are {wide / INCH:.3g} by {high / INCH:.3g} inches"
        raise TemplateError(message, "set them to 16:9 or 4:3 under Design > Slide Size")
    return Box(0.0, 0.0, wide, high)


def _layouts(presentation: Any, slide: Box) -> Iterator[_Found]:
    """Those on which a title runs from side to side."""
    for master in presentation.slide_masters:
        fonts = _fonts(Scheme(master))
        for layout in master.slide_layouts:
            shapes = tuple(
                SlotShape(shape, master, presentation, fonts)
                for shape in placeholders(layout._element)
            )
            slots = tuple(slot for shape in shapes if (slot := shape.slot()))
            found = _Found(layout, master, shapes, slots, slide)
            if found.title:
                yield found


def _chosen(found: Sequence[_Found]) -> dict[str, _Found]:
    chosen: dict[str, _Found] = {}
    lacking = []
    for role in _ROLES:
        match = _match(role, found)
        if match:
            chosen[role.name] = match
        elif role.required:
            lacking.append(f"'{role.name}' ({role.described})")
    if lacking:
        there = ", ".join(f"'{one.layout.name}'" for one in found) or "none with a title"
        message = f"it lacks the layout {' and '.join(lacking)}. Layouts found: {there}"
        hint = "add it in the slide master view, or start from ours: careleaf template FILE.pptx"
        raise TemplateError(message, hint)
    room = _room(chosen["Title Only"])
    wide, high = _LEAST_ROOM
    slide = chosen["Title Only"].slide
    if room.width < wide * slide.width or room.height < high * slide.height:
        name = chosen["Title Only"].layout.name
        message = f"its layout '{name}' leaves too little room around its title and its art"
        raise TemplateError(message, "make its title lower, or move pictures to the edges")
    return chosen


def _match(role: _Role, found: Sequence[_Found]) -> _Found | None:
    """By type, by name, by looks."""
    kind, name = LAYOUT_TYPES[role.name], role.name.lower()
    usable = [one for one in found if role.fits(one)]
    tests: tuple[Callable[[_Found], bool], ...] = (
        lambda one: one.layout._element.get("type") == kind,
        lambda one: str(one.layout.name).strip().lower() == name,
        role.looks,
    )
    return next((one for test in tests for one in usable if test(one)), None)


def _layout(name: str, found: _Found) -> Layout:
    background = _background(found)
    dark = background is not None and contrast(background, "#ffffff") >= TEXT
    slots = (replace(one, colour="white" if dark else "ink") for one in _used(found.slots))
    return Layout(
        name=name,
        background=background,
        art=(),
        slots=tuple(slots),
        part=str(found.layout.part.partname),
        room=_room(found),
        taken=tuple(_taken(found)),
    )


def _used(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The first of each kind."""
    first: dict[Placeholder, Slot] = {}
    for slot in slots:
        first.setdefault(slot.placeholder, slot)
    return tuple(first.values())


def _room(found: _Found) -> Box:
    """What title, furniture, art and, on covers and section headers, text leave free. It begins
    where the title's words begin, if the title is wide."""
    slide, title = found.slide, found.title
    wide = slide.width * _MARGIN
    left, right = wide, slide.width - wide
    if title and title.box.width > slide.width / 2:
        left, right = title.inner.x, title.inner.end
    high = slide.height * _MARGIN
    bounds = Box(left, high, right - left, slide.height - 2 * high)
    return largest_room(bounds, [around(box, slide.height * _GAP) for box in _taken(found)])


def _taken(found: _Found) -> list[Box]:
    """Slots and art. A large content slot is where a body goes."""
    slots = [slot for slot in found.slots if slot.placeholder is not Placeholder.BODY]
    if not _one_large_body(found):
        slots = list(found.slots)
    return [*(slot.box for slot in slots), *_art(found)]


def _art(found: _Found) -> list[Box]:
    """Of the layout and of its master, but for what is large enough to be a ground."""
    area = found.slide.width * found.slide.height
    boxes = (box for box, _ in _shapes(found))
    return [box for box in boxes if box.width * box.height < _GROUND * area]


def _background(found: _Found) -> str | None:
    """The one colour behind the body; None where it is a picture or a gradient."""
    scheme = Scheme(found.master, found.layout)
    own = found.layout._element
    colour = scheme.background(own if has_background(own) else found.master._element)
    area = found.slide.width * found.slide.height
    for box, shape in _shapes(found):
        if box.width * box.height >= _GROUND * area:
            properties = shape.find(qn("p:spPr"))
            colour = None if properties is None else scheme.fill(properties)
    return colour


def _shapes(found: _Found) -> Iterator[tuple[Box, Any]]:
    """The art: the master's, where the layout shows it, then the layout's own."""
    owners = [found.layout._element]
    if found.layout._element.get("showMasterSp", "1") in ("1", "true"):
        owners.insert(0, found.master._element)
    for owner in owners:
        tree = owner.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
        for shape in tree:
            place = shape.find(f".//{qn('a:xfrm')}")
            if place is None:
                place = shape.find(qn("p:xfrm"))
            if shape.tag in {qn(tag) for tag in _ART} and place is not None and not _slot(shape):
                yield box_of(place), shape


def _slot(shape: Any) -> bool:
    return shape.find(f".//{qn('p:nvPr')}/{qn('p:ph')}") is not None


def _colours(chosen: Sequence[_Found]) -> tuple[tuple[str, str], ...]:
    """By the names that mean the same on every slide; none where layouts differ in them."""
    if any(overrides(found.layout) for found in chosen):
        return ()
    schemes = {Scheme(found.master).named() for found in chosen}
    return schemes.pop() if len(schemes) == 1 else ()


def _fonts(scheme: Scheme) -> dict[str, str]:
    """The names behind `+mj-lt` and `+mn-lt`."""
    named = {}
    for key, tag in (("+mj-lt", "a:majorFont"), ("+mn-lt", "a:minorFont")):
        latin = scheme.theme.find(f".//{qn(tag)}/{qn('a:latin')}")
        named[key] = str(latin.get("typeface", "")) if latin is not None else ""
    return named
