"""The page of the first danger signs in; a red frame that says it, and leads there, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.inline import Run
from careleaf.model.leaflet import Leaflet
from careleaf.write.pdf.flags import signs_elsewhere
from careleaf.write.pdf.marks import Anchor, Box
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

SIGNS = "_signs"
"""The id of the first danger signs."""


def signs_told(leaflet: Leaflet, page: int, setting: Setting, parent: Element) -> Box:
    """Page one says on which page, counted from 1, they are."""
    text = setting.language.say("Danger signs: page {page}", page=page)
    line = (Run(at=leaflet.first.flags[0].at, text=text, link=f"#{SIGNS}"),)
    return signs_elsewhere([line], setting, parent)


def found(signs: Box, leaflet: Leaflet) -> Box:
    """The danger signs themselves, where the line leads."""
    anchor = Anchor(0, SIGNS, leaflet.first.flags_title, None)
    return replace(signs, marks=(anchor, *signs.marks))
