"""The structure of a painted document in; the StructTreeRoot and its objects out.

ISO 32000-1, 14.7.2 to 14.7.4. Elements without any content are left out, except cells, which a
table needs in their place."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFString,
)

from careleaf.write.pdf.canvas import Tagging
from careleaf.write.pdf.structure import Content, Element, Value

Reference = Any
"""ReportLab's PDFObjectReference: its document is not typed."""

_KEPT_EMPTY = frozenset({"Document", "TD", "TH"})


def structure_tree(document: Any, root: Element, tagging: Tagging) -> PDFDictionary:
    """The tree's root object. Pages must all be done."""
    return _Builder(document, tagging).tree(root)


class _Builder:
    def __init__(self, document: Any, tagging: Tagging) -> None:
        self._document = document
        self._tagging = tagging
        self._pages = [document.Reference(page) for page in document.Pages.pages]
        self._references: dict[Element, Reference] = {}

    def tree(self, root: Element) -> PDFDictionary:
        top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._document.Reference(top)
        top["K"] = PDFArray([self._element(root, reference)])
        top["ParentTree"] = self._document.Reference(PDFDictionary({"Nums": self._parents()}))
        top["ParentTreeNextKey"] = len(self._pages) + len(self._tagging.bound)
        return top

    def _element(self, element: Element, parent: Reference) -> Reference:
        entries = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.tag)})
        reference: Reference = self._document.Reference(entries)
        self._references[element] = reference
        entries["P"] = parent
        kids: list[object] = []
        for kid in element.kids:
            if isinstance(kid, Content):
                kids += self._sequences(kid)
            elif self._lives(kid):
                kids.append(self._element(kid, reference))
        kids += self._annotations(element)
        if kids:
            entries["K"] = PDFArray(kids)
        self._describe(entries, element)
        return reference

    def _lives(self, element: Element) -> bool:
        return element.tag in _KEPT_EMPTY or any(
            kid in self._tagging.sequences if isinstance(kid, Content) else self._lives(kid)
            for kid in element.kids
        )

    def _sequences(self, content: Content) -> list[PDFDictionary]:
        return [
            PDFDictionary({"Type": PDFName("MCR"), "Pg": self._pages[one.page], "MCID": one.mcid})
            for one in self._tagging.sequences.get(content, ())
        ]

    def _annotations(self, element: Element) -> list[PDFDictionary]:
        return [
            PDFDictionary(
                {
                    "Type": PDFName("OBJR"),
                    "Obj": self._document.refAnnotation(f"link{one.number}"),
                    "Pg": self._pages[one.page],
                }
            )
            for one in self._tagging.annotations.get(element, ())
        ]

    def _describe(self, entries: PDFDictionary, element: Element) -> None:
        if element.alt is not None:
            entries["Alt"] = PDFString(element.alt)
        if element.language:
            entries["Lang"] = PDFString(element.language)
        attributes = [
            PDFDictionary({"O": PDFName(owner), **{name: _value(v) for name, v in named.items()}})
            for owner, named in element.attributes.items()
        ]
        if attributes:
            entries["A"] = attributes[0] if len(attributes) == 1 else PDFArray(attributes)

    def _parents(self) -> PDFArray:
        """The number tree from page keys and annotation keys to elements."""
        numbers: list[object] = []
        for key in range(len(self._pages)):
            elements = self._tagging.pages[key]
            numbers += [key, PDFArray([self._references[element] for element in elements])]
        for key, element in enumerate(self._tagging.bound, len(self._pages)):
            numbers += [key, self._references[element]]
        return PDFArray(numbers)


def _value(value: Value) -> object:
    if isinstance(value, str):
        return PDFName(value)
    if isinstance(value, tuple):
        return PDFArray([round(number, 2) for number in value])
    return value
