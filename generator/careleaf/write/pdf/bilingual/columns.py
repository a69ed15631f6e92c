"""Two boxes, one of each language, in; one row in which they face each other out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.write.pdf.marks import Box, Group, Mark, Panel, Rule, at
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_EDGE = 2.0
"""Points: a panel this near to a box's top and foot is its frame, a rule its end."""


class Columns(Struct, frozen=True):
    """Where two languages stand beside each other, and what each is set with. The leading language
    stands where reading begins, the other one `apart` points after it."""

    first: Setting
    second: Setting
    left: float
    room: float
    """Points of width for either."""
    apart: float

    @property
    def width(self) -> float:
        """Both columns with what is between them."""
        return 2 * self.room + self.apart

    def airy(self, share: float) -> Columns:
        """The same with a share of the usual air inside danger signs."""
        first, second = (
            replace(one, styles=replace(one.styles, air=share)) for one in (self.first, self.second)
        )
        return replace(self, first=first, second=second)

    def row(self, first: Box, second: Box) -> Box:
        """What says the same, at the same height, on the same page."""
        marks = (at(first, self.left, 0), self._turned(second))
        heads = (first.head, second.head) if first.head and second.head else None
        return Box(
            height=max(first.height, second.height),
            marks=marks,
            gap=max(first.gap, second.gap),
            keep=first.keep or second.keep,
            title=first.title,
            heads=first.heads,
            head=self.row(*levelled(*heads)) if heads else None,
            at=first.at,
        )

    def _turned(self, box: Box) -> Group:
        """A language that is read from the other side begins at its column's other side."""
        same = self.first.language.direction == self.second.language.direction
        x = self.left + self.room + self.apart
        return Group(x, 0, box.marks, turned=None if same else self.room)

    def rows(self, first: list[Box], second: list[Box]) -> list[Box]:
        """Item by item; both lists have as many."""
        return [self.row(*levelled(*both)) for both in zip(first, second, strict=True)]

    def within(self, start: float, end: float, apart: float | None = None) -> Columns:
        """Narrower ones in a frame as wide as these, `start` and `end` points from its sides; the
        second column stays where it is in relation to the first, unless they are set `apart`."""
        apart = self.apart if apart is None else apart
        room = (self.width - start - end - apart) / 2
        return Columns(
            _narrow(self.first, room), _narrow(self.second, room), self.left + start, room, apart
        )

    def under(self, parent: Element) -> tuple[Element, Element]:
        """Where each language's part of the structure goes. The leading one is the document's
        language, the other one says what it is, and which way it runs where that is another one."""
        first, second = self.first.language, self.second.language
        ours, theirs = parent.add("Div"), parent.add("Div", language=second.code)
        return ours, theirs if first.direction == second.direction else theirs.running(
            second.direction
        )


def columns(first: Setting, second: Setting, width: float, apart: float) -> Columns:
    """Two columns that share a width."""
    room = (width - apart) / 2
    return Columns(_narrow(first, room), _narrow(second, room), 0.0, room, apart)


def _narrow(setting: Setting, room: float) -> Setting:
    styles = replace(setting.styles, width=room, measure=room, stacks=True)
    return replace(setting, styles=styles)


def levelled(first: Box, second: Box) -> tuple[Box, Box]:
    """Two boxes with their frames, and the rules at their feet, made equally deep."""
    height = max(first.height, second.height)
    return _grown(first, height), _grown(second, height)


def _grown(box: Box, height: float) -> Box:
    more = height - box.height
    marks = tuple(_stretched(mark, box.height, more) for mark in box.marks)
    return replace(box, marks=marks, height=height)


def _stretched(mark: Mark, height: float, more: float) -> Mark:
    match mark:
        case Panel() if mark.y < _EDGE and mark.y + mark.height > height - _EDGE:
            return replace(mark, height=mark.height + more)
        case Rule() if mark.y == mark.to_y and abs(mark.y - height) < _EDGE:
            return replace(mark, y=mark.y + more, to_y=mark.to_y + more)
        case Group(x=0, y=0):
            return replace(mark, marks=tuple(_stretched(m, height, more) for m in mark.marks))
        case _:
            return mark
