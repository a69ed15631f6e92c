"""Lines of text in; their sentences, words and what formulas count in them out.

A line that stands by itself (a list item, a heading, a cell of a table) ends a sentence whether it
has a full stop or not: without that, a list of ten items would count as one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

_WORD = re.compile(r"[^\W_]+(?:['’.,\-\u2010\u2011][^\W_]+)*")
"""Letters and digits; hyphens, apostrophes and decimal points inside join ("follow-up", "don't",
"2.5"): a word with a hyphen is one word (McLaughlin 1969)."""

_END = re.compile(r"[.!?\u2026]+[\"')\]\u2019\u201d\u00bb]*(?=\s|$)")

_SHORT = re.compile(
    r"\b(?:(?:Dr|Dra|Mr|Mrs|Ms|Sr|Sra|Prof|St|vs|No|approx|ej|aprox|EE|UU)|[A-Za-z](?:\.[A-Za-z])+)\.$"
)
"""Shortened words whose full stop ends no sentence: "Dr.", "e.g.", "p. ej.", "EE. UU."."""

_SHORT_BEFORE_NUMBER = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Fig|[Ee]xt)\.$"
)
_NUMBER_NEXT = re.compile(r"\s+[0-9]")
"""Words that are short for another one only before a number: "Dec. 8th", "ext. 23"."""

_SHORTEST = 16
"""Characters before a full stop that such a word may take."""

_MANY = 3
"""Syllables from which on a word counts as polysyllabic (McLaughlin 1969)."""


class Tally(Struct, frozen=True):
    """What formulas ask of a text. All are counts."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    polysyllables: int = 0
    """Words of three syllables or more."""
    letters: int = 0
    """Letters and digits."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
            self.polysyllables + other.polysyllables,
            self.letters + other.letters,
        )


def words(text: str) -> Iterator[re.Match[str]]:
    """Every word with its place in the text."""
    return _WORD.finditer(text)


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence of one line; what holds no word is none. Kept, since a dozen
    rules ask this of the same lines."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        if not _shortened(text, max(start, end.end() - _SHORTEST), end.end()):
            yield from _sentence(text, start, end.end())
            start = end.end()
    yield from _sentence(text, start, len(text))


def _shortened(text: str, start: int, end: int) -> bool:
    """Whether the full stop at `end` is that of a shortened word."""
    if _SHORT.search(text, start, end):
        return True
    number = _NUMBER_NEXT.match(text, end)
    return bool(number and _SHORT_BEFORE_NUMBER.search(text, start, end))


def _sentence(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = text[start:end]
    if _WORD.search(stretch):
        skipped = len(stretch) - len(stretch.lstrip())
        yield start + skipped, start + len(stretch.rstrip())


def tally(lines: Iterable[str], syllables: Callable[[str], int]) -> Tally:
    """The counts over lines, each of which ends a sentence."""
    total = Tally()
    for line in lines:
        found = _WORD.findall(line)
        counts = [*map(syllables, found)]
        total += Tally(
            sentences=len(sentences(line)),
            words=len(found),
            syllables=sum(counts),
            polysyllables=len([count for count in counts if count >= _MANY]),
            letters=sum(map(_letters, found)),
        )
    return total


def _letters(word: str) -> int:
    return len(word) if word.isalnum() else sum(map(str.isalnum, word))
