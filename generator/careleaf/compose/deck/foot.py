"""One exercise in; the foot of its slide out: how much of it, and when to stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, product

from msgspec import Struct

from careleaf.compose.deck.breaks import even
from careleaf.compose.deck.draw import GUTTER, RADIUS, bare_icon, card, upright, words
from careleaf.compose.deck.measure import fits, natural_width
from careleaf.compose.deck.type import Style, largest, say, spell, steps
from careleaf.model.deck import Box, Group, Panel, Paragraph, Placed
from careleaf.model.shape import Card, Dose

_VALUE = steps(Style(size=32, lead=40, colour="navy", bold=True), (28, 36), (26, 33), (24, 31))
_UNIT = steps(Style(size=22, lead=28), (20, 26))
_STOP = steps(Style(size=22, lead=28, colour="red", bold=True), (20, 25))


class _Strip(Struct, frozen=True, kw_only=True):
    """How the doses stand: the sizes of value and unit, and a cell for each dose."""

    value: Style
    unit: Style
    cells: tuple[Box, ...]

    def words(self, dose: Dose) -> tuple[Paragraph, ...]:
        """The value over its unit."""
        return say(dose.value, self.value), say(dose.unit, self.unit)


def _strip(doses: Sequence[Dose], zone: Box) -> _Strip | None:
    """Equal cells, value and unit on a line each; else cells as wide as their words need; else
    words that take two lines, such as "15 to 30 / seconds"."""
    return (
        largest(_equal(doses, zone), lambda strip: _on_a_line_each(doses, strip))
        or largest(_shared(doses, zone), lambda strip: _on_a_line_each(doses, strip))
        or largest(
            chain(_equal(doses, zone), _shared(doses, zone)),
            lambda strip: _in_its_cells(doses, strip),
        )
    )


_SIZES = tuple(product(_VALUE, _UNIT))


def _equal(doses: Sequence[Dose], zone: Box) -> Iterator[_Strip]:
    cells = _cells([1.0] * len(doses), zone)
    return (_Strip(value=value, unit=unit, cells=cells) for value, unit in _SIZES)


def _shared(doses: Sequence[Dose], zone: Box) -> Iterator[_Strip]:
    """One by one: most doses fit equal cells, and no width is measured in vain."""
    for value, unit in _SIZES:
        cells = _cells(_needs(doses, value, unit), zone)
        yield _Strip(value=value, unit=unit, cells=cells)


def _needs(doses: Sequence[Dose], value: Style, unit: Style) -> list[float]:
    return [
        max(natural_width(say(dose.value, value)), natural_width(say(dose.unit, unit))) + _INSET
        for dose in doses
    ]


def _cells(needs: Sequence[float], zone: Box) -> tuple[Box, ...]:
    """The strip, shared in the proportion of what the doses need."""
    found, x = [], zone.x
    for need in needs:
        width = zone.width * need / sum(needs)
        found.append(Box(x, zone.y, width, zone.height))
        x += width
    return tuple(found)


def _on_a_line_each(doses: Sequence[Dose], strip: _Strip) -> bool:
    deep = strip.value.lead + strip.unit.lead
    return all(
        natural_width(line) <= box.width - _INSET and deep <= box.height - 4
        for dose, box in zip(doses, strip.cells, strict=True)
        for line in strip.words(dose)
    )


def _in_its_cells(doses: Sequence[Dose], strip: _Strip) -> bool:
    return all(
        fits(strip.words(dose), box.width - _INSET, box.height - 4)
        for dose, box in zip(doses, strip.cells, strict=True)
    )


_INSET = 30.0
"""Left and right of a dose's words, in points, with a little to spare."""


def dose_strip(doses: Sequence[Dose], zone: Box) -> Placed:
    """How much, how long and how often, side by side."""
    strip = _strip(doses, zone) or _Strip(
        value=_VALUE[-1], unit=_UNIT[-1], cells=_cells([1.0] * len(doses), zone)
    )
    shown: list[Placed] = [
        Panel(
            name="Dose",
            box=zone,
            form="round",
            radius=RADIUS,
            fill="panel",
            edge="line",
            edge_width=1.0,
        )
    ]
    for place, (dose, box) in enumerate(zip(doses, strip.cells, strict=True)):
        if place:
            shown.append(upright(box.x, box.y + 14, box.bottom - 14))
        inner = Box(box.x + 20, box.y, box.width - 28, box.height)
        shown.append(words("Dose", inner, strip.words(dose), anchor="middle"))
    return Group(name="Dose", shapes=tuple(shown))


_SHARES = (568 / 864, 0.63, 0.6, 0.57, 0.54, 0.5)
"""Of the width, for the dose: less where the room is narrow and the stop rule needs it."""


def foot(shown: Card, zone: Box, height: float) -> tuple[Box, Box]:
    """The places of dose and stop rule at the foot of a zone: side by side and so high, or, with a
    word that is too long for that, one above the other."""
    places = [*(_foot(zone, height, share) for share in _SHARES), _stacked(zone)]
    return largest(places, lambda both: foot_fits(shown, both)) or places[0]


def foot_fits(shown: Card, both: tuple[Box, Box]) -> bool:
    """Whether dose and stop rule have room in their places."""
    dose, stop = both
    return _strip(shown.doses, dose) is not None and _stop_style(shown, stop) is not None


def _foot(zone: Box, height: float, share: float) -> tuple[Box, Box]:
    top = zone.bottom - height
    dose = Box(zone.x, top, zone.width * share, height)
    start = dose.end + GUTTER
    return dose, Box(start, top, zone.end - start, height)


_DOSE_ROW, _STOP_ROW, _BETWEEN = 62.0, 60.0, 8.0
"""Heights, and the space between, where one stands above the other."""


def _stacked(zone: Box) -> tuple[Box, Box]:
    stop = Box(zone.x, zone.bottom - _STOP_ROW, zone.width, _STOP_ROW)
    return Box(zone.x, stop.y - _BETWEEN - _DOSE_ROW, zone.width, _DOSE_ROW), stop


def _stop_words(box: Box) -> Box:
    return Box(box.x + 68, box.y + 4, box.width - 78, box.height - 8)


def _stop_style(shown: Card, box: Box) -> Style | None:
    inner = _stop_words(box)
    return largest(
        _STOP, lambda style: fits((spell(shown.stop, style),), inner.width, inner.height)
    )


def stop_box(shown: Card, box: Box) -> Placed:
    """When to stop, in red, with its sign."""
    style = _stop_style(shown, box) or _STOP[-1]
    inner = _stop_words(box)
    text = even(spell(shown.stop, style), inner.width)
    drop = 26 if box.height > _STOP_ROW else (box.height - 44) / 2
    return Group(
        name="When to stop",
        shapes=(
            card("Stop", box, "white", edge="red", edge_width=2.0),
            bare_icon(box.x + 14, box.y + drop, 44, "stop", "red"),
            words("Stop", inner, (text,), anchor="middle"),
        ),
    )
