"""A programme: which parts of which topics a class goes through, with minutes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from careleaf.model.inline import Node
from careleaf.source import Span


class Entry(Node, frozen=True, kw_only=True):
    """One line of a programme: a whole topic, or one part or section of it."""

    topic: str
    section: str
    """Empty for the whole topic."""
    minutes: int
    topic_at: Span
    section_at: Span

    @property
    def name(self) -> str:
        """As it is written: `topic/section`."""
        return f"{self.topic}/{self.section}" if self.section else self.topic


class Programme(Node, frozen=True, kw_only=True):
    """A programme as its author wrote it. `id` is its file's name."""

    id: str
    language: str
    title: str
    subtitle: str
    version: str
    written: date
    audience: str
    icon: str
    pose: str | None
    entries: tuple[Entry, ...]
    places: Mapping[str, Span]
    """Where the value of each front-matter field stands, by the field's name."""

    @property
    def topics(self) -> tuple[str, ...]:
        """The ids of the topics it uses, in order of first use."""
        return tuple(dict.fromkeys(entry.topic for entry in self.entries))

    @property
    def minutes(self) -> int:
        """All of it."""
        return sum(entry.minutes for entry in self.entries)
