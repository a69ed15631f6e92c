"""A topic of a content folder, what the checks found in it and what people said about it in; its
scores out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careleaf.check.scores import ITEMS, MAY_NOT_APPLY, score
from careleaf.check.scores.gate import check_scores
from careleaf.check.scores.scored import Scored
from careleaf.engine.opened import Opened
from careleaf.engine.standing import topic_folder
from careleaf.model.answer import PersonsAnswer
from careleaf.model.said import Said
from careleaf.model.topic import Topic
from careleaf.problem import Problem, did_you_mean, unread
from careleaf.problem_codes import BAD_ANSWER
from careleaf.read.answers import read_answers


def rated(
    topic: Topic, found: Sequence[Problem], opened: Opened, goals: Mapping[str, float | None]
) -> tuple[Scored | None, list[Problem]]:
    """The scores of a topic; what falls short of the library's goals, and mistakes in the files of
    people's answers, which join `opened.sources`. A translation says what its source says, in the
    same order and with the same pictures, so it is not scored again; and nobody knows what a text
    says while a block of it cannot be read."""
    answers = read_answers(topic_folder(opened, topic.id), topic.language, opened.content.root)
    opened.sources.update(answers.sources)
    if topic.translated:
        return None, [*answers.problems, *(_of_a_translation(one) for one in answers.found)]
    faults = {one.item: fault for one in answers.found if (fault := no_answer(one.item, one.said))}
    told = [
        Problem(BAD_ANSWER, one.at, *faults[one.item])
        for one in answers.found
        if one.item in faults
    ]
    sound = [one for one in answers.found if one.item not in faults]
    if unread(found):
        return None, [*answers.problems, *told]
    scored = score(topic, opened.library, found, sound)
    gate = check_scores(scored, topic, goals, found)
    return scored, [*answers.problems, *told, *gate]


def no_answer(item: str, said: Said) -> tuple[str, str] | None:
    """Why nobody can say this of an item, and what to do instead; None where they can. Asked where
    an answer is written and where one is read, since it is a file that anybody can edit."""
    if item not in ITEMS:
        hint = did_you_mean(item, ITEMS) or "PEMAT-P has no items 13 and 14"
        return f"there is no item '{item}'", hint
    if said == "not-applicable" and item not in MAY_NOT_APPLY:
        return f"'{item}' applies to every text: {ITEMS[item].says}", "answer yes or no"
    return None


def _of_a_translation(answer: PersonsAnswer) -> Problem:
    message = "this is about a translation, which is not judged by itself"
    return Problem(BAD_ANSWER, answer.at, message, "judge the text that it is of, and delete this")
