"""A stack of families in; which of them draws which characters of a text out.

A character is drawn by the first family that has it, but letters of one script by one family."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from careleaf.text.face import Face, face
from careleaf.text.scripts import ScriptRun, script_runs, sticks

Chosen = tuple[Face, float]
"""A face, and its size as a share of the size asked for."""

ONE_SCRIPT = "\u0300"
"""Text below this is Latin and what scripts share; each character is taken for itself."""


class FaceFile(Protocol):
    """A font file and its weight."""

    @property
    def path(self) -> Path:
        """Where the file is."""

    @property
    def data(self) -> bytes:
        """What is in it; nothing of one that ships with us, and never changes."""


class FamilyFiles(Protocol):
    """Faces of one design."""

    def face(self, weight: int, /) -> FaceFile:
        """The face nearest in weight."""


class FamilyChoice(Protocol):
    """A family and what it is asked to set."""

    @property
    def family(self) -> FamilyFiles:
        """The family."""

    @property
    def characters(self) -> str | None:
        """Only these characters; None for all it covers."""

    def scale_at(self, weight: int, /) -> float:
        """Its size as a share of the size asked for."""


class Stack(Protocol, Hashable):
    """Families in the order in which a character tries them."""

    @property
    def choices(self) -> tuple[FamilyChoice, ...]:
        """The families."""


class Fallback:
    """What is known of one stack: the faces of a weight, and the one that a character gets."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._choice: dict[tuple[str, int], Chosen | None] = {}
        self._by_weight: dict[int, tuple[tuple[Face, float, frozenset[str] | None], ...]] = {}

    def faces(self, weight: int) -> tuple[tuple[Face, float, frozenset[str] | None], ...]:
        """In the order of the stack, each with the characters it is kept for, if it is."""
        faces = self._by_weight.get(weight)
        if faces is None:
            faces = self._by_weight[weight] = tuple(
                (
                    face(file.path, file.data),
                    choice.scale_at(weight),
                    None if choice.characters is None else frozenset(choice.characters),
                )
                for choice in self._stack.choices
                for file in (choice.family.face(weight),)
            )
        return faces

    def chosen(self, character: str, weight: int) -> Chosen | None:
        """The first face that may draw it and can."""
        key = (character, weight)
        if key not in self._choice:
            self._choice[key] = next(
                (
                    (own, scale)
                    for own, scale, only in self.faces(weight)
                    if (only is None or character in only) and own.covers(character)
                ),
                None,
            )
        return self._choice[key]

    def general(self, weight: int) -> Face:
        """The face of the first family that is not kept for some characters: it sets most words."""
        return next(own for own, _, only in self.faces(weight) if only is None)

    def stretches(
        self, text: str, weight: int, *, plain: bool
    ) -> Iterator[tuple[int, int, str, Chosen | None]]:
        """Start, end, script and face of each stretch in one script and face; no face where none
        has its characters. `plain` text need not be looked at for its scripts."""
        if plain:
            choices = [self.chosen(character, weight) for character in text]
            runs = [ScriptRun(0, len(text), "")]
        else:
            runs = script_runs(text)
            choices = [one for run in runs for one in self._run_choices(text, run, weight)]
        for start, end, script in _alike(runs, choices):
            yield start, end, script, choices[start]

    def _run_choices(self, text: str, run: ScriptRun, weight: int) -> list[Chosen | None]:
        """A face for each character of a script's run: for its letters the first that has them all,
        since a word in two designs looks broken, for marks and joiners that of their letter, and
        for stops that of the letters if it has them: so a word is shown, and read, in one go."""
        own = text[run.start : run.end]
        letters = {one for one in own if one.isalpha() or unicodedata.category(one)[0] == "M"}
        whole = next(
            (
                (face, scale)
                for face, scale, only in self.faces(weight)
                if only is None and letters and all(map(face.covers, letters))
            ),
            None,
        )
        found: list[Chosen | None] = []
        for character in own:
            if whole and (
                character in letters or (not character.isdigit() and whole[0].covers(character))
            ):
                found.append(whole)
            elif found and (before := found[-1]) and sticks(character):
                found.append(before if before[0].covers(character) else None)
            else:
                found.append(self.chosen(character, weight))
        return found


def _alike(
    runs: list[ScriptRun], choices: Sequence[Chosen | None]
) -> Iterator[tuple[int, int, str]]:
    """Stretches of one script and one face."""
    for start, end, script in runs:
        first = start
        for place in range(start + 1, end + 1):
            if place == end or choices[place] != choices[first]:
                yield first, place, script
                first = place
