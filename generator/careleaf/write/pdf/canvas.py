"""ReportLab's canvas, made to mark everything it paints.

Every painting operator stands between BDC or BMC and EMC (ISO 32000-1, 14.6): either the content of
a structure element or an artifact. Operators go through `paint`, which knows which of them is open.
Hooks into ReportLab 5.1, held by `tests/unit/test_pdf_canvas.py`: `Canvas._code`, `_make_preamble`,
`_addAnnotation`, `_bookmarkReference`, `_formsinuse`, `PDFPage.__NoDefault__`, `Pages.pages`; and
for PDF 2.0 those of `pdf20`."""

from __future__ import annotations

import io
from collections.abc import Callable
from operator import itemgetter
from typing import Any

from msgspec import Struct, field
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFString,
    xObjectName,
)
from reportlab.pdfgen.canvas import Canvas

from careleaf.write.pdf.file import KEPT_LEVEL, Ready, packed, whole_file
from careleaf.write.pdf.options import Ua
from careleaf.write.pdf.pdf20 import Bookmarks, Dates, Targets, go_to, resources
from careleaf.write.pdf.structure import Content, Element


class UntaggedError(RuntimeError):
    """Text was to be painted that is neither content of an element nor said to be an artifact."""


class MarkedContent(Struct, frozen=True, gc=False):
    """One marked-content sequence: page from 0, and its MCID there."""

    page: int
    mcid: int
    folio: int
    """The number of the leaflet's own page that it is on, which a folded sheet has elsewhere."""


class BoundAnnotation(Struct, frozen=True):
    """An annotation that belongs to an element: page from 0, and its number in the document."""

    page: int
    number: int
    folio: int


def annotation_name(number: int) -> str:
    """What ReportLab's document is to call an annotation."""
    return f"bound{number}"


class Tagging(Struct):
    """Which marked content and annotations belong to which content and element."""

    sequences: dict[Content, list[MarkedContent]] = field(default_factory=dict)
    pages: list[list[Element]] = field(default_factory=list)
    """For each page its elements by MCID."""
    annotations: dict[Element, list[BoundAnnotation]] = field(default_factory=dict)
    bound: list[Element] = field(default_factory=list)
    """Elements of all annotations, by annotation number."""
    targets: Targets = field(default_factory=Targets)
    """Where links and bookmarks lead."""


_NOTHING = object()
_VERSIONS: dict[Ua, tuple[int, int]] = {1: (1, 7), 2: (2, 0)}
"""The version of PDF that each part of PDF/UA is written in."""


