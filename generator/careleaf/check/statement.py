"""A topic in; everything that it tells patients, a line or a row of a table each, out.

Speaker notes, where a clinician may speak of old advice, and easy words, which say the same again,
are not among them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from careleaf.blocks.do_dont import DoDont
from careleaf.blocks.easy import Easy
from careleaf.blocks.notes import Notes
from careleaf.blocks.only import Only
from careleaf.blocks.prose import Grid
from careleaf.check.passage import Passage, passage
from careleaf.model.inline import Citation, Draft, Words
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Section, Topic
from careleaf.model.walk import inlines
from careleaf.source import Span


class Statement(Struct, frozen=True):
    """What stands in a line. `block` is None for a heading, a title or a subtitle."""

    words: Passage
    block: Block | None = None
    media: frozenset[Medium] = ALL_MEDIA
    sourced: bool = False
    """Whether the line, or the block around it, names a source."""
    against: bool = False
    """Whether it stands under "Don't"."""


def in_topic(topic: Topic) -> Iterator[Statement]:
    """Title and subtitle, then section by section."""
    yield from in_front(topic)
    for section in topic.sections():
        yield from in_section(section)


def in_front(topic: Topic) -> Iterator[Statement]:
    """Title and subtitle."""
    for name, text in (("title", topic.title), ("subtitle", topic.subtitle)):
        if text:
            yield Statement(passage((Words(at=topic.place(name), text=text),)))


def in_section(section: Section) -> Iterator[Statement]:
    """The heading, then block by block. A part's own words only, not those of its sections."""
    yield Statement(passage(section.title))
    for block in section.blocks:
        yield from _in_block(block, ALL_MEDIA)


def _in_block(block: Block, shown: frozenset[Medium]) -> Iterator[Statement]:
    media = block.media & shown
    if isinstance(block, Only):
        for child in block.body:
            yield from _in_block(child, media)
    elif not isinstance(block, Notes | Easy):
        sourced = any(isinstance(one, Citation) for line in block.drafts() for one in inlines(line))
        refused = {id(line) for line in block.dont.drafts()} if isinstance(block, DoDont) else ()
        for line in _lines(block):
            if any(not isinstance(one, Citation) for one in line):
                yield Statement(passage(line), block, media, sourced, id(line) in refused)


def _lines(block: Block) -> Iterator[Draft]:
    """A row of a table is one line: what its first cell names, the others speak of."""
    grids = [one for one in (block, *block.children()) if isinstance(one, Grid)]
    if not grids:
        yield from block.drafts()
        return
    cells = {id(cell) for grid in grids for row in grid.rows for cell in row}
    yield from (line for line in block.drafts() if id(line) not in cells)
    for grid in grids:
        yield from map(_joined, grid.rows)


def _joined(row: tuple[Draft, ...]) -> Draft:
    line: Draft = ()
    for cell in row:
        if line and cell:
            at = cell[0].at
            line += (Words(at=Span(at.path, at.start, at.start), text=" | "),)
        line += cell
    return line
