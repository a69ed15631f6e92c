"""A topic of a content folder, what the checks found in it and what people said about it in; its
scores out."""

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


def rated(
    topic: Topic, found: Sequence[Problem], opened: Opened, goals: Mapping[str, float | None]
) -> tuple[Scored | None, list[Problem]]:
    """The scores of a topic; what falls short of the library's goals, and mistakes in the files of
    people's answers, which join `opened.sources`. A translation says what its source says, in the
    same order and with the same pictures, so it is not scored again."""
    if topic.translated:
        return None, []
    answers = read_answers(topic_folder(opened, topic.id), topic.language, opened.content.root)
    opened.sources.update(answers.sources)
    scored = score(topic, found, answers.found)
    gate = check_scores(scored, topic, goals, found)
    return scored, [*answers.problems, *_unknown(answers.found), *gate]


def _unknown(answers: Sequence[PersonsAnswer]) -> Iterator[Problem]:
    for answer in answers:
        if answer.item not in ITEMS:
            hint = did_you_mean(answer.item, ITEMS) or "PEMAT-P has no items 13 and 14"
            message = f"there is no item '{answer.item}'"
            yield Problem(BAD_ANSWER, Span(answer.at.path, 0, 0), message, hint)