class TaggedCanvas(Canvas):
    """A canvas for one document. Coordinates are PDF's: y upwards from the bottom edge."""

    _code: list[str]
    _doc: Any
    _formsinuse: list[str]
    _addAnnotation: Callable[..., None]  # noqa: N815 - ReportLab's name
    _bookmarkReference: Callable[[str], object]  # noqa: N815 - ReportLab's name

    def __init__(self, size: tuple[float, float], ua: Ua = 1) -> None:
        super().__init__(
            io.BytesIO(), pagesize=size, pageCompression=1, invariant=1, pdfVersion=_VERSIONS[ua]
        )
        self.ua = ua
        self.tagging = Tagging(pages=[[]])
        self.folio = 0
        """The leaflet's own page that is being painted."""
        self._bookmarks: list[tuple[int, str, str, int]] = []
        self._open: object = _NOTHING
        self._arriving: list[str] = []
        if ua == 2:
            self._doc.info = Dates()
            bookmarks = Bookmarks(self.tagging.targets)
            self._doc.outline = self._doc.Outlines = self._doc.Catalog.Outlines = bookmarks
        self._waiting: list[tuple[PDFDictionary, Element]] = []

    @property
    def document(self) -> Any:
        """ReportLab's document object."""
        return self._doc

    def _make_preamble(self) -> None:
        """No font is set at a page's start: Helvetica is not embedded, and nothing uses it."""
        self._preamble = ""

    def paint(self, operators: str, content: Content | None) -> None:
        """Paint as a content, or as an artifact. What follows in the same content joins it."""
        if self._open is not content:
            self.close_mark()
            self._code.append(self._begin(content))
            self._open = content
        self._code.append(operators)

    def paint_text(self, operators: str, content: Content | None, *, artifact: bool) -> None:
        """The same for text, which must be content unless it is said to be an artifact.

        Raises UntaggedError.
        """
        if content is None and not artifact:
            raise UntaggedError("text outside a structure element that is no artifact")
        self.paint(operators, content)

    def _begin(self, content: Content | None) -> str:
        if content is None:
            return "/Artifact BMC"
        page = len(self.tagging.pages) - 1
        mcid = len(self.tagging.pages[page])
        self.tagging.pages[page].append(content.element)
        self.tagging.targets.update(dict.fromkeys(self._arriving, content.element))
        self._arriving.clear()
        self.tagging.sequences.setdefault(content, []).append(MarkedContent(page, mcid, self.folio))
        return f"/{content.element.tag} <</MCID {mcid}>> BDC"

    def close_mark(self) -> None:
        """End the marked content that is open, if any."""
        if self._open is not _NOTHING:
            self._code.append("EMC")
            self._open = _NOTHING

    def place(self, name: str, top: float) -> None:
        """Give this depth on the page a name that links and bookmarks can lead to. What is painted
        next as content is what they find there."""
        self.bookmarkHorizontalAbsolute(name, top)
        self._arriving.append(name)

    def link(self, element: Element, words: str, box: tuple[float, float, float, float]) -> None:
        """A link annotation over (left, bottom, right, top), bound to its Link element."""
        entries: dict[str, object] = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([round(side, 2) for side in box]),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(words),
            **self._target(element.link or ""),
        }
        self.annotate(element, PDFDictionary(entries))

    def annotate(self, element: Element, annotation: PDFDictionary) -> Any:
        """Put an annotation of an element on the current page; a reference to it comes back."""
        number = len(self.tagging.bound)
        page = len(self.tagging.pages) - 1
        name = annotation_name(number)
        self._addAnnotation(annotation, name=name)
        self._waiting.append((annotation, element))
        self.tagging.bound.append(element)
        self.tagging.annotations.setdefault(element, []).append(
            BoundAnnotation(page, number, self.folio)
        )
        return self._doc.refAnnotation(name)

    def _target(self, link: str) -> dict[str, object]:
        if link.startswith("#"):
            name = link[1:]
            there = self._bookmarkReference(name)
            if self.ua == 2:
                return {"A": go_to(name, there, self.tagging.targets)}
            return {"Dest": there}
        action = {"S": PDFName("URI"), "URI": PDFString(link)}
        return {"A": PDFDictionary(action)}

    def bookmark(self, title: str, name: str, level: int) -> None:
        """An entry of the outline, in its place in reading order."""
        self._bookmarks.append((self.folio, title, name, level))

    def add_image(self, name: str, stream: PDFObject) -> None:
        """Put an image or form object into the document under a name."""
        self._doc.Reference(stream, xObjectName(name))

    def add_form(self, name: str, code: str, box: tuple[float, ...]) -> None:
        """Put operators that are painted many times into the document as a form object."""
        self.add_ready(name, form(code, box))

    def add_ready(self, name: str, data: bytes) -> None:
        """Put a form object whose bytes are there already into the document under a name."""
        self.add_image(name, Ready(data))

    def use_image(self, name: str) -> str:
        """The name to paint an image or form by on the current page."""
        if name not in self._formsinuse:
            self._formsinuse.append(name)
        return str(self._doc.getXObjectName(name))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page: its structure key and tab order go with it. Its stream is deflated, never
        ASCII85 as ReportLab would have it by default."""
        self.close_mark()
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Contents = Ready(packed("", page.stream.encode("latin-1")))
        page.StructParents = len(self.tagging.pages) - 1
        page.Tabs = PDFName("S")
        if self.ua == 2:
            page.Resources = resources(page)
        self.tagging.pages.append([])

    def finish(self) -> bytes:
        """The file. Structure and metadata must have been put into the document by now."""
        painted = [element for page in self.tagging.pages for element in page]
        self.tagging.targets.update(dict.fromkeys(self._arriving, *painted[-1:]))
        for number, (annotation, _) in enumerate(self._waiting):
            annotation["StructParent"] = self.page_total + number
        for _, title, name, level in sorted(self._bookmarks, key=itemgetter(0)):
            self.addOutlineEntry(title, name, level)
        document = self._doc
        basic = document.idToObject["BasicFonts"].dict
        basic.clear()
        for font in document.delayedFonts:
            font.addObjects(document)
        document.Outlines.prepare(document, self)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        return whole_file(document)

    @property
    def page_total(self) -> int:
        """How many pages are done."""
        return len(self._doc.Pages.pages)


def form(code: str, box: tuple[float, ...]) -> bytes:
    """Operators as a form object that may be painted many times."""
    sides = " ".join(f"{side:g}" for side in box)
    entries = f"/Type /XObject /Subtype /Form /BBox [{sides}] /Resources << >>"
    return packed(entries, code.encode("latin-1"), KEPT_LEVEL)
