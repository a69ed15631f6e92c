"""A problem with words in; the same with what would mend it, if anything does, out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.problem import Problem


class Suggestion(Struct, frozen=True):
    """A problem, and the words that may stand at its place instead."""

    problem: Problem
    old: str = ""
    """What stands there now; empty where nothing can be put in its place as it is."""
    new: str = ""
    safe: bool = False
    """Whether the change fits without being looked at."""
