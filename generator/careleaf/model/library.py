"""What surrounds topics in a content folder: glossary, sources and clinics."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from careleaf.model.clinic import Clinic
from careleaf.model.inline import Draft, Node


class Entry(Node, frozen=True, kw_only=True):
    """A glossary entry as written."""

    key: str
    shown: str
    say: Draft
    meaning: Draft


class Reference(Node, frozen=True, kw_only=True):
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
    language: str = "en"
    """Of title and publisher, as they are given here: BCP 47."""


class Library(Struct, frozen=True):
    """Everything a topic may refer to, by key."""

    glossary: Mapping[str, Entry]
    """Of the topic's language."""
    references: Mapping[str, Reference]
    clinics: Mapping[str, Clinic]
    icons: frozenset[str]
