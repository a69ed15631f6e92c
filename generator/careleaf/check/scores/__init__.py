"""A topic and what the checks found in it in; how far it has what PEMAT-P and the CDC Index ask
for, out.

Informed by the two instruments, and never their official scores: both were made for people who are
trained to rate. What no program can decide is left to a person and counts for nothing until
somebody answers."""

from __future__ import annotations

from collections.abc import Iterable

from careleaf.check.scores import (
    cdc_advice,
    cdc_message,
    pemat_actions,
    pemat_order,
    pemat_pictures,
    pemat_words,
)
from careleaf.check.scores.item import Item
from careleaf.check.scores.scored import Judged, Score, Scored
from careleaf.check.scores.view import View
from careleaf.model.topic import Topic
from careleaf.problem import Problem

__all__ = ("INSTRUMENTS", "score")

INSTRUMENTS: dict[str, tuple[Item, ...]] = {
    "pemat-understandability": (*pemat_words.ITEMS, *pemat_order.ITEMS, *pemat_pictures.ITEMS),
    "pemat-actionability": pemat_actions.ITEMS,
    "cdc": (*cdc_message.ITEMS, *cdc_advice.ITEMS),
}
"""The items of each score, in order. PEMAT's items 13 and 14 are about films."""


def score(topic: Topic, found: Iterable[Problem]) -> Scored:
    """All scores of one topic. `found` are what the checks found in it, at their places there."""
    view = View(topic, found)
    scores = (
        Score(key, tuple(Judged(item.key, item.says, item.judge(view)) for item in items))
        for key, items in INSTRUMENTS.items()
    )
    return Scored(topic.id, topic.language, tuple(scores), view.very_short)
