"""The parts of a topic in; the agenda, and the slide that opens each part, out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.breaks import even
from careleaf.compose.deck.draw import (
    GAP,
    GUTTER,
    LEFT,
    WIDE,
    card,
    label,
    number_disc,
    rule,
    words,
)
from careleaf.compose.deck.lines import sentence_lines
from careleaf.compose.deck.measure import fits, measure, natural_width
from careleaf.compose.deck.type import BODY, Style, largest, say, spell, steps
from careleaf.model.deck import Box, Group, Panel, Paragraph, Piece, Placed, Placeholder
from careleaf.model.inline import Line, plain
from careleaf.source import Span

_AGENDA_LEAD = steps(Style(size=28, lead=34, colour="navy", bold=True), (26, 32), (24, 30))
_AGENDA_LINE = steps(Style(size=22, lead=30), (20, 28))
_MINUTES = Style(size=24, lead=30, colour="teal-deep", bold=True)
_ROW_AIR = 10.0
_CARD_LINE = steps(Style(size=22, lead=28), (20, 26))
_OPENER = steps(
    Style(size=62, lead=74, colour="white", bold=True), (54, 64), (48, 57), (42, 50), (36, 44)
)
_OPENER_LINE = steps(Style(size=28, lead=36, colour="onfield"), (26, 33), (24, 31), (22, 28))
_BAR_WORDS = Style(size=20, lead=26, colour="onfield")


class AgendaPart(Struct, frozen=True, kw_only=True):
    """A part's number, title and opening line, and how long it takes, which may be empty."""

    number: int
    title: Line
    line: Line
    minutes: str = ""


