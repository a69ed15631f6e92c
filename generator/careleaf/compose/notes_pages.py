"""A manuscript and its deck in; the pages for whoever leads the class out."""

from __future__ import annotations

from careleaf.language import Language
from careleaf.model.deck import Deck
from careleaf.model.leaflet import Masthead, Paper
from careleaf.model.manuscript import Manuscript
from careleaf.model.notes_pages import NotesPages


def compose_notes_pages(
    ready: Manuscript, deck: Deck, language: Language, *, paper: Paper
) -> NotesPages:
    """The slides as they are, under the head and over the foot of the handout."""
    clinic = ready.clinic
    footer = language.say("{title}. Version {version}.", title=ready.title, version=ready.version)
    return NotesPages(
        at=ready.at,
        deck=deck,
        paper=paper,
        masthead=Masthead(
            at=clinic.at,
            clinic=clinic.name,
            tagline=clinic.tagline,
            logo=clinic.logo,
            draft=ready.standing,
        ),
        footer=footer,
    )
