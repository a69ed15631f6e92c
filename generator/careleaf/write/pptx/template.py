"""Layouts, a theme and a language in; the parts of an empty presentation out, all from text."""

from __future__ import annotations

from collections.abc import Sequence

from careleaf.model.deck import HEIGHT, WIDTH, Box, Layout, Placeholder, Slot
from careleaf.write.pptx.shapes import Sheet, slot_body
from careleaf.write.pptx.slots import LAYOUT_TYPES
from careleaf.write.pptx.text_body import SLIDE_NUMBER, TextStyle
from careleaf.write.pptx.xml import DECLARATION, EMPTY_TREE, NAMESPACES, emu, text
from careleaf.write.pptx.zip_file import stored, zip_file

FONT = "Calibri"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument."
_FIRST_LAYOUT_ID = 2147483649

_MASTER_SLOTS = (
    Slot(
        placeholder=Placeholder.TITLE,
        box=Box(48, 30, 864, 44),
        size=36,
        lead=42,
        colour="navy",
        bold=True,
    ),
    Slot(placeholder=Placeholder.BODY, box=Box(48, 100, 864, 384), size=28, lead=36, bulleted=True),
)


def package(layouts: Sequence[Layout], style: TextStyle) -> bytes:
    """A .pptx without slides: theme, one master, these layouts, notes master."""
    parts = {
        "[Content_Types].xml": _content_types(len(layouts)),
        "_rels/.rels": _relations(
            ("officeDocument", "ppt/presentation.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": _application(),
        "ppt/presentation.xml": _presentation(style),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
        ),
        "ppt/presProps.xml": f"<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"<p:viewPr {NAMESPACES}/>",
        "ppt/tableStyles.xml": _table_styles(),
        "ppt/theme/theme1.xml": _theme(style),
        "ppt/theme/theme2.xml": _theme(style),
        "ppt/notesMasters/notesMaster1.xml": _notes_master(style),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations(
            ("theme", "../theme/theme2.xml")
        ),
        "ppt/slideMasters/slideMaster1.xml": _master(len(layouts), style),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(
                ("slideLayout", f"../slideLayouts/slideLayout{n + 1}.xml")
                for n in range(len(layouts))
            ),
            ("theme", "../theme/theme1.xml"),
        ),
    }
    for n, layout in enumerate(layouts):
        name = f"slideLayout{n + 1}.xml"
        parts[f"ppt/slideLayouts/{name}"] = _layout(layout, style)
        parts[f"ppt/slideLayouts/_rels/{name}.rels"] = _relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    """Stored, not deflated: python-pptx opens it at once and it never reaches a disk."""
    return zip_file((name, stored((DECLARATION + xml).encode())) for name, xml in parts.items())


def _relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{rows}</Relationships>'


def _content_types(layouts: int) -> str:
    slide = f"{_TYPES}presentationml."
    parts = {
        "/ppt/presentation.xml": f"{slide}presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{slide}slideMaster+xml",
        "/ppt/notesMasters/notesMaster1.xml": f"{slide}notesMaster+xml",
        "/ppt/theme/theme1.xml": f"{_TYPES}theme+xml",
        "/ppt/theme/theme2.xml": f"{_TYPES}theme+xml",
        "/ppt/presProps.xml": f"{slide}presProps+xml",
        "/ppt/viewProps.xml": f"{slide}viewProps+xml",
        "/ppt/tableStyles.xml": f"{slide}tableStyles+xml",
        "/docProps/app.xml": f"{_TYPES}extended-properties+xml",
    }
    for n in range(1, layouts + 1):
        parts[f"/ppt/slideLayouts/slideLayout{n}.xml"] = f"{slide}slideLayout+xml"
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in parts.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _application() -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'<Properties xmlns="{space}"><Application>Careleaf</Application></Properties>'


def _presentation(style: TextStyle) -> str:
    direction = ' rtl="1"' if style.right_to_left else ""
    return (
        f'<p:presentation {NAMESPACES}{direction} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId6"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{emu(WIDTH)}" cy="{emu(HEIGHT)}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{text(style.language)}"/></a:defPPr>'
        "</p:defaultTextStyle></p:presentation>"
    )


def _table_styles() -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return f'<a:tblStyleLst xmlns:a="{space}" def="{{2D5ABB26-0587-4C30-8999-92F81FD0307C}}"/>'


def _theme(style: TextStyle) -> str:
    palette, named = style.palette, style.fonts
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{FONT}"/><a:ea typeface="{named.east}"/>'
        f'<a:cs typeface="{named.complex}"/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (9525, 19050, 28575))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Careleaf">'
        f'<a:themeElements><a:clrScheme name="Careleaf">{palette.scheme()}</a:clrScheme>'
        f'<a:fontScheme name="Careleaf">{fonts}</a:fontScheme><a:fmtScheme name="Flat">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        f"<a:objectDefaults/><a:extraClrSchemeLst/>{palette.custom()}</a:theme>"
    )


