"""The theme and the backgrounds of a clinic's template in; colours as "#rrggbb" out."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from careleaf.write.pptx.clinic_file import parsed

SLOTS = (
    *("dk1", "lt1", "dk2", "lt2"),
    *("accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
    *("hlink", "folHlink"),
)
"""The children of `a:clrScheme`."""

_SIX = re.compile("[0-9A-Fa-f]{6}")
_PRESETS = {"white": "#ffffff", "black": "#000000"}
_FIRST_BACKGROUND = 1001
"""`p:bgRef@idx` of the first of the theme's background fills (ECMA-376, part 1, 19.3.1.3)."""


class Scheme:
    """The colours of one master: its theme's, by the names that its shapes use."""

    def __init__(self, master: Any, layout: Any = None) -> None:
        self.theme = _theme(master)
        self.colours: dict[str, str] = {}
        for slot in SLOTS:
            found = self.theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{slot}')}")
            colour = self.colour(found[0]) if found is not None and len(found) else None
            if colour:
                self.colours[slot] = colour
        mapped = master._element.find(qn("p:clrMap"))
        if layout is not None and overrides(layout):
            mapped = layout._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
        self._map: Mapping[str, str] = dict(mapped.attrib) if mapped is not None else {}

    def named(self) -> tuple[tuple[str, str], ...]:
        """Every colour by the name that shapes use: bg1, tx1 ... accent6."""
        return tuple(
            (str(name), self.colours[slot])
            for name, slot in self._map.items()
            if slot in self.colours and not str(name).endswith("ink")
        )

    def colour(self, element: Any) -> str | None:
        """The colour that an `a:srgbClr`, `a:schemeClr` ... stands for; None where it cannot be
        told."""
        found = self._named(element)
        for change in element:
            if found is None:
                return None
            found = _changed(found, change)
        return found

    def _named(self, element: Any) -> str | None:
        value = str(element.get("val", ""))
        match etree.QName(element).localname:
            case "srgbClr":
                return _hex(value)
            case "sysClr":
                return _hex(str(element.get("lastClr", "")))
            case "prstClr":
                return _PRESETS.get(value)
            case "schemeClr":
                return self.colours.get(self._map.get(value, value))
        return None

    def fill(self, holder: Any) -> str | None:
        """The one colour that fills a shape or a background; None for a picture, a gradient ..."""
        solid = holder.find(qn("a:solidFill"))
        return self.colour(solid[0]) if solid is not None and len(solid) else None

    def background(self, slide: Any) -> str | None:
        """Of a layout or a master, if it has one of its own and it is one colour."""
        properties = slide.find(f"{qn('p:cSld')}/{qn('p:bg')}/{qn('p:bgPr')}")
        if properties is not None:
            return self.fill(properties)
        reference = slide.find(f"{qn('p:cSld')}/{qn('p:bg')}/{qn('p:bgRef')}")
        if reference is None or not len(reference):
            return None
        fills = self.theme.find(f".//{qn('a:bgFillStyleLst')}")
        place = int(reference.get("idx", "0")) - _FIRST_BACKGROUND
        plain = fills is not None and 0 <= place < len(fills) and _is_plain(fills[place])
        return self.colour(reference[0]) if plain else None


def _hex(digits: str) -> str | None:
    return f"#{digits.lower()}" if _SIX.fullmatch(digits) else None


def overrides(layout: Any) -> bool:
    """Whether a layout maps its theme's colours otherwise than its master."""
    found = layout._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    return found is not None


def has_background(slide: Any) -> bool:
    """Whether a layout has a background of its own, not its master's."""
    return slide.find(f"{qn('p:cSld')}/{qn('p:bg')}") is not None


def _theme(master: Any) -> Any:
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    return parsed(part.blob)


def _is_plain(fill: Any) -> bool:
    """Whether a fill of the theme is the colour that it is given, unchanged."""
    return bool(
        fill.tag == qn("a:solidFill")
        and len(fill)
        and fill[0].get("val") == "phClr"
        and not len(fill[0])
    )


def _changed(colour: str, change: Any) -> str | None:
    """A colour lighter or darker, as `lumMod` and `lumOff` say (ECMA-376, part 1, 20.1.2.3.20)."""
    share = _share(change.get("val", ""))
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    match etree.QName(change).localname:
        case "lumMod":
            light *= share
        case "lumOff":
            light += share
        case _:
            return None
    parts = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _share(value: str) -> float:
    return float(value[:-1]) / 100 if value.endswith("%") else float(value or 0) / 100_000
