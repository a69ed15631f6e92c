"""Two or three people in a row in; a panel each, with its caption, out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.breaks import even
from careleaf.compose.deck.draw import GAP, GUTTER, card, words
from careleaf.compose.deck.figures import last_frame, said_of_last, scale_of, standing
from careleaf.compose.deck.measure import fits, measure
from careleaf.compose.deck.rows import without_stop
from careleaf.compose.deck.sentences import evenly
from careleaf.compose.deck.type import BODY, LEAD, Style, largest, spell
from careleaf.model.art import Pose
from careleaf.model.deck import Anchor, Box, Paragraph, Placed
from careleaf.model.inline import Line, Run
from careleaf.source import Span

_STEPS: tuple[tuple[Style, Style], ...] = tuple(
    (LEAD.at(*lead), BODY.at(*line))
    for lead, line in (
        ((32, 40), (26, 34)),
        ((28, 36), (24, 31)),
        ((26, 32), (22, 28)),
        ((24, 30), (20, 26)),
    )
)
_MARGIN = 14.0
"""Around a person in a panel."""

_LEAST = 110.0
"""Points: a panel that is less high shows nothing."""


class Person(Struct, frozen=True, kw_only=True):
    """Who stands in one panel."""

    at: Span
    pose: Pose
    alt: str
    caption: Line


class _Way(Struct, frozen=True, kw_only=True):
    """A panel and a box for the caption of each person, with their scale and type."""

    panels: tuple[Box, ...]
    captions: tuple[Box, ...]
    styles: tuple[Style, Style]
    scale: float


class Gallery(Struct, frozen=True, kw_only=True):
    """All at one scale, on one floor; captions at one size. The panels stand side by side with
    captions below, or one above the other with captions beside: whichever makes people larger."""

    at: Span
    people: tuple[Person, ...]
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether the captions leave the people room."""
        return self._way(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Each panel with its person, then what is said of them."""
        way = self._way(zone) or self._across(zone, _STEPS[-1])
        shown: list[Placed] = []
        for person, panel, caption in zip(self.people, way.panels, way.captions, strict=True):
            shown.append(card("Panel", panel))
            shown.append(
                standing(
                    person.pose,
                    last_frame(person.pose),
                    centre=panel.x + panel.width / 2,
                    floor=panel.bottom - self._margin(way, panel) - _under(person.pose) * way.scale,
                    scale=way.scale,
                    ground="tint",
                    alt=said_of_last(person.pose, person.alt),
                )
            )
            if person.caption:
                text = _broken(_paragraphs(person.caption, way.styles), caption)
                anchor: Anchor = "top" if caption.y > panel.y else "middle"
                shown.append(words("Caption", caption, text, anchor=anchor))
        return tuple(shown)

    def _margin(self, way: _Way, panel: Box) -> float:
        """Below the ground: people who are much less high than their panel stand higher in it."""
        tallest = max(frame.height for one in self.people for frame in one.pose.frames)
        return max(_MARGIN, (panel.height - tallest * way.scale) / 3)

    def _way(self, zone: Box) -> _Way | None:
        across = largest([self._across(zone, styles) for styles in _STEPS], self._good)
        down = largest([self._down(zone, styles) for styles in _STEPS], self._good)
        return max((way for way in (across, down) if way), key=lambda way: way.scale, default=None)

    def _good(self, way: _Way) -> bool:
        panel = way.panels[0]
        return panel.height >= _LEAST and all(
            fits(_paragraphs(person.caption, way.styles), box.width, box.height)
            for person, box in zip(self.people, way.captions, strict=True)
        )

    def _across(self, zone: Box, styles: tuple[Style, Style]) -> _Way:
        """Side by side, captions below as high as they need."""
        count = len(self.people)
        width = (zone.width - GUTTER * (count - 1)) / count
        deep = max(
            measure(_paragraphs(person.caption, styles), width).height + 12 if person.caption else 0
            for person in self.people
        )
        starts = [zone.x + place * (width + GUTTER) for place in range(count)]
        high = zone.height - deep
        return self._at(
            [Box(x, zone.y, width, high) for x in starts],
            [Box(x, zone.y + high + 12, width, max(deep - 12, 0)) for x in starts],
            styles,
        )

    def _down(self, zone: Box, styles: tuple[Style, Style]) -> _Way:
        """One above the other, captions beside."""
        count = len(self.people)
        high = (zone.height - GAP * (count - 1)) / count
        width = zone.width / 2
        tops = [zone.y + place * (high + GAP) for place in range(count)]
        start = zone.x + width + GUTTER
        return self._at(
            [Box(zone.x, y, width, high) for y in tops],
            [Box(start, y, zone.end - start, high) for y in tops],
            styles,
        )

    def _at(self, panels: list[Box], captions: list[Box], styles: tuple[Style, Style]) -> _Way:
        poses = [person.pose for person in self.people]
        wide, high = panels[0].width - 2 * _MARGIN, panels[0].height - 2 * _MARGIN
        tallest = max(frame.height for pose in poses for frame in pose.frames)
        scale = min(scale_of(poses, wide, high), high / tallest)
        return _Way(panels=tuple(panels), captions=tuple(captions), styles=styles, scale=scale)


def _under(pose: Pose) -> float:
    """What the last frame of a pose has below its ground line: soles, a mat, a bed."""
    place = last_frame(pose)
    return pose.frames[place].height - pose.ground[place]


def _paragraphs(caption: Line, styles: tuple[Style, Style]) -> list[Paragraph]:
    """A lead in bold and a line; a caption without a lead is one line."""
    lead, line = _parted(caption)
    shown = [spell(lead, styles[0])] if lead else []
    return [*shown, spell(line, styles[1])] if line else shown


def _broken(shown: list[Paragraph], box: Box) -> list[Paragraph]:
    """Each sentence on lines of its own where that fits; else in even lines."""
    apart = [evenly(one, box) for one in shown]
    return apart if fits(apart, box.width, box.height) else [even(one, box.width) for one in shown]


def _parted(caption: Line) -> tuple[Line, Line]:
    """The bold words that it begins with, without their full stop, and the rest."""
    place = 0
    while place < len(caption) and isinstance(run := caption[place], Run) and run.strong:
        place += 1
    rest = caption[place:]
    if place and rest and isinstance(first := rest[0], Run):
        rest = (replace(first, text=first.text.lstrip(" ")), *rest[1:])
    return without_stop(caption[:place]), rest
