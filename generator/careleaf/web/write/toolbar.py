"""Nothing in; what the row above the editor offers first, by the blocks' own names and in words,
out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.engine.vocabulary import block_summary


class Tool(Struct, frozen=True):
    """A kind of block that is put in by a button: its icon, and whether it stands in the row or
    behind "More". `name`: a phrase, since not every author reads the names that blocks have in a
    text."""

    block: str
    name: str
    icon: str
    first: bool = False

    @property
    def says(self) -> str:
        """What it is for: a phrase too."""
        return block_summary(self.block)


TOOLBAR = (
    Tool("exercise", "Exercise", "dumbbell", first=True),
    Tool("red-flag", "Red flag", "shield-alert", first=True),
    Tool("steps", "Steps", "list-ordered", first=True),
    Tool("plan", "Plan", "square-check", first=True),
    Tool("teach-back", "Teach-back", "user-round"),
    Tool("key-message", "Key message", "message-square-text"),
    Tool("do-dont", "Do and do not", "git-compare"),
    Tool("actions", "What to do today", "list-checks"),
    Tool("warning", "Warning", "triangle-alert"),
    Tool("only", "Only slides, handout or screen", "presentation"),
)
"""Those used most. Every other block is offered by typing "/" or ":::"."""
