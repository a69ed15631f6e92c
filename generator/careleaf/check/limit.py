"""Problems as they are found in; those of one file that anybody reads at once out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from careleaf.model.topic import Topic
from careleaf.problem import Problem, in_order
from careleaf.problem_codes import TOO_MANY_PROBLEMS
from careleaf.source import Span

MOST_PROBLEMS = 500
"""Beyond these the checks stop looking."""


def first_problems(found: Iterator[Problem], topic: Topic) -> list[Problem]:
    """In order of place. Looking further could take minutes in a file made to hurt, and nobody
    would read on."""
    first = list(islice(found, MOST_PROBLEMS))
    if next(found, None) is not None:
        end = Span(topic.at.path, topic.at.end, topic.at.end)
        message = "there are more problems in this file than are shown"
        hint = "mend the first ones: the others may follow from them"
        first.append(Problem(TOO_MANY_PROBLEMS, end, message, hint))
    return in_order(first)
