"""A topic's files in; what screens, search and feeds show of it without building anything, out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine import Content, Job
from careleaf.engine.opened import Opened, open_content, read_one
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
    also: tuple[str, ...]
    """Other names of what it is about."""
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


class Reader:
    """Reads topics of one content folder for a clinic, as they stand on the job's day. What all
    topics share (glossary, sources, clinics) is read once for each language, so a reader is for
    one look at the folder."""

    def __init__(self, content: Content, job: Job, clinic: str) -> None:
        self._content = content
        self._job = job
        self._clinic = clinic
        self._opened: dict[str, Opened] = {}

    def read(self, topic_id: str) -> tuple[Held | None, tuple[str, ...]]:
        """The topic, and the languages in which it cannot be read."""
        written = self._content.source_languages(topic_id)
        if not written:  # it went while we looked
            return None, ()
        codes = sorted(
            self._content.languages(topic_id), key=lambda code: (code != written[0], code)
        )
        topics = {code: self._in_one(topic_id, code) for code in codes}
        found = [topic for topic in topics.values() if topic]
        unread = tuple(code for code, topic in topics.items() if not topic)
        return (_held(topic_id, found) if found else None), unread

    def _in_one(self, topic_id: str, code: str) -> Topic | None:
        opened = self._open(code)
        topic, problems = read_one(opened, topic_id, code)
        if topic is None or has_errors(problems):
            return topic
        clinics = [opened.library.clinics[self._clinic]] if self._clinic else []
        return reviewed(opened, topic, clinics, self._job.today)[0]

    def _open(self, code: str) -> Opened:
        """With lists of its own, for what is read now, and which nobody asks for later."""
        if code not in self._opened:
            self._opened[code] = open_content(Job(content=self._job.content, languages=(code,)))
        kept = self._opened[code]
        return replace(
            kept, sources={**kept.sources}, problems=[*kept.problems], woven={**kept.woven}
        )


def _held(topic_id: str, topics: list[Topic]) -> Held:
    first = topics[0]
    return Held(
        id=topic_id,
        editions=tuple(_edition(topic_id, topic) for topic in topics),
        icd10=first.codes.icd10,
        snomed=first.codes.snomed,
        version=first.version,
        written=first.written,
        pose=first.pose,
    )


def _edition(topic_id: str, topic: Topic) -> Edition:
    """One without a title is known by its folder: a link must have words."""
    return Edition(
        language=topic.language,
        title=topic.title or topic_id,
        subtitle=topic.subtitle,
        also=topic.also,
        text="\n".join(patient_text(topic)),
        translated=topic.translated,
        review=_review(topic.standing),
    )


def _review(standing: Standing) -> Review:
    signed = [one.signed for one in standing.reviews] if standing.until else []
    return Review(
        state=_STATES[standing.state], signed=max(signed, default=None), until=standing.until
    )
