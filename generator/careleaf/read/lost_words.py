"""The units of a source with their translations in; words that a translation leaves out or leaves
as they are, out.

Two danger signs with one translation are one sign to whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from careleaf import problem_codes as codes
from careleaf.language.marks import MARKS, UNREAD
from careleaf.language.po import Words
from careleaf.problem import Problem
from careleaf.read.matching import Match
from careleaf.source import Source, Span

_WORD = re.compile(r"[^\W\d_]+")
_A_SENTENCE = 4
"""Words from which on no two languages say the same in the same letters."""
_NAME = 2
"""Words that two names may have, and one name in another language."""
_LONG = 40
"""Characters from which on the lengths of two texts tell something."""
_SHORTEST, _SHORTEST_HAN = 0.3, 0.1
"""Of the source's length. The shortest of this library's 1,400 translations: 0.41 of it, and 0.2 in
Chinese, which has a sign for a word."""
_SIGNS = re.compile(r"(?:^|/)redflag-[0-9]+/")


def lost_words(
    matches: Sequence[Match], po: Source, languages: tuple[str, str], may_stay: Container[str]
) -> Iterator[Problem]:
    """Each at its place in the PO file."""
    spoken, language = (one.partition("-")[0] for one in languages)
    said: dict[tuple[str, str], str] = {}
    for match in matches:
        if match.found is None or match.unit.id in may_stay:
            continue
        words = match.found.forms[0]
        source, given = _read(match.unit.text), _read(words.text)
        if source == given and spoken != language and len(_WORD.findall(source)) >= _A_SENTENCE:
            message = "these are the words of the source, not translated"
            yield Problem(codes.NOT_TRANSLATED, _at(po, words), message, "translate them")
        elif len(source) >= _LONG and len(given) < len(source) * _least(language):
            message = f"{len(given)} characters for {len(source)} of the source"
            hint = f"is anything left out? '{_short(match.unit.text)}'"
            yield Problem(codes.SHORT_TRANSLATION, _at(po, words), message, hint)
        block = match.unit.id.rpartition("/")[0]
        before = said.setdefault((block, given), source)
        sign = _SIGNS.search(match.unit.id)
        long = min(len(_WORD.findall(one)) for one in (before, source)) > _NAME
        if before != source and (sign or long):
            code = codes.DIFFERENT_NUMBER if sign else codes.SHORT_TRANSLATION
            message = "the same words stand for other words of the source beside them"
            hint = f"one of the two is lost: '{_short(before)}'"
            yield Problem(code, _at(po, words), message, hint)


def _read(text: str) -> str:
    """What of it is read, on one line."""
    bare = UNREAD.sub(" ", MARKS.sub(" ", text))
    return " ".join(bare.replace("_", " ").split())


def _least(language: str) -> float:
    return _SHORTEST_HAN if language in {"zh", "ja", "ko"} else _SHORTEST


def _at(po: Source, words: Words) -> Span:
    return po.span(words.places[0], max(words.places[-1], words.places[0] + 1))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."
