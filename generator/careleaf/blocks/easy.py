"""The block before it said again in easy words in; one list of ideas for the easy-read handout out.

Rules of easy read: one idea a line, a picture beside it, sentences of 15 words at most (Department
of Health, 2010). Nobody else sees the block: it is bound for one print profile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from careleaf.blocks.content import listing, sentences
from careleaf.blocks.prose import Entry, Listing
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Items, Shape
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.model.walk import written
from careleaf.problem import Problem
from careleaf.problem_codes import HARD_IDEA

_WORDS, _SENTENCES = 15, 2
_STOP = re.compile(r"(?<=[.!?])\s+")
_EXAMPLE = "- :walk: **Keep moving.** Short walks help your back."


class Easy(Node, frozen=True, kw_only=True):
    """Ideas, one a line. What they say again is the block that stands before them."""

    called: ClassVar[str] = "easy"
    ideas: Listing
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One list with a picture beside each idea."""
        items = tuple(entry.lower(pen) for entry in self.ideas.entries)
        return (Items(at=self.at, mark="icon", items=items),)

    def drafts(self) -> Iterator[Draft]:
        """Every idea's lines."""
        yield from self.ideas.drafts()

    def children(self) -> tuple[Block, ...]:
        """The list."""
        return (self.ideas,)


def easy_wordings(blocks: Iterable[Block]) -> Iterator[tuple[Block | None, Easy]]:
    """Every easy wording with the block that it says again: None where no block stands before it,
    or that one has an easy wording already."""
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Easy):
            yield before, block
            before = None
        else:
            yield from easy_wordings(block.children())
            before = block


def _make(parsed: Parsed) -> Made:
    ideas, problems = listing(parsed, "easy", low=1, high=8, example=_EXAMPLE)
    for entry in ideas.entries:
        problems += _hard(entry)
    return Easy(at=parsed.at, ideas=ideas, media=parsed.media), tuple(problems)


def _hard(entry: Entry) -> Iterator[Problem]:
    """What is too much for one line."""
    hint = "give each idea a line of its own"
    if entry.inner:
        yield Problem(HARD_IDEA, entry.at, "a list inside a line of easy words", hint)
    if sentences(entry.body) > _SENTENCES:
        message = f"more than {_SENTENCES} sentences in one line of easy words"
        yield Problem(HARD_IDEA, entry.at, message, hint)
    for sentence in _STOP.split(f"{written(entry.lead)} {written(entry.body)}".strip()):
        count = len(sentence.split())
        if count > _WORDS:
            message = f"a sentence of {count} words: easy words have {_WORDS} at most"
            yield Problem(HARD_IDEA, entry.at, message, hint)


SPEC = Spec(
    name=Easy.called,
    make=_make,
    summary="The block before it in easy words, one idea a line. For the easy-read handout alone.",
    starts=("- :walk: Write here: one idea in short words.",),
)
