"""Roles of text on a slide in; their type steps, and paragraphs set in them, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.art import Paint
from careleaf.model.deck import Paragraph, Part, Piece, SoftBreak
from careleaf.model.inline import Blank, Break, Line, Run, plain
from careleaf.text.words import counted

_T = TypeVar("_T")

_SENTENCE = re.compile(
    r"(?<=[.!?\u061f\u06d4\u0964])\s+(?=[^a-z\s])"
    r"|(?<=[\u3002\uff01\uff1f])\s*(?=[^\s\u201d\u2019\u300d\u300f\uff09)])"
)
"""After a stop with a space behind it (Arabic's and Hindi's too), or a wide stop of Chinese."""


class Style(Struct, frozen=True, kw_only=True):
    """Size and distance of lines in points, colour and weight."""

    size: float
    lead: float
    colour: Paint = "ink"
    bold: bool = False

    def at(self, size: float, lead: float) -> Style:
        """The same role, a step smaller."""
        return replace(self, size=size, lead=lead)


TITLE = Style(size=36, lead=42, colour="navy", bold=True)
LEAD = Style(size=30, lead=36, colour="navy", bold=True)
BODY = Style(size=28, lead=36)
SMALL = Style(size=12, lead=20, colour="slate")
SOURCE = Style(size=14, lead=18, colour="slate")
LABEL = Style(size=24, lead=30, colour="navy", bold=True)


def steps(style: Style, *pairs: tuple[float, float]) -> tuple[Style, ...]:
    """A role at its own size and at these smaller ones."""
    return (style, *(style.at(size, lead) for size, lead in pairs))


def parts_of(line: Line, style: Style) -> tuple[Part, ...]:
    """A bound line as parts of a paragraph. A blank is drawn as its underscores."""
    return tuple(_part(bound, style) for bound in line)


_LINK = "teal-deep"
"""Words of a link among words in ink; among others it has their colour. It is underlined anyway."""


def _part(bound: Run | Blank | Break, style: Style) -> Part:
    match bound:
        case Run():
            return Piece(
                text=bound.text,
                bold=bound.strong or style.bold,
                link=bound.link,
                colour=_LINK if bound.link and style.colour == "ink" else None,
                language=bound.language,
            )
        case Blank():
            return Piece(text="_" * bound.width)
        case Break():
            return SoftBreak()


def say(words: str, style: Style, **changes: object) -> Paragraph:
    """Plain words as a paragraph."""
    return paragraph((Piece(text=words, bold=style.bold),), style, **changes)


def spell(line: Line, style: Style, **changes: object) -> Paragraph:
    """A bound line as a paragraph."""
    return paragraph(parts_of(line, style), style, **changes)


def paragraph(parts: tuple[Part, ...], style: Style, **changes: object) -> Paragraph:
    """Parts as a paragraph of a role; `changes` are fields of Paragraph."""
    fields = {"size": style.size, "lead": style.lead, "colour": style.colour, **changes}
    return Paragraph(parts=parts, **fields)  # type: ignore[arg-type]


def largest(choices: Iterable[_T], good: Callable[[_T], bool]) -> _T | None:
    """The first choice that is good."""
    return next((choice for choice in choices if good(choice)), None)


def word_count(line: Line) -> int:
    """How many words a reader counts."""
    return counted(plain(line))


def sentence_ends(text: str) -> list[str]:
    """Text cut after each sentence; the space between them goes."""
    return _SENTENCE.split(text)


def sentences(line: Line) -> list[str]:
    """The sentences of a line, as plain text."""
    return [found for found in _SENTENCE.split(plain(line).strip()) if found]
