"""What a person said about something that no program can decide: plain data between the topic's
folder and its scores."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from careleaf.model.inline import Node

Said = Literal["yes", "no", "not-applicable"]
SAID: tuple[Said, ...] = get_args(Said)


class PersonsAnswer(Node, frozen=True, kw_only=True):
    """To one item of a score, about a text in one language."""

    item: str
    said: Said
    by: str
    """Name and role."""
    judged: date
    text: str
    """The digest of what was looked at: the answer holds as long as that is unchanged."""
    note: str = ""
    """Why, in a line."""
