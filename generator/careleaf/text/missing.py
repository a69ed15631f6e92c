"""A final line and a typeface in; a problem for every character that no font can draw out."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from careleaf.model.inline import Line, Run
from careleaf.problem import Problem
from careleaf.problem_codes import NO_GLYPH
from careleaf.source import Span
from careleaf.text.scripts import script_of
from careleaf.text.typeface import Typeface


class MissingGlyph(Struct, frozen=True):
    """A character without a glyph, and the place its words came from."""

    character: str
    at: Span

    def problem(self) -> Problem:
        """The same as an error: a blank box must never reach a patient."""
        name = unicodedata.name(self.character, "a control character")
        shown = self.character if self.character.isprintable() else "\ufffd"
        message = f"no font can draw '{shown}' (U+{ord(self.character):04X}, {name})"
        hint = "write it in words or with a common character"
        if family := _family(self.character, name):
            hint += f"; or add a font that has it, such as {family}, to 'fonts' in the clinic file"
        return Problem(NO_GLYPH, self.at, message, hint)


_FAMILIES = {
    "Arab": "Noto Naskh Arabic",
    "Hang": "Noto Sans KR",
    "Hani": "Noto Sans SC for Simplified, Noto Sans TC for Traditional Chinese",
    "Bopo": "Noto Sans TC",
    "Hira": "Noto Sans JP",
    "Kana": "Noto Sans JP",
    "Latn": "Noto Sans",
    "Grek": "Noto Sans",
    "Cyrl": "Noto Sans",
    "Tibt": "Noto Serif Tibetan",
    "Nkoo": "Noto Sans NKo",
}
"""Families that are not named after the first word of their characters' names, by ISO 15924."""
_FIRST_WORD = re.compile("^[A-Z]+")
_PICTURES = 0x1F000
"""Emoji and the like begin here."""


def _family(character: str, name: str) -> str:
    """A free font that has the character; "" for what is none, and for private characters."""
    script = script_of(character)
    category = unicodedata.category(character)
    if script:
        return _FAMILIES.get(script, f"Noto Sans {_FIRST_WORD.findall(name)[0].title()}")
    if category[0] != "S":
        return ""
    return "Noto Emoji" if ord(character) >= _PICTURES else "Noto Sans Symbols 2 or Noto Sans Math"


def missing_glyphs(line: Line, face: Typeface) -> tuple[MissingGlyph, ...]:
    """Every character of the line that the typeface lacks, each once a run."""
    found: list[MissingGlyph] = []
    for run in line:
        if isinstance(run, Run):
            lacking = face.missing(run.text)
            found += [MissingGlyph(character, _within(run, character)) for character in lacking]
    return tuple(found)


def _within(run: Run, character: str) -> Span:
    """The character's own place where the run is the source's text unchanged, else the run's."""
    if run.at.end - run.at.start != len(run.text):
        return run.at
    start = run.at.start + run.text.index(character)
    return Span(run.at.path, start, start + 1)
