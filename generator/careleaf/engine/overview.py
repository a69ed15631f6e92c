"""A content folder in; one line of facts for each topic in it out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import asdict, replace

from careleaf.engine.each_language import speaking
from careleaf.engine.job import Job, Result
from careleaf.engine.opened import Opened, open_content, read_one
from careleaf.engine.programme import read_one_programme
from careleaf.engine.standing import reviewed
from careleaf.model.programme import Programme
from careleaf.model.topic import Topic
from careleaf.problem import Problem, has_errors, in_order


class Overview(Struct, frozen=True, kw_only=True):
    """What a list of topics shows of one topic."""

    id: str
    languages: tuple[str, ...]
    title: str
    subtitle: str
    version: str
    written: str
    review_due: str
    """The last day of the review that was signed; for a draft the day that its author plans for."""
    state: str
    """Of its review in the language shown: "draft", "signed" or "overdue"."""
    icd10: tuple[str, ...]
    snomed: tuple[str, ...]

    def record(self) -> dict[str, object]:
        """For JSON."""
        return {"kind": "topic", **asdict(self)}


class ProgrammeOverview(Struct, frozen=True, kw_only=True):
    """What a list shows of one programme."""

    id: str
    language: str
    title: str
    subtitle: str
    version: str
    minutes: int
    parts: tuple[str, ...]

    def record(self) -> dict[str, object]:
        """For JSON."""
        return {"kind": "programme", **asdict(self)}


def overview(job: Job) -> tuple[Result, list[Overview | ProgrammeOverview]]:
    """Every topic that can be read, in its first language, then every programme; the problems tell
    of the others."""
    opened = open_content(job)
    problems = list(opened.problems)
    rows: list[Overview | ProgrammeOverview] = []
    for topic_id in opened.content.topics():
        languages = opened.content.languages(topic_id)
        language = job.language if job.language in languages else languages[0]
        topic, found = read_one(opened, topic_id, language)
        problems += found
        if topic is not None:
            if not has_errors(found):
                topic, wrong = _reviewed(opened, topic, job)
                problems += wrong
            rows.append(_of_topic(topic, languages))
    for name in opened.content.programmes():
        programme, found = read_one_programme(opened.content, name, opened.sources)
        problems += found
        if programme is not None:
            rows.append(_of_programme(programme))
    return Result(problems=tuple(in_order(problems)), sources=opened.sources), rows


def _of_topic(topic: Topic, languages: list[str]) -> Overview:
    return Overview(
        id=topic.id,
        languages=tuple(languages),
        title=topic.title,
        subtitle=topic.subtitle,
        version=topic.version,
        written=topic.written.isoformat(),
        review_due=topic.next_review.isoformat(),
        state=topic.standing.state.value,
        icd10=topic.codes.icd10,
        snomed=topic.codes.snomed,
    )


def _of_programme(programme: Programme) -> ProgrammeOverview:
    return ProgrammeOverview(
        id=programme.id,
        language=programme.language,
        title=programme.title,
        subtitle=programme.subtitle,
        version=programme.version,
        minutes=programme.minutes,
        parts=tuple(entry.name for entry in programme.entries),
    )


def _reviewed(opened: Opened, topic: Topic, job: Job) -> tuple[Topic, list[Problem]]:
    """With what its reviews say, of the glossary in its language and clinics that speak it."""
    if topic.language != job.language:
        opened = open_content(replace(job, languages=(topic.language,)))
    clinics = speaking(opened.library.clinics.values(), topic.language)
    return reviewed(opened, topic, clinics, job.today)
