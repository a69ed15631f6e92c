"""A topic of a content folder in; how hard it is to read, and what is harder than it need be, out.

`careleaf check` alone imports this: a build must not wait for it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from careleaf.check.hard_words import check_hard_words
from careleaf.check.limit import first_problems
from careleaf.check.plain_writing import check_plain_writing
from careleaf.check.readability import Measured, check_readability, measure
from careleaf.check.suggestion import Suggestion
from careleaf.model.topic import Topic
from careleaf.problem import Problem

if TYPE_CHECKING:
    from careleaf.engine.opened import Opened


class PlainWords(Struct, frozen=True):
    """What one topic has."""

    measured: Measured
    problems: list[Problem]
    """Not yet placed."""
    suggestions: tuple[Suggestion, ...]


def plain_words(topic: Topic, opened: Opened, goals: Mapping[str, float | None]) -> PlainWords:
    """Measure a topic and look at its words. A translation is mended by its translator, so nothing
    is put in place of words there."""
    measured = measure(topic)
    hard = list(check_hard_words(topic, opened.library))
    found = chain(
        check_readability(measured, topic, goals),
        check_plain_writing(topic),
        (one.problem for one in hard),
    )
    return PlainWords(
        measured=measured.placed(opened.place),
        problems=first_problems(found, topic),
        suggestions=() if topic.translated else tuple(one for one in hard if _stands(one, opened)),
    )


def _stands(one: Suggestion, opened: Opened) -> bool:
    """Whether its words stand in the file as they are: not so over the end of a line."""
    at = one.problem.span
    return bool(one.old) and opened.sources[at.path].text[at.start : at.end] == one.old