class Agenda(Struct, frozen=True, kw_only=True):
    """Up to six parts, with their lines where there is room."""

    at: Span
    parts: tuple[AgendaPart, ...]
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether each title stays on its line, and its row in the zone."""
        return self._lead(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """One row a part; five or six stand on cards in two columns, if there is room for their
        lines, or else for the first sentence of each: the part's own slide says all. Times stand in
        a column of their own, which only rows have."""
        for parts in (self.parts, tuple(_opening(part) for part in self.parts)):
            if styles := self._on_cards(zone, parts):
                return self._cards(zone, parts, styles)
        height = min(128.0, zone.height / len(self.parts))
        lead = self._lead(zone) or _AGENDA_LEAD[-1]
        small = self._line(zone, height, lead)
        clock = self._clock()
        shown: list[Placed] = []
        for place, part in enumerate(self.parts):
            y = zone.y + place * height
            if place:
                shown.append(rule(zone.x, y, zone.end))
            side = min(52.0, height - 10)
            shown.append(number_disc(zone.x, y + (height - side) / 2, side, part.number))
            text = [spell(part.title, lead)]
            if small and part.line:
                text.append(spell(part.line, small))
            box = Box(zone.x + 74, y, self._room(zone), height)
            shown.append(words("Part", box, text, anchor="middle"))
            if part.minutes:
                at = Box(zone.end - clock, y, clock, height)
                shown.append(words("Minutes", at, (_minutes(part),), anchor="middle"))
        return tuple(shown)

    def _clock(self) -> float:
        """The width of the column of times."""
        return max(natural_width(_minutes(part)) for part in self.parts) + 2

    def _room(self, zone: Box) -> float:
        """The width of the column of titles."""
        timed = any(part.minutes for part in self.parts)
        return zone.width - 74 - (self._clock() + GUTTER if timed else 0.0)

    def _on_cards(self, zone: Box, parts: Sequence[AgendaPart]) -> tuple[Style, Style] | None:
        """The sizes of title and line, where there are more parts than rows with lines hold."""
        if len(parts) < 5 or not all(part.line and not part.minutes for part in parts):
            return None
        inner = [_card_words(box) for box in self._card_boxes(zone)]

        def good(styles: tuple[Style, Style]) -> bool:
            return all(
                fits((spell(part.title, styles[0]),), box.width, styles[0].lead)
                and fits(
                    (spell(part.title, styles[0]), spell(part.line, styles[1])),
                    box.width,
                    box.height,
                )
                for part, box in zip(parts, inner, strict=True)
            )

        return largest([(lead, line) for lead in _AGENDA_LEAD for line in _CARD_LINE], good)

    def _card_boxes(self, zone: Box) -> list[Box]:
        """Read down, then across."""
        deep = -(-len(self.parts) // 2)
        width = (zone.width - GUTTER) / 2
        pitch = (zone.height + GAP) / deep
        return [
            Box(
                zone.x + (width + GUTTER) * (place // deep),
                zone.y + pitch * (place % deep),
                width,
                pitch - GAP,
            )
            for place in range(len(self.parts))
        ]

    def _cards(
        self, zone: Box, parts: Sequence[AgendaPart], styles: tuple[Style, Style]
    ) -> tuple[Placed, ...]:
        lead, small = styles
        shown: list[Placed] = []
        for part, box in zip(parts, self._card_boxes(zone), strict=True):
            inner = _card_words(box)
            text = (spell(part.title, lead), even(spell(part.line, small), inner.width))
            disc = number_disc(box.x + 20, box.y + (box.height - 52) / 2, 52, part.number)
            words_box = words("Part", inner, text, anchor="middle")
            shown.append(Group(name="Part", shapes=(card("Card", box), disc, words_box)))
        return tuple(shown)

    def _lead(self, zone: Box) -> Style | None:
        return largest(
            _AGENDA_LEAD,
            lambda style: (
                len(self.parts) * (style.lead + _ROW_AIR) <= zone.height
                and all(
                    fits((spell(part.title, style),), self._room(zone), style.lead)
                    for part in self.parts
                )
            ),
        )

    def _line(self, zone: Box, height: float, lead: Style) -> Style | None:
        """All lines or none: rows of one kind look like one list."""
        return largest(
            _AGENDA_LINE,
            lambda style: (
                lead.lead + style.lead + 6 <= height
                and all(
                    fits((spell(part.line, style),), self._room(zone), style.lead)
                    for part in self.parts
                )
            ),
        )


def _opening(part: AgendaPart) -> AgendaPart:
    """With the first sentence of its line alone."""
    return replace(part, line=next(iter(sentence_lines(part.line)), ()))


def _minutes(part: AgendaPart) -> Paragraph:
    return say(part.minutes, _MINUTES, align="end")


def _card_words(box: Box) -> Box:
    return Box(box.x + 92, box.y + 5, box.width - 92 - 12, box.height - 10)


class Opener(Struct, frozen=True, kw_only=True):
    """A part's own slide; bars below show where the talk is."""

    at: Span
    number: int
    titles: tuple[Line, ...]
    label: str
    """"Part 2 of 4"."""
    line: Line
    suffix: str = ""
    """" (1 of 2)", where another part has the same title."""
    layout: str = layouts.OPENER
    bar_below: bool = False

    @property
    def title(self) -> Line:
        """Of this part."""
        return self.titles[self.number - 1]

    def fits(self, zone: Box) -> bool:
        """Whether title and line have room."""
        return self._style() is not None and self._line_style() is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Title first; then number, label, line and bars. The field is its own: no zone."""
        style = self._style() or _OPENER[-1]
        title = even(self._title(style), _TITLE_ROOM.width)
        deep = measure((title,), _TITLE_ROOM.width).height
        above = Style(size=24, lead=30, colour="onfield")
        shown: list[Placed] = [
            words("Title", Box(208, 142, 704, deep), (title,), placeholder=Placeholder.TITLE),
            number_disc(LEFT, 136, 128, self.number, on_field=True),
            label("Part", Box(208, 108, 500, 34), self.label, above),
        ]
        if self.line:
            small = self._line_style() or _OPENER_LINE[-1]
            below = Box(208, 144 + deep + 8, 704, 108)
            text = even(spell(self.line, small), below.width)
            shown.append(words("Line", below, (text,), placeholder=Placeholder.BODY))
        return (*shown, *self._bars())

    def _style(self) -> Style | None:
        return largest(
            _OPENER,
            lambda style: fits((self._title(style),), _TITLE_ROOM.width, _TITLE_ROOM.height),
        )

    def _title(self, style: Style) -> Paragraph:
        shown = spell(self.title, style)
        if not self.suffix:
            return shown
        return replace(shown, parts=(*shown.parts, Piece(text=self.suffix)))

    def _line_style(self) -> Style | None:
        return largest(_OPENER_LINE, lambda style: fits((spell(self.line, style),), 704, 108))

    def _bars(self) -> list[Placed]:
        count = len(self.titles)
        gap = min(24.0, WIDE / count / 4)
        pitch = (WIDE + gap) / count
        width = pitch - gap
        named = all(natural_width(_bar_words(title)) <= width for title in self.titles)
        shown: list[Placed] = []
        for place, title in enumerate(self.titles):
            here = place + 1 == self.number
            x = LEFT + place * pitch
            shown.append(
                Panel(
                    name="Progress",
                    box=Box(x, 416, width, 8),
                    form="round",
                    radius=4,
                    fill="white" if here else None,
                    edge=None if here else "dim",
                    edge_width=0.0 if here else 1.5,
                )
            )
            if named or here:
                shown.append(self._bar_label(title, x, width, here))
        return shown

    def _bar_label(self, title: Line, x: float, width: float, here: bool) -> Placed:
        """Under its bar; a wider one runs past the bar, but not off the slide."""
        text = _bar_words(title, bold=here)
        wide = max(width, natural_width(text) + 4)
        start = min(x, LEFT + WIDE - wide)
        return words("Progress", Box(start, 432, wide, 28), (text,), anchor="middle")


def opener_rows(body: Opener, zone: Box) -> tuple[Placed, ...]:
    """A part's slide on a plain layout: which part it is and what it is about, then all parts, this
    one in bold."""
    label = Style(size=24, lead=30, colour="teal-deep", bold=True)
    head = [say(body.label, label)]
    if body.line:
        head.append(spell(body.line, BODY.at(24, 31)))
    deep = measure(head, zone.width).height
    shown: list[Placed] = [words("Part", Box(zone.x, zone.y, zone.width, deep), head)]
    rest = Box(zone.x, zone.y + deep + 20, zone.width, zone.height - deep - 20)
    pitch = min(64.0, rest.height / len(body.titles))
    if pitch < _LEAST_PITCH:
        return tuple(shown)
    for place, title in enumerate(body.titles, 1):
        here = place == body.number
        y, side = rest.y + (place - 1) * pitch, min(44.0, pitch - 8)
        shown.append(number_disc(rest.x, y + (pitch - side) / 2, side, place))
        box = Box(rest.x + 62, y, rest.width - 62, pitch)
        style = Style(size=24, lead=30, colour="navy" if here else "slate", bold=here)
        if not fits((spell(title, style),), box.width, pitch):
            style = style.at(20, 25)
        shown.append(words("Part", box, (spell(title, style),), anchor="middle"))
    return tuple(shown)


_LEAST_PITCH = 40.0
"""Points: more parts than have such rows are not listed."""

_TITLE_ROOM = Box(208, 142, 704, 148)


def _bar_words(title: Line, *, bold: bool = False) -> Paragraph:
    colour = "white" if bold else "onfield"
    piece = Piece(text=plain(title), bold=bold)
    return Paragraph(parts=(piece,), size=_BAR_WORDS.size, lead=_BAR_WORDS.lead, colour=colour)
