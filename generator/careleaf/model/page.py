"""What the web page shows, in order: the browser breaks lines, we decide what stands where."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from careleaf.model.art import Pose
from careleaf.model.clinic import Clinic
from careleaf.model.inline import Line, Node
from careleaf.model.library import Reference
from careleaf.model.shape import Callout, Definitions, Figure, Prompt, Shape


class RedFlags(Node, frozen=True, kw_only=True):
    """Neighbouring red-flag callouts in one box: the loudest thing on the page."""

    title: str
    sides: tuple[Callout, ...]


class Questions(Node, frozen=True, kw_only=True):
    """Neighbouring teach-back questions in one panel. Their answers are for staff: not here."""

    title: str
    invitation: str
    prompts: tuple[Prompt, ...]


class Gallery(Node, frozen=True, kw_only=True):
    """People who stand next to one another in the text."""

    figures: tuple[Figure, ...]


Block = Shape | RedFlags | Questions | Gallery
"""What a section of a page is made of."""


class Version(Struct, frozen=True, kw_only=True):
    """The page in one language, in a list to choose from."""

    language: str
    """BCP 47."""
    direction: Literal["ltr", "rtl"]
    name: str
    """The language's own name for itself."""
    address: str
    """Its file, beside this page's."""
    here: bool
    """Whether it is this very page."""


class PageSection(Node, frozen=True, kw_only=True):
    """A part (level 1) or section (level 2)."""

    id: str
    level: int
    title: Line
    blocks: tuple[Block, ...]
    cited: tuple[int, ...]
    """Numbers of the sources cited here: 1 is the first of `Page.references`."""
    sections: tuple[PageSection, ...] = ()


class Page(Node, frozen=True, kw_only=True):
    """One topic as one web page."""

    title: str
    subtitle: str
    description: str
    """One or two sentences for search results and link previews."""
    audience: str
    version: str
    written: date
    review_due: date
    pose: Pose | None
    """Who stands beside the title, as decoration."""
    visit: tuple[tuple[str, str], ...]
    """Who it is for and from, as label and words."""
    tailored: str
    """Who made this version for one patient, and when; empty for the topic as it is."""
    standing: str
    """The mark of a draft, or of an overdue review, at the top and in the footer; may be empty."""
    reviewed: tuple[str, ...]
    """Name, role, month and year of each clinician who has signed."""
    clinic: Clinic
    versions: tuple[Version, ...]
    """The languages that it can be read in, this one among them; none where there is one."""
    key: Callout | None
    """The key message, right under the title."""
    key_id: str
    """The id of the section that the key message was alone in: links to it lead here. May be
    empty."""
    alarm: str
    """The id of the first section with red flags; empty where there is none."""
    sections: tuple[PageSection, ...]
    """The parts in reading order; red flags stand in one of the first."""
    words: Definitions | None
    references: tuple[Reference, ...]
