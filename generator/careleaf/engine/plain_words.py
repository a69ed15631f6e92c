"""Topics of a content folder in; how hard each is to read, and what is harder than it need be, out.

`careleaf check` alone imports this: a build must not wait for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from careleaf.check.hard_words import check_hard_words
from careleaf.check.limit import first_problems
from careleaf.check.plain_writing import check_plain_writing
from careleaf.check.readability import Measured, check_readability, measure
from careleaf.check.suggestion import Suggestion
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.read.settings import read_settings
from careleaf.source import Source

if TYPE_CHECKING:
    from careleaf.engine.opened import Opened


class PlainWords:
    """What one run finds, topic by topic."""

    goals: Mapping[str, float | None]
    sources: Mapping[str, Source]
    """The files that `goal_problems` point into."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        settings, self.sources, self.goal_problems = read_settings(opened.content.root)
        self.goals = settings.goals
        self.measured: list[Measured] = []
        self.suggestions: list[Suggestion] = []

    def problems(self, topic: Topic) -> list[Problem]:
        """Measure a topic and look at its words; its problems, not yet placed. A translation is
        mended by its translator, so nothing is put in place of words there."""
        measured = measure(topic)
        self.measured.append(measured.placed(self._opened.place))
        found = chain(
            check_readability(measured, topic, self.goals),
            check_plain_writing(topic),
            self._hard_words(topic),
        )
        return first_problems(found, topic)

    def _hard_words(self, topic: Topic) -> Iterator[Problem]:
        for one in check_hard_words(topic, self._opened.library):
            if not topic.translated and self._stands(one):
                self.suggestions.append(one)
            yield one.problem

    def _stands(self, one: Suggestion) -> bool:
        """Whether its words stand in the file as they are: not so over the end of a line."""
        at = one.problem.span
        return bool(one.old) and self._opened.sources[at.path].text[at.start : at.end] == one.old
