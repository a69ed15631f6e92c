"""A series of numbers in; a native column chart beside what it means out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GUTTER, card, rule, source_line, words
from careleaf.compose.deck.measure import fits, measure, natural_width
from careleaf.compose.deck.type import BODY, SOURCE, Style, largest, say, spell, steps
from careleaf.model.deck import Box, Paragraph, Placed, PlacedBar, PlacedChart
from careleaf.model.inline import plain
from careleaf.model.shape import Chart
from careleaf.source import Span

_LABEL = Style(size=24, lead=30, colour="slate")
_VALUES = steps(Style(size=28, lead=36, colour="navy", bold=True), (24, 30), (20, 26))
_NAME = BODY.at(20, 25)
_NUMBER = steps(Style(size=46, lead=56, colour="navy", bold=True), (40, 48), (34, 42))
_WORDS = steps(BODY.at(26, 34), (24, 31), (22, 28), (20, 26))
_SO_WHATS = steps(Style(size=24, lead=31, colour="teal-deep", bold=True), (22, 28), (20, 26))
_PANEL = 272.0
_PAD, _PARTED = 24.0, 14.0
_ABOVE, _BELOW = 8.0, 12.0
"""Between a bar and its number, and between the axis and the names."""
_BAR_SHARE, _WIDEST_BAR = 0.75, 108.0
_LEAST_PLOT = 100.0
_MOST_LINES = 3

_Sizes = tuple[Style, Style, Style]
"""Of the highlighted number, of the words after it and of what to do."""


class ChartBody(Struct, frozen=True, kw_only=True):
    """What the numbers mean stands beside the bars; below them where names or words are too wide
    for that. `alt` says every number."""

    at: Span
    chart: Chart
    alt: str
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether names stand under their bars, and all words have room."""
        return any(self._good(*boxes) for boxes in self._arrangements(zone))

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Label, chart, meaning, source: the order in which they are read."""
        arrangements = self._arrangements(zone)
        bars, panel = next((one for one in arrangements if self._good(*one)), arrangements[-1])
        shown: list[Placed] = list(self._bars(bars))
        if panel:
            shown += self._meaning(panel)
        return tuple(shown)

    def _arrangements(self, zone: Box) -> list[tuple[Box, Box | None]]:
        """Where the bars and what they mean can stand, the best first."""
        if not (self.chart.number or self.chart.so_what):
            return [(zone, None)]
        beside = zone.width - _PANEL - GUTTER
        panel = Box(zone.end - _PANEL, zone.y, _PANEL, zone.height)
        below = zone.height * 0.38
        return [
            (Box(zone.x, zone.y, beside, zone.height), panel),
            (
                Box(zone.x, zone.y, zone.width, zone.height - below - 12),
                Box(zone.x, zone.bottom - below, zone.width, below),
            ),
        ]

    def _good(self, bars: Box, panel: Box | None) -> bool:
        label = measure((spell(self.chart.label, _LABEL),), bars.width)
        names = [self._name_height(bars, line) for line in self._names()]
        plot = self._plot(bars)
        return (
            not label.cut
            and all(height is not None for height in names)
            and plot.height >= _LEAST_PLOT
            and self._value_style(bars) is not None
            and (panel is None or self._sizes(panel) is not None)
        )

    def _names(self) -> list[Paragraph]:
        return [spell(bar.name, _NAME) for bar in self.chart.bars]

    def _pitch(self, bars: Box) -> float:
        return bars.width / len(self.chart.bars)

    def _name_height(self, bars: Box, name: Paragraph) -> float | None:
        """None where a word is wider than its place, or where the name has too many lines."""
        found = measure((name,), self._pitch(bars) - 8)
        return None if found.cut or found.lines > _MOST_LINES else found.height

    def _value_style(self, bars: Box) -> Style | None:
        most = str(max(bar.value for bar in self.chart.bars))
        room = self._pitch(bars) - 4
        return largest(_VALUES, lambda style: natural_width(say(most, style)) <= room)

    def _frame(self, bars: Box) -> Box:
        """What is left under the label, and above the source where there is no panel for it."""
        top = bars.y + measure((spell(self.chart.label, _LABEL),), bars.width).height + 4
        alone = self.chart.source and not (self.chart.number or self.chart.so_what)
        return Box(bars.x, top, bars.width, bars.bottom - (28 if alone else 0) - top)

    def _plot(self, bars: Box) -> Box:
        frame = self._frame(bars)
        value = self._value_style(bars) or _VALUES[-1]
        deepest = max(self._name_height(bars, name) or _NAME.lead for name in self._names())
        top = frame.y + value.lead + _ABOVE
        return Box(frame.x, top, frame.width, frame.bottom - deepest - _BELOW - top)

    def _bars(self, bars: Box) -> tuple[Placed, ...]:
        chart, frame = self.chart, self._frame(bars)
        label = words(
            "Label",
            Box(bars.x, bars.y, bars.width, frame.y - bars.y),
            (spell(chart.label, _LABEL),),
        )
        some = any(bar.highlighted for bar in chart.bars)
        value = self._value_style(bars) or _VALUES[-1]
        placed = PlacedChart(
            name="Chart",
            box=frame,
            plot=self._plot(bars),
            series=plain(chart.label),
            bars=tuple(
                PlacedBar(
                    name=plain(bar.name),
                    value=bar.value,
                    fill="navy" if bar.highlighted or not some else "tint",
                )
                for bar in chart.bars
            ),
            top=chart.of if chart.top == chart.of else None,
            wide=min(_BAR_SHARE, _WIDEST_BAR / self._pitch(bars)),
            value_size=value.size,
            name_size=_NAME.size,
            alt=self.alt,
        )
        if not chart.source or chart.number or chart.so_what:
            return label, placed
        box = Box(bars.x, bars.bottom - SOURCE.lead, bars.width, SOURCE.lead)
        return label, placed, words("Source", box, (say(chart.source, SOURCE),))

    def _meaning(self, panel: Box) -> list[Placed]:
        number, body, so_what = self._sizes(panel) or (_NUMBER[-1], _WORDS[-1], _SO_WHATS[-1])
        first, second = self._columns(panel)
        shown: list[Placed] = [card("Panel", panel)]
        y = first.y
        if self.chart.number:
            box = Box(first.x, y, first.width, number.lead)
            shown.append(words("Number", box, (say(self.chart.number, number),)))
            said = self._said(body)
            deep = measure((said,), first.width).height
            shown.append(words("Words", Box(first.x, box.bottom + 4, first.width, deep), (said,)))
            y = box.bottom + 4 + deep
        source = source_line(self.chart.source, second)
        foot = source.box.y - _PARTED if source else second.bottom
        if self.chart.so_what:
            if first is second and self.chart.number:
                y = max(y + _PARTED, panel.y + panel.height * 0.62)
                lines = measure((spell(self.chart.so_what, so_what),), second.width).height
                y = min(y, foot - lines - _PARTED)
                shown.append(rule(first.x, y, first.end, colour="mat"))
                y += _PARTED
            top = y if first is second else second.y
            box = Box(second.x, top, second.width, foot - top)
            shown.append(words("So what", box, (spell(self.chart.so_what, so_what),)))
        return [*shown, source] if source else shown

    def _said(self, style: Style) -> Paragraph:
        """What goes on after the number; without such words, the name of the bar."""
        name = next(bar.name for bar in self.chart.bars if bar.highlighted)
        return spell(self.chart.takeaway or name, style)

    def _columns(self, panel: Box) -> tuple[Box, Box]:
        """Where the number and what to do stand: one column in a tall panel, two in a wide one."""
        inner = Box(panel.x + _PAD, panel.y + 20, panel.width - 2 * _PAD, panel.height - 36)
        if panel.height > panel.width or not self.chart.number:
            return inner, inner
        half = (inner.width - GUTTER) / 2
        second = Box(inner.end - half, inner.y, half, inner.height)
        return Box(inner.x, inner.y, half, inner.height), second

    def _sizes(self, panel: Box) -> _Sizes | None:
        first, second = self._columns(panel)
        source = source_line(self.chart.source, second)
        below = source.box.height + _PARTED if source else 0.0

        def good(sizes: _Sizes) -> bool:
            number, body, after = sizes
            large, said = 0.0, list[Paragraph]()
            if self.chart.number:
                if natural_width(say(self.chart.number, number)) > first.width:
                    return False
                large, said = number.lead + 4, [self._said(body)]
            to_do = [spell(self.chart.so_what, after)] if self.chart.so_what else []
            if first is second:
                parted = 2 * _PARTED if said and to_do else 0.0
                return fits([*said, *to_do], first.width, first.height - large - parted - below)
            return fits(said, first.width, first.height - large) and fits(
                to_do, second.width, second.height - below
            )

        choices = [(one, two, three) for one in _NUMBER for two in _WORDS for three in _SO_WHATS]
        return largest(choices, good)
