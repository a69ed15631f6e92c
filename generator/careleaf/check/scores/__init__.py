"""A topic, what the checks found in it and what people said about it in; how far it has what
PEMAT-P and the CDC Index ask for, out.

Informed by the two instruments, and never their official scores: both were made for people who are
trained to rate. What no program can decide is left to a person and counts for nothing until
somebody answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from careleaf.check.scores import (
    cdc_advice,
    cdc_message,
    pemat_actions,
    pemat_order,
    pemat_pictures,
    pemat_words,
)
from careleaf.check.scores.answered import judged
from careleaf.check.scores.item import Item
from careleaf.check.scores.scored import Score, Scored
from careleaf.check.scores.view import View
from careleaf.model.answer import PersonsAnswer
from careleaf.model.library import Library
from careleaf.model.topic import Topic
from careleaf.problem import Problem

__all__ = ("INSTRUMENTS", "ITEMS", "MAY_NOT_APPLY", "score")

INSTRUMENTS: dict[str, tuple[Item, ...]] = {
    "pemat-understandability": (*pemat_words.ITEMS, *pemat_order.ITEMS, *pemat_pictures.ITEMS),
    "pemat-actionability": pemat_actions.ITEMS,
    "cdc": (*cdc_message.ITEMS, *cdc_advice.ITEMS),
}
"""The items of each score, in order. PEMAT's items 13 and 14 are about films."""

ITEMS: Mapping[str, Item] = {item.key: item for group in INSTRUMENTS.values() for item in group}

MAY_NOT_APPLY = frozenset(
    {
        *(f"pemat-{number}" for number in (6, 8, 9, 11, 16, 17, 18, 19, 24, 25)),
        *(f"cdc-{number}" for number in range(12, 21)),
    }
)
"""The items that the instruments let a rater leave out."""


def score(
    topic: Topic,
    library: Library,
    found: Iterable[Problem],
    answers: Iterable[PersonsAnswer] = (),
) -> Scored:
    """All scores of one topic. `found` are what the checks found in it, at their places there.
    Where there is nothing to read, there are no items."""
    view = View(topic, library, found)
    said = {answer.item: answer for answer in answers}
    scores = (
        Score(key, tuple(judged(one, view, said.get(one.key)) for one in items if view.words))
        for key, items in INSTRUMENTS.items()
    )
    return Scored(topic.id, topic.language, tuple(scores), view.very_short)
