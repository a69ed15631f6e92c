"""A layout of a clinic's template in; its slots, each with the look that it inherits, out.

What a layout leaves open its master says, and what that leaves open the master's text styles and
the presentation's own (ECMA-376, part 1, 19.3.1.36 and 21.1.2.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn

from careleaf.model.deck import Align, Anchor, Box, Placeholder, Slot
from careleaf.write.pptx.text_body import LINE

EMU = 12700
_DEFAULT_SIZE = 18.0
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
_ALIGN: dict[str, Align] = {"ctr": "center", "r": "end"}
_ANCHORS: dict[str, Anchor] = {"ctr": "middle", "b": "bottom"}

_KINDS = {
    "title": Placeholder.TITLE,
    "ctrTitle": Placeholder.TITLE,
    "subTitle": Placeholder.SUBTITLE,
    "body": Placeholder.BODY,
    "obj": Placeholder.BODY,
    "pic": Placeholder.PICTURE,
    "ftr": Placeholder.FOOTER,
    "sldNum": Placeholder.NUMBER,
    "dt": Placeholder.DATE,
}
_ON_MASTER = {
    Placeholder.TITLE: "title",
    Placeholder.FOOTER: "ftr",
    Placeholder.NUMBER: "sldNum",
    Placeholder.DATE: "dt",
}
"""The placeholder of the master that each kind inherits from; all others from its body."""


class SlotShape:
    """A placeholder of a layout, with the one of its master that it follows."""

    def __init__(self, shape: Any, master: Any, presentation: Any, fonts: dict[str, str]) -> None:
        self.kind = kind_of(shape)
        self.placeholder = _KINDS.get(self.kind)
        self._own = shape
        self._fonts = fonts
        self._chain = [shape, *_followed(self.placeholder, master)]
        self._levels = list(self._text_levels(master, presentation))

    @property
    def box(self) -> Box | None:
        """Its place in points; None where neither it nor its master says one."""
        for shape in self._chain:
            place = shape.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
            if place is not None and place.find(qn("a:ext")) is not None:
                return box_of(place)
        return None

    @property
    def level_lines(self) -> bool:
        """Whether its lines run from left to right, not upwards."""
        return self._body("vert", "horz") == "horz"

    def slot(self) -> Slot | None:
        """As plain data; None for a kind that no slide of ours has, and where it has no place."""
        if self.placeholder is None or self.box is None or not self.level_lines:
            return None
        size = self._size()
        return Slot(
            placeholder=self.placeholder,
            box=self.box,
            size=size,
            lead=self._lead(size),
            exact=self._exact(),
            bold=self._run("b") in ("1", "true"),
            anchor=_ANCHORS.get(self._body("anchor", "t"), "top"),
            align=_ALIGN.get(self._paragraph("algn"), "start"),
            inset=self._insets(),
            before=self._space(size),
            spacing=float(self._run("spc") or 0) / 100,
            capitals=self._run("cap") in ("all", "small"),
            font=self._font(),
            kind=self.kind,
            index=int(_ph(self._own).get("idx", "0")),
        )

    def _body(self, name: str, default: str) -> str:
        for shape in self._chain:
            found = shape.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
            if found is not None and found.get(name) is not None:
                return str(found.get(name))
        return default

    def _insets(self) -> tuple[float, float, float, float]:
        left, top, right, bottom = (
            int(self._body(name, str(default))) / EMU for name, default in _INSETS.items()
        )
        return left, top, right, bottom

    def _text_levels(self, master: Any, presentation: Any) -> Iterator[Any]:
        """The first levels of all lists that say how it looks, nearest first."""
        style = f"p:{_family(self.placeholder)}Style"
        holders = [
            *(shape.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}") for shape in self._chain),
            master._element.find(f"{qn('p:txStyles')}/{qn(style)}"),
            presentation.part._element.find(qn("p:defaultTextStyle")),
        ]
        for holder in holders:
            level = None if holder is None else holder.find(qn("a:lvl1pPr"))
            if level is not None:
                yield level

    def _paragraph(self, name: str) -> str:
        return next((str(one.get(name)) for one in self._levels if one.get(name)), "")

    def _run(self, name: str) -> str:
        runs = [run for one in self._levels if (run := one.find(qn("a:defRPr"))) is not None]
        return next((str(run.get(name)) for run in runs if run.get(name) is not None), "")

    def _size(self) -> float:
        return float(self._run("sz") or _DEFAULT_SIZE * 100) / 100

    def _lead(self, size: float) -> float:
        spacing = self._first("a:lnSpc")
        return size * LINE if spacing is None else _measure(spacing, size * LINE)

    def _exact(self) -> bool:
        spacing = self._first("a:lnSpc")
        return spacing is not None and spacing.find(qn("a:spcPts")) is not None

    def _space(self, size: float) -> float:
        spacing = self._first("a:spcBef")
        return 0.0 if spacing is None else _measure(spacing, size)

    def _first(self, tag: str) -> Any:
        return next(
            (found for one in self._levels if (found := one.find(qn(tag))) is not None), None
        )

    def _font(self) -> str:
        for level in self._levels:
            named = level.find(f"{qn('a:defRPr')}/{qn('a:latin')}")
            if named is not None and named.get("typeface"):
                name = str(named.get("typeface"))
                return self._fonts.get(name, name)
        return self._fonts["+mn-lt"]


def kind_of(shape: Any) -> str:
    """`p:ph@type`: "obj" where it says none."""
    return str(_ph(shape).get("type", "obj"))


def placeholders(slide: Any) -> list[Any]:
    """The `p:sp` of a layout or master that are placeholders."""
    return [shape for shape in slide.iter(qn("p:sp")) if _ph(shape) is not None]


def box_of(place: Any) -> Box:
    """An `a:xfrm` in points."""
    offset, extent = place.find(qn("a:off")), place.find(qn("a:ext"))
    x, y = int(offset.get("x")), int(offset.get("y"))
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    return Box(x / EMU, y / EMU, width / EMU, height / EMU)


def _ph(shape: Any) -> Any:
    return shape.find(f"{qn('p:nvSpPr')}/{qn('p:nvPr')}/{qn('p:ph')}")


def _family(placeholder: Placeholder | None) -> str:
    """Which of the master's three text styles it follows."""
    if placeholder is Placeholder.TITLE:
        return "title"
    small = (Placeholder.FOOTER, Placeholder.NUMBER, Placeholder.DATE)
    return "other" if placeholder in small else "body"


def _followed(placeholder: Placeholder | None, master: Any) -> list[Any]:
    wanted = "body" if placeholder is None else _ON_MASTER.get(placeholder, "body")
    return [shape for shape in placeholders(master._element) if kind_of(shape) == wanted][:1]


def _measure(spacing: Any, whole: float) -> float:
    """`a:spcPct` of `whole`, or `a:spcPts`, in points."""
    share = spacing.find(qn("a:spcPct"))
    if share is not None:
        value = str(share.get("val"))
        part = float(value[:-1]) / 100 if value.endswith("%") else float(value) / 100_000
        return whole * part
    points = spacing.find(qn("a:spcPts"))
    return whole if points is None else float(points.get("val")) / 100
