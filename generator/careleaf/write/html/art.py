"""Pictures and the names of icons in; inline SVG or an embedded image out."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import lru_cache
from typing import assert_never

from markupsafe import Markup

from careleaf.figure import person
from careleaf.figure.array import icon_array
from careleaf.figure.beside import beside
from careleaf.figure.last import last
from careleaf.figure.meter import sureness_meter
from careleaf.figure.qr import QUIET_ZONE
from careleaf.model.art import Art, Drawing, Picture, Pose
from careleaf.model.inline import Node
from careleaf.model.shape import Bar, Chart, Count, Figure, Sureness
from careleaf.problem import Problem
from careleaf.problem_codes import UNKNOWN_ICON
from careleaf.theme import Theme
from careleaf.theme.icons import UnknownIconError, icon
from careleaf.write.html.figures import Slot, alone, placed, slot, symbol
from careleaf.write.html.vector import paths, svg

_SYMBOL = Markup('<symbol id="_{}" viewBox="0 0 {:g} {:g}">{}</symbol>\n')
_SHARED = Markup('<g id="_{}">{}</g>\n')
_IMAGE = Markup('<img class="picture" src="data:{};base64,{}" alt="{}" width="{}" height="{}">')
_BAR = Markup('<svg class="bar {}" aria-hidden="true"><rect width="{:g}%" height="100%"/></svg>')
_QR_SIDE = 120.0
_PERSON_SCALE = 1.25
"""CSS pixels a unit of a pose: someone stands about 220 high."""


class Artist:
    """Draws what stands on one page. Icons and people are drawn once and used by name."""

    def __init__(self, theme: Theme) -> None:
        self.problems: list[Problem] = []
        self._theme = theme
        self._shared: dict[str, Markup] = {}

    def icon(self, name: str, asked_by: Node) -> Markup:
        """A decoration: words always stand beside it. Its name must be known, or a problem."""
        try:
            self._shared.setdefault(f"icon-{name}", _icon_symbol(name))
        except UnknownIconError as error:
            self.problems.append(Problem(UNKNOWN_ICON, asked_by.at, str(error)))
            return Markup("")
        return _icon_use(name)

    def shared(self) -> Markup:
        """Everything drawn by name so far. Comes last on the page."""
        return Markup("").join(self._shared.values())

    def picture(self, art: Art | Pose, alt: str = "") -> Markup:
        """A picture with the words that stand in for it; without words it is a decoration."""
        match art:
            case Pose():
                return self._person(art, alt)
            case Drawing():
                return self._drawn(art, "drawing", alt)
            case Picture():
                data = base64.b64encode(art.data).decode("ascii")
                return _IMAGE.format(art.mime, data, alt, art.width, art.height)
        assert_never(art)

    def _person(self, pose: Pose, alt: str) -> Markup:
        """A figure by itself, at the size of those on cards."""
        drawn = beside(pose)
        size = drawn.width * _PERSON_SCALE, drawn.height * _PERSON_SCALE
        return svg("person", (drawn.width, drawn.height), size, alt, paths(drawn, self._theme))

    def movement(self, pose: Pose) -> tuple[Markup, ...]:
        """Every drawing of a pose, start first, with its words."""
        return tuple(self._placed(pose, place, slot([pose])) for place in range(len(pose.frames)))

    def standing(self, pose: Pose, beside: Sequence[Pose | None]) -> Markup:
        """The first drawing of a pose, on one floor with those of the poses beside it."""
        return self._placed(pose, 0, slot([one for one in beside if one]))

    def beside_title(self, pose: Pose) -> Markup:
        """The last drawing of a pose, without words: the title says what the page is about."""
        return alone(self._symbol(pose, len(pose.frames) - 1), pose.frames[-1])

    def in_gallery(self, figure: Figure, beside: Sequence[Figure]) -> Markup:
        """The last drawing of a figure's pose, on one floor with those beside it."""
        poses = [one.art for one in beside if isinstance(one.art, Pose)]
        if not isinstance(figure.art, Pose):
            return self.picture(figure.art, figure.alt)
        shown = last(figure.art, figure.alt)
        name = self._symbol(figure.art, shown.place)
        return placed(name, figure.art, shown.place, slot(poses), shown.alt)

    def _placed(self, pose: Pose, place: int, room: Slot) -> Markup:
        return placed(self._symbol(pose, place), pose, place, room)

    def _symbol(self, pose: Pose, place: int) -> str:
        name = f"{pose.name}-{place + 1}"
        if name not in self._shared:
            self._shared[name] = symbol(name, pose.frames[place], self._theme)
        return name

    def meter(self, sureness: Sureness) -> Markup:
        """One to three boxes filled; the words beside it say the same."""
        return self._drawn(sureness_meter(sureness.value), "meter", "")

    def people(self, count: Count) -> Markup:
        """The icon array of a count; the sentence below it says the same."""
        array = icon_array(count.count, count.of, tight=True)
        filled, outlined = person.filled_person(), person.outlined_person()
        self._shared.setdefault("one", _SHARED.format("one", paths(filled, self._theme)))
        self._shared.setdefault("other", _SHARED.format("other", paths(outlined, self._theme)))
        scale = array.person_width / person.WIDTH
        crowd = Markup("").join(
            _person(one.x / scale, one.y / scale, filled=one.filled) for one in array.people
        )
        box = array.width / scale, array.height / scale
        return svg(f"people of-{count.of}", box, (array.width, array.height), "", crowd)

    def bar(self, bar: Bar, chart: Chart) -> Markup:
        """As long as its number on the scale of its chart; the number stands beside it."""
        kind = "filled" if bar.highlighted or not any(b.highlighted for b in chart.bars) else "rest"
        return _BAR.format(kind, round(bar.value / chart.top * 100, 2))

    def qr(self, code: Drawing, alt: str) -> Markup:
        """A code to scan, with its quiet zone."""
        side = code.width + 2 * QUIET_ZONE
        inner = Markup('<g transform="translate({0} {0})">{1}</g>').format(
            QUIET_ZONE, paths(code, self._theme)
        )
        return svg("qr", (side, side), (_QR_SIDE, _QR_SIDE), alt, inner)

    def _drawn(self, drawing: Drawing, kind: str, alt: str) -> Markup:
        size = drawing.width, drawing.height
        return svg(kind, size, size, alt, paths(drawing, self._theme))


def _person(x: float, y: float, *, filled: bool) -> Markup:
    name = "one" if filled else "other"
    return Markup(f'<use href="#_{name}" x="{round(x, 2):g}" y="{round(y, 2):g}"/>')  # noqa: S704 - numbers only


@lru_cache(maxsize=512)
def _icon_symbol(name: str) -> Markup:
    """An icon takes the colour of the text around it, so that it is the same in every theme.

    Raises UnknownIconError.
    """
    drawing = icon(name)
    inner = paths(drawing, Theme(colours=()))
    return _SYMBOL.format(f"icon-{name}", drawing.width, drawing.height, inner)


@lru_cache(maxsize=512)
def _icon_use(name: str) -> Markup:
    return Markup(
        '<svg class="icon" width="24" height="24" aria-hidden="true"><use href="#_icon-{}"/></svg>'
    ).format(name)
