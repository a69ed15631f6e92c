"""A place to write or tick in: what a fillable file has there, beside what paper has."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from careleaf.write.pdf.structure import Element

Kind = Literal["text", "tick", "answer"]
"""A line to type in, a box to tick, or one answer of a question."""


class Question(Struct, frozen=True, eq=False):
    """What one of several answers is chosen for. `name` is that of its field. Each is itself: two
    that say the same are two questions."""

    name: str
    says: str


class Where(Struct, frozen=True):
    """The part of a page that fields are in: the beginning of their names, and what readers are
    told first ("Exercise 2, Bridge"). Names come from ids, never from words: they are the same in
    every language, and hold nothing of a patient."""

    name: str = "page"
    says: str = ""


PAGE = Where()
"""No part in particular."""


class Field(Struct, frozen=True, kw_only=True):
    """What is filled in at one place."""

    kind: Kind
    element: Element
    """Its Form."""
    name: str
    says: str
    """What to fill in, understood without what stands around it."""
    size: int = 12
    """For a line: of what is typed, in points. As large as the words around, however high it is."""
    question: Question | None = None
    """For an answer."""
    value: str = ""
    """For an answer: which one it is."""
