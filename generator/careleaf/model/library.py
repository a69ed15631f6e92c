"""What surrounds topics in a content folder: glossary, sources and clinics."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from careleaf.model.clinic import Clinic
from careleaf.model.inline import Draft, Node
from careleaf.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Node):
    """A glossary entry as written."""

    key: str
    shown: str
    say: Draft
    meaning: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Node):
    """One source that claims rest on."""

    key: str
    title: str
    publisher: str
    year: int
    kind: str
    jurisdiction: str
    url: str
    checked: date
    review_due: date


@dataclass(frozen=True, slots=True)
class Library:
    """Everything a topic may refer to, by key."""

    glossary: Mapping[str, Entry]
    """Of the topic's language."""
    references: Mapping[str, Reference]
    clinics: Mapping[str, Clinic]
    icons: frozenset[str]
