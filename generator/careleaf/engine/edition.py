"""A topic in one language with all that it refers to; and the names of files made of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine.job import ENDINGS, Format, Job
from careleaf.language import language
from careleaf.model.clinic import Clinic
from careleaf.model.library import Library
from careleaf.model.page import Version
from careleaf.model.topic import Topic


class Edition(Struct, frozen=True):
    """A checked topic in one language. Library and clinic are in that language too."""

    topic: Topic
    library: Library
    clinic: Clinic


def file_name(topic: Topic, name: Format, job: Job) -> str:
    """As `made_name`, in the topic's own language, where a job has several."""
    return made_name(topic.id, name, replace(job, languages=(topic.language,)))


def made_name(topic_id: str, name: Format, job: Job) -> str:
    """`low-back-and-hip-pain-en.pdf`, `low-back-and-hip-pain-en-notes.pdf`; a handout says its
    print profile and fold: `low-back-and-hip-pain-en-large.pdf`, and both languages where it has
    two: `low-back-and-hip-pain-es-en.pdf`. What was made for one patient is
    `low-back-and-hip-pain-en-tailored.pdf`: it must not lie where the next person looks for the
    handout. It never tells whose it is. A handout to fill in on a screen is
    `low-back-and-hip-pain-en-fillable.pdf`, and lies beside the one to print."""
    mark = f"-{job.beside}" if job.beside else ""
    mark += "-tailored" if job.tailoring.personal else ""
    if name == "pdf":
        mark += f"-{job.profile}" if job.profile != "standard" else ""
        mark += f"-{job.fold}" if job.fold else ""
        mark += "-fillable" if job.fillable else ""
    return f"{topic_id}-{job.language}{mark}{ENDINGS[name]}"


def versions(topics: Sequence[Topic], here: Topic, job: Job) -> tuple[Version, ...]:
    """What a reader can choose from on the page of `here`: it in every language it is made in at
    the same time. None where there is one language."""
    if len(topics) < 2:
        return ()
    return tuple(_version(topic, here, job) for topic in topics)


def _version(topic: Topic, here: Topic, job: Job) -> Version:
    spoken = language(topic.language)
    return Version(
        language=spoken.code,
        direction=spoken.direction,
        name=spoken.own_name(),
        address=file_name(topic, "html", job),
        here=topic is here,
    )
