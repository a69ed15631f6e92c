"""What a clinic file says: name, brand and how to reach it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import field

from careleaf.model.art import Art
from careleaf.model.inline import Node
from careleaf.source import Span


class TemplateFile(Node, frozen=True, kw_only=True):
    """The PowerPoint template that a clinic file names, at the place where it does."""

    path: Path


class FontFile(Node, frozen=True, kw_only=True):
    """A font that a clinic adds for characters that ours lack, at the place where its file names
    it. `data` is the file as it was looked over: another may take its place meanwhile."""

    path: Path
    data: bytes
    family: str
    weight: int


class Clinic(Node, frozen=True, kw_only=True):
    """One clinic. Texts that the file leaves out are empty."""

    key: str
    name: str
    tagline: str
    language: str
    country: str
    """ISO 3166 code; US means letter paper, all others A4."""
    phone: str
    hours: str
    after_hours: str
    after_hours_phone: str
    interpreter: str
    address: str
    email: str
    web: str
    """https address: the target of the QR code."""
    emergency_number: str
    emergency_advice: str
    same_day_words: str
    colour: str
    """"#rrggbb"; empty means the house colours."""
    logo: Art | None
    template: TemplateFile | None = None
    """What its decks are drawn on, if not on our own layouts."""
    fonts: tuple[FontFile, ...] = ()
    """For characters that our own fonts lack, in order."""
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where its file, or the translation of it, has each value, by the name of the field."""

    def place(self, name: str) -> Span:
        """Where a value stands; the file where it is not known."""
        return self.places.get(name.replace("_", "-"), self.at)

    def value(self, name: str) -> str | None:
        """The text that `{{ clinic.name }}` stands for, or None where there is no such variable."""
        return getattr(self, name) if name in VARIABLES else None


VARIABLES = (
    "name",
    "tagline",
    "phone",
    "hours",
    "after_hours",
    "after_hours_phone",
    "interpreter",
    "address",
    "email",
    "web",
    "emergency_number",
    "emergency_advice",
    "same_day_words",
)
"""The names that may follow `clinic.` in a variable."""
