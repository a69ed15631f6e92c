"""What a library asks of its topics: plain data between reading, checking and building."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from careleaf.model.goals import USUAL_GOALS


class Settings(Struct, frozen=True, kw_only=True):
    """As its file `checks.md` says, or as usual."""

    goals: Mapping[str, float | None] = USUAL_GOALS
    """How easy topics are to be, by the key of a formula."""
    refuses_drafts: bool = False
    """Whether a build stops at what no clinician has signed."""
    refuses_overdue: bool = False
    """Whether a build stops at what was to be reviewed again."""
