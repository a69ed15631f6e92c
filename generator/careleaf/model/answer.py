"""What a person said about something that no program can decide: plain data between the topic's
folder and its scores."""

from __future__ import annotations

from datetime import date

from careleaf.model.inline import Node
from careleaf.model.said import Said


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
