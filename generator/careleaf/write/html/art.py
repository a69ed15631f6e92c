"""Pictures and the names of icons in; inline SVG or an embedded image out."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import assert_never

from markupsafe import Markup

from careleaf.figure import person
from careleaf.figure.array import icon_array
from careleaf.figure.meter import sureness_meter
from careleaf.figure.qr import QUIET_ZONE, QrError, qr_code
from careleaf.model.art import Art, Command, Drawing, Path, Picture
from careleaf.model.inline import Node
from careleaf.model.shape import Count, Sureness
from careleaf.problem import Problem
from careleaf.problem_codes import NO_QR_CODE, UNKNOWN_ICON
from careleaf.theme import Theme
from careleaf.theme.icons import UnknownIconError, icon

_SVG = Markup('<svg class="{}" viewBox="0 0 {:g} {:g}" width="{:g}" height="{:g}" {}>{}</svg>')
_ICON = Markup(
    '<svg class="icon" width="24" height="24" aria-hidden="true"><use href="#_icon-{}"/></svg>'
)
_SYMBOL = Markup('<symbol id="_{}" viewBox="0 0 {:g} {:g}">{}</symbol>\n')
_USE = Markup('<use href="#_{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}"/>')
_IMAGE = Markup('<img class="picture" src="data:{};base64,{}" alt="{}" width="{}" height="{}">')
_HIDDEN = Markup('aria-hidden="true"')
_PEOPLE = ("person", "person-outlined")
_ROW_STEP = 1.14
"""From row to row, in heights of a person: closer than on a slide, where the array stands alone."""


class Artist:
    """Draws what stands on one page. Icons are drawn once and used by name."""

    def __init__(self, theme: Theme) -> None:
        self.problems: list[Problem] = []
        self._theme = theme
        self._symbols: dict[str, Drawing] = {}

    def icon(self, name: str, asked_by: Node) -> Markup:
        """A decoration: words always stand beside it. Its name must be known, or a problem."""
        try:
            self._symbols.setdefault(f"icon-{name}", icon(name))
        except UnknownIconError as error:
            self.problems.append(Problem(UNKNOWN_ICON, asked_by.at, str(error)))
            return Markup("")
        return _ICON.format(name)

    def symbols(self) -> Markup:
        """Everything drawn by name so far. Comes last on the page."""
        return Markup("").join(
            _SYMBOL.format(name, drawing.width, drawing.height, self._paths(drawing))
            for name, drawing in self._symbols.items()
        )

    def picture(self, art: Art, alt: str = "") -> Markup:
        """A picture with the words that stand in for it; without words it is a decoration."""
        match art:
            case Drawing():
                return self._drawn(art, "drawing", alt)
            case Picture():
                return _embedded(art, alt)
        assert_never(art)

    def meter(self, sureness: Sureness) -> Markup:
        """One to three boxes filled; the words beside it say the same."""
        return self._drawn(sureness_meter(sureness.value), "meter", "")

    def people(self, count: Count) -> Markup:
        """The icon array of a count; the sentence below it says the same."""
        array = icon_array(count.count, count.of)
        self._symbols.setdefault("person", person.filled_person())
        self._symbols.setdefault("person-outlined", person.outlined_person())
        rows = sorted({one.y for one in array.people})
        step = array.person_height * _ROW_STEP
        people = Markup("").join(
            _USE.format(
                _PEOPLE[0 if one.filled else 1],
                one.x,
                rows.index(one.y) * step,
                array.person_width,
                array.person_height,
            )
            for one in array.people
        )
        size = array.width, (len(rows) - 1) * step + array.person_height
        return _SVG.format(f"people of-{count.of}", *size, *size, _HIDDEN, people)

    def qr(self, address: str, alt: str, asked_by: Node) -> Markup:
        """A code to scan, with its quiet zone; nothing and a problem where it cannot be one."""
        try:
            code = qr_code(address)
        except QrError as error:
            self.problems.append(Problem(NO_QR_CODE, asked_by.at, str(error)))
            return Markup("")
        side = code.width + 2 * QUIET_ZONE
        zone = Markup('<g transform="translate({0} {0})">{1}</g>').format(
            QUIET_ZONE, self._paths(code)
        )
        return _SVG.format("qr", side, side, 120, 120, _named(alt), zone)

    def _drawn(self, drawing: Drawing, kind: str, alt: str) -> Markup:
        width, height = drawing.width, drawing.height
        said = _named(alt) if alt else _HIDDEN
        return _SVG.format(kind, width, height, width, height, said, self._paths(drawing))

    def _paths(self, drawing: Drawing) -> Markup:
        return Markup("").join(self._path(path) for path in drawing.paths)

    def _path(self, path: Path) -> Markup:
        marks = [f'd="{"".join(_data(path.commands))}"', f'fill="{self._paint(path.fill)}"']
        if path.even_odd:
            marks.append('fill-rule="evenodd"')
        if path.stroke is not None:
            marks.append(f'stroke="{self._paint(path.stroke)}"')
            marks.append(f'stroke-width="{path.stroke_width:g}"')
        return Markup(f"<path {' '.join(marks)}/>")  # noqa: S704 - numbers and theme colours only

    def _paint(self, paint: str | None) -> str:
        if paint is None:
            return "none"
        return "currentColor" if paint == "current" else self._theme.colour(paint)


def _data(commands: tuple[Command, ...]) -> Iterator[str]:
    """SVG path data, to a hundredth of a unit: finer than any screen shows."""
    for letter, *numbers in commands:
        yield f"{letter}{' '.join(f'{round(float(number), 2):g}' for number in numbers)}"


def _named(alt: str) -> Markup:
    return Markup('role="img" aria-label="{}"').format(alt)


def _embedded(picture: Picture, alt: str) -> Markup:
    data = base64.b64encode(picture.data).decode("ascii")
    return _IMAGE.format(picture.mime, data, alt, picture.width, picture.height)
