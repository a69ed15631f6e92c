"""A name in; a PowerPoint template of that kind, as clinics have them, out.

All are made here or taken from packages that the tests install: no binary lies in git.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pptx
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from careleaf.engine.own_template import own_template

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"

GERMAN = {
    "Title Slide": "Titelfolie",
    "Title and Content": "Titel und Inhalt",
    "Section Header": "Abschnitts\u00fcberschrift",
    "Two Content": "Zwei Inhalte",
    "Comparison": "Vergleich",
    "Title Only": "Nur Titel",
    "Blank": "Leer",
}


def python_pptx() -> bytes:
    """What python-pptx starts from: 4:3, eleven layouts, no notes master."""
    return (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()


def pandoc() -> bytes:
    """Pandoc's own: a slide of 720 x 405 points, and four sample slides."""
    import pypandoc

    command = (pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.pptx")
    return subprocess.run(command, capture_output=True, check=True).stdout


def german() -> bytes:
    """Layouts named in German: only their types tell them."""
    presentation = _opened()
    for layout in presentation.slide_layouts:
        layout.name = GERMAN.get(layout.name, layout.name)
    return _saved(presentation)


def untyped() -> bytes:
    """Layouts that a designer drew anew: numbered, without types."""
    presentation = _opened()
    for number, layout in enumerate(presentation.slide_layouts, 1):
        layout.name = f"Layout {number}"
        layout._element.attrib.pop("type", None)
    return _saved(presentation)


def poor() -> bytes:
    """Three layouts and a master with a title and a text: no footer, number or date anywhere."""
    presentation = _opened()
    keep = ("Title Slide", "Title and Content", "Title Only")
    for layout in list(presentation.slide_layouts):
        if layout.name not in keep:
            presentation.slide_layouts.remove(layout)
    for owner in (presentation.slide_master, *presentation.slide_layouts):
        for shape in list(owner.placeholders):
            if shape.element.ph.get("type") in ("dt", "ftr", "sldNum"):
                shape.element.getparent().remove(shape.element)
    return _saved(presentation)


def dark() -> bytes:
    """Wide, dark, in Arial, with a stripe at the side, a logo in a corner, and light words."""
    presentation = _opened(pandoc())
    master = presentation.slide_master
    _background(master, "1B1F3B")
    _art(master, (0, 0, 14, 405), "E0A100")
    _art(master, (640, 330, 60, 40), "E0A100")
    xml = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml._blob = xml.blob.replace(b'typeface="Calibri"', b'typeface="Arial"')
    for run in master._element.iter(qn("a:schemeClr")):
        if run.get("val") == "tx1":
            run.set("val", "bg1")
    return _saved(presentation)


def office() -> bytes:
    """Laid out as Office 2013 and later lay out theirs: 13.333 x 7.5 inches, the title on the left,
    in a font that nobody here has."""
    presentation = _opened()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    for owner in (presentation.slide_master, *presentation.slide_layouts):
        for place in owner._element.iter(qn("a:off"), qn("a:ext")):
            for side in ("x", "cx"):
                if place.get(side):
                    place.set(side, str(round(int(place.get(side)) * 4 / 3)))
    styles = presentation.slide_master._element.find(qn("p:txStyles"))
    styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr")).set("algn", "l")
    xml = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml._blob = xml.blob.replace(b'typeface="Calibri"', b'typeface="Gill Sans Example"')
    return _saved(presentation)


def with_samples() -> bytes:
    """Three sample slides in a section, a show of two of them, and a button on the master that
    leads to one; a logo whose part is named as ours would be."""
    presentation = _opened()
    layout = presentation.slide_layouts[1]
    slides = [presentation.slides.add_slide(layout) for _ in range(3)]
    slides[0].shapes.title.text = "Sample slide"
    button = presentation.slide_master.shapes._spTree
    relation = presentation.slide_master.part.relate_to(slides[1].part, RELATIONSHIP_TYPE.SLIDE)
    _art(presentation.slide_master, (690, 4, 16, 12), "1F497D")
    link = button[-1].find(qn("p:nvSpPr")).find(qn("p:cNvPr"))
    link.append(
        parse_xml(
            f'<a:hlinkClick xmlns:a="{A}" xmlns:r="http://schemas.openxmlformats.org/'
            f'officeDocument/2006/relationships" r:id="{relation}" '
            'action="ppaction://hlinksldjump"/>'
        )
    )
    ids = [one.get("id") for one in presentation.slides._sldIdLst]
    listed = "".join(f'<p14:sldId id="{one}"/>' for one in ids)
    presentation.part._element.append(
        parse_xml(
            f'<p:extLst xmlns:p="{P}"><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
            f'<p14:sectionLst xmlns:p14="{P14}"><p14:section name="Samples" '
            f'id="{{11111111-2222-3333-4444-555555555555}}"><p14:sldIdLst>{listed}'
            "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"
        )
    )
    return _saved(presentation)


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office"


def signed() -> bytes:
    """The name of its maker wherever PowerPoint and what is added to it may leave one: properties,
    authors of comments, tags of add-ins, data of a document store, printers."""
    presentation = _opened()
    core = presentation.core_properties
    core.author = core.last_modified_by = core.keywords = "Jane Secret"
    package, main = presentation.part.package, presentation.part
    layout = presentation.slide_layouts[5].part
    for owner, uri, kind in (
        (package, "/docProps/custom.xml", f"{_OFFICE}/custom-properties"),
        (package, "/docMetadata/LabelInfo.xml", f"{_MICROSOFT}/2020/02/relationships/labels"),
        (main, "/ppt/commentAuthors.xml", f"{_OFFICE}/commentAuthors"),
        (main, "/ppt/authors.xml", f"{_MICROSOFT}/2018/10/relationships/authors"),
        (main, "/customXml/item1.xml", f"{_OFFICE}/customXml"),
    ):
        owner.relate_to(_named_part(uri, package), kind)
    handout = _named_part("/ppt/handoutMasters/handoutMaster1.xml", package)
    main.relate_to(handout, f"{_OFFICE}/handoutMaster")
    tags = handout.relate_to(_named_part("/ppt/tags/tag3.xml", package), f"{_OFFICE}/tags")
    handout._blob = (
        f'<p:handoutMaster xmlns:p="{P}" xmlns:r="{_OFFICE}"><p:cSld><p:custDataLst>'
        f'<p:tags r:id="{tags}"/></p:custDataLst></p:cSld></p:handoutMaster>'
    ).encode()
    for owner, number in ((main, 1), (layout, 2)):
        part = _named_part(f"/ppt/tags/tag{number}.xml", package)
        relation = owner.relate_to(part, f"{_OFFICE}/tags")
        listed = (
            f'<p:custDataLst xmlns:p="{P}" xmlns:r="{_OFFICE}"><p:tags r:id="{relation}"/>'
            "</p:custDataLst>"
        )
        before = owner._element.find(qn("p:notesSz") if owner is main else qn("p:clrMapOvr"))
        if owner is main:
            before.addnext(parse_xml(listed))
        else:
            owner._element.find(qn("p:cSld")).append(parse_xml(listed))
    return _saved(presentation)


def _named_part(uri: str, package: Any) -> Part:
    data = b'<?xml version="1.0" encoding="UTF-8"?><a>Jane Secret</a>'
    return Part(PackURI(uri), "application/xml", package, data)


def potx() -> bytes:
    """The German one, saved as a template."""
    return retyped(german(), "template")


def own(folder: Path, name: str = "own.potx") -> bytes:
    """Ours, as `careleaf template` writes it."""
    return own_template(folder / name).read_bytes()


TEMPLATES: Mapping[str, Callable[[], bytes]] = {
    "python-pptx": python_pptx,
    "pandoc": pandoc,
    "german": german,
    "untyped": untyped,
    "poor": poor,
    "dark": dark,
    "office": office,
    "samples": with_samples,
    "potx": potx,
}
"""All but ours, which is written to a folder."""


def retyped(data: bytes, kind: str) -> bytes:
    """The same file with the content type of another kind of presentation."""
    return changed(
        data,
        "[Content_Types].xml",
        lambda xml: xml.replace(b"presentation.main+xml", f"{kind}.main+xml".encode()),
    )


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same file with one part changed."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            own_data = old.read(part)
            new.writestr(part, change(own_data) if part == name else own_data)
    return buffer.getvalue()


def without(data: bytes, *names: str) -> bytes:
    """The same template without the layouts of these names."""
    presentation = _opened(data)
    for layout in list(presentation.slide_layouts):
        if layout.name in names:
            presentation.slide_layouts.remove(layout)
    return _saved(presentation)


def _opened(data: bytes | None = None) -> Any:
    return Presentation(io.BytesIO(data or python_pptx()))


def _saved(presentation: Any) -> bytes:
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def _background(master: Any, colour: str) -> None:
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = RGBColor.from_string(colour)  # type: ignore[no-untyped-call]


def _art(master: Any, place: tuple[float, float, float, float], colour: str) -> None:
    """Art: python-pptx adds no shapes to masters, so its XML goes in by hand."""
    tree = master.shapes._spTree
    number = max(int(one.get("id")) for one in tree.iter(qn("p:cNvPr"))) + 1
    places = (int(Pt(one)) for one in place)
    tree.append(
        parse_xml(
            f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="{number}" name="Art"/>'
            '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
            '<a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm><a:prstGeom prst="rect">'
            "<a:avLst/></a:prstGeom><a:solidFill>".format(*places)
            + f'<a:srgbClr val="{colour}"/></a:solidFill></p:spPr></p:sp>'
        )
    )
