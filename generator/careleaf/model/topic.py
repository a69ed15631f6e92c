"""A topic as its author wrote it: front matter, parts, sections and blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Protocol

from msgspec import Struct, field

from careleaf.model.art import Drawing, Pose
from careleaf.model.clinic import Clinic
from careleaf.model.inline import Draft, Line, Node
from careleaf.model.review import DRAFT, Standing
from careleaf.model.shape import Shape
from careleaf.source import Span


class Medium(Enum):
    """What a piece is composed for. The values are the words an author writes after `only:`."""

    DECK = "slides"
    LEAFLET = "handout"
    PAGE = "screen"


ALL_MEDIA = frozenset(Medium)

GLOSSARY = "glossary"
"""What translators call the glossary, beside the ids of topics: no topic is called so."""


class Pen(Protocol):
    """Gives a block its final words while it is lowered. Made by `compose`."""

    @property
    def clinic(self) -> Clinic:
        """The clinic the piece is for."""

    def bind(self, draft: Draft, /) -> Line:
        """The draft with variables filled in, marks flattened and citations collected."""

    def say(self, phrase: str, /, **values: object) -> str:
        """A phrase of the product itself, in the piece's language, with its values put in."""

    def say_many(self, one: str, many: str, n: int, /, **values: object) -> str:
        """A phrase with a number `{n}` in it, in the plural form that the number asks for, with
        its other values put in."""

    def cite(self, keys: tuple[str, ...], /) -> None:
        """Note the sources that a block names in its `sources` option."""

    def credit(self, keys: tuple[str, ...], /) -> str:
        """The sources of a number in a few words, to stand beside it; empty where none is known."""

    def pose(self, name: str, /) -> Pose:
        """The drawn figure of a name that has been checked."""

    def code(self, address: str, /) -> Drawing:
        """An address that is not too long for it as a code to scan."""

    def next_exercise(self) -> int:
        """The number of the next exercise in this topic, from 1."""


class Block(Protocol):
    """One block as written. What it is made of is its own affair; `lower` is what counts."""

    @property
    def called(self) -> str:
        """What an author calls it: the word after `:::`, else "paragraph", "list", "heading"."""

    @property
    def at(self) -> Span:
        """Where the block stands."""

    @property
    def media(self) -> frozenset[Medium]:
        """Where the block may be shown."""

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """The shapes that draw this block."""

    def drafts(self) -> Iterator[Draft]:
        """Every line in the block, in reading order: for checks and for looking up references."""

    def children(self) -> tuple[Block, ...]:
        """Blocks inside this one."""


class Section(Node, frozen=True, kw_only=True):
    """A part (level 1, `#`) or a section in a part (level 2, `##`)."""

    id: str
    level: int
    title: Draft
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    minutes: int | None = None
    """How long a class takes for it, if a programme says so."""
    id_at: Span | None = None
    """Where the id stands; None where the author gave none."""


class Codes(Struct, frozen=True, kw_only=True):
    """How other systems name what the topic is about."""

    icd10: tuple[str, ...] = ()
    snomed: tuple[str, ...] = ()


class Topic(Node, frozen=True, kw_only=True):
    """One topic in one language. `id` is its folder, `language` its file name."""

    id: str
    language: str
    title: str
    subtitle: str
    version: str
    written: date
    review_due: date
    audience: str
    minutes: int | None
    icon: str
    pose: str | None
    codes: Codes
    sources: tuple[str, ...]
    parts: tuple[Section, ...]
    also: tuple[str, ...] = ()
    """Other names of what it is about, in its own language: for those who look for it, and printed
    nowhere."""
    translated: bool = False
    """Whether these are the words of a translation, which needs a review of its own."""
    usual: tuple[str, ...] = ()
    """The ids of sections and exercises that most patients get, for a screen to begin with; empty
    where that is all of them."""
    programme: bool = False
    """Whether it was put together from parts of topics by a programme."""
    standing: Standing = DRAFT
    """What its reviews say of it on the day at hand, for the clinic at hand."""
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where the value of each front-matter field stands, by the field's name."""
    unread: tuple[Span, ...] = ()
    """The names of blocks that could not be read and are left out: an error, so nothing is built.
    A check that looks at neighbours must know that there was one."""

    def place(self, name: str) -> Span:
        """Where a front-matter field's value stands; the top of the file where it is not given."""
        return self.places.get(name, Span(self.at.path, 0, 0))

    @property
    def next_review(self) -> date:
        """The day that the signature under it names; for a draft the author's."""
        return self.standing.until or self.review_due

    def sections(self) -> Iterator[Section]:
        """Every part and section, in reading order."""
        for part in self.parts:
            yield part
            yield from part.sections
