"""How to reach the clinic in; the last slide, with a code to scan, out."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import bare_icon, card, drawing_mark, icon_disc, words
from careleaf.compose.deck.measure import fits, measure, natural_width
from careleaf.compose.deck.type import BODY, Style, largest, say, steps
from careleaf.figure.qr import QUIET_ZONE, QrError, qr_code
from careleaf.model.art import Drawing
from careleaf.model.deck import Box, Placed
from careleaf.model.shape import Contact
from careleaf.problem import Problem
from careleaf.problem_codes import NO_QR_CODE
from careleaf.source import Span

_PHONE = steps(
    Style(size=64, lead=76, colour="navy", bold=True), (54, 64), (44, 52), (36, 44), (30, 38)
)
_ROW = steps(BODY.at(24, 30), (22, 28), (20, 26))
_ROWS = Box(110, 192, 450, 244)
_LEAST_ROW = 36.0
"""Points: room for the disc with its icon."""
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
        return self._phone() is not None and self._rows() is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """The words on the start side, the code on the other."""
        shown: list[Placed] = [bare_icon(48, 104, 64, "phone")]
        number = say(self.contact.phone, self._phone() or _PHONE[-1])
        shown.append(words("Phone", Box(128, 98, 420, 76), (number,), anchor="middle"))
        style, heights = self._rows() or (_ROW[-1], self._alike())
        side, y = min(44.0, min(heights, default=44.0) - 8), _ROWS.y
        for (icon, text), height in zip(self.contact.rows, heights, strict=True):
            shown.extend(icon_disc(48, y + (height - side) / 2, side, icon, ground="tint"))
            box = Box(_ROWS.x, y, _ROWS.width, height)
            shown.append(words("Row", box, (say(text, style),), anchor="middle"))
            y += height
        danger = Style(size=24, lead=30, colour="red", bold=True)
        shown.append(bare_icon(50, 446, 40, "warning", "red"))
        box = Box(110, 444, 450, 44)
        shown.append(
            words("Emergency", box, (say(self.contact.emergency, danger),), anchor="middle")
        )
        return (*shown, *self._square())

    def _phone(self) -> Style | None:
        return largest(_PHONE, lambda style: natural_width(say(self.contact.phone, style)) <= 420)

    def _rows(self) -> tuple[Style, list[float]] | None:
        """Size and the height of each row: all alike, or a long one takes from the others."""
        for style in _ROW:
            heights = self._heights(style)
            if heights is not None:
                return style, heights
        return None

    def _heights(self, style: Style) -> list[float] | None:
        """None where the rows have no room at this size."""
        columns = [measure((say(text, style),), _ROWS.width) for _, text in self.contact.rows]
        alike = self._alike()
        if any(column.cut for column in columns):
            return None
        if all(column.height <= height for column, height in zip(columns, alike, strict=True)):
            return alike
        least = [max(_LEAST_ROW, column.height + 8) for column in columns]
        free = _ROWS.height - sum(least)
        return [height + free / len(least) for height in least] if free >= 0 else None

    def _alike(self) -> list[float]:
        count = len(self.contact.rows)
        return [min(58.0, _ROWS.height / max(count, 1))] * count

    def problem(self) -> Problem | None:
        """The address cannot be a code."""
        code = _code(self.contact.web)
        return Problem(NO_QR_CODE, self.at, code) if isinstance(code, str) else None

    def _square(self) -> tuple[Placed, ...]:
        """White for four modules on every side, as the standard asks."""
        drawing = _code(self.contact.web)
        if isinstance(drawing, str):
            return ()
        modules = drawing.width + 2 * QUIET_ZONE
        side = 292 * drawing.width / modules
        margin = (292 - side) / 2
        shown_web = self.contact.web.removeprefix("https://").removeprefix("www.").rstrip("/")
        web = largest(_WEB, lambda style: fits((say(shown_web, style),), 292, 52)) or _WEB[-1]
        lead = Style(size=28, lead=36, colour="navy", bold=True)
        return (
            words(
                "Read it",
                Box(620, 30, 292, 44),
                (say(self.contact.web_lead, lead),),
                anchor="middle",
            ),
            card("Plate", Box(620, 88, 292, 292), "white"),
            drawing_mark(
                "QR code",
                Box(620 + margin, 88 + margin, side, side),
                drawing,
                colour="ink",
                alt=self.alt,
            ),
            words("How", Box(620, 388, 292, 58), (say(self.contact.web_words, BODY.at(22, 28)),)),
            words("Address", Box(620, 446, 292, 52), (say(shown_web, web),), anchor="middle"),
        )


@lru_cache(maxsize=64)
def _code(web: str) -> Drawing | str:
    """The code, or why there is none. Kept: a clinic's is the same in all its decks."""
    try:
        return qr_code(web)
    except QrError as error:
        return str(error)
