"""A job in; what came of it, and pictures of its pages, out: what a process of the workshop does.

In one call, so that a handout with a patient's words need not be kept, nor sent about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from careleaf.engine import Job, made
from careleaf.engine.kept_shelves import KeptShelves
from careleaf.problem import Problem, as_text, has_errors
from careleaf.web.interface.quotes import sentence
from careleaf.web.pages import Picture, count, pictures


class Outcome(Struct, frozen=True, kw_only=True):
    """How a job went: `pages` of the handout; none where an error kept it from being made, which
    `wrong` tells, and `where`, in the words of the command line."""

    pages: int
    wrong: str = ""
    where: str = ""


_SHELVES = KeptShelves()


def drawn(
    job: Job, width: int, known: Mapping[int, str], first: int
) -> Iterator[Outcome | Picture]:
    """The outcome, then the page that is looked at, then the others in order. `known` are digests
    of the pictures that whoever asks has already."""
    given = made(job, shelve=_SHELVES)
    if not given.pieces:
        errors = [one for one in given.problems if has_errors([one])]
        wrong = errors[0] if errors else None
        yield Outcome(
            pages=0,
            wrong=_sentence(wrong),
            where=as_text(wrong, given.sources) if wrong else "",
        )
        return
    pdf = given.pieces[0].data
    there = count(pdf)
    yield Outcome(pages=there)
    pages = sorted(range(1, there + 1), key=lambda page: page != first)
    yield from pictures(pdf, width, pages, known)


def _sentence(problem: Problem | None) -> str:
    if problem is None:
        return ""
    return sentence(problem.message)
