"""A topic and what its reviews say of it in; a review that no longer holds, or not yet, out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import REVIEW_IN_FUTURE, REVIEW_VOID

_SAID = {
    "changed": "has changed",
    "new": "is new",
    "moved": "has moved",
    "gone": "is gone",
}


def check_review(topic: Topic, *, today: date) -> Iterator[Problem]:
    """One problem, at the first change: whoever reads it again reads all of it."""
    standing = topic.standing
    for review in standing.reviews:
        if review.signed > today:
            message = f"this review is signed on {review.signed}, after today"
            hint = "set the clock of this machine right, or delete the file"
            yield Problem(REVIEW_IN_FUTURE, review.at, message, hint)
    if standing.changes and standing.reviews:
        first, *more = standing.changes
        last = standing.reviews[0]
        message = (
            f"{first.what} {_SAID[first.kind]} since {last.reviewer.name} signed this topic on "
            f"{last.signed}: it is a draft again"
        )
        others = f"and {len(more)} more: " if more else ""
        hint = f"{others}careleaf review {topic.id} --lang {topic.language} --status"
        yield Problem(REVIEW_VOID, first.at, message, hint)
