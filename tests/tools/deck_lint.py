"""A deck in; what would trouble a reader or a screen reader and no schema forbids, out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

BODY_SIZE = 20
"""Points: the least size of text in the body of a slide."""

SMALL_PRINT = 12
"""Points: the least size of the footer and of a source line."""

FOOTER_FROM = 0.85
"""Share of the slide's height below which text may be small print."""

CREDITS = frozenset({"Source", "Credit", "Address"})
"""Names of text that says where a number or a picture comes from, or what a code says."""

FOOTER = frozenset({PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER})
DRAWN = (qn("p:pic"), qn("p:graphicFrame"), qn("p:grpSp"))


def lint(path: Path) -> list[str]:
    """One line for each finding, the slide's number first; an empty list is a clean deck."""
    presentation = Presentation(str(path))
    found = list(_document(presentation))
    for number, slide in enumerate(presentation.slides, 1):
        found += [f"slide {number}: {fault}" for rule in RULES for fault in rule(slide)]
    return found


def _document(presentation: Any) -> Iterator[str]:
    root = presentation.part._element
    noted = any(slide.has_notes_slide for slide in presentation.slides)
    if noted and root.find(qn("p:notesMasterIdLst")) is None:
        yield "no notesMasterIdLst: Keynote loses the notes"
    if not presentation.core_properties.title:
        yield "no document title"
    if not presentation.core_properties.language:
        yield "no document language"
    yield from _sections(presentation)
    titles = Counter(_title(slide) for slide in presentation.slides)
    yield from (f"title used {n} times: {title!r}" for title, n in titles.items() if n > 1)


def _sections(presentation: Any) -> Iterator[str]:
    """Every slide is in one section, in the order of the deck, and every section has a name."""
    root = presentation.part._element
    listed = root.xpath("./p:extLst//*[local-name()='sldId']/@id")
    slides = [str(slide.slide_id) for slide in presentation.slides]
    if listed != slides:
        yield "sections do not hold each slide once, in order"
    sections = root.xpath("./p:extLst//*[local-name()='section']")
    yield from ("a section without a name" for one in sections if not one.get("name"))
    if len({one.get("id") for one in sections}) < len(sections):
        yield "two sections have the same id"


def _title(slide: Any) -> str:
    return slide.shapes.title.text_frame.text.strip() if slide.shapes.title is not None else ""


def _title_comes_first(slide: Any) -> Iterator[str]:
    """A screen reader reads shapes in drawing order; decoration may lie below the title."""
    if not _title(slide):
        yield "no title"
        return
    title = slide.shapes.title._element
    for element in slide.shapes._spTree:
        if element is title:
            return
        if _properties(element) is not None and not _is_decorative(element):
            yield f"{_properties(element).get('name')!r} is read before the title"


def _ids_are_unique(slide: Any) -> Iterator[str]:
    ids = Counter(element.get("id") for element in slide._element.iter(qn("p:cNvPr")))
    yield from (f"shape id {key} used {n} times" for key, n in ids.items() if n > 1)


def _drawings_have_words(slide: Any) -> Iterator[str]:
    for element in _read(slide.shapes._spTree):
        if element.tag not in DRAWN or _is_decorative(element):
            continue
        properties = _properties(element)
        if not (properties.get("descr") or "").strip() and not _has_text(element):
            yield f"no alt text: {properties.get('name')!r}"


def _wordless_shapes_are_decoration(slide: Any) -> Iterator[str]:
    """A shape with no words is announced by its name only, unless it is marked as decoration."""
    for element in _read(slide.shapes._spTree):
        if element.tag not in (qn("p:sp"), qn("p:cxnSp")):
            continue
        properties = _properties(element)
        if not (_has_text(element) or properties.get("descr") or _is_decorative(element)):
            yield f"neither words, alt text nor decoration: {properties.get('name')!r}"


def _read(tree: Any) -> Iterator[Any]:
    """Each shape that a screen reader meets. It reads a group with a description as one picture,
    and what is in any other group one by one."""
    for element in tree:
        if element.tag == qn("p:grpSp") and not (_properties(element).get("descr") or "").strip():
            yield from _read(element)
        elif _properties(element) is not None:
            yield element


