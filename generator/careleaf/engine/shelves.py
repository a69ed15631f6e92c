"""A job of one language in; all the topics that it asks for, read and checked, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from careleaf.engine.chosen import chosen, chosen_clinic, concerning
from careleaf.engine.edition import Edition
from careleaf.engine.job import Job
from careleaf.engine.opened import Opened, open_content
from careleaf.engine.standing import refused
from careleaf.model.settings import Settings
from careleaf.model.topic import Topic
from careleaf.problem import Problem, has_errors


class Shelf(Struct, frozen=True):
    """All that a job asks for in one language, read and checked."""

    language: str
    opened: Opened
    asked: tuple[str, ...]
    ready: dict[str, Edition]
    """What is without errors, by its id."""
    problems: list[Problem]


Shelving = Callable[[Job], Shelf]
"""What gives a job of one language its shelf."""


def shelf_of(job: Job, when_read: Callable[[Edition], None] | None = None) -> Shelf:
    """Read from disk, and checked. `job` has one language. Each topic is told of as soon as it is
    `when_read`: whether it has a mistake is not known before it is checked."""
    from careleaf.read.settings import read_settings

    opened = open_content(job)
    topics = chosen(opened, job)
    name, clinic = chosen_clinic(opened, job)
    settings, sources, unclear = read_settings(opened.content.root)
    opened.sources.update(sources)
    around = [*concerning(opened, name, job.language), *unclear]
    problems = list(around)
    ready: dict[str, Edition] = {}

    def told(topic: Topic) -> None:
        if when_read and clinic:
            when_read(Edition(topic, opened.library, clinic))

    for read in topics:
        topic, found = read([clinic] if clinic else [], told)
        found = opened.placed([*found, *(_refused(topic, settings, job) if topic else ())])
        problems += found
        if topic is not None and clinic is not None and not has_errors([*around, *found]):
            ready[read.id] = Edition(topic, opened.library, clinic)
    return Shelf(job.language, opened, tuple(read.id for read in topics), ready, problems)


def _refused(topic: Topic, settings: Settings, job: Job) -> Iterator[Problem]:
    """What the library does not build; an author still sees what stands in the editor, with the
    draft mark on it."""
    edited = any(one.topic == topic.id and one.language == topic.language for one in job.unsaved)
    return iter(()) if edited else refused(topic, settings)
