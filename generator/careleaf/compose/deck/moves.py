"""One exercise with a pose in; its slide out: start and finish, steps, dose, caution, when to stop.

People who lie or kneel stand side by side across the slide, with the steps below; others beside
their steps.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GUTTER, LEFT, bare_icon, card, number_disc, rule, words
from careleaf.compose.deck.exercise import caution, caution_height, title_fits
from careleaf.compose.deck.figures import clear, scale_of, standing
from careleaf.compose.deck.foot import dose_strip, foot, foot_fits, stop_box
from careleaf.compose.deck.measure import fits, measure
from careleaf.compose.deck.once import once
from careleaf.compose.deck.rows import item_paragraph
from careleaf.compose.deck.sentences import apart
from careleaf.compose.deck.type import BODY, Style, largest, say, steps
from careleaf.model.art import Pose
from careleaf.model.deck import Anchor, Box, Illustration, Placed
from careleaf.model.shape import Card
from careleaf.source import Span

_STEP = steps(BODY.at(28, 35), (26, 32), (24, 30), (22, 28), (20, 26), (20, 24))
_COMFORTABLE, _MOST_BELOW = 22.0, 24.0
"""Points: larger steps below the people would take from their height."""
_LABEL = Style(size=22, lead=30, colour="teal-deep", bold=True)
_LABEL_BOX = (92.0, 34.0)
_FOOT, _GAP = 88.0, 14.0
_DISC, _INDENT = 36.0, 48.0
_LEAST_SCALE = 1.0
"""Smaller people could not be made out from the back of a room."""


class Room(Struct, frozen=True, kw_only=True):
    """Where the parts of the slide are."""

    panel: Box
    steps: tuple[Box, ...]
    """Each with its disc at the start."""
    style: Style
    across: bool
    """Whether the steps stand side by side below the panel."""


class Moves(Struct, frozen=True, kw_only=True):
    """`card` has a pose; `start` and `finish` are the labels of its frames."""

    at: Span
    card: Card
    pose: Pose
    start: str
    finish: str
    layout: str = layouts.EXERCISE
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether people, steps, dose and stop rule have room."""
        return (
            (self.layout != layouts.EXERCISE or title_fits(self.card))
            and foot_fits(self.card, foot(self.card, zone, _FOOT))
            and self._room(zone) is not None
        )

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Number, people, steps, caution, dose, stop."""
        room = self._room(zone) or self._below(zone, _STEP[-1])
        shown: list[Placed] = []
        if self.layout == layouts.EXERCISE:
            shown.append(number_disc(LEFT, 30, 44, self.card.number))
        shown += self._people(room)
        for place, box in enumerate(room.steps):
            shown += self._step(place, box, room)
        if self.card.caution:
            shown.append(caution(self.card, Box(zone.x, zone.y, zone.width, self._end(zone))))
        below, end = foot(self.card, zone, _FOOT)
        return (*shown, dose_strip(self.card.doses, below), stop_box(self.card, end))

    def _end(self, zone: Box) -> float:
        """The height above the foot."""
        return foot(self.card, zone, _FOOT)[0].y - _GAP - zone.y

    def _free(self, zone: Box) -> float:
        """The height left for people and steps."""
        return self._end(zone) - caution_height(self.card, zone.width)

    @once
    def _room(self, zone: Box) -> Room | None:
        """The way in which people are larger, with steps as large as they can be; people at a size
        that can be seen. Where steps are small anyway, people stand above small ones too."""
        below = [self._below(zone, style) for style in _STEP if style.size <= _MOST_BELOW]
        beside = (self._beside(zone, style) for style in _STEP)
        ways = [beside, self._fewest_lines(below) if self._may_stand_above else ()]
        found = [room for choices in ways if (room := largest(choices, self._good))]
        best = max(found, key=self._scale, default=None)
        if best is None or not self._may_stand_above or not _small(best):
            return best
        small = largest((room for room in below if _small(room)), self._good)
        return max((best, small or best), key=self._scale)

    def _fewest_lines(self, rooms: Iterable[Room]) -> list[Room]:
        """Those whose steps take the fewest lines first: each line takes from the people. Small
        steps come last all the same."""

        def lines(room: Room) -> float:
            most = max(
                measure((item_paragraph(item, room.style),), box.width - _INDENT).lines
                for item, box in zip(self.card.steps, room.steps, strict=True)
            )
            return math.inf if _small(room) else most

        return sorted(rooms, key=lines)

    @property
    def _may_stand_above(self) -> bool:
        return len(self.pose.frames) > 1 and len(self.card.steps) < 4

    def _good(self, room: Room) -> bool:
        if self._least(room) < _LEAST_SCALE and self._scale(room) < _LEAST_SCALE:
            return False
        return all(
            fits((item_paragraph(item, room.style),), box.width - _INDENT, box.height)
            for item, box in zip(self.card.steps, room.steps, strict=True)
        )

    def _below(self, zone: Box, style: Style) -> Room:
        """Steps side by side below the people, as high as their words need."""
        count = len(self.card.steps)
        width = (zone.width - GUTTER * (count - 1)) / count
        deep = max(
            measure((item_paragraph(item, style),), width - _INDENT).height
            for item in self.card.steps
        )
        top = zone.y + self._free(zone) - max(deep, _DISC)
        return Room(
            panel=Box(zone.x, zone.y, zone.width, top - _GAP - zone.y),
            steps=tuple(
                Box(zone.x + place * (width + GUTTER), top, width, max(deep, _DISC))
                for place in range(count)
            ),
            style=style,
            across=True,
        )

    def _beside(self, zone: Box, style: Style) -> Room:
        """People on the start side, the steps on the other, one below the other."""
        share = 568 / 864 if len(self.pose.frames) > 1 else 346 / 864
        panel = Box(zone.x, zone.y, zone.width * share, self._free(zone))
        start = panel.end + GUTTER
        pitch = (panel.height + 12) / len(self.card.steps)
        return Room(
            panel=panel,
            steps=tuple(
                Box(start, zone.y + place * pitch, zone.end - start, pitch - 12)
                for place in range(len(self.card.steps))
            ),
            style=style,
            across=False,
        )

    def _scale(self, room: Room) -> float:
        """As large as the panel allows with no label in the way of a person."""
        count = len(self.pose.frames)
        width = room.panel.width / count - (48 if count > 1 else 28)
        scale = scale_of([self.pose], width, room.panel.height - 36)
        if count == 1:
            return scale
        least = self._least(room)
        while scale > least and not self._labels_clear(room, scale):
            scale -= 0.04
        return max(scale, least)

    def _least(self, room: Room) -> float:
        """The scale at which everyone is lower than the labels."""
        width = room.panel.width / len(self.pose.frames) - 48
        return scale_of([self.pose], width, room.panel.height - 18 - _LABEL_BOX[1] - 10)

    def _labels_clear(self, room: Room, scale: float) -> bool:
        return all(
            clear(self.pose.frames[place], label, scale, self._person(room, place, scale).box)
            for place, label in enumerate(self._labels(room))
        )

    def _labels(self, room: Room) -> list[Box]:
        half = room.panel.width / len(self.pose.frames)
        wide, high = _LABEL_BOX
        return [
            Box(room.panel.x + place * half + 20, room.panel.y + 10, wide, high)
            for place in range(len(self.pose.frames))
        ]

    def _person(self, room: Room, place: int, scale: float) -> Illustration:
        half = room.panel.width / len(self.pose.frames)
        below = self.pose.frames[place].height - self.pose.ground[place]
        alts = self.pose.frame_alts if len(self.pose.frames) > 1 else (self.pose.alt,)
        return standing(
            self.pose,
            place,
            centre=room.panel.x + half * (place + 0.5),
            floor=room.panel.bottom - 12 - below * scale,
            scale=scale,
            ground="tint",
            alt=alts[place],
        )

    def _people(self, room: Room) -> Iterator[Placed]:
        yield card("Panel", room.panel)
        scale = self._scale(room)
        named = zip(self._labels(room), (self.start, self.finish), strict=False)
        labels = list(named) if len(self.pose.frames) > 1 else []
        for place in range(len(self.pose.frames)):
            if labels:
                box, text = labels[place]
                yield words(text, box, (say(text, _LABEL),), anchor="middle")
            yield self._person(room, place, scale)
        if labels:
            middle = room.panel.x + room.panel.width / 2
            high = room.panel.y + (room.panel.height - 32) / 2
            yield replace(bare_icon(middle - 16, high, 32, "arrow-right", "slate"), runs=True)

    def _step(self, place: int, box: Box, room: Room) -> Iterator[Placed]:
        middle = 0.0 if room.across else (box.height - _DISC) / 2
        inner = Box(box.x + _INDENT, box.y, box.width - _INDENT, box.height)
        shown = apart(item_paragraph(self.card.steps[place], room.style), inner)
        if place and not room.across:
            yield rule(box.x, box.y - 6, box.end)
        yield number_disc(box.x, box.y + middle, _DISC, place + 1)
        top = Box(inner.x, inner.y + (3 if room.across else 0), inner.width, inner.height)
        anchor: Anchor = "top" if room.across else "middle"
        yield words("Step", top, (shown,), anchor=anchor)


def _small(room: Room) -> bool:
    return room.style.size < _COMFORTABLE
