"""A topic as it was read in; the same with what its reviews say of it, or a refusal to build it,
out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from careleaf.engine.content import TOPICS
from careleaf.engine.opened import Opened
from careleaf.model.clinic import Clinic
from careleaf.model.review import State, standing
from careleaf.model.settings import Settings
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import DRAFT_REFUSED, OVERDUE_REFUSED
from careleaf.source import Span


def reviewed(
    opened: Opened, topic: Topic, clinics: Iterable[Clinic], today: date
) -> tuple[Topic, list[Problem]]:
    """The topic with its standing for those clinics, and what is wrong in its reviews, whose files
    join `opened.sources`. It must have no errors: what was left out of it would seem changed."""
    folder = topic_folder(opened, topic.id)
    if not folder.joinpath("reviews").is_dir():
        return topic, []
    from careleaf.check.reviewed import reviewed_parts
    from careleaf.read.review import read_reviews

    reviews = read_reviews(folder, topic.language, opened.content.root)
    opened.sources.update(reviews.sources)
    if not reviews.found:
        return topic, list(reviews.problems)
    parts = reviewed_parts(topic, opened.library, clinics)
    return replace(topic, standing=standing(reviews.found, parts, today)), list(reviews.problems)


def topic_folder(opened: Opened, topic_id: str) -> Path:
    """Where a topic's files are."""
    return opened.content.root / TOPICS / topic_id


def refused(topic: Topic, settings: Settings) -> Iterator[Problem]:
    """What the library does not build."""
    at = Span(topic.at.path, 0, 0)
    if settings.refuses_drafts and topic.standing.state is State.DRAFT:
        message = f"no clinician has signed this text of '{topic.id}' in '{topic.language}'"
        hint = f"this library builds no drafts (checks.md); {_asking(topic)}"
        yield Problem(DRAFT_REFUSED, at, message, hint)
    if settings.refuses_overdue and topic.standing.state is State.OVERDUE:
        message = f"the review of '{topic.id}' in '{topic.language}' ended on {topic.next_review}"
        hint = f"this library builds nothing overdue (checks.md); {_asking(topic)}"
        yield Problem(OVERDUE_REFUSED, at, message, hint)


def _asking(topic: Topic) -> str:
    if topic.programme:
        return "review each of its topics: careleaf review --status"
    return f"a clinician signs with: careleaf review {topic.id} --lang {topic.language}"
