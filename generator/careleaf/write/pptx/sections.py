"""A presentation with all its slides, and the heading that each stands under, in; its list of
sections, which PowerPoint shows beside the slides, added.

The list is an extension of the format: `p14:sectionLst`, [MS-PPTX] 2.6.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from careleaf.model.deck import Slide
from careleaf.write.pptx.xml import NAMESPACES, text

_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_SPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def add_sections(presentation: Any, slides: Sequence[Slide]) -> None:
    """One for each run of slides under one heading. It must be empty of others: each slide is in
    one section."""
    ids = [one.id for one in presentation.slides._sldIdLst]
    sections = "".join(
        _section(number, heading, [ids[place] for place in places])
        for number, (heading, places) in enumerate(_runs(slides))
    )
    listed = f'<p14:sectionLst xmlns:p14="{_SPACE}">{sections}</p14:sectionLst>'
    extension = f'<p:ext {NAMESPACES} uri="{_URI}">{listed}</p:ext>'
    _extensions(presentation.part._element).append(parse_xml(extension))


def _extensions(root: Any) -> Any:
    """The presentation's `p:extLst`, which comes last in it."""
    found = root.find(qn("p:extLst"))
    if found is None:
        found = parse_xml(f"<p:extLst {NAMESPACES}/>")
        root.append(found)
    return found


def _runs(slides: Sequence[Slide]) -> list[tuple[str, list[int]]]:
    """Headings, each with the places of its slides. Two sections of one heading stay two."""
    runs: list[tuple[str, list[int]]] = []
    for place, slide in enumerate(slides):
        if not runs or (slide.heading and (slide.anchors or slide.heading != runs[-1][0])):
            runs.append((slide.heading, []))
        runs[-1][1].append(place)
    return runs


def _section(number: int, heading: str, ids: Sequence[int]) -> str:
    slides = "".join(f'<p14:sldId id="{one}"/>' for one in ids)
    return (
        f'<p14:section name="{text(heading)}" id="{_guid(number, heading)}">'
        f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
    )


def _guid(number: int, heading: str) -> str:
    """Always the same for the same section, and for no other in the file."""
    digits = hashlib.sha256(f"{number} {heading}".encode()).hexdigest().upper()
    groups = (digits[start:end] for start, end in pairwise((0, 8, 12, 16, 20, 32)))
    return f"{{{'-'.join(groups)}}}"
