"""A tagged PDF in; its structure as indented text, and what veraPDF does not see is wrong, out.

veraPDF accepts a parent tree that names the wrong element, real text marked as artifact, a figure
without a box and a file name as alternate text: all of these are faults here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from tests.tools import tongue
from tests.tools.marked import PageMarks, marks

FILE_NAME = re.compile(r"[\w-]+\.(png|jpe?g|svg|gif|webp|pdf)", re.IGNORECASE)
BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "LBody", "TH", "TD", "Caption"}


@dataclass(slots=True)
class Tagged:
    """A PDF taken apart: page marks, parent tree, and the elements that own each sequence."""

    pdf: pikepdf.Pdf
    pages: list[PageMarks]
    parents: dict[int, Any]
    owners: dict[tuple[int, int], Any] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def opened(path: Path) -> Tagged:
    """Read a file. Raises AttributeError if it is not tagged."""
    pdf = pikepdf.open(path)
    root = pdf.Root.StructTreeRoot
    numbers = list(root.ParentTree.Nums)
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    return Tagged(pdf, [marks(page) for page in pdf.pages], parents)


def faults(path: Path) -> list[str]:
    """Everything wrong with the structure; an empty list is a pass."""
    tagged = opened(path)
    page_of = {page.obj.objgen: number for number, page in enumerate(tagged.pdf.pages)}
    for kid in _kids(tagged.pdf.Root.StructTreeRoot):
        _collect(kid, page_of, tagged)
    for number, page in enumerate(tagged.pdf.pages):
        tagged.faults += [f"page {number + 1}: {fault}" for fault in _page(number, page, tagged)]
    tagged.faults += _languages(tagged)
    return tagged.faults


_ENOUGH = 40
"""Words of a text that tell its language."""


def _languages(tagged: Tagged) -> Iterator[str]:
    """Text that is said to be in another language than it reads as."""
    page_of, texts = _texts(tagged)
    said: dict[str, str] = {}

    def listen(element: Any, language: str) -> None:
        language = str(element.get("/Lang", language))
        for kid in _kids(element):
            if isinstance(kid, int):
                text = texts.get((page_of[element.Pg.objgen], kid), "")
            elif kid.get("/Type") == "/MCR":
                text = texts.get((page_of[kid.Pg.objgen], int(kid.MCID)), "")
            else:
                if "/S" in kid:
                    listen(kid, language)
                continue
            said[language] = said.get(language, "") + text + "\n"

    for kid in _kids(tagged.pdf.Root.StructTreeRoot):
        listen(kid, str(tagged.pdf.Root.get("/Lang", "")))
    for language, text in said.items():
        found = tongue.spoken(text)
        if len(text.split()) >= _ENOUGH and found and found != language.partition("-")[0]:
            yield f"what is said to be {language or 'nothing'} reads as {found}"


def _collect(element: Any, page_of: dict[Any, int], tagged: Tagged) -> None:
    """Note the owner of every sequence, and look at the element itself."""
    tagged.faults += _element_faults(element)
    for kid in _kids(element):
        if isinstance(kid, int):
            tagged.owners[(page_of[element.Pg.objgen], kid)] = element
        elif kid.get("/Type") == "/MCR":
            tagged.owners[(page_of[kid.Pg.objgen], int(kid.MCID))] = element
        elif kid.get("/Type") != "/OBJR":
            if kid.P.objgen != element.objgen:
                tagged.faults.append(f"{kid.S} does not name its parent")
            _collect(kid, page_of, tagged)


def _element_faults(element: Any) -> Iterator[str]:
    tag = str(element.S).lstrip("/")
    alt = str(element.get("/Alt", ""))
    if tag == "Figure":
        if not alt.strip():
            yield "Figure without words"
        if not any("/BBox" in owner for owner in _attributes(element)):
            yield f"Figure without BBox: {alt}"
    if FILE_NAME.fullmatch(alt.strip()):
        yield f"words of {tag} are a file name: {alt}"
    if tag == "Link" and not any(
        not isinstance(kid, int) and kid.get("/Type") == "/OBJR" for kid in _kids(element)
    ):
        yield "Link without its annotation"


def _attributes(element: Any) -> list[Any]:
    found = element.get("/A")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _page(number: int, page: pikepdf.Page, tagged: Tagged) -> Iterator[str]:
    found = tagged.pages[number]
    yield from found.faults
    elements = tagged.parents.get(int(page.obj.StructParents), [])
    content = [sequence for sequence in found.sequences if sequence.mcid is not None]
    if [sequence.mcid for sequence in content] != list(range(len(content))):
        yield "MCIDs are not in painting order"
    if len(elements) != len(content):
        yield f"{len(content)} sequences, {len(elements)} in the parent tree"
    for sequence, element in zip(content, elements, strict=False):
        owner = tagged.owners.get((number, sequence.mcid or 0))
        if owner is None or owner.objgen != element.objgen:
            yield f"parent tree and element disagree on MCID {sequence.mcid}"
        if str(element.S) != f"/{sequence.tag}":
            yield f"MCID {sequence.mcid} is marked {sequence.tag}, and belongs to {element.S}"
        if not sequence.paints:
            yield f"MCID {sequence.mcid} paints nothing"
    for annotation in page.obj.get("/Annots", []):
        if "/StructParent" not in annotation:
            yield "an annotation does not name its element"
            continue
        element = tagged.parents[int(annotation.StructParent)]
        bound = (kid for kid in _kids(element) if not isinstance(kid, int))
        if all(kid.get("/Obj", annotation).objgen != annotation.objgen for kid in bound):
            yield "an annotation is not bound to its element"


def artifact_text(path: Path) -> list[str]:
    """The texts of all artifacts, page by page: running heads and repeated table heads only."""
    return [
        sequence.text
        for page in opened(path).pages
        for sequence in page.sequences
        if sequence.tag == "Artifact" and sequence.text.strip()
    ]


def tree(path: Path) -> str:
    """Every element on a line, indented, with its text, alternate text and attributes."""
    tagged = opened(path)
    page_of, texts = _texts(tagged)
    lines: list[str] = []
    for kid in _kids(tagged.pdf.Root.StructTreeRoot):
        lines += _lines(kid, 0, page_of, texts)
    return "\n".join(lines)


def said(path: Path) -> str:
    """All words in the order of the structure, as a screen reader says them, without those that
    stand in for pictures."""
    tagged = opened(path)
    page_of, texts = _texts(tagged)
    return "".join(
        text for kid in _kids(tagged.pdf.Root.StructTreeRoot) for text in _said(kid, page_of, texts)
    )


def _said(
    element: Any, page_of: dict[Any, int], texts: dict[tuple[int, int], str]
) -> Iterator[str]:
    if str(element.S).lstrip("/") in BLOCKS:
        yield "\n"
    for kid in _kids(element):
        if isinstance(kid, int):
            yield texts[(page_of[element.Pg.objgen], kid)]
        elif kid.get("/Type") == "/MCR":
            yield texts[(page_of[kid.Pg.objgen], int(kid.MCID))]
        elif kid.get("/Type") != "/OBJR":
            yield from _said(kid, page_of, texts)
    if str(element.S).lstrip("/") in BLOCKS:
        yield "\n"


def _texts(tagged: Tagged) -> tuple[dict[Any, int], dict[tuple[int, int], str]]:
    """Page numbers by object, and the text of each sequence by page and MCID."""
    page_of = {page.obj.objgen: number for number, page in enumerate(tagged.pdf.pages)}
    texts = {
        (number, sequence.mcid): sequence.text
        for number, page in enumerate(tagged.pages)
        for sequence in page.sequences
        if sequence.mcid is not None
    }
    return page_of, texts


def _lines(
    element: Any, depth: int, page_of: dict[Any, int], texts: dict[tuple[int, int], str]
) -> Iterator[str]:
    words: list[str] = []
    below: list[str] = []
    run = ""
    for kid in _kids(element):
        if isinstance(kid, int):
            run += texts[(page_of[element.Pg.objgen], kid)]
        elif kid.get("/Type") == "/MCR":
            run += texts[(page_of[kid.Pg.objgen], int(kid.MCID))]
        elif kid.get("/Type") == "/OBJR":
            told = f"field: {kid.Obj.TU}" if "/TU" in kid.Obj else "annotation"
            words.append(f"({told})")
        else:
            below += [f"{'  ' * (depth + 1)}{run!r}"] if run and below else []
            words += [repr(run)] if run and not below else []
            run = ""
            below += _lines(kid, depth + 1, page_of, texts)
    if run:
        (below if below else words).append(f"{'  ' * (depth + 1)}{run!r}" if below else repr(run))
    yield " ".join([f"{'  ' * depth}{str(element.S).lstrip('/')}", *_described(element), *words])
    yield from below


def _described(element: Any) -> Iterator[str]:
    for name in ("Alt", "ActualText", "Lang"):
        if f"/{name}" in element:
            yield f"{name}={str(element[f'/{name}'])!r}"
    for owner in _attributes(element):
        for key in owner:
            if key not in {"/O", "/BBox", "/Placement"}:
                yield f"{key.lstrip('/')}={str(owner[key]).lstrip('/')}"


def _kids(element: Any) -> list[Any]:
    """An element's kids; a number is an MCID on the element's page."""
    found = element.get("/K")
    kids = list(found) if isinstance(found, pikepdf.Array) else [found] if found is not None else []
    return [kid if isinstance(kid, pikepdf.Dictionary) else int(kid) for kid in kids]
