"""The text of a topic in; its notes pages, and what is on each of their pages, out."""

from __future__ import annotations

from pathlib import Path

from careleaf.compose.notes_pages import compose_notes_pages
from careleaf.model.clinic import Clinic
from careleaf.model.leaflet import Paper
from careleaf.model.notes_pages import NotesPages
from careleaf.theme import default_theme
from careleaf.write.pdf import write_notes_pages
from tests.tools.decks import ENGLISH, composed, prepared
from tests.tools.topics import CLINIC


def notes_pages(text: str, *, clinic: Clinic = CLINIC, paper: Paper = "letter") -> NotesPages:
    """The notes pages of a whole topic file that reads without mistakes."""
    deck = composed(text, clinic=clinic)
    return compose_notes_pages(prepared(text, clinic=clinic), deck, ENGLISH, paper=paper)


def drawn(pages: NotesPages, path: Path) -> Path:
    """The file of notes pages, in which every character has a glyph."""
    written = write_notes_pages(pages, default_theme(), ENGLISH)
    assert written.problems == []
    path.write_bytes(written.data)
    return path
