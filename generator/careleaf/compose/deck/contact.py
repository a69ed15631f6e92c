"""How to reach the clinic in; the last slide, with a code to scan, out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import bare_icon, card, drawing_mark, icon_disc, words
from careleaf.compose.deck.measure import fits, measure, natural_width
from careleaf.compose.deck.type import BODY, Style, largest, say, steps
from careleaf.figure.qr import QUIET_ZONE
from careleaf.model.deck import Box, Paragraph, Placed
from careleaf.model.shape import Contact
from careleaf.source import Span

_PHONE = steps(
    Style(size=64, lead=76, colour="navy", bold=True), (54, 64), (44, 52), (36, 44), (30, 38)
)
_ROW = steps(BODY.at(24, 30), (22, 28), (20, 26))
_LEAST_ROW = 36.0
"""Points: room for the disc with its icon."""
_LEAD = steps(Style(size=28, lead=36, colour="navy", bold=True), (24, 32), (22, 28), (20, 26))
_HOW = steps(BODY.at(22, 28), (20, 26))
_WEB = steps(Style(size=20, lead=26, bold=True), (18, 24), (16, 20), (14, 18))


class ContactBody(Struct, frozen=True, kw_only=True):
    """Phone number first, the emergency number last."""

    at: Span
    contact: Contact
    alt: str
    """What the code is, and where it leads."""
    layout: str = layouts.CONTACT
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether every row has room."""
        column = self._column(zone)
        return self._phone(column) is not None and self._rows(column) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """The words on the start side, the code on the other."""
        column = self._column(zone)
        shown: list[Placed] = [bare_icon(column.x, column.y + 6, 64, "phone")]
        number = say(self.contact.phone, self._phone(column) or _PHONE[-1])
        box = Box(column.x + 80, column.y, column.width - _BESIDE, 76)
        shown.append(words("Phone", box, (number,), anchor="middle"))
        rows = _rows_box(column)
        style, heights = self._rows(column) or (_ROW[-1], self._alike(rows))
        side, y = min(44.0, min(heights, default=44.0) - 8), rows.y
        for (icon, text), height in zip(self.contact.rows, heights, strict=True):
            shown.extend(icon_disc(column.x, y + (height - side) / 2, side, icon, ground="tint"))
            box = Box(rows.x, y, rows.width, height)
            shown.append(words("Row", box, (say(text, style),), anchor="middle"))
            y += height
        danger = Style(size=24, lead=30, colour="red", bold=True)
        shown.append(bare_icon(column.x + 2, column.bottom - 42, 40, "warning", "red"))
        box = Box(rows.x, column.bottom - 44, rows.width, 44)
        shown.append(
            words("Emergency", box, (say(self.contact.emergency, danger),), anchor="middle")
        )
        return (*shown, *self._square(self._far_column(zone)))

    def _far_column(self, zone: Box) -> Box:
        """The code's own. Our layout has no title above it."""
        if self.layout == layouts.CONTACT:
            return Box(620, 30, 292, 468)
        needed = natural_width(say(self._web, _WEB[0])) + 1
        width = min(zone.width * 292 / 864, max(needed, zone.height - _AROUND_PLATE))
        return Box(zone.end - width, zone.y, width, zone.height)

    @property
    def _web(self) -> str:
        """The address as it is shown."""
        return self.contact.web.removeprefix("https://").removeprefix("www.").rstrip("/")

    def _column(self, zone: Box) -> Box:
        """The words' own, on the start side."""
        far = self._far_column(zone).x
        end = zone.x + 512 if self.layout == layouts.CONTACT else far - 32
        return Box(zone.x, zone.y, end - zone.x, zone.height)

    def _phone(self, column: Box) -> Style | None:
        room = column.width - _BESIDE
        return largest(_PHONE, lambda style: natural_width(say(self.contact.phone, style)) <= room)

    def _rows(self, column: Box) -> tuple[Style, list[float]] | None:
        """Size and the height of each row: all alike, or a long one takes from the others."""
        for style in _ROW:
            heights = self._heights(style, _rows_box(column))
            if heights is not None:
                return style, heights
        return None

    def _heights(self, style: Style, rows: Box) -> list[float] | None:
        """None where the rows have no room at this size."""
        columns = [measure((say(text, style),), rows.width) for _, text in self.contact.rows]
        alike = self._alike(rows)
        if any(column.cut for column in columns):
            return None
        if all(column.height <= height for column, height in zip(columns, alike, strict=True)):
            return alike
        least = [max(_LEAST_ROW, column.height + 8) for column in columns]
        free = rows.height - sum(least)
        return [height + free / len(least) for height in least] if free >= 0 else None

    def _alike(self, rows: Box) -> list[float]:
        count = len(self.contact.rows)
        return [min(58.0, rows.height / max(count, 1))] * count

    def _square(self, column: Box) -> tuple[Placed, ...]:
        """White for four modules on every side, as the standard asks."""
        drawing = self.contact.code
        x, width = column.x, column.width
        lead = _fitting(self.contact.web_lead, _LEAD, width, 44)
        how = _fitting(self.contact.web_words, _HOW, width, 58)
        deep = max(58.0, measure((how,), width).height)
        plate = Box(x, column.y + 58, *(min(width, column.height - 58 - 8 - deep - 52),) * 2)
        margin = plate.width * QUIET_ZONE / (drawing.width + 2 * QUIET_ZONE)
        side = plate.width - 2 * margin
        code = Box(x + margin, plate.y + margin, side, side)
        web = _fitting(self._web, _WEB, width, 52)
        below = plate.bottom + 8
        return (
            words("Read it", Box(x, column.y, width, 44), (lead,), anchor="middle"),
            card("Plate", plate, "white"),
            drawing_mark("QR code", code, drawing, colour="ink", alt=self.alt),
            words("How", Box(x, below, width, deep), (how,)),
            words("Address", Box(x, below + deep, width, 52), (web,), anchor="middle"),
        )


_AROUND_PLATE = 176.0
"""What stands above and below the code."""
_BESIDE = 92.0
"""What icon and space take beside the phone number."""


def _rows_box(column: Box) -> Box:
    """Below the phone number and above the emergency line."""
    return Box(column.x + 62, column.y + 94, column.width - 62, column.height - 94 - 52)


def _fitting(text: str, styles: tuple[Style, ...], width: float, height: float) -> Paragraph:
    """At the largest size that has room, or the least."""
    style = largest(styles, lambda style: fits((say(text, style),), width, height))
    return say(text, style or styles[-1])
