"""A topic in one language and a job in; its files in every format asked for, two at a time, out."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import partial

from careleaf.engine.aside import Aside, aside
from careleaf.engine.edition import Edition
from careleaf.engine.job import ENDINGS, Format, Job
from careleaf.engine.produce import Piece, prepare, produce
from careleaf.model.page import Version
from careleaf.problem import Problem


def second_process(job: Job) -> AbstractContextManager[Aside | None]:
    """One for `pieces`, if the job has work for two and the machine room. Best asked for at once:
    it imports what it will need while this process reads."""
    name = given_away(job)
    if name is None:
        return nullcontext()
    return aside(partial(prepare, name))


def begin(edition: Edition, job: Job, second: Aside, versions: tuple[Version, ...] = ()) -> None:
    """Have the second process make its format, if there is one for it; `pieces` fetches it."""
    if there := given_away(job):
        make = partial(produce, edition, there, job=job, versions=versions)
        second.begin_with(edition.topic, make)


def pieces(
    edition: Edition, job: Job, second: Aside | None, versions: tuple[Version, ...] = ()
) -> tuple[list[Piece], list[Problem]]:
    """The finished files and what is wrong in them, in the order of the job's formats. `versions`
    are the languages that a page leads to."""
    names = list(dict.fromkeys(job.formats))
    there = given_away(job) if second else None
    if second and there and second.subject is not edition.topic:
        begin(edition, job, second, versions)
    made = {
        name: produce(edition, name, job=job, versions=versions) for name in names if name != there
    }
    if second and there:
        made[there] = second.result()
    found = [problem for name in names for problem in made[name][1]]
    return [made[name][0] for name in names], found


def given_away(job: Job) -> Format | None:
    """The format that a second process makes: the longest work, where there are several."""
    wanted = [name for name in ENDINGS if name in job.formats]
    return wanted[0] if len(wanted) > 1 else None
