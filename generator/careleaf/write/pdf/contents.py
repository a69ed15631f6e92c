"""What is in a leaflet, and the pages it begins on, in; a list of contents, tagged, out."""

from __future__ import annotations

from collections.abc import Mapping

from careleaf.model.inline import Run, plain
from careleaf.model.leaflet import Contents, ContentsLine
from careleaf.write.pdf.marks import Box, Mark, Rule, at, kept
from careleaf.write.pdf.prose import titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_GAP = 30.0
_PART_GAP, _SECTION_GAP = 9.0, 3.0
_INDENT = 18.0
_NUMBER = 40.0
"""Wide enough for any page number, so that rows are as deep before pages are known."""


def contents(
    listed: Contents, pages: Mapping[str, int], setting: Setting, parent: Element
) -> list[Box]:
    """A row a part or section, each a link, on one page if they can be. `pages` are page
    numbers by the ids that rows lead to; one that is not known yet is left out."""
    heading = titled(setting.words(listed.title), setting.styles.part, setting, parent, 2, gap=_GAP)
    toc = parent.add("TOC")
    inner: Element | None = None
    part = toc
    boxes: list[Box] = []
    for line in listed.lines:
        if line.level == 1:
            part, inner = toc.add("TOCI"), None
            boxes.append(_row(line, pages, setting, part))
        else:
            inner = inner or part.add("TOC")
            boxes.append(_row(line, pages, setting, inner.add("TOCI")))
    return [*heading, *kept(boxes[:-1]), *boxes[-1:]]


def _row(line: ContentsLine, pages: Mapping[str, int], setting: Setting, item: Element) -> Box:
    style, indent = (
        (setting.styles.lead, 0.0) if line.level == 1 else (setting.styles.body, _INDENT)
    )
    reference = item.add("Reference")
    link = (Run(at=setting.at, text=plain(line.title), link=f"#{line.anchor}"),)
    title = setting.block(link, style, setting.styles.width - indent - _NUMBER - 12, reference)
    marks: list[Mark] = [at(title, indent, 0)]
    if line.anchor in pages:
        number = str(pages[line.anchor])
        box = setting.block(setting.words(number), style, _NUMBER, reference)
        marks.append(
            at(box, setting.styles.width - setting.width(number, style), title.height - style.lead)
        )
    if line.level == 1:
        marks.append(Rule(0, -4, setting.styles.width, -4, "hair", 0.75))
    gap = _PART_GAP if line.level == 1 else _SECTION_GAP
    return Box(height=title.height, marks=tuple(marks), gap=gap)
