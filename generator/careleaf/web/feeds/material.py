"""A topic in one language, as systems of hospitals ask for it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from careleaf.language import language
from careleaf.web.feeds.code_systems import ICD10, ICD10_CM, SNOMED_CT, CodeSystem
from careleaf.web.held import Review

PAGE, PRINT = "text/html", "application/pdf"
ENDINGS = {PAGE: ".html", PRINT: ".pdf"}
"""The media types that each material is served in, the first first."""


class Material(Struct, frozen=True, kw_only=True):
    """What a feed says of a topic in one language."""

    topic: str
    language: str
    title: str
    summary: str
    version: str
    written: date
    review: Review
    """Of this language."""
    translated: bool = False
    also: tuple[str, ...] = ()
    """Other names of what it is about."""
    icd10: tuple[str, ...]
    snomed: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called among all materials, in the letters of a FHIR id."""
        whole = f"{self.topic}.{self.language}"
        return whole if len(whole) <= 64 else self.uuid

    @property
    def uuid(self) -> str:
        """The same for the same topic and language, everywhere and always (RFC 9562, version 5)."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"careleaf:{self.topic}:{self.language}"))

    def address(self, base: str, media_type: str) -> str:
        """Where the app at `base` serves it."""
        return f"{base}/topics/{self.topic}/{self.language}{ENDINGS[media_type]}"

    def standing(self) -> str:
        """What a reader must know of its review, in its own language and in the words
        that are printed on it; nothing where one holds."""
        spoken = language(self.language)
        if self.review.state == "draft" and self.translated:
            return spoken.say("Draft: not yet reviewed by a clinician who speaks it")
        if self.review.state == "draft":
            return spoken.say("Draft: not yet reviewed by a clinician")
        return spoken.say("Review overdue") if self.review.state == "overdue" else ""

    def codes(self, system: CodeSystem) -> tuple[str, ...]:
        """Its codes of a system. ICD-10-CM is made of ICD-10, with longer codes."""
        if system in (ICD10_CM, ICD10):
            return self.icd10
        return self.snomed if system is SNOMED_CT else ()

    def distance(self, system: CodeSystem, asked: str) -> int | None:
        """How far its nearest code is from one asked for; None where none is a kind of it."""
        found = (system.distance(asked, held) for held in self.codes(system))
        return min((one for one in found if one is not None), default=None)


def by_topic(materials: Iterable[Material]) -> dict[str, list[Material]]:
    """The materials of each topic, which are one in several languages."""
    topics: dict[str, list[Material]] = {}
    for one in materials:
        topics.setdefault(one.topic, []).append(one)
    return topics
