"""One slide before it is drawn: a body with its title, its bar and its notes."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck.bar import Bar
from careleaf.compose.deck.body import Body
from careleaf.source import Span


class Frame(Struct, frozen=True, kw_only=True):
    """What goes on a slide; `on_slide` draws it."""

    at: Span
    title: str
    body: Body
    icon: str = ""
    """Before the title: what kind of callout the slide is."""
    suffix: str = ""
    """" (1 of 2)", and whatever else makes the title one of its kind."""
    bar: Bar | None = None
    said: tuple[str, ...] = ()
    """Speaker notes: a paragraph each."""
    section: str = ""
    """The title of the section, for notes and for titles that repeat."""
    part: str = ""
    """The title of the part, for titles that repeat across parts; empty where there is one part."""
    anchors: tuple[str, ...] = ()
    heading: str = ""
    """Of the part or section that it stands under, for the list of slides; empty on the agenda,
    which goes with the cover."""

    @property
    def whole_title(self) -> str:
        """As a screen reader says it."""
        return self.title + self.suffix
