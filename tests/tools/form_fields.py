"""A PDF to fill in; its fields, and what is wrong with them, out.

veraPDF asks for a tag, words and an embedded font. That words and names are each field's own, that
ticks can be seen and unseen, that nothing is sent, and that no reader is left to draw what the file
does not hold: these are faults here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pikepdf

LEAST = 12.0
"""Points: a smaller box cannot be met with a finger or an unsteady hand."""
ACTIVE = {"/A", "/AA", "/JS", "/JavaScript", "/XFA", "/NeedAppearances", "/SubmitForm"}
PRINTED = 4
"""Annotation flag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """A field's place: page from 0, its kind ("/Tx", "/Btn"), the full name, and what readers are
    told of it."""

    page: int
    kind: str
    name: str
    says: str
    box: tuple[float, float, float, float]
    raw: Any

    @property
    def on(self) -> str:
        """For a box or an answer: the name of its look when it is on; empty for a line."""
        looks = self.raw.AP.N
        if not isinstance(looks, pikepdf.Dictionary) or isinstance(looks, pikepdf.Stream):
            return ""
        return next(key for key in looks.keys() if key != "/Off")  # noqa: SIM118 - no dict


def widgets(pdf: pikepdf.Pdf) -> list[Widget]:
    """All of them, in the order of the pages' annotations."""
    return [
        Widget(
            page=number,
            kind=str(_inherited(one, "/FT")),
            name=_name(one),
            says=str(one.get("/TU", "")),
            box=tuple(float(side) for side in one.Rect),  # type: ignore[arg-type]
            raw=one,
        )
        for number, page in enumerate(pdf.pages)
        for one in page.get("/Annots", [])
        if one.Subtype == "/Widget"
    ]


def _inherited(field: Any, key: str) -> Any:
    return field[key] if key in field or "/Parent" not in field else _inherited(field.Parent, key)


def _name(field: Any) -> str:
    own = str(field.get("/T", ""))
    if "/Parent" not in field:
        return own
    return ".".join(filter(None, (_name(field.Parent), own)))


def faults(path: Path) -> list[str]:
    """Everything wrong with the fields of a file; an empty list is a pass."""
    with pikepdf.open(path) as pdf:
        found = widgets(pdf)
        return [
            *_form(pdf, found),
            *_alike(found),
            *_overlapping(found),
            *(fault for one in found for fault in _widget(one, pdf)),
        ]


def _form(pdf: pikepdf.Pdf, found: list[Widget]) -> Iterator[str]:
    form = pdf.Root.AcroForm
    roots = {field.objgen for field in form.Fields}
    if roots != {one.raw.get("/Parent", one.raw).objgen for one in found}:
        yield "the form does not list the fields that are on the pages"
    for one in (form, *pdf.objects):
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") != "/Annot":
            yield from (f"the file has {key}" for key in sorted(ACTIVE - {"/A", "/AA"} & {*one}))
    for one in found:
        yield from (f"{one.name} has {key}" for key in sorted(ACTIVE & {*one.raw}))
    for page in pdf.pages:
        if page.obj.get("/Tabs") != "/S":
            yield "a page's fields are not visited in the order of the structure"


def _alike(found: list[Widget]) -> Iterator[str]:
    names = Counter(one.name for one in found if "/Parent" not in one.raw)
    told = Counter(one.says for one in found)
    yield from (f"{count} fields are named {name}" for name, count in names.items() if count > 1)
    yield from (f"{count} fields say: {says}" for says, count in told.items() if count > 1)


def _overlapping(found: list[Widget]) -> Iterator[str]:
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            if one.page == other.page and _touch(one.box, other.box):
                yield f"{one.name} lies on {other.name}"


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _widget(one: Widget, pdf: pikepdf.Pdf) -> Iterator[str]:
    left, bottom, right, top = one.box
    page = [float(side) for side in pdf.pages[one.page].MediaBox]
    if not one.says.strip() or str(one.raw.Contents) != one.says:
        yield f"{one.name} does not say what it is for"
    if not one.name or any(not (letter.isalnum() or letter in "-.") for letter in one.name):
        yield f"'{one.name}' is no plain name"
    if min(right - left, top - bottom) < LEAST:
        yield f"{one.name} is {right - left:.0f} x {top - bottom:.0f} points"
    if left < page[0] or bottom < page[1] or right > page[2] or top > page[3]:
        yield f"{one.name} is not on its page"
    if not int(one.raw.F) & PRINTED:
        yield f"{one.name} is not printed"
    yield from _typed(one, pdf) if one.kind == "/Tx" else _switched(one)


def _typed(one: Widget, pdf: pikepdf.Pdf) -> Iterator[str]:
    font, size, operator, *_ = str(one.raw.DA).split()
    fonts = pdf.Root.AcroForm.DR.Font
    high = one.box[3] - one.box[1]
    if operator != "Tf" or not LEAST <= float(size) <= high - 4:
        yield f"{one.name} is typed in {size} points and {high:.0f} points high"
    if font not in fonts:
        yield f"{one.name} is typed in a font that is not there"
        return
    [descendant] = list(fonts[font].DescendantFonts)
    if "/FontFile2" not in descendant.FontDescriptor or "+" in str(fonts[font].BaseFont):
        yield f"{one.name} is typed in a font that is not whole in the file"
    if not isinstance(one.raw.get("/AP", {}).get("/N"), pikepdf.Stream):
        yield f"{one.name} has no look"


def _switched(one: Widget) -> Iterator[str]:
    looks = one.raw.AP.N
    if not looks[one.on].read_bytes().strip() or looks.Off.read_bytes().strip():
        yield f"{one.name} looks the same on and off"
    if one.raw.AS != "/Off":
        yield f"{one.name} is on"


def order_faults(path: Path) -> list[str]:
    """Fields that the structure does not name in the order in which they stand on their page."""
    with pikepdf.open(path) as pdf:
        there = {one.raw.objgen: (one.page, one.name) for one in widgets(pdf)}
        told = [there[ref.Obj.objgen] for ref in _bound(pdf.Root.StructTreeRoot)]
        on_page = [(one.page, one.name) for one in widgets(pdf)]
        pairs = zip_longest(told, on_page)
        return [f"{one} is told where {other} stands" for one, other in pairs if one != other]


def _bound(parent: Any) -> Iterator[Any]:
    kids = parent.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            continue
        if kid.get("/Type") == "/OBJR" and kid.Obj.Subtype == "/Widget":
            yield kid
        elif "/S" in kid:
            yield from _bound(kid)
