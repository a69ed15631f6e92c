"""What patients read in; claims that name no source out.

What a line rests on must be found again when the review is due: a study, a chance, a dose, a sign
of danger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careleaf.blocks.evidence import Evidence
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.red_flag import RedFlag
from careleaf.check.statement import Statement
from careleaf.check.unwritten import MARK
from careleaf.model.topic import Block
from careleaf.model.walk import written
from careleaf.problem import Problem
from careleaf.problem_codes import NO_SOURCE
from careleaf.readability import sentences
from careleaf.source import Span

_CLAIM = re.compile(
    r"\b(?:stud(?:y|ies) (?:show|shows|showed|found|find|have|has|say|suggest)"
    r"|in (?:a|one|recent) (?:trial|study)|trials (?:show|found)"
    r"|research (?:shows|found|says|suggests)|evidence (?:shows|suggests)|scientists"
    r"|(?:is|are|was|were|best|has been|have been) proven"
    r"|guidelines? (?:say|advise|recommend)s?"
    r"|(?:doubles|halves|lowers|raises|cuts|increases|reduces) (?:your|the) (?:risk|chance)"
    r"|[0-9][0-9,]* (?:in|out of) (?:every )?[0-9][0-9,]* (?:people|adults|men|women|patients|of)"
    r"|[0-9]+ ?(?:%|percent) of (?:people|adults|men|women|patients))",
    re.IGNORECASE,
)
_ADD = "add its source behind it: [@name], a file in content/sources, or 'sources:' on its block"
_DOSE = re.compile(r"\b[0-9]+ ?(?:mg|mcg|micrograms?|milligrams?)\b", re.IGNORECASE)


def without_source(said: Statement) -> Iterator[Problem]:
    """For English: a sentence that says what was found, where neither it nor its block has a
    source."""
    if said.sourced or said.block is None:
        return
    for start, end in sentences(said.words.text):
        if _CLAIM.search(said.words.text, start, end):
            message = "this says what was found, and not by whom"
        elif _DOSE.search(said.words.text, start, end):
            message = "a dose, and no source for it"
        else:
            continue
        yield Problem(NO_SOURCE, said.words.span(start, end), message, _ADD)


_NEEDS = (
    (Evidence, "what helps, and how sure that is"),
    (RedFlag, "signs of danger"),
    (Exercise, "a dose"),
)


def unsourced_blocks(topic: Iterable[Statement]) -> Iterator[Problem]:
    """Blocks that never stand without a source. One that is still to be written has been told of,
    and has no source yet."""
    for block in {id(one.block): one.block for one in topic if not one.sourced}.values():
        for kind, what in _NEEDS:
            if isinstance(block, kind) and not _unwritten(block):
                at = block.key_at if isinstance(block, Exercise) else _opening(block)
                message = f"{what}, and no source for it"
                hint = "add a line 'sources: ...' with the names of files in content/sources"
                yield Problem(NO_SOURCE, at, message, hint)


def _unwritten(block: Block) -> bool:
    return any(MARK in written(line) for line in block.drafts())


def _opening(block: Block) -> Span:
    """The three colons of a block: its whole would mark a page."""
    return Span(block.at.path, block.at.start, block.at.start + len(":::"))
