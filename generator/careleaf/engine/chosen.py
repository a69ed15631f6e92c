"""What a job asks for in; the topics, the programme and the clinic that it is about, out.

Each topic comes as a `Chosen`: called with clinics, it reads and checks itself for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath

from msgspec import Struct

from careleaf.engine.content import Content
from careleaf.engine.job import Job, RefusedError
from careleaf.engine.opened import Opened, read_one
from careleaf.engine.programme import assembled, chosen_programme, read_one_programme
from careleaf.engine.standing import reviewed
from careleaf.model.clinic import Clinic
from careleaf.model.topic import Topic
from careleaf.problem import Problem, did_you_mean, has_errors

WhenRead = Callable[[Topic], None]
"""What is told of a topic that was read without an error, before it is checked."""


class SingleTopic(Struct, frozen=True):
    """A topic to read and check."""

    opened: Opened
    id: str
    job: Job

    def __call__(
        self, clinics: Iterable[Clinic], when_read: WhenRead | None = None
    ) -> tuple[Topic | None, list[Problem]]:
        """The topic, and every mistake in it for those clinics."""
        return checked_topic(self.opened, self.id, self.job, clinics, when_read)


class WholeProgramme(Struct, frozen=True):
    """A programme to read, and to check with its topics."""

    opened: Opened
    id: str
    job: Job

    def __call__(
        self, clinics: Iterable[Clinic], when_read: WhenRead | None = None
    ) -> tuple[Topic | None, list[Problem]]:
        """Raises `RefusedError` where it was asked for in another language than its own. It is read
        when its last topic is checked, so nothing waits for `when_read`."""
        opened, job = self.opened, self.job
        programme, problems = read_one_programme(opened.content, self.id, opened.sources)
        if programme is None or programme.language != job.language:
            if programme and job.programme:
                message = f"'{self.id}' is there in '{programme.language}' only"
                raise RefusedError(message, f"add: --lang {programme.language}")
            return None, problems
        topic, found = assembled(
            programme,
            opened.content,
            opened.library,
            lambda name: checked_topic(opened, name, job, clinics),
        )
        return topic, [*problems, *found]


Chosen = SingleTopic | WholeProgramme


def chosen(opened: Opened, job: Job) -> list[Chosen]:
    """What a job is about, in the order asked for. Raises `RefusedError` for an unknown one."""
    if job.programme is not None and job.topics:
        message = "topics and a programme at once: a programme names its topics itself"
        raise RefusedError(message, f"leave out: {' '.join(job.topics)}")
    if job.programme is not None:
        return [WholeProgramme(opened, chosen_programme(opened.content, job.programme), job)]
    return [SingleTopic(opened, name, job) for name in chosen_topics(opened.content, job)]


def chosen_topics(content: Content, job: Job) -> list[str]:
    """The topics of a job, in the order asked for. Raises `RefusedError` for an unknown one."""
    for topic_id in job.topics:
        if not content.has(topic_id):
            hint = _other_topics(content, topic_id, content.topics())
            raise RefusedError(f"no topic '{topic_id}'", hint)
        languages = content.languages(topic_id)
        if job.language not in languages:
            raise RefusedError(
                f"'{topic_id}' is not there in '{job.language}'",
                f"it is there in: {', '.join(languages)}",
            )
    if job.topics:
        return list(dict.fromkeys(job.topics))
    known = content.topics()
    if not known:
        raise RefusedError(f"no topics in {content.root}", "start one: careleaf new topic NAME")
    there = [topic for topic in known if job.language in content.languages(topic)]
    if not there:
        raise RefusedError(f"no topics in {content.root} in '{job.language}'")
    return there


def _other_topics(content: Content, wanted: str, known: list[str]) -> str:
    for part in PurePath(wanted).parts:
        if part in known:
            return f"a topic is named by its folder: {part}"
    if wanted in content.programmes():
        return f"it is a programme: --programme {wanted}"
    near = did_you_mean(wanted, known)
    return near or f"topics in {content.root}: {', '.join(known) or 'none yet'}"


def concerning(opened: Opened, clinic: str, language: str) -> list[Problem]:
    """The problems of a content folder without those in other clinics' files and translations: a
    slip in one of them must not stop the others."""
    from careleaf.read import shown_path

    folder = opened.content.root / "clinics"
    others = {
        shown_path(folder / f"{name}.{ending}")
        for name in opened.content.clinics()
        if name != clinic
        for ending in ("md", f"{language}.po")
    }
    return [problem for problem in opened.problems if problem.span.path not in others]


def chosen_clinic(opened: Opened, job: Job) -> tuple[str, Clinic | None]:
    """The name of the clinic asked for, else of the only one, and the clinic: None where its file
    could not be read."""
    clinics = opened.library.clinics
    known = opened.content.clinics()
    if not known:
        folder = opened.content.root / "clinics"
        raise RefusedError(f"no clinic in {folder}", "add a file NAME.md there: see the guide")
    if job.clinic is None and len(known) == 1:
        return known[0], clinics.get(known[0])
    if job.clinic is None:
        raise RefusedError("no clinic chosen", f"use --clinic with one of: {', '.join(known)}")
    if job.clinic not in known:
        hint = did_you_mean(job.clinic, known) or f"clinics: {', '.join(known)}"
        raise RefusedError(f"no clinic '{job.clinic}'", hint)
    return job.clinic, clinics.get(job.clinic)


def checked_topic(
    opened: Opened,
    topic_id: str,
    job: Job,
    clinics: Iterable[Clinic],
    when_read: WhenRead | None = None,
) -> tuple[Topic | None, list[Problem]]:
    """One topic in the job's language with every mistake in it, whichever of the clinics it is for,
    and with what its reviews say of it for all of them."""
    some = list(clinics)
    topic, problems = read_one(opened, topic_id, job.language)
    if topic is None:
        return None, problems
    from careleaf.check import check_topic

    if not has_errors(problems):
        topic, found = reviewed(opened, topic, some, job.today)
        problems += found
        if when_read:
            when_read(topic)
    for clinic in some:
        problems += check_topic(topic, opened.library, clinic, today=job.today)
    return topic, problems
