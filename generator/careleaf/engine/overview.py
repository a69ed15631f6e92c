"""A content folder in; one line of facts for each topic in it out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import asdict

from careleaf.engine.job import Job, Result
from careleaf.engine.opened import open_content, read_one
from careleaf.engine.programme import read_one_programme
from careleaf.problem import in_order


class Overview(Struct, frozen=True, kw_only=True):
    """What a list of topics shows of one topic."""

    id: str
    languages: tuple[str, ...]
    title: str
    subtitle: str
    version: str
    written: str
    review_due: str
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
            rows.append(
                Overview(
                    id=topic.id,
                    languages=tuple(languages),
                    title=topic.title,
                    subtitle=topic.subtitle,
                    version=topic.version,
                    written=topic.written.isoformat(),
                    review_due=topic.review_due.isoformat(),
                    icd10=topic.codes.icd10,
                    snomed=topic.codes.snomed,
                )
            )
    for name in opened.content.programmes():
        programme, found = read_one_programme(opened.content, name, opened.sources)
        problems += found
        if programme is not None:
            rows.append(
                ProgrammeOverview(
                    id=programme.id,
                    language=programme.language,
                    title=programme.title,
                    subtitle=programme.subtitle,
                    version=programme.version,
                    minutes=programme.minutes,
                    parts=tuple(entry.name for entry in programme.entries),
                )
            )
    return Result(problems=tuple(in_order(problems)), sources=opened.sources), rows
