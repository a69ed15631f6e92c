"""Topics in; every problem in them, how hard they are to read, and plainer words for some, out.

Nothing is composed or written. A build does not import this."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from careleaf.engine.check_round import Part, Round, Seen, begin, look
from careleaf.engine.each_language import in_each_language
from careleaf.engine.job import Job, Progress, Result
from careleaf.engine.stopping import asked_to_stop
from careleaf.problem import in_order

_MANY = 32
"""From so many topics on, more processes save more than it takes to start them."""


def check(job: Job, progress: Progress | None = None, processes: int | None = 1) -> Result:
    """Read and check every topic of a job in every language asked for, else in every one that it is
    there in, for the clinic named or else for every clinic there is; nothing is composed or
    written. Templates that clinics name are looked into too, how hard topics are to read is
    measured, and they are scored.

    The result is the same with any number of `processes`; None: one for each core where there are
    many topics. On Ctrl-C it is of what was looked at by then, and says what was not.
    """
    jobs = [replace(job, languages=(code,)) for code in dict.fromkeys(job.languages)]
    rounds = [begin(one) for one in jobs or in_each_language(job)]
    parts = [Part(number, task) for number, one in enumerate(rounds) for task in one.tasks]
    if processes is None:
        processes = _cores() if len(parts) >= _MANY else 1
    if processes > 1:
        from careleaf.engine.side_by_side import side_by_side

        seen = side_by_side(rounds, parts, processes, progress)
    else:
        seen = _one_by_one(rounds, parts, progress)
    return _result(rounds, parts, seen)


def _cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _one_by_one(
    rounds: Sequence[Round], parts: Sequence[Part], progress: Progress | None
) -> list[Seen | None]:
    seen: list[Seen | None] = [None] * len(parts)
    with asked_to_stop() as asked:
        for place, part in enumerate(parts):
            if asked.is_set():
                break
            seen[place] = look(rounds[part.round], part.task)
            if progress:
                progress(part.task.id)
    return seen


def _result(rounds: Sequence[Round], parts: Sequence[Part], seen: Sequence[Seen | None]) -> Result:
    found = [one for one in seen if one is not None]
    every: list[Round | Seen] = [*rounds, *found]
    return Result(
        problems=tuple(in_order(chain.from_iterable(one.problems for one in every))),
        sources={path: text for one in every for path, text in one.sources.items()},
        checked=tuple(one.checked for one in found if one.checked),
        measured=tuple(one.measured for one in found if one.measured),
        scored=tuple(one.scored for one in found if one.scored),
        goals=rounds[0].goals,
        suggestions=tuple(dict.fromkeys(chain.from_iterable(one.suggestions for one in found))),
        unchecked=tuple(
            (part.task.id, rounds[part.round].job.language)
            for part, one in zip(parts, seen, strict=True)
            if one is None
        ),
    )
