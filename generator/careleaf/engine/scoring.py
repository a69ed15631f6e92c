"""Topics of a content folder, what the checks found in them and what people said about them in;
their scores out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from careleaf.check.scores import ITEMS, score
from careleaf.check.scores.gate import check_scores
from careleaf.check.scores.scored import Scored
from careleaf.engine.opened import Opened
from careleaf.engine.standing import topic_folder
from careleaf.model.answer import PersonsAnswer
from careleaf.model.topic import Topic
from careleaf.problem import Problem, did_you_mean
from careleaf.problem_codes import BAD_ANSWER
from careleaf.read.answers import read_answers
from careleaf.source import Span


class Scoring:
    """What one run finds, topic by topic."""

    def __init__(self, opened: Opened, goals: Mapping[str, float | None]) -> None:
        self._opened = opened
        self._goals = goals
        self.scored: list[Scored] = []

    def problems(self, topic: Topic, found: Sequence[Problem]) -> list[Problem]:
        """Score a topic; what falls short of the library's goals, and mistakes in the files of
        people's answers, which join `opened.sources`. A translation says what its source says, in
        the same order and with the same pictures, so it is not scored again."""
        if topic.translated:
            return []
        folder = topic_folder(self._opened, topic.id)
        answers = read_answers(folder, topic.language, self._opened.content.root)
        self._opened.sources.update(answers.sources)
        scored = score(topic, found, answers.found)
        self.scored.append(scored)
        gate = check_scores(scored, topic, self._goals, found)
        return [*answers.problems, *_unknown(answers.found), *gate]


def _unknown(answers: Sequence[PersonsAnswer]) -> Iterator[Problem]:
    for answer in answers:
        if answer.item not in ITEMS:
            hint = did_you_mean(answer.item, ITEMS) or "PEMAT-P has no items 13 and 14"
            message = f"there is no item '{answer.item}'"
            yield Problem(BAD_ANSWER, Span(answer.at.path, 0, 0), message, hint)
