"""A deck, a theme and a language in; the bytes of a .pptx file out.

python-pptx opens a template made here from text and owns the package. Slides are written as XML in
one go: its own calls for one shape at a time cost five times as long.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from careleaf.figure.twins import twins
from careleaf.language import Language
from careleaf.model.deck import Deck
from careleaf.problem import Problem
from careleaf.theme import Theme
from careleaf.write.pptx.archive import archive
from careleaf.write.pptx.lint import lint_presentation, lint_slide
from careleaf.write.pptx.media import Illustrator
from careleaf.write.pptx.palette import Palette
from careleaf.write.pptx.sections import add_sections
from careleaf.write.pptx.slides import SlideParts
from careleaf.write.pptx.template import package
from careleaf.write.pptx.text_body import TextStyle


def write(
    deck: Deck, theme: Theme, language: Language, illustrate: Illustrator = twins
) -> tuple[bytes, list[Problem]]:
    """Draw every slide. The same deck gives the same bytes. Whoever has drawn a picture before may
    give an `illustrate` that remembers it."""
    style = TextStyle(
        palette=Palette(theme),
        language=language.code,
        right_to_left=deck.direction == "rtl",
        link_to=_nowhere,
    )
    presentation: Any = Presentation(io.BytesIO(package(deck, style)))
    problems = _add_slides(presentation, deck, style, illustrate)
    if deck.slides:
        problems += lint_presentation(presentation, deck.slides[0])
    add_sections(presentation, deck.slides)
    _describe(presentation, deck, language)
    return archive(presentation.part.package), problems


def _nowhere(_: str) -> str:
    return ""


def _add_slides(
    presentation: Any, deck: Deck, style: TextStyle, illustrate: Illustrator
) -> list[Problem]:
    """All slides and their notes. What a screen reader would miss in them."""
    main = presentation.part
    layouts = {
        shown.name: (plan, shown.part)
        for plan, shown in zip(deck.template.layouts, presentation.slide_layouts, strict=True)
    }
    notes_master = main.part_related_by(RELATIONSHIP_TYPE.NOTES_MASTER)
    parts = SlideParts(main.package, deck.slides, style, illustrate)
    problems: list[Problem] = []
    for n, slide in enumerate(deck.slides):
        plan, layout_part = layouts[slide.layout]
        xml = parts.fill(n, slide, plan, layout_part)
        problems += lint_slide(slide, xml, parts.add_notes(n, slide, notes_master))
        # Not relate_to: that looks through all slides so far for one that cannot be there.
        relation = main.rels._add_relationship(RELATIONSHIP_TYPE.SLIDE, parts.parts[n])
        presentation.slides._sldIdLst.add_sldId(relation)
    return problems


def _describe(presentation: Any, deck: Deck, language: Language) -> None:
    """Core properties: nothing of the machine or the day."""
    core = presentation.core_properties
    core.title = deck.title
    core.subject = deck.subtitle
    core.author = deck.author
    core.last_modified_by = deck.author
    core.language = language.code
    core.revision = 1
    core.created = core.modified = datetime.combine(deck.written, time())
