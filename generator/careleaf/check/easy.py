"""A topic in; easy wordings that say nothing again, or leave out a sign of danger, out."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.blocks.easy import easy_wordings
from careleaf.blocks.notes import Notes
from careleaf.blocks.only import Only
from careleaf.blocks.red_flag import RedFlag
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import WRONG_COUNT, WRONG_PLACE


def check_easy(topic: Topic) -> Iterator[Problem]:
    """Each stands after a block. Whoever reads the easy sheet must learn of every danger too."""
    for section in topic.sections():
        for block, easy in easy_wordings(section.blocks):
            if block is None or isinstance(block, Notes | Only):
                message = "'easy' says the block before it again, and there is none here"
                hint = "put it right after the block whose words it makes easy"
                yield Problem(WRONG_PLACE, easy.at, message, hint)
            if isinstance(block, RedFlag):
                signs, ideas = len(block.signs.entries), len(easy.ideas.entries)
                if ideas < signs:
                    message = f"{signs} signs of danger, and only {ideas} of them in easy words"
                    yield Problem(WRONG_COUNT, easy.at, message, "say every sign, one a line")
