"""A composed deck in; the same slides by python-pptx's own calls, one shape at a time, out.

What our own slide writer is measured against. It is kind to python-pptx: an icon, which ours draws
as a native shape, is one small picture here, decoded beforehand, and links, languages, alt text and
custom line ends are left out.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PIL import Image as Raster
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

from careleaf.model.deck import (
    Box,
    Deck,
    Group,
    Illustration,
    Image,
    Panel,
    Paragraph,
    Piece,
    Placed,
    PlacedTable,
    Placeholder,
    Rule,
    SoftBreak,
    Text,
)
from careleaf.theme import Theme

_FORMS = {
    "rectangle": MSO_SHAPE.RECTANGLE,
    "round": MSO_SHAPE.ROUNDED_RECTANGLE,
    "ellipse": MSO_SHAPE.OVAL,
}


def plain(deck: Deck, theme: Theme, template: bytes, png: Callable[[Illustration], bytes]) -> bytes:
    """The deck's slides on a template of its own layouts, in their order. `png` draws figures."""
    presentation: Any = Presentation(io.BytesIO(template))
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    for slide in deck.slides:
        made = presentation.slides.add_slide(layouts[slide.layout])
        _draw(made.shapes, slide.shapes, theme, png)
        made.notes_slide.notes_text_frame.text = "\n".join(slide.notes)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def _draw(
    shapes: Any, placed: tuple[Placed, ...], theme: Theme, png: Callable[[Illustration], bytes]
) -> None:
    for shape in placed:
        match shape:
            case Text():
                _text(shapes, shape, theme)
            case Panel():
                _panel(shapes, shape, theme)
            case Rule():
                ends = (Pt(shape.x), Pt(shape.y), Pt(shape.to_x), Pt(shape.to_y))
                line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends).line
                line.color.rgb, line.width = _rgb(shape.colour, theme), Pt(shape.width)
            case PlacedTable():
                _table(shapes, shape, theme)
            case Group():
                _draw(shapes.add_group_shape().shapes, shape.shapes, theme, png)
            case Illustration():
                shapes.add_picture(io.BytesIO(png(shape)), *_at(shape.box))
            case Image():
                shapes.add_picture(io.BytesIO(shape.picture.data), *_at(shape.box))
            case _:
                shapes.add_picture(io.BytesIO(_dot()), *_at(shape.box))


def _text(shapes: Any, text: Text, theme: Theme) -> None:
    if text.placeholder is Placeholder.TITLE and shapes.title is not None:
        frame = shapes.title.text_frame
    else:
        frame = shapes.add_textbox(*_at(text.box)).text_frame
    frame.word_wrap = True
    for n, paragraph in enumerate(text.paragraphs):
        into = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        _paragraph(into, paragraph, theme)


def _paragraph(into: Any, paragraph: Paragraph, theme: Theme) -> None:
    into.line_spacing = Pt(paragraph.lead)
    for part in paragraph.parts:
        if isinstance(part, SoftBreak):
            into.add_line_break()
            continue
        run = into.add_run()
        run.text = part.text if isinstance(part, Piece) else "1"
        font = run.font
        font.size, font.bold = Pt(paragraph.size), isinstance(part, Piece) and part.bold
        colour = (part.colour if isinstance(part, Piece) else None) or paragraph.colour
        font.color.rgb = _rgb(colour, theme)


def _panel(shapes: Any, panel: Panel, theme: Theme) -> None:
    shape = shapes.add_shape(_FORMS[panel.form], *_at(panel.box))
    if panel.fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(panel.fill, theme)
    else:
        shape.fill.background()
    if panel.edge:
        shape.line.color.rgb, shape.line.width = _rgb(panel.edge, theme), Pt(panel.edge_width)
    else:
        shape.line.fill.background()
    if panel.words:
        _paragraph(shape.text_frame.paragraphs[0], panel.words, theme)


def _table(shapes: Any, placed: PlacedTable, theme: Theme) -> None:
    size = (len(placed.rows), len(placed.columns))
    table = shapes.add_table(*size, *_at(placed.box)).table
    for column, width in zip(table.columns, placed.columns, strict=True):
        column.width = Pt(width)
    for row, planned in zip(table.rows, placed.rows, strict=True):
        row.height = Pt(planned.height)
        for cell, words in zip(row.cells, planned.cells, strict=True):
            for n, paragraph in enumerate(words.paragraphs):
                frame = cell.text_frame
                _paragraph(
                    frame.paragraphs[0] if n == 0 else frame.add_paragraph(), paragraph, theme
                )


def _at(box: Box) -> tuple[int, int, int, int]:
    return Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height)


def _rgb(paint: str, theme: Theme) -> Any:
    colour = paint if paint.startswith("#") else theme.colour(paint)
    made: Any = RGBColor
    return made(*bytes.fromhex(colour.removeprefix("#")))


@lru_cache(maxsize=1)
def _dot() -> bytes:
    out = io.BytesIO()
    Raster.new("RGB", (48, 48), "#264a6e").save(out, "PNG")
    return out.getvalue()
