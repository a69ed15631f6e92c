"""A right PDF in; copies of it with one defect each, out: what checkers must find.

The first 22 are those of the study that the PDF writer was designed by; the rest are of forms and
of PDF 2.0."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Defect = Callable[[pikepdf.Pdf], object]


def planted(source: Path, defects: dict[str, Defect], folder: Path) -> dict[str, Path]:
    """A file for each defect, by its name. Each differs from the source saved as it is."""
    found: dict[str, Path] = {}
    sound = _saved(source, lambda _: None, folder / "sound.pdf").read_bytes()
    for number, (name, spoil) in enumerate(defects.items()):
        path = folder / f"{number:02}-{re.sub(r'[^a-z0-9]+', '-', name.lower())}.pdf"
        found[name] = _saved(source, spoil, path)
        assert path.read_bytes() != sound, name
    return found


def _saved(source: Path, spoil: Defect, path: Path) -> Path:
    with pikepdf.open(source) as pdf:
        spoil(pdf)
        pdf.save(path, static_id=True)
    return path


def elements(parent: Any) -> Iterator[Any]:
    """All below one, in reading order."""
    kids = parent.get("/K", [])
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def _all(pdf: pikepdf.Pdf, tag: str) -> list[Any]:
    return [one for one in elements(pdf.Root.StructTreeRoot) if f"/{tag}" == one.S]


def _retagged(tag: str, other: str) -> Defect:
    def spoil(pdf: pikepdf.Pdf) -> None:
        _all(pdf, tag)[0].S = Name(f"/{other}")

    return spoil


def _without(key: str, where: Callable[[pikepdf.Pdf], list[Any]]) -> Defect:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for one in where(pdf):
            del one[key]

    return spoil


def _annotations(kind: str) -> Callable[[pikepdf.Pdf], list[Any]]:
    def found(pdf: pikepdf.Pdf) -> list[Any]:
        every = (one for page in pdf.pages for one in page.get("/Annots", []))
        return [next(one for one in every if one.Subtype == f"/{kind}")]

    return found


def _streamed(change: Callable[[bytes], bytes]) -> Defect:
    """The first page's painting changed."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        old = page.Contents.read_bytes()
        new = change(old)
        assert new != old
        page.Contents = pdf.make_stream(new)

    return spoil


def _linking(pdf: pikepdf.Pdf) -> list[Any]:
    """The first page with annotations."""
    return [next(page.obj for page in pdf.pages if "/Annots" in page)]


def _fonts(pdf: pikepdf.Pdf) -> list[Any]:
    fonts = pdf.pages[0].Resources.Font
    return [font for font in fonts.values() if "/ToUnicode" in font]


def _set(where: Callable[[pikepdf.Pdf], Any], key: str, value: object) -> Defect:
    def spoil(pdf: pikepdf.Pdf) -> None:
        where(pdf)[key] = value

    return spoil


def _swapped(pdf: pikepdf.Pdf) -> None:
    """The first two sequences that belong to different elements of one type change their owners."""
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    for place, one in enumerate(owners):
        for other in range(place + 1, len(owners)):
            if one.S == owners[other].S and one.objgen != owners[other].objgen:
                owners[place] = owners[other]
                return


