"""What a score is made of: an item, how it was decided, and what shows that."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from msgspec import Struct

from careleaf.check.scores.view import View
from careleaf.source import Span


class Answer(Enum):
    """To one item. Only the first two count in a score."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not applicable"
    PERSON = "needs a person"


class Evidence(Struct, frozen=True):
    """What was seen, in a few words, and where."""

    words: str
    at: Span


class Finding(Struct, frozen=True):
    """How an item was decided. `advice` says what to do about a no, and what a person has to look
    at where no program can decide."""

    answer: Answer
    evidence: tuple[Evidence, ...]
    advice: str = ""
    left_out: int = 0
    """How many more places there are than the evidence names."""


class Item(Struct, frozen=True):
    """One item of a score. `says` is its idea as a statement, in our own words."""

    key: str
    """Instrument and number: pemat-11."""
    says: str
    judge: Callable[[View], Finding]
    looks_at: Callable[[View], object] = View.everything
    """What a person reads to answer it: the answer is void once that has changed."""


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 picture", "2 pictures": evidence is read as a sentence."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


_MOST_EVIDENCE = 5
"""Places shown of an item; how many more there are is said."""


def yes(*evidence: Evidence) -> Finding:
    """It is so, as the evidence shows."""
    return _found(Answer.YES, evidence)


def no(advice: str, *evidence: Evidence) -> Finding:
    """It is not so; `advice` mends it."""
    return _found(Answer.NO, evidence, advice)


def person(look: str, *evidence: Evidence) -> Finding:
    """Nothing speaks against it that a program can see. `look` says what somebody must ask."""
    return _found(Answer.PERSON, evidence, look)


def _found(answer: Answer, evidence: tuple[Evidence, ...], advice: str = "") -> Finding:
    left_out = max(0, len(evidence) - _MOST_EVIDENCE)
    return Finding(answer, evidence[:_MOST_EVIDENCE], advice, left_out)


def not_applicable(why: str, at: Span) -> Finding:
    """The topic has nothing of what the item is about."""
    return Finding(Answer.NOT_APPLICABLE, (Evidence(why, at),))
