"""A final line and a typeface in; a problem for every character that no font can draw out."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from careleaf.model.inline import Line, Run
from careleaf.problem import Problem
from careleaf.problem_codes import NO_GLYPH
from careleaf.source import Span
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
        return Problem(NO_GLYPH, self.at, message, "write it in words or with a common character")


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
