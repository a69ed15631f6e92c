"""The bytes of a clinic's .pptx or .potx in; a presentation without slides, ready for ours, out."""

from __future__ import annotations

import io
import zipfile
from typing import Any

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

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What an OLE file begins with: PowerPoint 97, or a newer file under a password."""

_DECLARATIONS = tuple(
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)
"""No part of an Office file may have a document type (ECMA-376, part 2, 6.2.5); entities defined in
one can grow without end."""

_DROPPED = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
"""A picture and a list of the sample slides."""


class TemplateError(Exception):
    """A file that cannot be a template. `hint` says what would do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def opened(data: bytes) -> Any:
    """The presentation, its slides, their sections and all that led to them gone.

    Raises TemplateError for whatever is no PowerPoint file without macros, and what python-pptx and
    lxml raise for a damaged one.
    """
    presentation: Any = Presentation(io.BytesIO(_as_presentation(_unpacked(data))))
    _empty(presentation)
    _have_notes(presentation)
    return presentation


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
        if name.endswith((".xml", ".rels")) and any(word in data for word in _DECLARATIONS):
            raise TemplateError(f"its part {name} declares a document type", "use another file")
    for kind in _ACCEPTED:
        types = types.replace(_MAIN % kind, _MAIN % "presentation")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in {**parts, _CONTENT_TYPES: types.encode()}.items():
            file.writestr(name, data)
    return buffer.getvalue()


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
    relations = main.package._rels
    for key in [key for key in relations if relations[key].reltype in _DROPPED]:
        relations.pop(key)


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
