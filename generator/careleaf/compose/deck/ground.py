"""A clinic's template in; where on its slides our bodies go, and at what scale, out.

Bodies lay out on our own grid, from its left margin and the top of its body zone. The zone is as
large as the template's room allows, and what they draw is moved there as a whole. One scale serves
the whole deck: the slide's height against ours, so that letters are as large on the wall as on our
own slides, or down to nine tenths of that where the room is small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import BODY_END, BODY_TOP, LEFT, RADIUS, WIDE
from careleaf.compose.deck.fitted import Move
from careleaf.compose.deck.measure import measured_in
from careleaf.model.deck import (
    HEIGHT,
    Box,
    Layout,
    Panel,
    Placed,
    Placeholder,
    Slot,
    Template,
    Text,
)
from careleaf.theme import Theme
from careleaf.theme.contrast import TEXT, contrast

STRIP, STRIP_GAP = 30.0, 10.0
"""What draft mark, footer and number take at the foot of the room, and the space above
them in it, in points of our slide."""
_LEAST_STRIP = 320.0
"""The width below which draft mark and number have no room in it."""
_LEAST_FOOTER, _LEAST_NUMBER = 8.0, 3.0
"""The width of a slot in sizes of its type, below which it is as if there were none."""
_LEAST_BODY = 0.95
"""Of the room of "Title Only", on either side: a list fits where all other bodies do."""
LEAST_SCALE = 0.9
"""20 points on our slides, the least type of a body, are 18 then."""
_PADDING = 10.0
"""Between a white sheet and the body on it."""
_ON_IT = ("ink", "slate", "teal-deep", "red")
"""The words that stand on the ground itself."""

_ROLES = {
    layouts.CONTENT: layouts.CONTENT,
    layouts.STATEMENT: layouts.CONTENT,
    layouts.QUESTION: layouts.CONTENT,
    layouts.PICTURE: layouts.CONTENT,
    layouts.COVER: layouts.COVER,
    layouts.OPENER: layouts.OPENER,
}
"""Which of a template's layouts shows a slide of each of ours; "Title Only" shows all others."""


