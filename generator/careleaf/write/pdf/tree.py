"""The structure of a painted document in; the StructTreeRoot and its objects out.

ISO 32000-1, 14.7.2 to 14.7.4. Elements without any content or annotation are left out, except
cells, which a table needs in their place. For PDF 2.0 every element is of the namespace that
defines it (ISO 32000-2, 14.8.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

from careleaf.write.pdf.canvas import MarkedContent, Tagging, annotation_name
from careleaf.write.pdf.file import Ready, registered, text_string
from careleaf.write.pdf.options import Ua
from careleaf.write.pdf.structure import Content, Element, Value

_NAMESPACE = "http://iso.org/pdf2/ssn"
_OLDER_ONLY = frozenset({"TOC", "TOCI", "Reference"})
"""Types that PDF 2.0's own namespace lacks; without one an element is of PDF 1.7's."""
_KEPT_EMPTY = frozenset({"Document", "TD", "TH"})


class _Raw(Ready):
    """An object whose bytes are put together here: a document has a thousand elements, and going
    through ReportLab's dictionaries takes longer than everything else about them."""

    __RefOnly__ = 0

    def __init__(self) -> None:
        self.parts: list[str] = []

    def format(self, _document: object) -> bytes:
        """Its bytes: ASCII, because strings in it are escaped or in hexadecimal."""
        return " ".join(self.parts).encode("latin-1")


def structure_tree(document: Any, root: Element, tagging: Tagging, ua: Ua = 1) -> PDFDictionary:
    """The tree's root object. Pages must all be done."""
    return _Builder(document, tagging, ua).tree(root)


