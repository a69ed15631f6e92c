"""A topic in; a warning for every line that still holds the example's words out.

`careleaf new topic` starts each line that an author has to write with the same mark, so that
"a sign that needs an ambulance" cannot reach a patient unseen."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.check.parts import lines
from careleaf.model.topic import Topic
from careleaf.model.walk import inlines, written
from careleaf.problem import Problem
from careleaf.problem_codes import UNWRITTEN

MARK = "Write here:"


def check_unwritten(topic: Topic) -> Iterator[Problem]:
    """Lines that begin with the mark of the starter, or have it after their lead."""
    for line in lines(topic):
        for inline in inlines(line):
            words = written((inline,))
            if words.lstrip().startswith(MARK):
                message = "these are still the words of the example"
                yield Problem(UNWRITTEN, inline.at, message, "write your own words here")
                break
