"""Plain Markdown content as blocks in; paragraphs, lists, tables and headings as shapes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Cell, Heading, Item, Items, Mark, Paragraph, Shape, Table
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.source import Span


class Prose(Node, frozen=True, kw_only=True):
    """A paragraph."""

    called: ClassVar[str] = "paragraph"
    body: Draft
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One paragraph."""
        return (Paragraph(at=self.at, body=pen.bind(self.body)),)

    def drafts(self) -> Iterator[Draft]:
        """Its one line."""
        yield self.body

    def children(self) -> tuple[Block, ...]:
        """None."""
        return ()


class Entry(Node, frozen=True, kw_only=True):
    """One list item as written: `:icon:`, `[ ]`, a leading bold run, words, a list inside it."""

    body: Draft
    lead: Draft = ()
    icon: str | None = None
    icon_at: Span | None = None
    ticked: bool = False
    """Written with `[ ]`: a box to tick."""
    inner: Listing | None = None

    def lower(self, pen: Pen, /) -> Item:
        """The item with its final words."""
        return Item(
            at=self.at,
            body=pen.bind(self.body),
            lead=pen.bind(self.lead),
            icon=self.icon,
            inner=self.inner.items(pen) if self.inner else None,
        )

    def drafts(self) -> Iterator[Draft]:
        """Lead, words, then those of the list inside it."""
        yield self.lead
        yield self.body
        if self.inner:
            yield from self.inner.drafts()


class Listing(Node, frozen=True, kw_only=True):
    """A bullet, numbered or tick list."""

    called: ClassVar[str] = "list"
    numbered: bool
    start: int
    entries: tuple[Entry, ...]
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One list."""
        return (self.items(pen),)

    def items(self, pen: Pen) -> Items:
        """The list with its final words; with any tick box it is a tick list."""
        items = tuple(entry.lower(pen) for entry in self.entries)
        return Items(at=self.at, mark=self._mark(), items=items, start=self.start)

    def _mark(self) -> Mark:
        if self.numbered:
            return "number"
        return "tick" if any(entry.ticked for entry in self.entries) else "bullet"

    def drafts(self) -> Iterator[Draft]:
        """Every item's lines."""
        for entry in self.entries:
            yield from entry.drafts()

    def children(self) -> tuple[Block, ...]:
        """None."""
        return ()


class Grid(Node, frozen=True, kw_only=True):
    """A Markdown table: a head row and rows of the same length."""

    called: ClassVar[str] = "table"
    head: tuple[Draft, ...]
    rows: tuple[tuple[Draft, ...], ...]
    caption: Draft = ()
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One plain table."""
        head = tuple(Cell(at=self.at, body=pen.bind(cell)) for cell in self.head)
        rows = tuple(
            tuple(Cell(at=self.at, body=pen.bind(cell)) for cell in row) for row in self.rows
        )
        caption = pen.bind(self.caption)
        return (Table(at=self.at, role="plain", caption=caption, head=head, rows=rows),)

    def drafts(self) -> Iterator[Draft]:
        """Caption, head, then row by row."""
        yield self.caption
        yield from self.head
        for row in self.rows:
            yield from row

    def children(self) -> tuple[Block, ...]:
        """None."""
        return ()


class SmallHeading(Node, frozen=True, kw_only=True):
    """A `###` heading inside a section."""

    called: ClassVar[str] = "heading"
    title: Draft
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One heading of level 3 within the section."""
        return (Heading(at=self.at, level=3, title=pen.bind(self.title)),)

    def drafts(self) -> Iterator[Draft]:
        """Its words."""
        yield self.title

    def children(self) -> tuple[Block, ...]:
        """None."""
        return ()
