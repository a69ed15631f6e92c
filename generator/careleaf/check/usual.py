"""A topic in; what its `usual` names and it does not have out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careleaf.blocks.exercise import Exercise
from careleaf.model.topic import Block, Topic
from careleaf.problem import Problem, did_you_mean
from careleaf.problem_codes import UNKNOWN_SECTION


def check_usual(topic: Topic) -> Iterator[Problem]:
    """A clinician who begins with what is usual must not miss what the author meant to be in it."""
    if not topic.usual:
        return
    known = {section.id for section in topic.sections()}
    known |= {key for section in topic.sections() for key in _exercises(section.blocks)}
    for name in topic.usual:
        if name not in known:
            message = f"'usual' names '{name}', and no section or exercise is called so"
            yield Problem(
                UNKNOWN_SECTION, topic.place("usual"), message, did_you_mean(name, sorted(known))
            )


def _exercises(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Exercise):
            yield block.key
        yield from _exercises(block.children())
