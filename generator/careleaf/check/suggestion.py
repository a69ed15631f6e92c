"""A problem with words in; the same with what would mend it, if anything does, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from careleaf.problem import Problem
from careleaf.source import Source, Span


class Suggestion(Struct, frozen=True):
    """A problem, and the words that may stand at its place instead."""

    problem: Problem
    old: str = ""
    """What stands there now; empty where nothing can be put in its place as it is."""
    new: str = ""
    safe: bool = False
    """Whether the change fits without being looked at."""


def swaps(problems: Iterable[Problem], sources: Mapping[str, Source]) -> Iterator[Suggestion]:
    """What would mend the problems that know which word was meant, each once. Those of translated
    texts have no file of their own to be mended in, and none."""
    for problem in dict.fromkeys(problems):
        source = sources.get(problem.span.path)
        if source and (found := _swapped(problem, source)):
            yield found


def _swapped(problem: Problem, source: Source) -> Suggestion | None:
    """The change, if the wrong word stands once where the problem is. Never safe: somebody must
    say that it is what they meant."""
    swap, at = problem.swap, problem.span
    if swap is None:
        return None
    wanted = rf"(?<![\w-]){re.escape(swap.old)}(?![\w-])"
    found = list(re.finditer(wanted, source.text[at.start : at.end], re.IGNORECASE))
    if len(found) != 1:
        return None
    place = Span(at.path, at.start + found[0].start(), at.start + found[0].end())
    return Suggestion(replace(problem, span=place), found[0][0], swap.new)