class Ground(Struct, frozen=True, kw_only=True):
    """A clinic's template while a deck is composed for it."""

    template: Template
    marked: bool
    """Whether every slide bears the draft mark."""
    words: tuple[str, ...]
    """The "#rrggbb" of the words that stand on the template's own ground."""

    @property
    def sheet(self) -> bool:
        """Whether bodies stand on a white sheet, since our words would not read on the ground."""
        bodies = (self.template.layout(one) for one in (layouts.TITLE_ONLY, layouts.CONTENT))
        return not all(self.readable(one) for one in bodies if one)

    def readable(self, layout: Layout) -> bool:
        """Whether the ground is one colour on which our words read."""
        ground = layout.background
        return ground is not None and min(contrast(one, ground) for one in self.words) >= TEXT

    @property
    def unit(self) -> float:
        """The template's points for a point as large on the wall as on our own slides."""
        return self.template.height / HEIGHT

    @property
    def scale(self) -> float:
        """The template's points for a point of a body."""
        room = self._free(self.layout(layouts.TITLE_ONLY))
        share = min(room.width / self.unit / WIDE, room.height / self.unit / (BODY_END - BODY_TOP))
        return self.unit * min(1.0, max(LEAST_SCALE, share))

    def role(self, name: str) -> str:
        """The layout of the template that shows a slide of one of ours: its own kind, if there is
        one with room for what goes on it."""
        role = _ROLES.get(name, layouts.TITLE_ONLY)
        layout = self.template.layout(role)
        if layout is None or (role != layouts.COVER and not self._serves(layout)):
            return layouts.TITLE_ONLY
        return role

    def _serves(self, layout: Layout) -> bool:
        """Whether draft mark and footer have a place, and a body nearly that of "Title Only"."""
        if self.needs_strip(layout) and not self.strip(layout.name).width:
            return False
        own, plain = self._free(layout), self._free(self.layout(layouts.TITLE_ONLY))
        least = _LEAST_BODY if layout.name == layouts.CONTENT else 0.0
        return own.width >= least * plain.width and own.height >= least * plain.height

    def layout(self, role: str) -> Layout:
        """The template's own. Raises LookupError for one that `role` never gives."""
        found = self.template.layout(role)
        if found is None:
            raise LookupError(role)
        return found

    def zone(self, role: str) -> Box:
        """What a body may use, on our own grid."""
        room = self._free(self.layout(role))
        return Box(LEFT, BODY_TOP, room.width / self.scale, room.height / self.scale)

    def placed(self, role: str, shapes: tuple[Placed, ...]) -> tuple[Placed, ...]:
        """A body's shapes in the template's points, on the white sheet if there is one."""
        layout = self.layout(role)
        room = self._free(layout)
        scale = self.scale
        move = Move(scale=scale, dx=room.x - scale * LEFT, dy=room.y - scale * BODY_TOP)
        moved = tuple(_slotted(shape, layout) for shape in move.shapes(shapes))
        return (*self._sheet(layout), *moved)

    def strip(self, role: str) -> Box:
        """Where draft mark and footer go, in the template's points: the same on all slides, or the
        foot of the layout's own room where its slots or its art lie there. Empty if there is none.
        """
        layout, home = self.layout(role), self._foot(self.layout(layouts.TITLE_ONLY).room)
        if not any(_meet(home, box) for box in layout.taken):
            return home
        return self._foot(layout.room)

    def _foot(self, room: Box) -> Box:
        high = STRIP * self.unit
        if room.height < high or room.width < _LEAST_STRIP * self.unit:
            return Box(room.x, room.bottom, 0.0, 0.0)
        return Box(room.x, room.bottom - high, room.width, high)

    def moved_to_strip(self, role: str, shapes: Sequence[Placed]) -> tuple[Placed, ...]:
        """Shapes laid out from the strip's own corner, at the size of our slides; none where the
        strip is empty."""
        strip = self.strip(role)
        moved = Move(scale=self.unit, dx=strip.x, dy=strip.y).shapes(shapes)
        return moved if strip.width else ()

    def needs_strip(self, layout: Layout) -> bool:
        """Whether something of the footer has no slot."""
        slots = (Placeholder.FOOTER, Placeholder.NUMBER)
        return self.marked or any(self.footer_slot(layout, one) is None for one in slots)

    def footer_slot(self, layout: Layout, placeholder: Placeholder) -> Slot | None:
        """The slot for footer or number, if it is wide enough for the least that goes there."""
        slot = layout.slot(placeholder)
        letters = _LEAST_FOOTER if placeholder is Placeholder.FOOTER else _LEAST_NUMBER
        return slot if slot and slot.inner.width >= letters * slot.size else None

    def _free(self, layout: Layout) -> Box:
        """The room without its strip and the sheet's edge."""
        room, end = layout.room, layout.room.bottom
        if self.needs_strip(layout):
            end = min(end, self.strip(layout.name).y)
        pad = _PADDING * self.unit if self.sheet else 0.0
        return Box(room.x + pad, room.y + pad, room.width - 2 * pad, end - room.y - 2 * pad)

    def _sheet(self, layout: Layout) -> tuple[Placed, ...]:
        if not self.sheet:
            return ()
        free, pad = self._free(layout), _PADDING * self.unit
        box = Box(free.x - pad, free.y - pad, free.width + 2 * pad, free.height + 2 * pad)
        radius = RADIUS * self.unit
        return (Panel(name="Sheet", box=box, form="round", radius=radius, fill="white"),)


_GROUND: ContextVar[Ground | None] = ContextVar("ground", default=None)


def current() -> Ground | None:
    """The clinic's template that the deck at hand is composed for; None for our own layouts."""
    return _GROUND.get()


@contextmanager
def on(template: Template | None, theme: Theme, *, marked: bool, mirrored: bool) -> Iterator[None]:
    """Compose in this block for a clinic's template, if there is one: its room and its font."""
    if template is None:
        yield
        return
    template = _mirrored(template) if mirrored else template
    on_it = tuple(theme.colour(one) for one in _ON_IT)
    found = Ground(template=template, marked=marked, words=on_it)
    token = _GROUND.set(found)
    try:
        with measured_in(template.font):
            yield
    finally:
        _GROUND.reset(token)


def _meet(one: Box, other: Box) -> bool:
    return one.x < other.end and other.x < one.end and one.y < other.bottom and other.y < one.bottom


def _slotted(shape: Placed, layout: Layout) -> Placed:
    """A text for which the layout has no slot is a text like any other."""
    if isinstance(shape, Text) and shape.placeholder and not layout.slot(shape.placeholder):
        return replace(shape, placeholder=None)
    return shape


def _mirrored(template: Template) -> Template:
    """With `x` counted from the right, where reading starts."""

    def box(own: Box) -> Box:
        return own.mirrored(template.width)

    def slot(own: Slot) -> Slot:
        left, top, right, bottom = own.inset
        return replace(own, box=box(own.box), inset=(right, top, left, bottom))

    return replace(
        template,
        layouts=tuple(
            replace(
                one,
                slots=tuple(slot(own) for own in one.slots),
                room=box(one.room),
                taken=tuple(box(own) for own in one.taken),
            )
            for one in template.layouts
        ),
    )
