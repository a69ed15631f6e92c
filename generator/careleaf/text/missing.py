"""A final line and a typeface in; a problem for all characters of a script that no font can draw
out."""

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
    """Characters of one script without a glyph, each once, and the place that they came from."""

    characters: str
    at: Span

    def problem(self) -> Problem:
        """The same as an error: a blank box must never reach a patient."""
        first = self.characters[0]
        shown = "".join(one if one.isprintable() else "\ufffd" for one in self.characters)
        more = f" and {len(shown) - 1} more" if len(shown) > 1 else ""
        message = f"no font can draw '{shown}' (U+{ord(first):04X}, {_name(first)}{more})"
        return Problem(NO_GLYPH, self.at, message, self._hint())

    def private(self) -> Problem:
        """As an error that tells nothing of the words: they may be about a patient."""
        return Problem(NO_GLYPH, self.at, "no font can draw this", self._hint())

    def _hint(self) -> str:
        hint = "write it in words or with common characters"
        if family := _family(self.characters[0]):
            hint += f"; or add a font that has it, such as {family}, to 'fonts' in the clinic file"
        return hint


def _name(character: str) -> str:
    return unicodedata.name(character, "a control character")


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


def _family(character: str) -> str:
    """A free font that has the character; "" for what is none, and for private characters."""
    script = script_of(character)
    category = unicodedata.category(character)
    if script:
        return _FAMILIES.get(
            script, f"Noto Sans {_FIRST_WORD.findall(_name(character))[0].title()}"
        )
    if category[0] != "S":
        return ""
    return "Noto Emoji" if ord(character) >= _PICTURES else "Noto Sans Symbols 2 or Noto Sans Math"


def missing_glyphs(line: Line, face: Typeface) -> tuple[MissingGlyph, ...]:
    """What of the line the typeface lacks, run by run."""
    runs = (run for run in line if isinstance(run, Run))
    return tuple(one for run in runs for one in missing_in(run.text, run.at, face))


def missing_in(text: str, at: Span, face: Typeface) -> tuple[MissingGlyph, ...]:
    """What the typeface lacks of words from a place: all of a script at once, since whoever lacks
    one letter of Hebrew lacks them all; signs of no script one by one."""
    groups: dict[str, str] = {}
    for character in face.missing(text):
        group = script_of(character) or character
        groups[group] = groups.get(group, "") + character
    return tuple(MissingGlyph(group, _within(text, at, group)) for group in groups.values())


def _within(text: str, at: Span, characters: str) -> Span:
    """From the first of the characters to the last, where the words stand in the source as they
    are; else all the place."""
    if at.end - at.start != len(text):
        return at
    first = min(text.index(one) for one in characters)
    last = max(text.rindex(one) for one in characters)
    return Span(at.path, at.start + first, at.start + last + 1)