class _Builder:
    def __init__(self, document: Any, tagging: Tagging, ua: Ua) -> None:
        self._document = document
        self._tagging = tagging
        self._ua = ua
        self._namespace = ""
        self._leading: list[tuple[_Raw, str]] = []
        """Entries of a table of contents, and where they lead."""
        self._pages = [self._reference(page) for page in document.Pages.pages]
        self._references = tagging.targets.references
        self._alive: dict[Element, bool] = {}

    def tree(self, root: Element) -> PDFDictionary:
        top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        kids, parents = _Raw(), _Raw()
        reference = self._reference(top)
        if self._ua == 2:
            known = {"Type": PDFName("Namespace"), "NS": PDFString(_NAMESPACE)}
            namespace = PDFDictionary(known)
            self._namespace = self._reference(namespace)
            top["Namespaces"] = PDFArray([self._document.Reference(namespace)])
        kids.parts = ["[", self._element(root, reference), "]"]
        for raw, name in self._leading:
            raw.parts.insert(-1, f"/Ref [{self._references[self._tagging.targets[name]]}]")
        parents.parts = ["<< /Nums [", *self._parents(), "] >>"]
        top["K"] = kids
        top["ParentTree"] = self._document.Reference(parents)
        top["ParentTreeNextKey"] = len(self._pages) + len(self._tagging.bound)
        return top

    def _reference(self, entry: PDFObject) -> str:
        """ "12 0 R": an object's number is known as soon as it is registered."""
        name = self._document.Reference(entry).name
        number, version = self._document.idToObjectNumberAndVersion[name]
        return f"{number} {version} R"

    def _element(self, element: Element, parent: str) -> str:
        raw = _Raw()
        reference = self._references[element] = registered(self._document, raw)
        raw.parts = ["<< /Type /StructElem /S", f"/{element.tag}", "/P", parent]
        kids: list[str] = []
        page = self._only_page(element)
        if page is not None:
            raw.parts += ["/Pg", self._pages[page]]
        for kid in element.kids:
            if isinstance(kid, Content):
                kids += self._sequences(kid, page)
            elif self._lives(kid):
                kids.append(self._element(kid, reference))
        kids += self._annotations(element)
        if kids:
            raw.parts += ["/K [", *kids, "]"]
        raw.parts += [*self._described(element), ">>"]
        if self._ua == 2 and element.tag == "Reference":
            self._leading += [(raw, name) for name in _places(element)]
        return reference

    def _lives(self, element: Element) -> bool:
        """Whether it has content: asked of each element by all that it is in."""
        lives = self._alive.get(element)
        if lives is None:
            lives = self._alive[element] = self._has_content(element)
        return lives

    def _has_content(self, element: Element) -> bool:
        return (
            element.tag in _KEPT_EMPTY
            or element in self._tagging.annotations
            or any(
                kid in self._tagging.sequences if isinstance(kid, Content) else self._lives(kid)
                for kid in element.kids
            )
        )

    def _only_page(self, element: Element) -> int | None:
        """The page that all of its own marked content is on, if it is one page."""
        contents = (kid for kid in element.kids if isinstance(kid, Content))
        pages = {one.page for kid in contents for one in self._painted(kid)}
        return pages.pop() if len(pages) == 1 else None

    def _sequences(self, content: Content, page: int | None) -> list[str]:
        """Its marked content: bare MCIDs where the element names their page."""
        return [
            str(one.mcid)
            if page is not None
            else f"<< /Type /MCR /Pg {self._pages[one.page]} /MCID {one.mcid} >>"
            for one in self._painted(content)
        ]

    def _painted(self, content: Content) -> Sequence[MarkedContent]:
        """Its marked content in reading order, wherever a folded sheet has it."""
        found = self._tagging.sequences.get(content, ())
        # Nearly always one: thousands of lists of one need no sorting.
        return found if len(found) < 2 else sorted(found, key=attrgetter("folio"))

    def _annotations(self, element: Element) -> list[str]:
        numbers = self._document.idToObjectNumberAndVersion
        found: list[str] = []
        for one in sorted(self._tagging.annotations.get(element, ()), key=attrgetter("folio")):
            number, version = numbers[self._document.annotationName(annotation_name(one.number))]
            target = f"/Obj {number} {version} R /Pg {self._pages[one.page]}"
            found.append(f"<< /Type /OBJR {target} >>")
        return found

    def _described(self, element: Element) -> list[str]:
        parts: list[str] = []
        if self._namespace and element.tag not in _OLDER_ONLY:
            parts += ["/NS", self._namespace]
        if element.alt is not None:
            parts += ["/Alt", text_string(element.alt)]
        if element.actual_text is not None:
            parts += ["/ActualText", text_string(element.actual_text)]
        if element.language:
            parts += ["/Lang", text_string(element.language)]
        if element.attributes:
            parts.append("/A [")
            for owner, named in element.attributes.items():
                values = (f"/{name} {_value(value)}" for name, value in self._known(element, named))
                parts += ["<< /O", f"/{owner}", *values, ">>"]
            parts.append("]")
        return parts

    def _known(self, element: Element, named: dict[str, Value]) -> Iterable[tuple[str, Value]]:
        """Attributes as the version of PDF has them: an unnumbered list with labels is one of terms
        and what they mean (ISO 32000-2, table 386), which PDF 1.7 has no name for."""
        if self._ua == 2 and named.get("ListNumbering") == "None" and _labelled(element):
            return {**named, "ListNumbering": "Description"}.items()
        return named.items()

    def _parents(self) -> list[str]:
        """The number tree from page keys and annotation keys to elements."""
        parts: list[str] = []
        for key in range(len(self._pages)):
            elements = self._tagging.pages[key]
            parts += [str(key), "[", *(self._references[one] for one in elements), "]"]
        for key, element in enumerate(self._tagging.bound, len(self._pages)):
            parts += [str(key), self._references[element]]
        return parts


def _places(reference: Element) -> Iterator[str]:
    """The name of the place that part of a table of contents leads to (ISO 14289-2, 8.2.5.8)."""
    for kid in reference.kids:
        if isinstance(kid, Element) and kid.link and kid.link.startswith("#"):
            yield kid.link[1:]
            return


def _labelled(element: Element) -> bool:
    """Whether an item of this list has a label."""
    items = (kid for kid in element.kids if isinstance(kid, Element))
    return any(isinstance(kid, Element) and kid.tag == "Lbl" for item in items for kid in item.kids)


def _value(value: Value) -> str:
    if isinstance(value, str):
        return f"/{value}"
    if isinstance(value, tuple):
        return "[" + " ".join(f"{number:.2f}" for number in value) + "]"
    return str(value)
