"""Topics of a content folder and what the checks found in them in; their scores out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careleaf.check.scores import score
from careleaf.check.scores.gate import check_scores
from careleaf.check.scores.scored import Scored
from careleaf.model.topic import Topic
from careleaf.problem import Problem


class Scoring:
    """What one run finds, topic by topic."""

    def __init__(self, goals: Mapping[str, float | None]) -> None:
        self._goals = goals
        self.scored: list[Scored] = []

    def problems(self, topic: Topic, found: Sequence[Problem]) -> list[Problem]:
        """Score a topic; what falls short of the library's goals. A translation says what its
        source says, in the same order and with the same pictures, so it is not scored again."""
        if topic.translated:
            return []
        scored = score(topic, found)
        self.scored.append(scored)
        return [*check_scores(scored, topic, self._goals, found)]
