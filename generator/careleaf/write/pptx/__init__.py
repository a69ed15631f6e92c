"""A deck, a theme and a language in; the bytes of a .pptx file out.

python-pptx opens a template made here from text and owns the package. Slides are written as XML in
one go: its own calls for one shape at a time cost five times as long.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from careleaf.figure.twins import twins
from careleaf.language import Language
from careleaf.model.deck import Deck, Layout, Template
from careleaf.problem import Problem
from careleaf.theme import Theme
from careleaf.write.pptx.archive import archive
from careleaf.write.pptx.lint import lint_charts, lint_presentation, lint_slide
from careleaf.write.pptx.media import Illustrator
from careleaf.write.pptx.palette import Palette, adopted
from careleaf.write.pptx.sections import add_sections
from careleaf.write.pptx.slides import SlideParts
from careleaf.write.pptx.template import package
from careleaf.write.pptx.text_body import TextStyle


def write(
    deck: Deck, theme: Theme, language: Language, illustrate: Illustrator = twins
) -> tuple[bytes, list[Problem]]:
    """Draw every slide. The same deck gives the same bytes. Whoever has drawn a picture before may
    give an `illustrate` that remembers it."""
    template = deck.template
    palette = Palette(theme)
    if template.file:
        palette = Palette(theme, adopted(theme, template.colours))
    style = TextStyle.of(language, palette, deck.direction, template.width)
    presentation: Any = Presentation(io.BytesIO(template.file or package(template.layouts, style)))
    problems = _add_slides(presentation, deck, style, illustrate)
    if deck.slides:
        problems += lint_presentation(presentation, deck.slides[0])
    add_sections(presentation, deck.slides)
    _describe(presentation, deck, language)
    return archive(presentation.part.package), problems


def write_template(template: Template, theme: Theme, language: Language, *, potx: bool) -> bytes:
    """Our own layouts without slides, for a designer to start from; `potx` makes it a template, of
    which PowerPoint opens copies."""
    style = TextStyle.of(language, Palette(theme), language.direction)
    presentation: Any = Presentation(io.BytesIO(package(template.layouts, style)))
    core = presentation.core_properties
    core.title = core.author = core.last_modified_by = "Careleaf"
    core.created = core.modified = _NO_DAY
    return archive(presentation.part.package, potx=potx)


_NO_DAY = datetime(2000, 1, 1)
"""A template is of no day: the same code makes the same file."""


def _add_slides(
    presentation: Any, deck: Deck, style: TextStyle, illustrate: Illustrator
) -> list[Problem]:
    """All slides and their notes. What a screen reader would miss in them."""
    main = presentation.part
    layouts = {plan.name: (plan, part) for plan, part in _layouts(presentation, deck.template)}
    notes_master = main.part_related_by(RELATIONSHIP_TYPE.NOTES_MASTER)
    parts = SlideParts(main.package, deck.slides, style, illustrate)
    problems: list[Problem] = []
    listed = presentation.slides._sldIdLst
    first = listed._next_id
    for n, slide in enumerate(deck.slides):
        plan, layout_part = layouts[slide.layout]
        xml = parts.fill(n, slide, plan, layout_part)
        notes = parts.add_notes(n, slide, notes_master)
        problems += lint_slide(slide, xml, notes, right_to_left=style.right_to_left)
        if style.right_to_left:
            problems += lint_charts(slide, parts.charts_of(n))
        # Not relate_to: that looks through all slides so far for one that cannot be there.
        relation = main.rels._add_relationship(RELATIONSHIP_TYPE.SLIDE, parts.parts[n])
        # Not add_sldId, for the same reason.
        listed._add_sldId(id=first + n, rId=relation)
    return problems


def _layouts(presentation: Any, template: Template) -> Iterator[tuple[Layout, Any]]:
    """Each layout with its part: our own in their order, a clinic's by the names of their parts."""
    if not template.file:
        shown = [layout.part for layout in presentation.slide_layouts]
        yield from zip(template.layouts, shown, strict=True)
        return
    masters = presentation.slide_masters
    parts = {str(one.part.partname): one.part for own in masters for one in own.slide_layouts}
    for layout in template.layouts:
        yield layout, parts[layout.part]


def _describe(presentation: Any, deck: Deck, language: Language) -> None:
    """Core properties: nothing of the machine or the day."""
    core = presentation.core_properties
    core.title = _property(deck.title)
    core.subject = _property(deck.subtitle)
    core.author = "Careleaf"
    core.last_modified_by = _property(deck.publisher)
    core.language = language.code
    core.revision = 1
    core.created = core.modified = datetime.combine(deck.written, time())


_MOST_OF_PROPERTY = 255
"""Characters, by python-pptx and by Office itself."""


def _property(words: str) -> str:
    """As much of it as a property of the file may hold: the slides have it whole."""
    if len(words) <= _MOST_OF_PROPERTY:
        return words
    return f"{words[: _MOST_OF_PROPERTY - 1].rstrip()}\u2026"
