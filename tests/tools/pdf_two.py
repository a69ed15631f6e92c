"""A PDF in; what it lacks of PDF 2.0 and PDF/UA-2, or has of PDF 1.7 that 2.0 drops, out.

Read with pikepdf. veraPDF checks much of this; it does not check what PDF 2.0 deprecates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

NAMESPACE = "http://iso.org/pdf2/ssn"
OLDER_ONLY = {"/TOC", "/TOCI", "/Reference"}
DATES = {"/CreationDate", "/ModDate"}
DEPRECATED = {"/ProcSet", "/CharSet", "/CIDSet", "/NeedAppearances", "/XFA"}
"""Keys that no dictionary of a PDF 2.0 file has (ISO 32000-2, annex on what is deprecated)."""


def faults(path: Path) -> list[str]:
    """Everything that is not as PDF 2.0 has it; an empty list is a pass."""
    with pikepdf.open(path) as pdf:
        elements = list(_elements(pdf.Root.StructTreeRoot))
        return [
            *([] if path.read_bytes()[:8] == b"%PDF-2.0" else ["the header is not that of 2.0"]),
            *(f"Info has {key}" for key in sorted(set(pdf.trailer.Info.keys()) - DATES)),
            *_deprecated(pdf),
            *(fault for element in elements for fault in _element(element)),
            *_destinations(pdf, {element.objgen for element in elements}),
        ]


def _elements(parent: Any) -> Iterator[Any]:
    kids = parent.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _deprecated(pdf: pikepdf.Pdf) -> Iterator[str]:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            keys = {*one.keys(), *one.get("/Resources", {}).keys()}
            yield from (f"{key} is there" for key in sorted(keys & DEPRECATED))


def _element(element: Any) -> Iterator[str]:
    if element.S == "/TOCI" and not any("/Ref" in one for one in (element, *_elements(element))):
        yield "TOCI does not say where it leads"
    if str(element.S) in OLDER_ONLY:
        return
    if "/NS" not in element or str(element.NS.NS) != NAMESPACE:
        yield f"{element.S} is not of the namespace of PDF 2.0"


def _destinations(pdf: pikepdf.Pdf, elements: set[Any]) -> Iterator[str]:
    """Every way to a place in the file leads to an element of its structure."""
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Dictionary):
            continue
        if "/Dest" in one:
            yield f"a destination without its element: {one.get('/Title', one.get('/Contents'))}"
        action = one.get("/A")
        if isinstance(action, pikepdf.Dictionary) and action.get("/S") == "/GoTo":
            if "/D" not in action:
                yield "an action without a page for older readers"
            if action.SD[0].objgen not in elements:
                yield "an action leads to no element of the structure"
