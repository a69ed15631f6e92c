"""One slide in; its part and the part of its notes, joined to the package, out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn

from careleaf.model.deck import Layout, Slide
from careleaf.write.pptx.chart import Charts
from careleaf.write.pptx.direction import kept_in_order
from careleaf.write.pptx.media import Illustrator, Media
from careleaf.write.pptx.packed_part import PackedPart
from careleaf.write.pptx.shapes import Sheet
from careleaf.write.pptx.text_body import TextStyle
from careleaf.write.pptx.xml import DECLARATION, EMPTY_TREE, NAMESPACES, text

_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

_AS_TEXT = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
"""[MS-ODRAWXML] 2.23: the link has its words' colour. PowerPoint would give every link the theme's
one colour for them, which cannot be read on the field and on red."""


class SlideParts:
    """The parts of all slides of one package. They are made first, so that a link on one slide can
    lead to a later one."""

    def __init__(
        self, package: Any, slides: Sequence[Slide], style: TextStyle, illustrate: Illustrator
    ) -> None:
        self.package = package
        self.style = style
        self.parts = [
            PackedPart(PackURI(f"/ppt/slides/slide{n}.xml"), CONTENT_TYPE.PML_SLIDE, package)
            for n in range(1, len(slides) + 1)
        ]
        self._anchors = {
            anchor: part
            for slide, part in zip(slides, self.parts, strict=True)
            for anchor in slide.anchors
        }
        self._media = Media(package, style.palette, illustrate)
        self._charts = Charts(package, style)

    def fill(self, n: int, slide: Slide, layout: Layout, layout_part: Any) -> str:
        """Write the slide with index `n` into its part. Its XML."""
        part = self.parts[n]
        part.relate_to(layout_part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        style = replace(self.style, link_to=lambda target: self._link(part, target))
        sheet = Sheet(
            style=style,
            layout=layout,
            blip=lambda shown: self._media.blip(part, shown),
            chart=lambda shown: self._charts.relation(part, shown),
        )
        xml = (
            f"{DECLARATION}<p:sld {NAMESPACES}><p:cSld><p:spTree>{EMPTY_TREE}"
            f"{sheet.draw(slide.shapes)}</p:spTree></p:cSld>{_mapping(layout_part)}</p:sld>"
        )
        part.blob = xml.encode()
        return xml

    def charts_of(self, n: int) -> list[str]:
        """The XML of the charts on the slide with index `n`, which has been filled."""
        relations = self.parts[n].rels.values()
        charts = [one.target_part for one in relations if one.reltype == RELATIONSHIP_TYPE.CHART]
        return [part.blob.decode() for part in charts]

    def add_notes(self, n: int, slide: Slide, notes_master: Any) -> str:
        """Write the speaker notes of the slide with index `n`. Their XML."""
        name = PackURI(f"/ppt/notesSlides/notesSlide{n + 1}.xml")
        xml = DECLARATION + _notes(slide.notes, self.style)
        notes = PackedPart(name, CONTENT_TYPE.PML_NOTES_SLIDE, self.package)
        notes.blob = xml.encode()
        notes.relate_to(notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
        notes.relate_to(self.parts[n], RELATIONSHIP_TYPE.SLIDE)
        self.parts[n].relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return xml

    def _link(self, part: Any, target: str) -> str:
        if not target.startswith("#"):
            relation = part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            return f'<a:hlinkClick r:id="{relation}">{_AS_TEXT}</a:hlinkClick>'
        there = self._anchors.get(target.removeprefix("#"))
        if there is None:
            return ""
        relation = part.relate_to(there, RELATIONSHIP_TYPE.SLIDE)
        jump = 'action="ppaction://hlinksldjump"'
        return f'<a:hlinkClick r:id="{relation}" {jump}>{_AS_TEXT}</a:hlinkClick>'


def _mapping(layout_part: Any) -> str:
    """How the slide names colours: as its layout does, which PowerPoint copies too."""
    found = layout_part._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    if found is None:
        return _COLOURS
    names = "".join(f' {name}="{text(value)}"' for name, value in found.attrib.items())
    return f"<p:clrMapOvr><a:overrideClrMapping{names}/></p:clrMapOvr>"


def _notes(said: Sequence[str], style: TextStyle) -> str:
    direction = '<a:pPr algn="r" rtl="1"/>' if style.right_to_left else ""
    spoken = f"<a:rPr {style.spoken()}/>"
    words = "".join(
        f"<a:p>{direction}<a:r>{spoken}<a:t>{text(line)}</a:t></a:r></a:p>"
        for line in (kept_in_order(one, style.base) for one in said)
    )
    return (
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>"
        f"</p:spTree></p:cSld>{_COLOURS}</p:notes>"
    )