_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)


def _master(layouts: int, style: TextStyle) -> str:
    plain = Layout(name="Master", background="white", art=(), slots=_MASTER_SLOTS)
    ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_LAYOUT_ID + n}" r:id="rId{n + 1}"/>' for n in range(layouts)
    )
    slots = _slots(plain, style)
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{_ground(plain, style)}<p:spTree>{EMPTY_TREE}{slots}"
        f"</p:spTree></p:cSld>{_COLOUR_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"{_text_styles(style)}</p:sldMaster>"
    )


def _ground(layout: Layout, style: TextStyle) -> str:
    fill = style.palette.fill(layout.background)
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def _slots(layout: Layout, style: TextStyle) -> str:
    sheet = Sheet(style=style, layout=layout, blip=_no_pictures, chart=_no_pictures)
    return "".join(_slot(sheet, slot, style) for slot in layout.slots)


def _slot(sheet: Sheet, slot: Slot, style: TextStyle) -> str:
    return sheet.slot(slot, slot_body(slot, style, _prompt(slot, style)))


def _prompt(slot: Slot, style: TextStyle) -> str:
    language = text(style.language)
    end = f'<a:endParaRPr lang="{language}"/>'
    if slot.placeholder is Placeholder.NUMBER:
        field = f'<a:fld id="{SLIDE_NUMBER}" type="slidenum">'
        return f'<a:p>{field}<a:rPr lang="{language}"/><a:t>‹#›</a:t></a:fld>{end}</a:p>'
    return f"<a:p>{end}</a:p>"


def _no_pictures(_: object) -> str:
    raise TypeError("a layout holds drawings, never pictures or charts: it has no relation to one")


def _layout(layout: Layout, style: TextStyle) -> str:
    kind = LAYOUT_TYPES.get(layout.name)
    typed = f' type="{kind}"' if kind else ' userDrawn="1"'
    sheet = Sheet(style=style, layout=layout, blip=_no_pictures, chart=_no_pictures)
    art = sheet.draw(layout.art)
    slots = "".join(_slot(sheet, slot, style) for slot in layout.slots)
    return (
        f'<p:sldLayout {NAMESPACES}{typed} preserve="1"><p:cSld name="{text(layout.name)}">'
        f"{_ground(layout, style)}<p:spTree>{EMPTY_TREE}{art}{slots}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _text_styles(style: TextStyle) -> str:
    """`p:txStyles`: what text that someone adds by hand looks like."""
    title = _level(1, style, size=36, bold=True, colour="navy", indent=0)
    body = "".join(
        _level(n, style, size=size, bold=False, colour="ink", indent=size)
        for n, size in enumerate((28, 24, 22, 20, 20), 1)
    )
    other = "".join(
        _level(n, style, size=20, bold=False, colour="ink", indent=0) for n in range(1, 10)
    )
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def _level(n: int, style: TextStyle, *, size: int, bold: bool, colour: str, indent: int) -> str:
    margin = emu(indent * n)
    bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if indent else "<a:buNone/>"
    direction = int(style.right_to_left)
    return (
        f'<a:lvl{n}pPr marL="{margin}" indent="{-emu(indent)}" algn="{style.align("start")}" '
        f'rtl="{direction}">{bullet}<a:defRPr sz="{size * 100}" b="{int(bold)}">'
        f'{style.palette.fill(colour)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        f'<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
    )


def _notes_master(style: TextStyle) -> str:
    language = text(style.language)
    body = (
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{language}"/></a:p></p:txBody>'
    )
    return (
        f"<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{style.palette.fill('white')}"
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{EMPTY_TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        '<p:spPr><a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"{body}</p:sp>{_notes_number(style)}</p:spTree></p:cSld>{_COLOUR_MAP}</p:notesMaster>"
    )


def _notes_number(style: TextStyle) -> str:
    """The slide's number at the foot of a page of notes; pandoc makes no notes without it."""
    language = text(style.language)
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr>'
        '<p:spPr><a:xfrm><a:off x="3884613" y="8685213"/><a:ext cx="2971800" cy="458787"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr anchor="b"/>'
        f'<a:lstStyle><a:lvl1pPr algn="{style.align("end")}"><a:defRPr sz="1200"/></a:lvl1pPr>'
        f'</a:lstStyle><a:p><a:fld id="{SLIDE_NUMBER}" type="slidenum">'
        f'<a:rPr lang="{language}"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="{language}"/></a:p>'
        "</p:txBody></p:sp>"
    )
