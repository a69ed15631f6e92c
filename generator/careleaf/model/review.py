"""Who read which text and until when it holds, and the text as it is now, in; whether a clinician
stands behind it today, and what has changed if not, out."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from careleaf.model.inline import Node
from careleaf.source import Span

MOST_DAYS = 1096
"""How long a review can hold: three years, after which leaflets are to be looked at again at the
latest (PIF TICK)."""
CLINICS = "clinics/"
"""What the ids of a clinic's own words begin with."""


class Part(Struct, frozen=True, kw_only=True):
    """A stretch of clinical text that is signed as one: a block, a heading, a glossary entry."""

    id: str
    """Where it stands, as section and block: "today/key-message-1", "glossary/sciatica"."""
    what: str
    """For people: 'exercise "Bridge" in "Exercises"'."""
    digest: str
    at: Span
    """In a file of the library, or where a review lists it."""


class Reviewer(Struct, frozen=True, kw_only=True):
    """A clinician who signs."""

    name: str
    role: str
    registration: str
    """Register and number, as anyone can look it up. It is kept, and printed nowhere."""


class Review(Node, frozen=True, kw_only=True):
    """One signature under the text of a topic in one language."""

    language: str
    reviewer: Reviewer
    signed: date
    until: date
    """The last day that it holds."""
    version: str
    """Of the topic, as it said itself."""
    parts: tuple[Part, ...]
    """What was read, in reading order."""

    @property
    def text(self) -> str:
        """The digest of all that was read."""
        return text_digest(self.parts)


def text_digest(parts: Iterable[Part]) -> str:
    """One SHA-256, in hexadecimal, of the digests of the parts in their order."""
    return sha256("\n".join(part.digest for part in parts).encode()).hexdigest()


class State(Enum):
    """What is printed on every page. Whatever is neither signed nor overdue is a draft."""

    DRAFT = "draft"
    SIGNED = "signed"
    OVERDUE = "overdue"


Kind = Literal["changed", "new", "moved", "gone"]


class Change(Struct, frozen=True, kw_only=True):
    """What a review did not see. `at` is where it stands; what was taken out stands in the review
    only."""

    kind: Kind
    what: str
    at: Span


class Standing(Struct, frozen=True, kw_only=True):
    """What the reviews of a text say of it on one day."""

    state: State = State.DRAFT
    reviews: tuple[Review, ...] = ()
    """The last one; for a programme that of each topic. None where nobody has signed yet."""
    changes: tuple[Change, ...] = ()
    """Why the last review no longer holds, in the order of the text."""

    @property
    def until(self) -> date | None:
        """The last day that the signature under it holds, or held; None for a draft."""
        if self.state is State.DRAFT:
            return None
        return min(review.until for review in self.reviews)


DRAFT = Standing()
"""Nobody has signed."""


def standing(reviews: Sequence[Review], parts: Sequence[Part], today: date) -> Standing:
    """What the last of the reviews says of these parts. `reviews` are those of one language, the
    last at the end: an earlier one never counts again, whatever the text goes back to, since
    whoever read it last may have had that taken out."""
    if not reviews:
        return DRAFT
    last = reviews[-1]
    found = changes(last.parts, parts)
    if found:
        return Standing(reviews=(last,), changes=found)
    state = State.OVERDUE if last.until < today else State.SIGNED
    return Standing(state=state, reviews=(last,))


_WORST_FIRST = (State.DRAFT, State.OVERDUE, State.SIGNED)


def together(standings: Sequence[Standing]) -> Standing:
    """That of what is made of several texts: as good as the worst of them."""
    if not standings:
        return DRAFT
    return Standing(
        state=min((one.state for one in standings), key=_WORST_FIRST.index),
        reviews=tuple(review for one in standings for review in one.reviews),
        changes=tuple(change for one in standings for change in one.changes),
    )


def changes(signed: Sequence[Part], now: Sequence[Part]) -> tuple[Change, ...]:
    """What differs between a text as it was signed and as it is, in the order of the text as it is;
    what is gone comes last. The words of a clinic that is not among `now` are no part of it:
    another clinic prints its own. It takes little longer for a text of thousands of equal parts."""
    signed = _of_the_same_clinics(signed, now)
    if [part.digest for part in signed] == [part.digest for part in now]:
        return ()
    before = _matched(signed, now)
    stayed = _rising([place for place in before if place is not None])
    matched = {*before}
    gone = [part for place, part in enumerate(signed) if place not in matched]
    left = Counter(part.id for part in gone)
    found: list[Change] = []
    for part, place in zip(now, before, strict=True):
        if place is None:
            kind: Kind = "changed" if left[part.id] else "new"
            left[part.id] -= kind == "changed"
            found.append(Change(kind=kind, what=part.what, at=part.at))
        elif place not in stayed:
            found.append(Change(kind="moved", what=part.what, at=part.at))
    for part in gone:
        if left[part.id] > 0:
            left[part.id] -= 1
            found.append(Change(kind="gone", what=part.what, at=part.at))
    return tuple(found)


def _matched(signed: Sequence[Part], now: Sequence[Part]) -> list[int | None]:
    """For each part as it is, which of the signed ones says the same, by the same id if there is
    one; each is taken once. Another clinic's words are none of a clinic's."""
    named = {(part.id, part.digest): place for place, part in enumerate(signed)}
    found = [named.pop((part.id, part.digest), None) for part in now]
    places: dict[tuple[str, str], deque[int]] = {}
    for place in sorted({*range(len(signed))} - {*found}):
        part = signed[place]
        places.setdefault((_clinic(part.id), part.digest), deque()).append(place)
    return [
        _next(places.get((_clinic(part.id), part.digest))) if place is None else place
        for part, place in zip(now, found, strict=True)
    ]


def _next(places: deque[int] | None) -> int | None:
    return places.popleft() if places else None


def _rising(places: Sequence[int]) -> frozenset[int]:
    """The most of them that stand in rising order: what is left over has moved. (Longest increasing
    subsequence, by patience sorting.)"""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        pile = bisect_left(ends, place)
        before[place] = ends[pile - 1] if pile else None
        ends[pile : pile + 1] = [place]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)


def _of_the_same_clinics(signed: Sequence[Part], now: Sequence[Part]) -> Sequence[Part]:
    here = {_clinic(part.id) for part in now}
    return [part for part in signed if _clinic(part.id) in here]


def _clinic(part_id: str) -> str:
    """The clinic whose words these are; empty for those of a topic, which there are always."""
    return part_id.split("/")[1] if part_id.startswith(CLINICS) else ""
