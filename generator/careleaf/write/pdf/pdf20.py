"""ReportLab's objects for a file in; the same as PDF 2.0 and PDF/UA-2 want them, out.

ISO 32000-2 drops ProcSet (14.2) and, from the Info dictionary, all but the two dates (14.3.3): the
rest is in XMP. ISO 14289-2, 8.8, has places in the document named by structure element; the page
and depth stay beside it, for readers that know only those."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import (
    OutlineEntryObject,
    PDFDate,
    PDFDictionary,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFOutlines,
    PDFResourceDictionary,
    PDFString,
)

from careleaf.write.pdf.structure import Element


class Dates(PDFInfo):
    """An Info dictionary with the two dates."""

    _dateFormatter: Any  # noqa: N815 - ReportLab's name

    def format(self, document: Any) -> bytes:
        """Its bytes."""
        moment = PDFDate(ts=document._timeStamp, dateFormatter=self._dateFormatter)
        entries = PDFDictionary({"CreationDate": moment, "ModDate": moment})
        formatted: bytes = entries.format(document)
        return formatted


class Targets(dict[str, Element]):
    """Names of places, and the element that begins at each."""

    def __init__(self) -> None:
        self.references: dict[Element, str] = {}
        """ "12 0 R" by element, once the structure is in the document."""


class _StructureDestination(PDFObject):
    """Where an element is (ISO 32000-2, 12.3.2.3)."""

    def __init__(self, name: str, targets: Targets) -> None:
        self._name = name
        self._targets = targets

    def format(self, _document: object) -> bytes:
        """Its bytes. The place must have been met by now."""
        element = self._targets[self._name]
        return f"[ {self._targets.references[element]} /XYZ null null null ]".encode("ascii")


def go_to(name: str, page: object, targets: Targets) -> PDFDictionary:
    """The action that leads to a named place: its element, and its page and depth."""
    there = _StructureDestination(name, targets)
    return PDFDictionary({"S": PDFName("GoTo"), "D": page, "SD": there})


class Bookmarks(PDFOutlines):
    """ReportLab's outline, with actions for its places."""

    def __init__(self, targets: Targets) -> None:
        super().__init__()
        self._targets = targets

    def prepare(self, document: Any, canvas: object) -> None:
        """Make the entries. Called by ReportLab when all pages are done."""
        super().prepare(document, canvas)
        for name, entry in document.idToObject.items():
            if isinstance(entry, OutlineEntryObject):
                document.idToObject[name] = _Bookmark(entry, self._targets)


class _Bookmark(PDFObject):
    def __init__(self, entry: OutlineEntryObject, targets: Targets) -> None:
        self._entry = entry
        self._targets = targets

    def format(self, document: Any) -> bytes:
        """Title, action, and its neighbours."""
        entry = self._entry
        entries = {
            "Title": PDFString(entry.Title),
            "Parent": entry.Parent,
            "A": go_to(entry.Dest.name, entry.Dest, self._targets),
        }
        for name in ("Prev", "Next", "First", "Last", "Count"):
            if getattr(entry, name) is not None:
                entries[name] = getattr(entry, name)
        formatted: bytes = PDFDictionary(entries).format(document)
        return formatted


def resources(page: Any) -> Any:
    """A page's resources without ProcSet."""
    found: Any = PDFResourceDictionary()
    found.basicFonts()
    found.ProcSet = []
    if page.XObjects:
        found.XObject = page.XObjects
    return found
