"""Notes pages: every slide of a deck with what its speaker says, for the one who leads a class."""

from __future__ import annotations

from msgspec import Struct

from careleaf.model.clinic import FontFile
from careleaf.model.deck import Deck
from careleaf.model.leaflet import Masthead, Paper
from careleaf.source import Span


class NotesPages(Struct, frozen=True, kw_only=True):
    """A page a slide, and more where a slide has long notes."""

    at: Span
    """The top of the topic's file: for problems of the whole."""
    deck: Deck
    paper: Paper
    masthead: Masthead
    footer: str
    """Topic and version, at the foot of every page."""
    fonts: tuple[FontFile, ...] = ()
    """The clinic's own, for what ours lack."""
