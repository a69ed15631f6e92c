"""A topic's files in; what screens, search and feeds show of it without building anything, out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from careleaf.engine import Content, Job
from careleaf.engine.opened import open_content, read_one
from careleaf.engine.patient_text import patient_text
from careleaf.engine.standing import reviewed
from careleaf.model.review import Standing
from careleaf.model.review import State as Stage
from careleaf.model.topic import Topic
from careleaf.problem import has_errors

State = Literal["draft", "in-date", "overdue"]

_STATES: Mapping[Stage, State] = {
    Stage.DRAFT: "draft",
    Stage.SIGNED: "in-date",
    Stage.OVERDUE: "overdue",
}


class Review(Struct, frozen=True, kw_only=True):
    """Where a topic's review stands. `signed`: when it was given; `until`: its last day."""

    state: State
    signed: date | None = None
    until: date | None = None


class Edition(Struct, frozen=True, kw_only=True):
    """A topic in one language."""

    language: str
    title: str
    subtitle: str
    text: str
    """All that patients read in it, in reading order, a line each."""
    translated: bool
    review: Review


class Held(Struct, frozen=True, kw_only=True):
    """A topic in all its languages, the one that it was written in first."""

    id: str
    editions: tuple[Edition, ...]
    icd10: tuple[str, ...]
    snomed: tuple[str, ...]
    version: str
    written: date
    pose: str | None

    @property
    def review(self) -> Review:
        """Of the language that it was written in; each translation has one of its own."""
        return self.editions[0].review

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes, the one that it was written in first."""
        return tuple(edition.language for edition in self.editions)

    def edition(self, language: str) -> Edition:
        """The one in a language, of whatever country, else the first."""
        near = language.partition("-")[0]
        exact = (one for one in self.editions if one.language == language)
        found = (one for one in self.editions if one.language.partition("-")[0] == near)
        return next(exact, None) or next(found, None) or self.editions[0]


def read_held(
    content: Content, job: Job, clinic: str, topic_id: str
) -> tuple[Held | None, tuple[str, ...]]:
    """A topic as it stands on the job's day, and the languages in which it cannot be read."""
    first = content.source_languages(topic_id)[0]
    codes = sorted(content.languages(topic_id), key=lambda code: (code != first, code))
    topics: list[Topic] = []
    unread: list[str] = []
    for code in codes:
        opened = open_content(Job(content=job.content, languages=(code,)))
        topic, problems = read_one(opened, topic_id, code)
        if topic is None:
            unread.append(code)
            continue
        if not has_errors(problems):
            clinics = [opened.library.clinics[clinic]] if clinic else []
            topic, _ = reviewed(opened, topic, clinics, job.today)
        topics.append(topic)
    if not topics:
        return None, tuple(unread)
    found = Held(
        id=topic_id,
        editions=tuple(_edition(topic_id, topic) for topic in topics),
        icd10=topics[0].codes.icd10,
        snomed=topics[0].codes.snomed,
        version=topics[0].version,
        written=topics[0].written,
        pose=topics[0].pose,
    )
    return found, tuple(unread)


def _edition(topic_id: str, topic: Topic) -> Edition:
    """One without a title is known by its folder: a link must have words."""
    return Edition(
        language=topic.language,
        title=topic.title or topic_id,
        subtitle=topic.subtitle,
        text="\n".join(patient_text(topic)),
        translated=topic.translated,
        review=_review(topic.standing),
    )


def _review(standing: Standing) -> Review:
    signed = [one.signed for one in standing.reviews] if standing.until else []
    return Review(
        state=_STATES[standing.state], signed=max(signed, default=None), until=standing.until
    )
