"""A topic's dates, its sources' dates and today in; what is overdue or impossible out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from careleaf.check.parts import lines
from careleaf.model.inline import Citation
from careleaf.model.library import Library
from careleaf.model.review import State
from careleaf.model.topic import Topic
from careleaf.model.walk import inlines
from careleaf.problem import Problem
from careleaf.problem_codes import (
    REVIEW_BEFORE_WRITTEN,
    REVIEW_OVERDUE,
    SOURCE_OVERDUE,
    WRITTEN_IN_FUTURE,
)


def check_metadata(topic: Topic, library: Library, *, today: date) -> Iterator[Problem]:
    """Reviews that are due: of a topic that nobody has signed, and of the sources it rests on."""
    due = topic.place("review-due")
    if topic.review_due <= topic.written:
        message = f"the review is due on {topic.review_due}, not after {topic.written}"
        yield Problem(REVIEW_BEFORE_WRITTEN, due, message, "give it up to three years")
    elif topic.standing.state is State.DRAFT and topic.review_due < today:
        message = f"the review of this topic was due on {topic.review_due}"
        yield Problem(REVIEW_OVERDUE, due, message, "have a clinician read it again")
    if topic.written > today:
        message = f"this says that it was written on {topic.written}, after today"
        yield Problem(WRITTEN_IN_FUTURE, topic.place("written"), message)
    for key in _used(topic):
        if (source := library.references.get(key)) and source.review_due < today:
            message = f"the source '{key}' was due to be checked again on {source.review_due}"
            hint = "see whether it has changed, then set 'checked' and 'review-due'"
            yield Problem(SOURCE_OVERDUE, source.at, message, hint)


def _used(topic: Topic) -> Iterator[str]:
    """Keys of the sources named in the front matter or cited, each once."""
    keys = dict.fromkeys(topic.sources)
    for line in lines(topic):
        for inline in inlines(line):
            if isinstance(inline, Citation):
                keys.update(dict.fromkeys(inline.keys))
    yield from keys
