"""What stands inside a line. A draft may hold variables and citations; a bound line cannot."""

from __future__ import annotations

import re

from msgspec import Struct

from careleaf.source import Span


class Node(Struct, frozen=True, kw_only=True):
    """Anything that came from a place in a source file."""

    at: Span


class Words(Node, frozen=True, kw_only=True):
    """Plain text, shown as it stands."""

    text: str


class Strong(Node, frozen=True, kw_only=True):
    """Words that stand out: drawn bold everywhere, since italics are hard to read."""

    body: Draft


class Link(Node, frozen=True, kw_only=True):
    """Words that lead somewhere: https, mailto, tel, or `#id` in the same topic."""

    target: str
    body: Draft


class Term(Node, frozen=True, kw_only=True):
    """A word that the glossary explains."""

    key: str
    shown: str


class Blank(Node, frozen=True, kw_only=True):
    """A gap to write in by hand; `width` counts the underscores in the source."""

    width: int


class Break(Node, frozen=True, kw_only=True):
    """A line end that the author asked for."""


class Variable(Node, frozen=True, kw_only=True):
    """`{{ clinic.phone }}`: a value from the clinic file, put in as text by `compose`."""

    expression: str


class Citation(Node, frozen=True, kw_only=True):
    """`[@nice-ng59]`: where a claim comes from. Never printed in the line (a raised 1 after
    "10 times" would read as 101): it feeds the sources list, the notes and the page's links."""

    keys: tuple[str, ...]


Inline = Words | Strong | Link | Term | Blank | Break | Variable | Citation
"""What an author may write in a line."""

Draft = tuple[Inline, ...]
"""A line as written."""


class Run(Node, frozen=True, kw_only=True):
    """A stretch of final text in one style: what nested marks come down to once bound."""

    text: str
    strong: bool = False
    link: str | None = None
    term: str | None = None
    """The glossary key that explains this text."""
    language: str | None = None
    """Set where the words are in another language than the piece."""


Bound = Run | Blank | Break
"""What a writer has to draw in a line."""

Line = tuple[Bound, ...]
"""A line with its variables filled in and its citations collected: nothing left to look up."""


def plain(line: Line) -> str:
    """The words of a line; a blank counts as its underscores, a break as a space."""
    return "".join(_plain(part) for part in line)


def unbroken(text: str) -> str:
    """With "15 to 20", "1 in 3" and "400 mg" kept on one line: half of a number on the next line,
    or its unit alone, misleads."""
    if not _SPACED.search(text):
        return text
    between = _NUMBERS.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    return _UNITS.sub("\u00a0", between)


_SPACED = re.compile(r"\d ")
_BETWEEN = "to|in|of|a|de|de cada|إلى|من|من كل|से|में|में से|đến|trong|trên|到"
_NUMBERS = re.compile(rf"(?<=\d) (?:{_BETWEEN}) (?=\d)")
_MEASURES = "mg|mcg|[µμ]g|kg|g|ml|mL|L|IU|mm|cm|km|%|°[CF]|ملغ|مل|मिग्रा"
_UNITS = re.compile(rf"(?<=\d) (?=(?:{_MEASURES})(?!\w))")


def _plain(part: Bound) -> str:
    match part:
        case Run():
            return part.text
        case Blank():
            return "_" * part.width
        case Break():
            return " "
