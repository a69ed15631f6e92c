"""Placed shapes in; the children of a shape tree out."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.model.deck import (
    Box,
    Group,
    Illustration,
    Image,
    Layout,
    Mark,
    Panel,
    Placed,
    PlacedChart,
    PlacedTable,
    Placeholder,
    Rule,
    Slot,
    Text,
)
from careleaf.model.placed import box_of
from careleaf.write.pptx import freeform, table
from careleaf.write.pptx.slots import element, name_of
from careleaf.write.pptx.text_body import (
    LINE,
    PLAIN_LIST,
    TextStyle,
    box_properties,
    paragraphs,
    plain_paragraph,
    rise,
)
from careleaf.write.pptx.xml import emu, hundredths, properties

_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_GEOMETRY = {"rectangle": "rect", "round": "roundRect", "ellipse": "ellipse"}


class Sheet(Struct):
    """The tree of one slide or layout while it is written: numbers for shapes, links to parts."""

    style: TextStyle
    layout: Layout
    blip: Callable[[Image | Illustration], str]
    """A picture in; its `a:blip`, related to its part, out."""
    chart: Callable[[PlacedChart], str]
    """A chart in; the id of the relation to its part out."""
    _last: int = field(default=1)

    def draw(self, shapes: tuple[Placed, ...]) -> str:
        """All shapes, in order."""
        return "".join(self._draw(shape) for shape in shapes)

    def slot(self, placeholder: Slot, body: str) -> str:
        """An empty placeholder of a layout, with its own look."""
        title = name_of(placeholder.placeholder)
        at = f"<p:spPr>{self._place(placeholder.box)}</p:spPr>"
        return self._placeholder(title, element(placeholder.placeholder, self.layout), at, body)

    def _draw(self, shape: Placed) -> str:  # noqa: PLR0911 - one line a kind
        match shape:
            case Text():
                return self._text(shape)
            case Panel():
                return self._panel(shape)
            case Rule():
                return self._rule(shape)
            case Mark():
                return self._mark(shape)
            case Image() | Illustration():
                return self._picture(shape)
            case PlacedTable():
                return self._table(shape)
            case PlacedChart():
                return self._chart(shape)
            case Group():
                return self._group(shape)
            case _:
                assert_never(shape)

    def _next(self) -> int:
        self._last += 1
        return self._last

    def _place(self, box: Box, tag: str = "a:xfrm", attributes: str = "") -> str:
        at = self.style.seen(box)
        return (
            f'<{tag}{attributes}><a:off x="{emu(at.x)}" y="{emu(at.y)}"/>'
            f'<a:ext cx="{emu(at.width)}" cy="{emu(at.height)}"/></{tag}>'
        )

    def _text(self, shown: Text) -> str:
        if shown.as_slot and shown.placeholder:
            return self._like_slot(shown, shown.placeholder)
        up = rise(shown)
        at = self._place(Box(shown.box.x, shown.box.y - up, shown.box.width, shown.box.height))
        words = paragraphs(shown.paragraphs, self.style, exact=shown.lines > 1)
        inherited = "<a:lstStyle/>" if not self.layout.part else PLAIN_LIST
        body = f"<p:txBody>{box_properties(shown.anchor)}{inherited}{words}</p:txBody>"
        if shown.placeholder is None:
            return (
                f'<p:sp><p:nvSpPr>{properties(self._next(), shown.name)}<p:cNvSpPr txBox="1"/>'
                f'<p:nvPr/></p:nvSpPr><p:spPr>{at}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
                f"<a:noFill/></p:spPr>{body}</p:sp>"
            )
        slot = element(shown.placeholder, self.layout)
        return self._placeholder(shown.name, slot, f"<p:spPr>{at}</p:spPr>", body)

    def _like_slot(self, shown: Text, placeholder: Placeholder) -> str:
        """Only words: all else is the layout's, save a smaller size."""
        slot = self.layout.slot(placeholder)
        words = "".join(plain_paragraph(one, self.style, slot) for one in shown.paragraphs)
        body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody>"
        return self._placeholder(shown.name, element(placeholder, self.layout), "<p:spPr/>", body)

    def _placeholder(self, name: str, slot: str, shape: str, body: str) -> str:
        return (
            f"<p:sp><p:nvSpPr>{properties(self._next(), name)}"
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{slot}</p:nvPr></p:nvSpPr>{shape}{body}</p:sp>"
        )

    def _panel(self, panel: Panel) -> str:
        adjust = "<a:avLst/>"
        if panel.form == "round":
            shorter = min(panel.box.width, panel.box.height)
            share = round(min(0.5, panel.radius / shorter) * 100_000)
            adjust = f'<a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst>'
        named = properties(self._next(), panel.name, decorative=panel.words is None)
        palette = self.style.palette
        line = palette.line(panel.edge, panel.edge_width, dashed=panel.dashed)
        words = paragraphs((panel.words,), self.style, exact=False) if panel.words else None
        empty = f'<a:p><a:endParaRPr lang="{self.style.language}"/></a:p>'
        return (
            f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
            f'{self._place(panel.box)}<a:prstGeom prst="{_GEOMETRY[panel.form]}">{adjust}'
            f"</a:prstGeom>{palette.fill(panel.fill)}{line}</p:spPr><p:txBody>"
            f"{box_properties('middle', wrap=False)}<a:lstStyle/>{words or empty}</p:txBody></p:sp>"
        )

    def _rule(self, rule: Rule) -> str:
        line = self.style.palette.line(rule.colour, rule.width)
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{properties(self._next(), 'Rule', decorative=True)}"
            f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{self._place(box_of(rule))}"
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line}</p:spPr></p:cxnSp>'
        )

    def _mark(self, mark: Mark) -> str:
        found = freeform.layers(mark.drawing)
        if len(found) == 1:
            return self._layer(mark, found[0])
        named = self._named_group(mark.name, mark.alt, mark.box, decorative=not mark.alt)
        silent = replace(mark, alt="")
        return f"<p:grpSp>{named}{''.join(self._layer(silent, layer) for layer in found)}</p:grpSp>"

    def _layer(self, mark: Mark, layer: freeform.Layer) -> str:
        palette = self.style.palette
        stroke = mark.colour if layer.stroke == "current" else layer.stroke
        width = layer.stroke_width * mark.box.width / mark.drawing.width
        fill = palette.fill(layer.fill, mark.colour)
        named = properties(self._next(), mark.name, alt=mark.alt, decorative=not mark.alt)
        turned = ' flipH="1"' if mark.runs and self.style.right_to_left else ""
        return (
            f"<p:sp><p:nvSpPr>{named}"
            f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{self._place(mark.box, attributes=turned)}"
            f"{layer.geometry}{fill}{palette.line(stroke, width)}"
            "</p:spPr></p:sp>"
        )

    def _picture(self, shown: Image | Illustration) -> str:
        """Never flipped: in a language that runs from right to left only its place is mirrored."""
        named = properties(self._next(), shown.name, alt=shown.alt, decorative=not shown.alt)
        return (
            f'<p:pic><p:nvPicPr>{named}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
            f"<p:nvPr/></p:nvPicPr><p:blipFill>{self.blip(shown)}"
            f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{self._place(shown.box)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def _table(self, placed: PlacedTable) -> str:
        return self._frame(placed, "table", table.grid(placed, self.style))

    def _chart(self, placed: PlacedChart) -> str:
        related = f'<c:chart xmlns:c="{_DRAWN}/chart" r:id="{self.chart(placed)}"/>'
        return self._frame(placed, "chart", related)

    def _frame(self, placed: PlacedTable | PlacedChart, kind: str, data: str) -> str:
        """The place of what is no shape, and its data."""
        named = properties(self._next(), placed.name, alt=placed.alt)
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{named}"
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr/></p:nvGraphicFramePr>{self._place(placed.box, 'p:xfrm')}"
            f'<a:graphic><a:graphicData uri="{_DRAWN}/{kind}">'
            f"{data}</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _group(self, group: Group) -> str:
        named = self._named_group(group.name, group.alt, box_of(group))
        return f"<p:grpSp>{named}{self.draw(group.shapes)}</p:grpSp>"

    def _named_group(self, name: str, alt: str, box: Box, *, decorative: bool = False) -> str:
        seen = self.style.seen(box)
        at = (
            f'<a:off x="{emu(seen.x)}" y="{emu(seen.y)}"/>'
            f'<a:ext cx="{emu(seen.width)}" cy="{emu(seen.height)}"/>'
        )
        named = properties(self._next(), name, alt=alt, decorative=decorative)
        inside = at.replace("a:off", "a:chOff").replace("a:ext ", "a:chExt ")
        return (
            f"<p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/>"
            f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{at}{inside}</a:xfrm></p:grpSpPr>"
        )


def _line_share(slot: Slot) -> int:
    """The distance of lines in thousandths of a percent, so that it follows whatever size someone
    gives the words. Less than 100 % would put capitals above their box."""
    return max(100, round(slot.lead / slot.size / LINE * 100)) * 1000


def slot_body(slot: Slot, style: TextStyle, prompt: str) -> str:
    """The text body of a layout's placeholder: how words look there, and what it asks for."""
    indent = emu(slot.size) if slot.bulleted else 0
    bullet = (
        style.palette.fill("navy").replace("a:solidFill", "a:buClr")
        + '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
        if slot.bulleted
        else "<a:buNone/>"
    )
    direction = ' rtl="1"' if style.right_to_left else ""
    level = (
        f'<a:lvl1pPr marL="{indent}" indent="{-indent}" algn="{style.align(slot.align)}"'
        f"{direction}>"
        f'<a:lnSpc><a:spcPct val="{_line_share(slot)}"/></a:lnSpc>{bullet}'
        f'<a:defRPr sz="{hundredths(slot.size)}" b="{int(slot.bold)}">'
        f'{style.palette.fill(slot.colour)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        '<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>'
    )
    listed = f"<a:lstStyle>{level}</a:lstStyle>"
    return f"<p:txBody>{box_properties(slot.anchor)}{listed}{prompt}</p:txBody>"
