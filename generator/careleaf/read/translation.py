"""A source file's units and a PO file in; the source's text in another language, and everything
that is missing, stale, left over or different in a number, out.

Only words are put in other words, at the very places where they stand. All else (doses, codes,
icons, dates, ids, pictures, sources) is the source's, so that no translation can change it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec import Struct

from careleaf import problem_codes as codes
from careleaf.language import language as spoken_in
from careleaf.language.numbers import differences, other_digits
from careleaf.language.numerals import Words as Spoken
from careleaf.language.po import Message, Words
from careleaf.problem import Problem
from careleaf.read.lost_words import lost_words
from careleaf.read.matching import Match, matched, read_po, translated_from
from careleaf.read.units import Unit
from careleaf.source import Source, Span

_ONE_LINE = str.maketrans("\n\r\t", "   ")


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
    kept: frozenset[str] = frozenset()
    """The ids of units that stayed in the source's language."""

    def origin(self, span: Span) -> Span:
        """The place in the PO file or the source that a span of the new text came from."""
        path, start = self._origin(span.start)
        end_path, last = self._origin(max(span.start, span.end - 1))
        end = last + 1 if end_path == path and last >= start else start + 1
        return Span(path, start, end if span.end > span.start else start)

    def fault(self, span: Span) -> Span:
        """The same, of something wrong: what the source has without a fault is the translation's,
        whose words stand on that line."""
        index = self._piece(span.start)
        place, after = self.pieces[index], self.pieces[index + 1 : index + 2]
        source = self.pieces[0].path
        if place.path == source and after and "\n" not in self.text[span.start : after[0].start]:
            start = after[0].places[0]
            return Span(after[0].path, start, start + 1)
        return self.origin(span)

    def _piece(self, offset: int) -> int:
        return bisect_right(self.pieces, offset, key=lambda one: one.start) - 1

    def _origin(self, offset: int) -> tuple[str, int]:
        piece = self.pieces[self._piece(offset)]
        inside = min(offset - piece.start, len(piece.places) - 1)
        return piece.path, piece.places[inside]


def translate(
    source: Source,
    units: Sequence[Unit],
    po: Source,
    *,
    languages: tuple[str, str],
    may_stay: Container[str] = (),
) -> Translated:
    """Put every translated unit in its place. A unit without a translation stays in the source's
    language; that is an error but for the ids that `may_stay`, and for what each language says for
    itself. `languages` are the source's and
    the translation's."""
    messages, problems = read_po(po)
    matches, left = matched(units, messages)
    wanted = [one for one in matches if not _may_stay(one.unit, may_stay)]
    if len(wanted) > 1 and not any(one.found or one.changed for one in matches):
        problems.append(_nothing(po))
        matches = []
    for match in matches:
        problems += _unit_problems(match, source, po, languages, may_stay)
    problems += lost_words(matches, po, languages, may_stay)
    chosen = {one.unit.id: one.found.forms[0] for one in matches if one.found}
    problems += [_extra(message, po) for message in left if not message.obsolete]
    text, pieces = _woven(source, units, po, chosen)
    kept = frozenset(unit.id for unit in units if unit.id not in chosen)
    return Translated(text, pieces, tuple(problems), kept)


def _may_stay(unit: Unit, some: Container[str]) -> bool:
    return unit.own or unit.id in some


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
        texts += [kept, words.text.translate(_ONE_LINE)]
        length += len(kept) + len(words.text)
        at = unit.end
    pieces.append(Piece(length, source.path, range(at, len(source.text) + 1)))
    return "".join([*texts, source.text[at:]]), tuple(pieces)


def _unit_problems(
    match: Match,
    source: Source,
    po: Source,
    languages: tuple[str, str],
    may_stay: Container[str],
) -> Iterator[Problem]:
    unit, message = match.unit, match.found
    if message is None:
        if not _may_stay(unit, may_stay):
            yield _not_translated(match, source, languages[1])
        elif match.changed:
            yield _extra(match.changed, po)
        return
    at = _span(po, message.forms[0])
    if match.doubtful:
        said = f"someone has doubts, or the source has changed: '{_short(unit.text)}'"
        hint = "check the translation, then delete the line '#, fuzzy' above it"
        yield Problem(codes.STALE_TRANSLATION, at, said, hint)
    if unit.own:
        return
    spoken, language = languages
    for code, wrong in differences(Spoken(unit.text, spoken), Spoken(message.text, language)):
        yield Problem(code, at, wrong, f"the source: '{_short(unit.text)}'")
    if digits := other_digits(message.text):
        said = f"the number {digits} is in digits that not everybody reads"
        hint = "write the digits 0 to 9: whoever helps must find the dose"
        yield Problem(codes.OTHER_DIGITS, at, said, hint)


def _nothing(po: Source) -> Problem:
    """What an export has just written is one problem, not one a line."""
    said = f"nothing in {po.path} is translated yet"
    hint = "fill in each msgstr; careleaf translate status says how far it is"
    return Problem(codes.NOT_TRANSLATED, po.span(0, 0), said, hint)


def _not_translated(match: Match, source: Source, into: str) -> Problem:
    unit = match.unit
    said = f"not translated into {spoken_in('en').name_of(into)}: '{_short(unit.text)}'"
    hint = f'add it under msgctxt "{unit.id}": careleaf translate export writes it'
    if match.changed:
        other = _short(translated_from(match.changed))
        hint = f"what stands there was translated from other words: '{other}'"
    return Problem(codes.NOT_TRANSLATED, source.span(unit.start, unit.end), said, hint)


def _extra(message: Message, po: Source) -> Problem:
    said = f"nothing in the source has these words: '{_short(message.id)}' ({message.context})"
    at = po.span(message.at, message.at + len("msgid"))
    hint = "the source lost them: careleaf translate export keeps what is left over apart"
    return Problem(codes.EXTRA_TRANSLATION, at, said, hint)


def _span(po: Source, words: Words) -> Span:
    return po.span(words.places[0], max(words.places[-1], words.places[0] + 1))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."
