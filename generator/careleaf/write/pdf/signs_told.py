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
    """Page one says on which page, counted from 1, they are, and whom to call in an emergency."""
    text = setting.language.say("Danger signs: page {page}", page=page)
    at = leaflet.first.flags[0].at
    line = [Run(at=at, text=text, link=f"#{SIGNS}")]
    if leaflet.first.contact:
        line.append(Run(at=at, text=f" \u00b7 {leaflet.first.contact.emergency}"))
    return signs_elsewhere([tuple(line)], setting, parent)


def found(signs: Box, leaflet: Leaflet) -> Box:
    """The danger signs themselves, where the line leads."""
    anchor = Anchor(0, SIGNS, leaflet.first.flags_title, None)
    return replace(signs, marks=(anchor, *signs.marks))
