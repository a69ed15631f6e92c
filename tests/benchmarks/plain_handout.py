"""What a leaflet says in; the same as a straightforward ReportLab program writes it, out.

Paragraphs, lists, tables and images in one column, as ReportLab's guide shows them. Kind to
ReportLab: untagged, one family of fonts, no panels, no icons; fonts are registered once a process
and pictures are PNG files of 200 dots an inch without transparency, made beforehand.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    Image,
    ListFlowable,
    ListItem,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from careleaf.theme.fontfiles import ATKINSON
from tests.benchmarks.told import Said, Shown, Told

Png = Callable[[Shown], bytes]

_WIDE = 504.0


@lru_cache(maxsize=1)
def _styles() -> dict[str, ParagraphStyle]:
    """Also registers the fonts, once."""
    regular, bold = ATKINSON.face(400), ATKINSON.face(700)
    for face in (regular, bold):
        pdfmetrics.registerFont(TTFont(face.name, str(face.path)))
    pdfmetrics.registerFontFamily(
        regular.name,
        normal=regular.name,
        bold=bold.name,
        italic=regular.name,
        boldItalic=bold.name,
    )
    body = ParagraphStyle("P", fontName=regular.name, fontSize=12, leading=17, spaceAfter=6)
    sizes = {"H1": 28, "H2": 20, "H3": 16, "H4": 14, "H5": 13, "H6": 12}
    heads = {
        tag: ParagraphStyle(
            tag,
            parent=body,
            fontName=bold.name,
            fontSize=size,
            leading=size * 1.25,
            spaceBefore=size / 2,
            keepWithNext=1,
        )
        for tag, size in sizes.items()
    }
    return {"P": body, **heads}


def plain_handout(said: Told, title: str, foot: str, png: Png) -> bytes:
    """The PDF, with the title and the foot on every page."""
    styles = _styles()
    out = io.BytesIO()

    def running(canvas: Any, document: Any) -> None:
        canvas.setFont(styles["P"].fontName, 9)
        canvas.drawString(54, 760, title)
        canvas.drawString(54, 30, foot)
        canvas.drawRightString(558, 30, f"Page {document.page}")

    template = SimpleDocTemplate(
        out,
        pagesize=letter,
        leftMargin=54,
        rightMargin=54,
        topMargin=54,
        bottomMargin=54,
        title=title,
        lang="en-US",
    )
    story = list(_flowables(said, styles, png))
    template.build(story, onFirstPage=running, onLaterPages=running)
    return out.getvalue()


def _flowables(said: Told, styles: dict[str, ParagraphStyle], png: Png) -> Iterator[Flowable]:
    if said.tag == "L":
        yield _list(said, styles, png)
        return
    if said.tag == "Table":
        yield from _table(said, styles)
        return
    if said.said:
        yield Paragraph(_markup(said.said), styles.get(said.tag, styles["P"]))
    if said.shown:
        yield Image(io.BytesIO(png(said.shown)), said.shown.width, said.shown.height)
    for kid in said.kids:
        yield from _flowables(kid, styles, png)


def _list(said: Told, styles: dict[str, ParagraphStyle], png: Png) -> Flowable:
    entries = [kid for kid in said.kids if kid.tag == "LI"]
    numbered = any(entry.label[:1].isdigit() for entry in entries)
    items: list[Any] = []
    for entry in entries:
        parts = [kid for kid in entry.kids if kid.tag != "Lbl"]
        words = Paragraph(_markup(entry.said), styles["P"]) if entry.said else None
        inside = [flow for part in parts for flow in _flowables(part, styles, png)]
        items.append(ListItem([words, *inside] if words else inside or [Spacer(1, 1)]))
    kind = "1" if numbered else "bullet"
    return ListFlowable(items, bulletType=kind, bulletFontName=styles["P"].fontName)


def _table(said: Told, styles: dict[str, ParagraphStyle]) -> Iterator[Flowable]:
    rows = [
        [Paragraph(_markup(cell.said), styles["P"]) for cell in row.kids]
        for row in said.rows()
        if row.kids
    ]
    for kid in said.kids:
        if kid.tag == "Caption":
            yield Paragraph(_markup(kid.said), styles["P"])
    if rows:
        columns = max(map(len, rows))
        look = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, HexColor("#888888"))])
        yield Table(rows, colWidths=[_WIDE / columns] * columns, style=look, repeatRows=1)


def _markup(said: tuple[Said, ...]) -> str:
    return "".join(map(_span, said))


def _span(said: Said) -> str:
    words = escape(said.text)
    if said.bold:
        words = f"<b>{words}</b>"
    if said.link and not said.link.startswith("#"):
        words = f'<link href="{escape(said.link)}">{words}</link>'
    return words
