"""Scores and a library's goals in; a problem for each score that is below its goal out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from careleaf.check.scores.scored import Scored
from careleaf.model.goals import points
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import SCORE_TOO_LOW, UNWRITTEN


def check_scores(
    scored: Scored, topic: Topic, goals: Mapping[str, float | None], found: Collection[Problem]
) -> Iterator[Problem]:
    """What needs a person does not count, so a goal can be met before anybody has answered. A topic
    that is still to be written, or of less than a page (for which the CDC has a score sheet of its
    own), is held to none."""
    if scored.very_short or any(one.code == UNWRITTEN for one in found):
        return
    for score in scored.scores:
        goal, percent = goals.get(score.key), score.percent
        if goal is not None and percent is not None and round(percent, 1) < goal:
            message = f"{score.name} is {points(percent)} of 100: this library's goal is {goal:g}"
            hint = f"what it lacks, and what to do: careleaf check {topic.id}"
            yield Problem(SCORE_TOO_LOW, topic.place("title"), message, hint)
