"""A placed chart in; the part that holds it, with a workbook for its numbers, out.

Written as text, like slides: python-pptx's own charts have axis ids below 0, which no schema
allows, and a workbook that carries the time of day. ECMA-376 part 1, section 21.2."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from careleaf.model.deck import PlacedChart
from careleaf.text.bidi import Base
from careleaf.write.pptx.direction import kept_in_order
from careleaf.write.pptx.text_body import TextStyle
from careleaf.write.pptx.workbook import SHEET, workbook
from careleaf.write.pptx.xml import DECLARATION, hundredths, text

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_EDGE, _AXIS = 1.5, 1.5
_NAMES_AXIS, _VALUES_AXIS = 1, 2


class Charts:
    """The charts of one package, numbered as they come."""

    def __init__(self, package: Any, style: TextStyle) -> None:
        self._package = package
        self._style = style
        self._count = 0

    def relation(self, slide: Any, shown: PlacedChart) -> str:
        """The id by which the slide's part names the chart, which is made for it."""
        self._count += 1
        shown = _in_order(shown, self._style.base)
        name = PackURI(f"/ppt/charts/chart{self._count}.xml")
        xml = f"{DECLARATION}{_space(shown, self._style)}".encode()
        part = Part(name, CONTENT_TYPE.DML_CHART, self._package, xml)
        sheet = PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{self._count}.xlsx")
        rows = [(bar.name, bar.value) for bar in shown.bars]
        data = workbook(shown.series, rows)
        part.relate_to(
            Part(sheet, CONTENT_TYPE.SML_SHEET, self._package, data), RELATIONSHIP_TYPE.PACKAGE
        )
        return str(slide.relate_to(part, RELATIONSHIP_TYPE.CHART))


def _in_order(shown: PlacedChart, base: Base) -> PlacedChart:
    """The chart with marks in its names, which its caches and its workbook both hold."""
    bars = tuple(replace(bar, name=kept_in_order(bar.name, base)) for bar in shown.bars)
    return replace(shown, series=kept_in_order(shown.series, base), bars=bars)


def _space(shown: PlacedChart, style: TextStyle) -> str:
    """`c:chartSpace`; the workbook is the part's only relation."""
    nothing = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    return (
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="{text(style.language)}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{_layout(shown, style)}{_bars(shown, style)}{_axes(shown, style)}{nothing}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{nothing}{_type(shown.name_size, 'ink', style)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _layout(shown: PlacedChart, style: TextStyle) -> str:
    """The bars' own area as shares of the frame, so that numbers and names have measured room."""
    box, plot = style.seen(shown.box), style.seen(shown.plot)
    shares = {
        "x": (plot.x - box.x) / box.width,
        "y": (plot.y - box.y) / box.height,
        "w": plot.width / box.width,
        "h": plot.height / box.height,
    }
    values = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in shares.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{values}</c:manualLayout></c:layout>'
    )


def _bars(shown: PlacedChart, style: TextStyle) -> str:
    palette = style.palette
    fills = [bar.fill for bar in shown.bars]
    common = max(fills, key=fills.count)

    def look(fill: str) -> str:
        return f"<c:spPr>{palette.fill(fill)}{palette.line('navy', _EDGE)}</c:spPr>"

    points = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{look(fill)}</c:dPt>"
        for place, fill in enumerate(fills)
        if fill != common
    )
    last = len(shown.bars) + 1
    names = _cells(f"$A$2:$A${last}", [bar.name for bar in shown.bars])
    numbers = _numbers(f"$B$2:$B${last}", [bar.value for bar in shown.bars])
    gap = round((1 - shown.wide) / shown.wide * 100)
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f"<c:tx>{_cells('$B$1', [shown.series])}</c:tx>{look(common)}"
        f'<c:invertIfNegative val="0"/>{points}{_labels(shown, style)}'
        f"<c:cat>{names}</c:cat><c:val>{numbers}</c:val></c:ser>"
        f'<c:gapWidth val="{gap}"/><c:axId val="{_NAMES_AXIS}"/><c:axId val="{_VALUES_AXIS}"/>'
        "</c:barChart>"
    )


def _labels(shown: PlacedChart, style: TextStyle) -> str:
    """The number above each bar, and nothing else."""
    hidden = "".join(
        f'<c:{name} val="0"/>'
        for name in ("showCatName", "showSerName", "showPercent", "showBubbleSize")
    )
    return (
        "<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_type(shown.value_size, 'navy', style, bold=True)}"
        f'<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>{hidden}</c:dLbls>'
    )


def _axes(shown: PlacedChart, style: TextStyle) -> str:
    """Names on a line below; the axis of values is there, since bars need one, but not shown."""
    order = "maxMin" if style.right_to_left else "minMax"
    top = "" if shown.top is None else f'<c:max val="{shown.top}"/>'
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    general = '<c:numFmt formatCode="General" sourceLinked="0"/>'
    line = f"<c:spPr>{style.palette.line('ink', _AXIS)}</c:spPr>"
    return (
        f'<c:catAx><c:axId val="{_NAMES_AXIS}"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="b"/>{general}{ticks}{line}'
        f"{_type(shown.name_size, 'ink', style)}"
        f'<c:crossAx val="{_VALUES_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUES_AXIS}"/><c:scaling><c:orientation val="minMax"/>{top}'
        f'<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="l"/>{general}{ticks}'
        f'<c:crossAx val="{_NAMES_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _type(size: float, colour: str, style: TextStyle, *, bold: bool = False) -> str:
    """`c:txPr`: never turned, so that long names wrap."""
    look = f'sz="{hundredths(size)}" b="{int(bold)}"'
    direction = ' rtl="1"' if style.right_to_left else ""
    return (
        f'<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr{direction}>'
        f"<a:defRPr {look}>{style.palette.fill(colour)}"
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        f'</a:pPr><a:endParaRPr lang="{text(style.language)}"/></a:p></c:txPr>'
    )


def _cells(cells: str, words: Sequence[str]) -> str:
    """Words, and the cells of the workbook that they come from."""
    return (
        f"<c:strRef><c:f>{SHEET}!{cells}</c:f><c:strCache>{_points(words)}</c:strCache></c:strRef>"
    )


def _numbers(cells: str, numbers: Sequence[int]) -> str:
    points = _points([str(number) for number in numbers])
    cache = f"<c:numCache><c:formatCode>General</c:formatCode>{points}</c:numCache>"
    return f"<c:numRef><c:f>{SHEET}!{cells}</c:f>{cache}</c:numRef>"


def _points(values: Sequence[str]) -> str:
    shown = "".join(
        f'<c:pt idx="{place}"><c:v>{text(value)}</c:v></c:pt>' for place, value in enumerate(values)
    )
    return f'<c:ptCount val="{len(values)}"/>{shown}'
