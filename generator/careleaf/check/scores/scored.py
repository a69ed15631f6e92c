"""Findings in; scores, as everything that shows them needs them, out."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from careleaf.check.scores.item import Answer, Finding
from careleaf.model.answer import PersonsAnswer

NAMES: Mapping[str, str] = {
    "pemat-understandability": "PEMAT-informed understandability",
    "pemat-actionability": "PEMAT-informed actionability",
    "cdc": "CDC-informed clear communication",
}


class Judged(Struct, frozen=True):
    """One item as it was decided."""

    key: str
    says: str
    finding: Finding
    program: Answer
    """What the program saw by itself."""
    text: str
    """The digest of what a person has to look at."""
    person: PersonsAnswer | None = None
    """What somebody said about it, whether it holds or not."""
    void: bool = False
    """Whether what they judged has changed since."""


class Score(Struct, frozen=True):
    """How many of the items that could be decided are so."""

    key: str
    items: tuple[Judged, ...]

    @property
    def name(self) -> str:
        """Never without "informed": these are no official scores."""
        return NAMES[self.key]

    def count(self, *answers: Answer) -> int:
        """How many items were answered so."""
        return sum(one.finding.answer in answers for one in self.items)

    @property
    def judged(self) -> int:
        """How many items count: those that are so or not so."""
        return self.count(Answer.YES, Answer.NO)

    @property
    def applicable(self) -> int:
        """How many items would count if a person had answered what no program can."""
        return self.judged + self.count(Answer.PERSON)

    @property
    def percent(self) -> float | None:
        """Items that are so in each hundred that count; None where nothing could be decided."""
        return 100 * self.count(Answer.YES) / self.judged if self.judged else None


class Scored(Struct, frozen=True):
    """One topic in one language."""

    topic: str
    language: str
    scores: tuple[Score, ...]
    very_short: bool = False
    """Whether it has fewer words than a page."""
