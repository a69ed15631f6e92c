"""A leaflet: what stands on paper, in order, with what must stay together; the writer breaks pages.

Lengths and looks are the writer's affair: a later DOCX writer takes the same leaflet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from careleaf.model.art import Art, Pose
from careleaf.model.clinic import FontFile
from careleaf.model.inline import Line
from careleaf.model.shape import Callout, Contact, Heading, Items, Shape
from careleaf.source import Span

Paper = Literal["letter", "a4"]

Profile = Literal["standard", "large", "easy-read", "ink-saver"]
"""How a leaflet is printed: for most people; with everything at 18 points and more; in easy words
with pictures; in black and white."""

Fold = Literal["booklet", "brochure"]
"""Sheets printed on both sides: folded once and stapled, or one folded twice into six panels."""


class Masthead(Struct, frozen=True, kw_only=True):
    """Who the leaflet is from, at the head of every page, and the mark that it is a draft."""

    at: Span
    """The clinic's file."""
    clinic: str
    tagline: str
    logo: Art | None
    draft: str
    """Words of the mark; empty once a clinician has signed."""


class Signs(Struct, frozen=True, kw_only=True):
    """Danger signs that stand on a later page: of another topic, or more of the first one's."""

    topic: str
    """Its title, in a programme of several."""
    title: str
    """Of the box that holds them."""
    flags: tuple[Callout, ...]
    whole: bool
    """Whether page one shows them too, where it has room."""


class FirstPage(Struct, frozen=True, kw_only=True):
    """What a reader must find without turning the page. What the topic lacks is None or empty."""

    key: Callout | None
    key_label: str
    actions: Items | None
    actions_title: str
    flags: tuple[Callout, ...]
    """Danger signs of one topic: what is in one box belongs together."""
    flags_title: str
    contact: Contact | None
    """Also in its group, where it stands if page one has no room for it."""
    visit: tuple[tuple[str, str], ...] = ()
    """Who it is for and from, as label and words."""
    more_signs: tuple[Signs, ...] = ()
    """Also in their groups. Page one says on which page those are that it does not show."""
    anchors: tuple[str, ...] = ()
    """Ids of sections of which nothing is left for the pages that follow."""


class Group(Struct, frozen=True, kw_only=True):
    """Shapes in reading order, from a heading to the next."""

    shapes: tuple[Shape, ...]
    starts_page: bool = False
    keeps_next: bool = False
    """Whether it makes no sense at a page's foot: a part's opening words, before its sections."""
    optional: bool = False
    """Whether it may be left out where there is no room; the writer says so."""
    opens: bool = False
    """Whether the first panels of a brochure have its danger signs or actions in any case."""


class ContentsLine(Struct, frozen=True, kw_only=True):
    """A part (level 1) or section (level 2), and the id that leads to it."""

    level: int
    title: Line
    anchor: str


class Contents(Struct, frozen=True, kw_only=True):
    """What is in a leaflet, in order. The writer knows the pages."""

    title: str
    lines: tuple[ContentsLine, ...]


class Imprint(Struct, frozen=True, kw_only=True):
    """Where the leaflet comes from: numbered sources, then who wrote it and when it is reviewed."""

    sources_title: str
    sources: tuple[Line, ...]
    about_title: str
    about: tuple[str, ...]


class Leaflet(Struct, frozen=True, kw_only=True):
    """One printed guide."""

    at: Span
    """The top of the topic's file: for problems of the whole."""
    title: str
    subtitle: str
    pose: Pose | None
    """Who stands beside the title, as decoration."""
    language: str
    """BCP 47."""
    direction: Literal["ltr", "rtl"]
    publisher: str
    """The clinic that hands it out; who wrote the topic is not known."""
    written: date
    paper: Paper
    profile: Profile = "standard"
    fold: Fold | None = None
    masthead: Masthead
    first: FirstPage
    groups: tuple[Group, ...]
    contents: Contents | None
    """Stands before the groups; None where the leaflet needs none."""
    imprint: Imprint
    footer: str
    """Topic and version, at the foot of every page."""
    fonts: tuple[FontFile, ...] = ()
    """The clinic's own, for what ours lack."""

    @property
    def anchors(self) -> Iterator[str]:
        """Ids that links in it can lead to."""
        yield from self.first.anchors
        for group in self.groups:
            for shape in group.shapes:
                if isinstance(shape, Heading | Callout) and shape.anchor:
                    yield shape.anchor
