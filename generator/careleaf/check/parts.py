"""A topic in; every block and every line of it, in reading order, out."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.blocks.easy import Easy
from careleaf.blocks.notes import Notes
from careleaf.blocks.only import Only
from careleaf.model.inline import Draft, Term, Words
from careleaf.model.library import Library
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Section, Topic
from careleaf.model.walk import inlines
from careleaf.source import Span


def blocks(topic: Topic) -> Iterator[tuple[Block, frozenset[Medium]]]:
    """Every block with the media it is really shown in: those of the blocks around it count."""
    for section in topic.sections():
        for block in section.blocks:
            yield from _within(block, ALL_MEDIA)


def _within(block: Block, shown: frozenset[Medium]) -> Iterator[tuple[Block, frozenset[Medium]]]:
    media = block.media & shown
    yield block, media
    for child in block.children():
        yield from _within(child, media)


def lines(topic: Topic) -> Iterator[Draft]:
    """Every line: headings and what stands in the blocks, notes included."""
    for section in topic.sections():
        yield section.title
        for block in section.blocks:
            yield from block.drafts()


def front_lines(topic: Topic) -> Iterator[Draft]:
    """Title, subtitle and audience, the largest words on paper and slide."""
    front = (("title", topic.title), ("subtitle", topic.subtitle), ("audience", topic.audience))
    for name, text in front:
        if text:
            yield (Words(at=topic.place(name), text=text),)


def patient_lines(section: Section) -> Iterator[Draft]:
    """What patients read of a section, its heading first: no speaker notes, and no easy words,
    which say the same again."""
    yield section.title
    for block in section.blocks:
        yield from _read_by_patients(block)


def _read_by_patients(block: Block) -> Iterator[Draft]:
    if isinstance(block, Only):
        for child in block.body:
            yield from _read_by_patients(child)
    elif not isinstance(block, Notes | Easy):
        yield from block.drafts()


def patient_blocks(section: Section) -> Iterator[Block]:
    """The blocks that patients read, and those inside them."""
    waiting = list(reversed(section.blocks))
    while waiting:
        block = waiting.pop()
        if not isinstance(block, Notes | Easy):
            yield block
            waiting += reversed(block.children())


def meanings(topic: Topic, library: Library) -> Iterator[Draft]:
    """The lines of the glossary entries that this topic will show; a meaning may use terms too."""
    waiting = list(lines(topic))
    seen: set[str] = set()
    while waiting:
        for inline in inlines(waiting.pop()):
            if isinstance(inline, Term) and inline.key not in seen:
                seen.add(inline.key)
                if entry := library.glossary.get(inline.key):
                    waiting += [entry.say, entry.meaning]
                    yield from (entry.say, entry.meaning)


def part_of(whole: Span, parts: tuple[str, ...], index: int) -> Span:
    """The place of one of the parts that were written with ", " between them; the whole place where
    they were written in another way."""
    if len(", ".join(parts)) != whole.end - whole.start:
        return whole
    start = whole.start + sum(len(part) + len(", ") for part in parts[:index])
    return Span(whole.path, start, start + len(parts[index]))
