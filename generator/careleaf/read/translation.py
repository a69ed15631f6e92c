"""A source file's units and a PO file in; the source's text in another language, and everything
that is missing, stale, left over or different in a number, out.

Only words are put in other words, at the very places where they stand. All else (doses, codes,
icons, dates, ids, pictures, sources) is the source's, so that no translation can change it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from careleaf import problem_codes as codes
from careleaf.language.po import Message, Words, parse_po
from careleaf.problem import Problem
from careleaf.read.units import Unit
from careleaf.source import Source, Span

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = re.compile(r"\{\{.*?\}\}|\[@[^\]]*\]|_{3,}")
"""Variables, citations and blanks: a translation keeps each of them."""
_DIGITS = {ord(char): str(n % 10) for n, char in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९")}


class Piece(Struct, frozen=True):
    """A stretch of the new text: where it starts there, and where its characters come from."""

    start: int
    path: str
    places: Sequence[int]


class Translated(Struct, frozen=True):
    """The new text, and for each of its places the file and place behind it."""

    text: str
    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...]

    def origin(self, span: Span) -> Span:
        """The place in the PO file or the source that a span of the new text came from."""
        path, start = self._origin(span.start)
        end_path, last = self._origin(max(span.start, span.end - 1))
        end = last + 1 if end_path == path and last >= start else start + 1
        return Span(path, start, end if span.end > span.start else start)

    def _origin(self, offset: int) -> tuple[str, int]:
        piece = self.pieces[bisect_right(self.pieces, offset, key=lambda one: one.start) - 1]
        inside = min(offset - piece.start, len(piece.places) - 1)
        return piece.path, piece.places[inside]


def translate(source: Source, units: Sequence[Unit], po: Source, *, complete: bool) -> Translated:
    """Put every translated unit in its place. A unit without a translation stays in the source's
    language; where the translation should be `complete`, that is an error."""
    messages, faults = parse_po(po.text)
    problems = [
        Problem(codes.NOT_PO, po.span(fault.start, fault.end), fault.message) for fault in faults
    ]
    known = {message.context: message for message in messages if message.id}
    chosen: dict[str, Words] = {}
    for unit in units:
        message = known.pop(unit.id, None)
        problems += _unit_problems(unit, message, source, po, complete=complete)
        if message is not None and message.text:
            chosen[unit.id] = message.forms[0]
    problems += [_extra(message, po) for message in known.values()]
    text, pieces = _woven(source, units, po, chosen)
    return Translated(text, pieces, tuple(problems))


def _woven(
    source: Source, units: Sequence[Unit], po: Source, chosen: Mapping[str, Words]
) -> tuple[str, tuple[Piece, ...]]:
    texts: list[str] = []
    pieces: list[Piece] = []
    length = at = 0
    for unit in (one for one in units if one.id in chosen):
        words = chosen[unit.id]
        kept = source.text[at : unit.start]
        pieces.append(Piece(length, source.path, range(at, unit.start + 1)))
        pieces.append(Piece(length + len(kept), po.path, words.places))
        # A line end could begin something else than words: a list, a block.
        texts += [kept, words.text.replace("\n", " ")]
        length += len(kept) + len(words.text)
        at = unit.end
    pieces.append(Piece(length, source.path, range(at, len(source.text) + 1)))
    return "".join([*texts, source.text[at:]]), tuple(pieces)


def _unit_problems(
    unit: Unit, message: Message | None, source: Source, po: Source, *, complete: bool
) -> Iterator[Problem]:
    if message is None or not message.text:
        if complete:
            said = f"not translated into the language of {po.path}: '{_short(unit.text)}'"
            hint = f'add it under msgctxt "{unit.id}": careleaf translate export writes it'
            yield Problem(codes.NOT_TRANSLATED, source.span(unit.start, unit.end), said, hint)
        return
    at = _span(po, message.forms[0])
    if message.id != unit.text or message.fuzzy:
        said = f"the source has changed: '{_short(unit.text)}'"
        hint = "check the translation, then export again: careleaf translate export"
        yield Problem(codes.STALE_TRANSLATION, at, said, hint)
    if wrong := _different(unit.text, message.text):
        yield Problem(codes.DIFFERENT_NUMBER, at, wrong, f"the source: '{_short(unit.text)}'")


def _different(source: str, translation: str) -> str:
    """How the numbers, variables, citations and blanks of two texts differ, as a sentence."""
    given_text = translation.translate(_DIGITS)
    pairs = (
        ("mark", _MARKS.findall(source), _MARKS.findall(given_text)),
        ("number", _numbers(source), _numbers(given_text)),
    )
    for name, wanted_ones, given_ones in pairs:
        wanted, given = Counter(wanted_ones), Counter(given_ones)
        if missing := wanted - given:
            return f"the {name} {', '.join(missing)} is missing from the translation"
        if extra := given - wanted:
            return f"the {name} {', '.join(extra)} is not in the source"
    return ""


def _numbers(text: str) -> list[str]:
    """The numbers that a patient reads: not those in the key of a source."""
    return _NUMBER.findall(_MARKS.sub(" ", text))


def _extra(message: Message, po: Source) -> Problem:
    said = f"nothing in the source has the id '{message.context}': '{_short(message.id)}'"
    at = po.span(message.at, message.at + len("msgid"))
    return Problem(
        codes.EXTRA_TRANSLATION, at, said, "the source lost it: export again, or delete it"
    )


def _span(po: Source, words: Words) -> Span:
    return po.span(words.places[0], max(words.places[-1], words.places[0] + 1))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."
