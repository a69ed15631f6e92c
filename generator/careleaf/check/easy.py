"""A topic in; easy wordings that say nothing again, leave out a sign of danger or a warning, or
have another number, out.

An easy sheet that says "20 minutes" where the usual one says 10 is the worst of slips: each is read
by people who never see the other."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.blocks.callouts import Aside
from careleaf.blocks.easy import Easy, easy_wordings
from careleaf.blocks.notes import Notes
from careleaf.blocks.only import Only
from careleaf.blocks.prose import Listing
from careleaf.blocks.red_flag import RedFlag
from careleaf.check.numbers_of import NUMBER, numbers_of
from careleaf.check.passage import passage
from careleaf.language.amounts import unlike_amounts
from careleaf.model.shape import Tone
from careleaf.model.topic import Block, Topic
from careleaf.problem import Problem
from careleaf.problem_codes import DIFFERENT_IN_EASY, WRONG_COUNT, WRONG_PLACE
from careleaf.source import Span


def check_easy(topic: Topic) -> Iterator[Problem]:
    """Each stands after a block. Whoever reads the easy sheet must learn of every danger too.
    Numbers are compared in English, where we know their words; a translation has its source's."""
    english = topic.language.partition("-")[0] == "en"
    for section in topic.sections():
        for block, easy in easy_wordings(section.blocks):
            if _unread(topic, block.at if block else section.at, easy):
                continue
            if block is None or isinstance(block, Notes | Only):
                message = "'easy' says the block before it again, and there is none here"
                hint = "put it right after the block whose words it makes easy"
                yield Problem(WRONG_PLACE, easy.at, message, hint)
            dangers, ideas = _dangers(block), len(easy.ideas.entries)
            if ideas < dangers:
                what = "signs of danger" if isinstance(block, RedFlag) else "things to take care of"
                message = f"{dangers} {what}, and only {ideas} of them in easy words"
                yield Problem(WRONG_COUNT, easy.at, message, "say every one on a line of its own")
            if block is not None and english:
                yield from _other_numbers(block, easy)


def _unread(topic: Topic, before: Span, easy: Easy) -> bool:
    """Whether a block that could not be read stands between, or in the one before: then nobody
    knows what these words make easy."""
    return any(before.start < one.start < easy.at.start for one in topic.unread)


def _dangers(block: Block | None) -> int:
    """How many things a patient must look out for: signs of danger, or the items of a warning."""
    match block:
        case RedFlag():
            return len(block.signs.entries)
        case Aside(tone=Tone.WARNING):
            lists = (one for one in block.body if isinstance(one, Listing))
            return sum(len(one.entries) for one in lists)
        case _:
            return 0


def _other_amounts(block: Block, easy: Easy) -> Iterator[Problem]:
    """The same number of something else: "5 minutes" made easy as "5 hours"."""
    whole = "\n".join(passage(line).text for line in block.drafts())
    ideas = [passage(line) for line in easy.ideas.drafts()]
    for place, said, other in unlike_amounts([words.text for words in ideas], whole):
        start = ideas[place].text.find(said)
        message = f"the easy words say '{said}', and what they make easy says '{other}'"
        at = ideas[place].span(start, start + len(said)) if start >= 0 else easy.at
        yield Problem(DIFFERENT_IN_EASY, at, message, "say the same amount in both")


def _other_numbers(block: Block, easy: Easy) -> Iterator[Problem]:
    """Numbers of easy words that the block before them lacks, in digits or in words."""
    yield from _other_amounts(block, easy)
    passages = [passage(line) for line in easy.ideas.drafts()]
    said = [(one, found) for one in passages for found in NUMBER.finditer(one.text)]
    there = set(numbers_of(block)) if said else set()
    for words, found in said:
        if found[0] not in there:
            message = f"the easy words say {found[0]}, and what they make easy does not"
            hint = "give the same number in both"
            at = words.span(found.start(), found.end())
            yield Problem(DIFFERENT_IN_EASY, at, message, hint)
