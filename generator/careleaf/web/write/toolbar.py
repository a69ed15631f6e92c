"""Nothing in; what the row above the editor offers first, by the blocks' own names, out."""

from __future__ import annotations

from msgspec import Struct


class Tool(Struct, frozen=True):
    """A kind of block that is put in by a button: its icon, and whether it stands in the row or
    behind "More"."""

    block: str
    icon: str
    first: bool = False


TOOLBAR = (
    Tool("exercise", "dumbbell", first=True),
    Tool("red-flag", "shield-alert", first=True),
    Tool("steps", "list-ordered", first=True),
    Tool("plan", "square-check", first=True),
    Tool("teach-back", "user-round"),
    Tool("key-message", "message-square-text"),
    Tool("do-dont", "git-compare"),
    Tool("actions", "list-checks"),
    Tool("warning", "triangle-alert"),
    Tool("only", "presentation"),
)
"""Those used most. Every other block is offered by typing "/" or ":::"."""