def _placeholders_are_filled(slide: Any) -> Iterator[str]:
    for shape in slide.placeholders:
        if shape.placeholder_format.type in FOOTER or not shape.has_text_frame:
            continue
        if not shape.text_frame.text.strip():
            yield f"empty placeholder: {shape.name!r}"


def _tables_have_header_rows(slide: Any) -> Iterator[str]:
    for table in slide._element.iter(qn("a:tbl")):
        properties = table.find(qn("a:tblPr"))
        if properties is None or properties.get("firstRow") != "1":
            yield "table without a header row"


def _runs_have_a_language(slide: Any) -> Iterator[str]:
    roots = [slide._element]
    if slide.has_notes_slide:
        roots.append(slide.notes_slide._element)
    for run in (run for root in roots for run in root.iter(qn("a:r"), qn("a:fld"))):
        properties = run.find(qn("a:rPr"))
        if properties is None or not properties.get("lang"):
            yield f"no language: {run.findtext(qn('a:t'))!r}"


def _words_run_the_way_they_are_read(slide: Any) -> Iterator[str]:
    """A paragraph that begins with a letter from right to left, and a table of such."""
    for paragraph in slide._element.iter(qn("a:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qn("a:t")))
        strong = (way for way in map(unicodedata.bidirectional, text) if way in ("L", "R", "AL"))
        properties = paragraph.find(qn("a:pPr"))
        says = properties is not None and properties.get("rtl") == "1"
        if next(strong, "L") != "L" and not says:
            yield f"does not run from right to left: {text!r}"
    for table in slide._element.iter(qn("a:tbl")):
        turned = {one.get("rtl") for one in table.iter(qn("a:pPr"))}
        if turned == {"1"} and table.find(qn("a:tblPr")).get("rtl") != "1":
            yield "a table from right to left has its first column at the left"


def _links_have_the_colour_of_their_words(slide: Any) -> Iterator[str]:
    """Else PowerPoint takes the theme's one colour for links, whatever they stand on."""
    for link in slide._element.iter(qn("a:hlinkClick")):
        if not link.xpath(".//*[local-name()='hlinkClr' and @val='tx']"):
            yield f"a link in the theme's colour: {link.getparent().getnext().text!r}"


def _text_is_large(slide: Any) -> Iterator[str]:
    """Every run says its size or takes the layout's; what is said must be large enough. Text low
    on the slide, in the footer's zone, and where sources are named, may be small print."""
    for shape in slide.shapes:
        small = _is_footer(shape, slide) or shape.name in CREDITS
        least = SMALL_PRINT if small else BODY_SIZE
        for run in shape._element.iter(qn("a:r")):
            properties = run.find(qn("a:rPr"))
            size = int(properties.get("sz") or 0) / 100 if properties is not None else 0
            if 0 < size < least:
                yield f"{size:g} pt is less than {least} pt: {run.findtext(qn('a:t'))!r}"


def _has_notes(slide: Any) -> Iterator[str]:
    if not slide.has_notes_slide or not slide.notes_slide.notes_text_frame.text.strip():
        yield "no speaker notes"


def _is_footer(shape: Any, slide: Any) -> bool:
    if shape.is_placeholder and shape.placeholder_format.type in FOOTER:
        return True
    height: int = slide.part.package.presentation_part.presentation.slide_height
    return bool(shape.top is not None and shape.top > height * FOOTER_FROM)


def _properties(element: Any) -> Any:
    """The `p:cNvPr` of a shape, picture, frame, group or connector; None for anything else."""
    found = element.xpath("./*/p:cNvPr")
    return found[0] if found else None


def _is_decorative(element: Any) -> bool:
    return bool(element.xpath("./*/p:cNvPr//*[local-name()='decorative' and @val='1']"))


def _has_text(element: Any) -> bool:
    return any((text.text or "").strip() for text in element.iter(qn("a:t")))


RULES: tuple[Callable[[Any], Iterator[str]], ...] = (
    _title_comes_first,
    _ids_are_unique,
    _drawings_have_words,
    _wordless_shapes_are_decoration,
    _placeholders_are_filled,
    _tables_have_header_rows,
    _runs_have_a_language,
    _words_run_the_way_they_are_read,
    _links_have_the_colour_of_their_words,
    _text_is_large,
    _has_notes,
)
