"""The page of the first danger signs in; a red frame that says it, and leads there, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.inline import Run
from careleaf.model.leaflet import Leaflet
from careleaf.write.pdf.flags import signs_elsewhere, told_width
from careleaf.write.pdf.marks import Anchor, Box
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

SIGNS = "_signs"
"""The id of the first danger signs."""
_BETWEEN = " \u00b7 "


def signs_told(leaflet: Leaflet, page: int, setting: Setting, parent: Element) -> Box:
    """Page one says on which page, counted from 1, they are, and whom to call in an emergency: on
    a line of its own where both do not fit on one."""
    text = setting.language.say("Danger signs: page {page}", page=page)
    at = leaflet.first.flags[0].at
    where = Run(at=at, text=text, link=f"#{SIGNS}")
    if not leaflet.first.contact:
        return signs_elsewhere([(where,)], setting, parent)
    call = leaflet.first.contact.emergency
    if setting.width(f"{text}{_BETWEEN}{call}", setting.styles.lead) > told_width(setting.styles):
        return signs_elsewhere([(where,), (Run(at=at, text=call),)], setting, parent)
    return signs_elsewhere([(where, Run(at=at, text=f"{_BETWEEN}{call}"))], setting, parent)


def found(signs: Box, leaflet: Leaflet) -> Box:
    """The danger signs themselves, where the line leads."""
    anchor = Anchor(0, SIGNS, leaflet.first.flags_title, None)
    return replace(signs, marks=(anchor, *signs.marks))
