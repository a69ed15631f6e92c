"""A manuscript and its deck in; the pages for whoever leads the class out."""

from __future__ import annotations

from careleaf.compose.leaflet import footer, masthead
from careleaf.language import Language
from careleaf.model.deck import Deck
from careleaf.model.leaflet import Paper
from careleaf.model.manuscript import Manuscript
from careleaf.model.notes_pages import NotesPages


def compose_notes_pages(
    ready: Manuscript, deck: Deck, language: Language, *, paper: Paper
) -> NotesPages:
    """The slides as they are, under the head and over the foot of the handout."""
    return NotesPages(
        at=ready.at,
        deck=deck,
        paper=paper,
        masthead=masthead(ready),
        footer=footer(ready, language),
        fonts=ready.clinic.fonts,
    )
