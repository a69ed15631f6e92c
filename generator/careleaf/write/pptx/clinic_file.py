"""The bytes of a clinic's .pptx or .potx in; a presentation without slides, ready for ours, out."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from careleaf.write.pptx.archive import archive
from careleaf.write.pptx.xml import NAMESPACES

MOST_UNPACKED = 256 * 1024**2
"""Bytes: a template full of photographs has less, a zip bomb more."""
MOST_PARTS = 5000

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.%s.main+xml"
_ACCEPTED = ("presentation", "template", "slideshow")
"""The kinds of main part (ECMA-376, part 1, 13.3.6) that are a presentation but for their name."""

_MAIN_PART = RELATIONSHIP_TYPE.OFFICE_DOCUMENT

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What an OLE file begins with: PowerPoint 97, or a newer file under a password."""

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

_PRIVATE = ("commentAuthors", "authors", "tags", "customXml", "printerSettings")
"""The last words of relations to what tells of a template's makers and not of its looks: their
names, what add-ins and document stores keep, a printer."""


class TemplateError(Exception):
    """A file that cannot be a template. `hint` says what would do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def opened(data: bytes) -> Any:
    """The presentation, its slides, their sections and all that led to them gone, and whatever
    tells of those who made it.

    Raises TemplateError for whatever is no PowerPoint file without macros, and what python-pptx and
    lxml raise for a damaged one.
    """
    presentation: Any = Presentation(io.BytesIO(_as_presentation(_unpacked(data))))
    _empty(presentation)
    _have_notes(presentation)
    _forget_makers(presentation)
    return presentation


def parsed(data: bytes) -> Any:
    """The root of an XML part; nothing beyond its bytes is read, no entity resolved.

    Raises etree.XMLSyntaxError.
    """
    return etree.fromstring(data, _PARSER)


def packed(presentation: Any) -> bytes:
    """The presentation as a file, the same bytes for the same template."""
    return archive(presentation.part.package)


def _unpacked(data: bytes) -> dict[str, bytes]:
    """Every part by name. Nothing is unpacked beyond the limits."""
    if data.startswith(_OLD_OR_LOCKED):
        message = "it is a PowerPoint file of the old kind (.ppt), or it has a password"
        raise TemplateError(message, "open it in PowerPoint and save it as .potx, no password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            entries = file.infolist()
            if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > MOST_UNPACKED:
                message = f"it unpacks to more than {MOST_UNPACKED // 1024**2} MB"
                raise TemplateError(message, "take its videos and large pictures out")
            return {one.filename: file.read(one) for one in entries}
    except TemplateError:
        raise
    except zipfile.BadZipFile as error:
        if data.startswith(b"PK"):
            raise damaged() from error
        message = "it is not a PowerPoint file"
        raise TemplateError(message, "use a .potx or .pptx file") from error
    except Exception as error:  # a wrong checksum, a password, an unknown way to compress
        raise damaged() from error


def damaged() -> TemplateError:
    """What is said of a file whose parts make no sense."""
    hint = "open it in PowerPoint, save it under another name and use that"
    return TemplateError("it is damaged", hint)


def _as_presentation(parts: dict[str, bytes]) -> bytes:
    """The same package with the content type of a presentation: a template has another."""
    types = parts.get(_CONTENT_TYPES, b"").decode("utf-8", "replace")
    if "ppt/presentation.xml" not in parts and "presentationml" not in types:
        raise TemplateError("it is not a PowerPoint file", "use a .potx or .pptx file")
    if "macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in parts):
        raise TemplateError("it holds macros", "save it as .potx: that drops them")
    for name, data in parts.items():
        _refuse_document_type(name, data)
    for kind in _ACCEPTED:
        types = types.replace(_MAIN % kind, _MAIN % "presentation")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in {**parts, _CONTENT_TYPES: types.encode()}.items():
            file.writestr(name, data)
    return buffer.getvalue()


def _refuse_document_type(name: str, data: bytes) -> None:
    """No part of an Office file may have one (ECMA-376, part 2, 6.2.5); entities defined in it can
    grow without end. Told as the parser reads it, in whatever encoding and under whatever name; a
    picture in SVG is no part in XML, and may."""
    if name.lower().endswith(".svg"):
        return
    try:
        declared = parsed(data).getroottree().docinfo.doctype
    except etree.XMLSyntaxError as error:
        if name.endswith((".xml", ".rels")):
            raise damaged() from error
        return
    if declared:
        raise TemplateError(f"its part {name} declares a document type", "use another file")


def _forget_makers(presentation: Any) -> None:
    """Take out what would tell every reader of a deck about whoever made its template. Of the
    package's own relations only that to the presentation stays: the others lead to properties, a
    thumbnail, labels. A deck gets properties of its own."""
    package = presentation.part.package
    for key in [key for key, one in package._rels.items() if one.reltype != _MAIN_PART]:
        package._rels.pop(key)
    for part in list(package.iter_parts()):
        private = [
            key for key, one in part.rels.items() if one.reltype.rpartition("/")[2] in _PRIVATE
        ]
        if private:
            _cut(part, private)


def _cut(part: Any, relations: list[str]) -> None:
    """Take relations out of a part, whether python-pptx has read it or, as a handout master, only
    carries it along."""
    root = part._element if hasattr(part, "_element") else parsed(part.blob)
    for key in relations:
        _take_out(root, key)
        part.rels.pop(key)
    if not hasattr(part, "_element"):
        part._blob = etree.tostring(root, encoding="UTF-8", standalone=True)


def _take_out(root: Any, relation: str) -> None:
    """What names a relation, and the list that it leaves empty."""
    for found in root.findall(f".//*[@{qn('r:id')}='{relation}']"):
        holder = found.getparent()
        holder.remove(found)
        if holder.tag == qn("p:custDataLst") and not len(holder):
            holder.getparent().remove(holder)


def _empty(presentation: Any) -> None:
    """Take all slides out, and whatever names one: sections, shows, links on masters."""
    main, root = presentation.part, presentation.part._element
    for relation in _leading_to_slides(main):
        main.rels.pop(relation)
    for tag in ("p:sldIdLst", "p:custShowLst"):
        for found in root.findall(qn(tag)):
            root.remove(found)
    for listed in root.xpath(".//*[local-name()='sectionLst']"):
        extension = listed.getparent()
        extension.getparent().remove(extension)
    for extensions in root.findall(qn("p:extLst")):
        if not len(extensions):
            root.remove(extensions)
    for master in presentation.slide_masters:
        for part in (master.part, *(layout.part for layout in master.slide_layouts)):
            _unlink(part)


def _leading_to_slides(part: Any) -> list[str]:
    return [key for key in part.rels if part.rels[key].reltype == RELATIONSHIP_TYPE.SLIDE]


def _unlink(part: Any) -> None:
    """Buttons of a master that lead to a sample slide lead nowhere."""
    for relation in _leading_to_slides(part):
        for link in part._element.xpath(f".//*[@r:id='{relation}']"):
            link.getparent().remove(link)
        part.rels.pop(relation)


def _have_notes(presentation: Any) -> None:
    """A notes master, listed where Keynote looks for it."""
    main = presentation.part
    _ = main.notes_master_part
    root = main._element
    if root.find(qn("p:notesMasterIdLst")) is None:
        relation = next(
            key for key in main.rels if main.rels[key].reltype == RELATIONSHIP_TYPE.NOTES_MASTER
        )
        listed = f'<p:notesMasterId r:id="{relation}"/>'
        root.find(qn("p:sldMasterIdLst")).addnext(
            parse_xml(f"<p:notesMasterIdLst {NAMESPACES}>{listed}</p:notesMasterIdLst>")
        )
