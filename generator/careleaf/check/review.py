"""A topic and what its reviews say of it in; a review that no longer holds, or not yet, out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from careleaf.model.review import Review, State
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import REVIEW_IN_FUTURE, REVIEW_OVERDUE, REVIEW_VOID
from careleaf.source import Span

_SAID = {
    "changed": "has changed",
    "new": "is new",
    "moved": "has moved",
    "gone": "is gone",
}


def check_review(topic: Topic, *, today: date) -> Iterator[Problem]:
    """A review that is over, of a day to come, or void: at the first change only, since whoever
    reads it again reads all of it."""
    standing = topic.standing
    for review in standing.reviews:
        if review.signed > today:
            message = f"this review is signed on {review.signed}, after today"
            hint = "set the clock of this machine right, or delete the file"
            yield Problem(REVIEW_IN_FUTURE, _top(review), message, hint)
        if standing.state is State.OVERDUE and review.until < today:
            message = f"the review by {review.reviewer.name} held until {review.until}"
            yield Problem(REVIEW_OVERDUE, _top(review), message, f"{_HINT}: {_asking(topic)}")
    if standing.changes and standing.reviews:
        first, *more = standing.changes
        last = standing.reviews[0]
        message = (
            f"{first.what} {_SAID[first.kind]} since {last.reviewer.name} signed this topic on "
            f"{last.signed}: it is a draft again"
        )
        others = f"and {len(more)} more: " if more else ""
        hint = f"{others}{_asking(topic)} --status"
        yield Problem(REVIEW_VOID, first.at, message, hint)


_HINT = "have a clinician read it again"


def _asking(topic: Topic) -> str:
    return f"careleaf review {topic.id} --lang {topic.language}"


def _top(review: Review) -> Span:
    return Span(review.at.path, 0, 0)
