"""Topics of a content folder in; how hard each is to read, and what is harder than it need be, out.

`careleaf check` alone imports this: a build must not wait for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from careleaf.check.readability import Measured, check_readability, measure
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.read.goals import read_goals

if TYPE_CHECKING:
    from careleaf.engine.run import Opened


class PlainWords:
    """The measures of one run, topic by topic."""

    goals: Mapping[str, float | None]

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self.goals, sources, self.goal_problems = read_goals(opened.content.root)
        opened.sources.update(sources)
        self.measured: list[Measured] = []

    def problems(self, topic: Topic) -> list[Problem]:
        """Measure a topic; its problems, not yet placed."""
        measured = measure(topic)
        self.measured.append(measured.placed(self._opened.place))
        return list(check_readability(measured, topic, self.goals))
