"""A topic in; lines that hold a mark and say nothing out: "- ." is a sign of danger to no one.

A cell of a table may hold a dash alone. What a gap or a variable fills in is no line without
words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.blocks.exercise import Exercise
from careleaf.blocks.prose import Entry, Grid, Listing
from careleaf.blocks.red_flag import RedFlag
from careleaf.check.parts import blocks
from careleaf.check.passage import passage
from careleaf.model.inline import Blank, Citation, Draft, Variable
from careleaf.model.topic import Block, Topic
from careleaf.model.walk import inlines, written
from careleaf.problem import Problem
from careleaf.problem_codes import NO_WORDS

_WORD = re.compile(r"[^\W_]")
_PLACEHOLDER = re.compile(
    r"\W*(?:n/?a|none|nil|nothing|tbd|tbc|to ?do|ok|okay|yes|no|x+|\d+|not applicable)\W*",
    re.IGNORECASE,
)
"""What stands where somebody meant to write: no sign of danger, and no reason to stop."""


def check_wordless(topic: Topic) -> Iterator[Problem]:
    """Every line outside of tables; for signs of danger and stop rules, placeholders too."""
    for block, _ in blocks(topic):
        if silent := [line for line in block.drafts() if _says_nothing(line)]:
            elsewhere = [*_looked_at_elsewhere(block)]
            known = {id(line) for line in elsewhere}
            lines = (line for line in silent if id(line) not in known)
            yield from (_problem(line, "these are no words") for line in lines)
        for line in _vital(block):
            said = written(line).strip()
            if _PLACEHOLDER.fullmatch(said):
                yield _problem(line, f"'{said}' tells nobody what to look out for")


def _says_nothing(line: Draft) -> bool:
    if _WORD.search(passage(line).text):
        return False
    pieces = [one for one in inlines(line) if not isinstance(one, Citation)]
    filled = any(isinstance(one, Blank | Variable) for one in pieces)
    return bool(pieces) and not filled


def _looked_at_elsewhere(block: Block) -> Iterator[Draft]:
    """The lines of blocks inside; and what may hold a mark alone: the cells of a table, and what
    stands behind the bold lead of an item."""
    for child in block.children():
        yield from child.drafts()
    match block:
        case Grid():
            yield from (cell for row in block.rows for cell in row)
        case Listing():
            yield from (entry.body for entry in _entries(block) if entry.lead)
        case _:
            pass


def _entries(listing: Listing) -> Iterator[Entry]:
    for entry in listing.entries:
        yield entry
        if entry.inner:
            yield from _entries(entry.inner)


def _vital(block: Block) -> Iterator[Draft]:
    match block:
        case RedFlag():
            yield from (entry.lead + entry.body for entry in _entries(block.signs))
        case Exercise():
            yield from (block.stop, block.caution)
        case _:
            pass


def _problem(line: Draft, said: str) -> Problem:
    return Problem(NO_WORDS, line[0].at, said, "write them, or take the line out")
