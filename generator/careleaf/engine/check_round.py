"""A job in one language in; what there is to look at, and each of it as it was looked at, out.

What does not depend on a topic is done once, in `begin`: a library may have a thousand topics."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from careleaf.check.closely import check_closely
from careleaf.check.readability import Measured
from careleaf.check.scores.scored import Scored
from careleaf.check.suggestion import Suggestion, swaps
from careleaf.engine.chosen import (
    SingleTopic,
    WholeProgramme,
    chosen,
    chosen_clinic,
    concerning,
)
from careleaf.engine.clinic_template import template_problems
from careleaf.engine.each_language import speaking
from careleaf.engine.glyphs import undrawable_in_clinic, undrawable_in_topic
from careleaf.engine.job import FORMATS, Checked, Job
from careleaf.engine.opened import Opened, open_content
from careleaf.engine.plain_words import plain_words
from careleaf.engine.scoring import rated
from careleaf.model.clinic import Clinic
from careleaf.model.review import DRAFT
from careleaf.model.topic import Topic
from careleaf.problem import Problem, in_order
from careleaf.read import shown_path
from careleaf.read.settings import read_settings
from careleaf.source import Source


class Task(Struct, frozen=True):
    """A topic, or a programme, to look at."""

    id: str
    programme: bool = False


class Part(Struct, frozen=True):
    """A task, and the number of its round."""

    round: int
    task: Task


class Round(Struct, frozen=True, kw_only=True):
    """One language of a check."""

    job: Job
    opened: Opened
    clinics: tuple[Clinic, ...]
    goals: Mapping[str, float | None]
    tasks: tuple[Task, ...]
    problems: tuple[Problem, ...]
    """Those of the library, its clinics and its settings."""
    sources: Mapping[str, Source]
    """Their files."""


class Seen(Struct, frozen=True, kw_only=True):
    """What came of one task."""

    checked: Checked | None
    """None for a programme in another language."""
    problems: tuple[Problem, ...]
    sources: dict[str, Source]
    """The files that it has of its own."""
    measured: Measured | None = None
    scored: Scored | None = None
    suggestions: tuple[Suggestion, ...] = ()


def begin(job: Job) -> Round:
    """`job` has one language. Raises `RefusedError` where there is nothing that it could mean."""
    opened = open_content(job)
    tasks = [Task(one.id, isinstance(one, WholeProgramme)) for one in chosen(opened, job)]
    if not job.topics and job.programme is None:
        tasks += [Task(name, programme=True) for name in opened.content.programmes()]
    if job.clinic is not None or not opened.content.clinics():
        name, clinic = chosen_clinic(opened, job)
        clinics = [clinic] if clinic else []
        problems = concerning(opened, name, job.language)
    else:
        clinics = speaking(opened.library.clinics.values(), job.language)
        problems = opened.problems
    settings, sources, unclear = read_settings(opened.content.root)
    texts = opened.texts()
    late = chain.from_iterable(
        (*template_problems(one), *undrawable_in_clinic(one, job.language, FORMATS, texts))
        for one in clinics
    )
    return Round(
        job=job,
        opened=opened,
        clinics=tuple(clinics),
        goals=settings.goals,
        tasks=tuple(tasks),
        problems=(*problems, *unclear, *opened.placed(late)),
        sources={**opened.sources, **sources},
    )


def look(round_: Round, task: Task) -> Seen:
    """Read and check one topic or programme. A programme is made of topics, and not measured again;
    nothing is suggested for the library that ships with careleaf, which nobody here may change."""
    library = round_.opened
    opened = replace(library, sources=dict(library.sources), woven=dict(library.woven))
    read = WholeProgramme if task.programme else SingleTopic
    topic, problems = read(opened, task.id, round_.job)(round_.clinics)
    found = list(problems)
    measured: Measured | None = None
    scored: Scored | None = None
    plainer: tuple[Suggestion, ...] = ()
    if topic is not None and not topic.programme:
        words = plain_words(topic, opened, round_.goals)
        measured, plainer = words.measured, words.suggestions
        found += [*words.problems, *check_closely(topic)]
        scored, short = rated(topic, found, opened, round_.goals)
        found += short
        found += undrawable_in_topic(topic, opened.library, round_.clinics, FORMATS, opened.texts())
    return Seen(
        checked=_checked(task, topic, round_),
        problems=tuple(opened.placed(found)),
        sources={path: one for path, one in opened.sources.items() if path not in library.sources},
        measured=measured,
        scored=scored,
        suggestions=()
        if opened.content.bundled
        else (*plainer, *swaps(in_order(found), opened.sources)),
    )


def _checked(task: Task, topic: Topic | None, round_: Round) -> Checked | None:
    """A topic that could not be read was looked at too; a programme may be in another language."""
    content, code = round_.opened.content, round_.job.language
    if topic is None and task.programme:
        return None
    path = content.programme_file(task.id) if task.programme else content.text_file(task.id, code)
    return Checked(
        id=task.id,
        language=code,
        title=topic.title if topic and topic.title else task.id,
        read=topic is not None,
        programme=task.programme,
        file=shown_path(path),
        standing=topic.standing if topic else DRAFT,
    )
