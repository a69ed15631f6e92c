"""A file that was read in; what a translator translates in it, each with an id that stays, out.

An id names the place, not the words: the section, the block in it (an exercise by its own id) and
the number of the line in the block. Front matter goes by its fields, a glossary entry by its key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct

from careleaf.blocks.evidence import ANSWERS, Evidence
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.only import Only
from careleaf.model.topic import Block, Topic
from careleaf.read.reading import Reading
from careleaf.source import Span


class Unit(Struct, frozen=True):
    """Words for patients in the source language, as their author wrote them, marks and all, on one
    line; or words that each language has of its `own`, such as other names to look for a topic
    by, which are nobody's translation and may be missing."""

    id: str
    start: int
    end: int
    text: str
    own: bool = False


class Owner(Struct, frozen=True):
    """A stretch of the file and what the units in it are named by. `fixed` are words in it that
    are no author's: choices of ours."""

    at: Span
    name: str
    fixed: frozenset[str] = frozenset()


def units(
    reading: Reading,
    owners: Iterable[Owner],
    fields: Mapping[str, Span] | None = None,
    own: Container[str] = (),
) -> tuple[Unit, ...]:
    """Every unit in order. The innermost owner around a unit names it; `fields` name what stands
    in the front matter, and `own` are those that each language fills for itself. What nothing owns
    is left out: it is in no output either."""
    by_start = {span.start: name for name, span in (fields or {}).items()}
    ordered = sorted(owners, key=lambda owner: (owner.at.start, -owner.at.end))
    counts: Counter[str] = Counter()
    found: list[Unit] = []
    for start, end in sorted(set(reading.words)):
        text = " ".join(line.strip() for line in reading.text[start:end].split("\n"))
        if start in by_start:
            name = by_start[start]
            found.append(Unit(name, start, end, text, own=name in own))
            continue
        around = [one for one in ordered if one.at.start <= start and end <= one.at.end]
        if around and text not in around[-1].fixed:
            name = around[-1].name
            counts[name] += 1
            found.append(Unit(f"{name}/{counts[name]}", start, end, text))
    return tuple(found)


def topic_owners(topic: Topic) -> Iterator[Owner]:
    """Sections by their ids, and blocks by section and kind."""
    for section in topic.sections():
        yield Owner(section.at, section.id)
        counts: Counter[str] = Counter()
        for block in _opened(section.blocks):
            kind = type(block).__name__.lower()
            counts[kind] += 1
            fixed = frozenset(ANSWERS) if isinstance(block, Evidence) else frozenset[str]()
            name = f"{section.id}/{kind}-{counts[kind]}"
            yield Owner(block.at, block.key if isinstance(block, Exercise) else name, fixed)


def _opened(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Only):
            yield from _opened(block.body)
        else:
            yield block