def _reversed(pdf: pikepdf.Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K[0]
    document.K = Array(list(document.K)[::-1])


_FIRST_TEXT = re.compile(rb"/P <<\s*/MCID \d+\s*>> BDC")

STUDIED: dict[str, Defect] = {
    "no language": _without("/Lang", lambda pdf: [pdf.Root]),
    "no metadata": _without("/Metadata", lambda pdf: [pdf.Root]),
    "title not shown": _without("/DisplayDocTitle", lambda pdf: [pdf.Root.ViewerPreferences]),
    "not said to be tagged": _without("/MarkInfo", lambda pdf: [pdf.Root]),
    "figure without words": _without("/Alt", lambda pdf: _all(pdf, "Figure")[:1]),
    "figure without its box": _without("/A", lambda pdf: _all(pdf, "Figure")[:1]),
    "no tab order": _without("/Tabs", _linking),
    "link without words": _without("/Contents", _annotations("Link")),
    "annotation without its element": _without("/StructParent", _annotations("Link")),
    "skipped heading": _retagged("H2", "H3"),
    "head cells without scope": _without("/A", lambda pdf: _all(pdf, "TH")),
    "paragraph in a list": _retagged("LI", "P"),
    "cells in no row": _retagged("TR", "Div"),
    "unmarked content": _streamed(lambda code: code + b"\nq 1 0 0 rg 10 10 5 5 re f Q\n"),
    "fonts without unicode": _without("/ToUnicode", _fonts),
    "unknown element": _retagged("P", "Foo"),
    "parent tree names another element": _swapped,
    "heading tagged as a paragraph": _retagged("H1", "P"),
    "words are a file's name": _set(
        lambda pdf: _all(pdf, "Figure")[0], "/Alt", String("IMG_0042.png")
    ),
    "reading order reversed": _reversed,
    "real text turned into an artifact": _streamed(
        lambda code: _FIRST_TEXT.sub(b"/Artifact BMC", code, count=1)
    ),
    "wrong language": _set(lambda pdf: pdf.Root, "/Lang", String("de")),
}


def _widget(pdf: pikepdf.Pdf) -> Any:
    return _annotations("Widget")(pdf)[0]


def _line(pdf: pikepdf.Pdf) -> Any:
    every = (one for page in pdf.pages for one in page.get("/Annots", []))
    return next(one for one in every if one.get("/FT") == "/Tx")


def _unbound(pdf: pikepdf.Pdf) -> None:
    del _all(pdf, "Form")[0]["/K"]


def _alike(pdf: pikepdf.Pdf) -> None:
    fields = pdf.Root.AcroForm.Fields
    fields[1].T = fields[0].T


def _told_alike(pdf: pikepdf.Pdf) -> None:
    fields = pdf.Root.AcroForm.Fields
    fields[1].TU = fields[1].Contents = fields[0].TU


def _sends(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    _widget(pdf).A = pdf.make_indirect(action)


def _unseen(pdf: pikepdf.Pdf) -> None:
    looks = _widget(pdf).AP.N
    looks["/Yes"] = looks.Off


def _without_font(pdf: pikepdf.Pdf) -> None:
    [descendant] = list(pdf.Root.AcroForm.DR.Font.Typed.DescendantFonts)
    del descendant.FontDescriptor["/FontFile2"]


def _out_of_order(pdf: pikepdf.Pdf) -> None:
    form, other = _all(pdf, "Form")[:2]
    form.K, other.K = other.K, form.K
    for one in (form, other):
        kids = one.K if isinstance(one.K, Array) else [one.K]
        pdf.Root.StructTreeRoot.ParentTree.Nums[_place(pdf, int(kids[0].Obj.StructParent))] = one


def _place(pdf: pikepdf.Pdf, key: int) -> int:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return next(at + 1 for at in range(0, len(numbers), 2) if int(numbers[at]) == key)


IN_FORMS: dict[str, Defect] = {
    "field without words": _without("/TU", lambda pdf: [_widget(pdf)]),
    "field in no form element": _unbound,
    "two fields of one name": _alike,
    "two fields told alike": _told_alike,
    "a script": _sends,
    "looks left to the reader": _set(lambda pdf: pdf.Root.AcroForm, "/NeedAppearances", True),
    "a tick that is not seen": _unseen,
    "no look at all": _without("/AP", lambda pdf: [_line(pdf)]),
    "typed in a font that is not there": _without_font,
    "fields told in another order": _out_of_order,
}


def _older_destination(pdf: pikepdf.Pdf) -> None:
    first = pdf.Root.Outlines.First
    first.Dest = first.A.D
    del first["/A"]


IN_TWO: dict[str, Defect] = {
    "bookmark without its element": _older_destination,
    "element without namespace": _without("/NS", lambda pdf: _all(pdf, "P")[:1]),
    "title in the old place": _set(lambda pdf: pdf.trailer.Info, "/Title", String("A title")),
    "old list of procedures": _set(
        lambda pdf: pdf.pages[0].Resources, "/ProcSet", Array([Name.PDF])
    ),
}
