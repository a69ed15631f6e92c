"""A job about one text in; all that a check says of it and who has signed it, as plain data for a
screen, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine import Job, check
from careleaf.engine.job import Result
from careleaf.engine.report import report_of
from careleaf.engine.review import Reviewing, reviewing, sign
from careleaf.model.report import CheckedTopic, ReportedProblem
from careleaf.model.review import Reviewer
from careleaf.problem import Severity, errors_in, in_order, unread
from careleaf.problem_codes import UNWRITTEN

_HEADING = re.compile(r"#{1,2}[ ]+(.*?)[ ]*(?:\{#[^{}]*\})?[ ]*$")


class Changed(Struct, frozen=True, kw_only=True):
    """What the last review did not see."""

    kind: str
    what: str
    file: str
    line: int


class Signature(Struct, frozen=True, kw_only=True):
    """One review."""

    name: str
    role: str
    registration: str
    signed: date
    until: date


class Signing(Struct, frozen=True, kw_only=True):
    """Where a text's reviews stand, and what would be signed now."""

    state: Literal["draft", "signed", "overdue"]
    last: Signature | None
    changes: tuple[Changed, ...]
    text: str
    """The digest of all that would be signed."""
    parts: tuple[str, ...]
    """All of it, in the words that a review is kept in."""
    usual_until: date | None
    bundled: bool


class Examined(Struct, frozen=True, kw_only=True):
    """All that a check screen shows. `own` and `elsewhere` part the findings by whose file they are
    in; `places` has the section that each own one stands in."""

    topic: CheckedTopic
    own: tuple[ReportedProblem, ...]
    elsewhere: tuple[ReportedProblem, ...]
    places: tuple[str, ...]
    unread: bool
    """Whether a block could not be read, so that the topic is not scored."""
    signing: Signing

    @property
    def errors(self) -> int:
        """How many keep the text from being signed."""
        every = (*self.own, *self.elsewhere)
        return sum(one.severity is Severity.ERROR or one.code == UNWRITTEN for one in every)


def examined(job: Job) -> Examined:
    """The one topic of a job in its one language, as it is on disk.

    Raises `RefusedError` for one that is not there.
    """
    some = reviewing(job)[0]
    result = _with_errors(check(job), some.result)
    report = report_of(result, job)
    (topic,) = report.topics
    source = result.sources.get(topic.file)
    text = source.text if source else ""
    own = tuple(one for one in report.problems if one.at.file == topic.file)
    return Examined(
        topic=topic,
        own=own,
        elsewhere=tuple(one for one in report.problems if one.at.file != topic.file),
        unread=bool(unread(result.problems)),
        places=tuple(_section(text, one.at.line or 1) for one in own),
        signing=_signing(some),
    )


def _with_errors(checked: Result, read: Result) -> Result:
    """What was checked for one clinic, and what else keeps the text from being signed, which is
    signed for all clinics at once."""
    errors = errors_in(read.problems)
    return replace(
        checked,
        problems=tuple(in_order([*checked.problems, *errors])),
        sources={**read.sources, **checked.sources},
    )


def signed(job: Job, reviewer: Reviewer, until: date, seen: str) -> Path:
    """Sign the text that was read.

    Raises as `engine.review.sign` does.
    """
    (some,) = reviewing(job)
    return sign(some, reviewer, until, seen=seen)


def _section(text: str, line: int) -> str:
    """The heading that a line stands under."""
    above = reversed(text.split("\n")[:line])
    found = (_HEADING.fullmatch(one) for one in above)
    return next((one[1] for one in found if one), "")


def _signing(some: Reviewing) -> Signing:
    last = some.reviews[-1] if some.reviews else None
    return Signing(
        state=some.standing.state.value,
        last=Signature(
            name=last.reviewer.name,
            role=last.reviewer.role,
            registration=last.reviewer.registration,
            signed=last.signed,
            until=last.until,
        )
        if last
        else None,
        changes=tuple(_changes(some)),
        text=some.text,
        parts=tuple(part.what for part in some.parts),
        usual_until=some.usual_until,
        bundled=some.content.bundled,
    )


def _changes(some: Reviewing) -> Iterator[Changed]:
    for one in some.standing.changes:
        file, place = some.where(one)
        yield Changed(kind=one.kind, what=one.what, file=file, line=place.line)
