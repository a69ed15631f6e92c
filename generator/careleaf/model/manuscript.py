"""A topic made ready for one medium: blocks lowered to shapes, nothing left to look up.

The three composers (deck, leaflet, page) all start from a manuscript."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import field

from careleaf.model.art import Pose
from careleaf.model.clinic import Clinic
from careleaf.model.inline import Line, Node
from careleaf.model.library import Reference
from careleaf.model.shape import Definition, Items, Shape
from careleaf.model.tailoring import Tailoring
from careleaf.source import Span


class Chapter(Node, frozen=True, kw_only=True):
    """A part (level 1) or section (level 2) with its shapes in order."""

    id: str
    level: int
    title: Line
    shapes: tuple[Shape, ...]
    notes: tuple[Shape, ...]
    """What a speaker says here: paragraphs and lists of the topic's `notes` blocks."""
    cited: tuple[str, ...]
    """Keys of the sources cited here, in order of first use."""
    minutes: int | None = None
    """How long a class takes for it, if a programme says so."""
    sections: tuple[Chapter, ...] = ()


class Manuscript(Node, frozen=True, kw_only=True):
    """Front matter as final text, chapters, and what the end of the piece lists."""

    topic_id: str
    language: str
    title: str
    subtitle: str
    version: str
    audience: str
    minutes: int | None
    icon: str
    pose: Pose | None
    """Who stands on the cover."""
    written: date
    review_due: date
    standing: str
    """The mark on every page and slide until a clinician has signed, and once the review is
    overdue; empty in between."""
    reviewed: tuple[str, ...]
    """Name, role, month and year of each clinician who has signed; none for a draft."""
    clinic: Clinic
    chapters: tuple[Chapter, ...]
    definitions: tuple[Definition, ...]
    """Glossary entries used, in order of first use."""
    references: tuple[Reference, ...]
    """Sources cited, then those only named in the front matter; their order is their number."""
    easy: Mapping[Span, Items] = field(default_factory=dict)
    """Where it is for the easy-read handout: easy words by the place of the shape that they say
    again."""
    programme: bool = False
    """Whether it is a packet of parts of several topics, which opens with a list of contents."""
    tailoring: Tailoring = Tailoring()
    """What it was made with. Sections and doses are as chosen already."""

    def cited(self) -> list[Reference]:
        """What the chosen sections cite, in order of first use; without any citation all sources:
        a list at the end says where this piece comes from, not where the whole topic does."""
        keys = {key for chapter in self.flat() for key in chapter.cited}
        return [one for one in self.references if one.key in keys or not keys]

    def flat(self) -> Iterator[Chapter]:
        """Every chapter and section in reading order."""
        for chapter in self.chapters:
            yield chapter
            yield from chapter.sections
