"""A manuscript in; a problem for every character of it that the deck's fonts cannot draw out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from careleaf.compose.deck.measure import deck_face
from careleaf.model.art import Drawing, Picture, Pose
from careleaf.model.inline import Run
from careleaf.model.manuscript import Manuscript
from careleaf.problem import Problem
from careleaf.text import missing_glyphs


def uncovered(manuscript: Manuscript) -> list[Problem]:
    """One problem a character and run."""
    face = deck_face()
    runs = [*_runs(manuscript.chapters), *_runs(manuscript.definitions)]
    used = "".join(sorted({character for run in runs for character in run.text}))
    lacking = set(face.missing(used))
    if not lacking:
        return []
    return [
        missing.problem()
        for run in runs
        if lacking.intersection(run.text)
        for missing in missing_glyphs((run,), face)
    ]


def _runs(value: object) -> Iterator[Run]:
    """Every run below a node or in a tuple, in order."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _runs(inner)
    elif isinstance(value, Struct) and not isinstance(value, Drawing | Picture | Pose):
        for name in _names(type(value)):
            yield from _runs(getattr(value, name))


@lru_cache(maxsize=64)
def _names(kind: type[Struct]) -> tuple[str, ...]:
    """The fields that may hold runs."""
    return tuple(name for name in kind.__struct_fields__ if name != "at")
