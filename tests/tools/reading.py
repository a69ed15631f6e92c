"""A PDF in; how much of what it says two extractors read from its pages, out.

Run `python -m tests.tools.reading` for the record in `tests/render/READING.md`: it builds every
language that the shipped topic is in, and measures anew."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from careleaf.engine.content import find_content
from tests.conftest import TOPIC
from tests.tools import tags, words
from tests.tools.matrix import CONTENT, Kind, built, languages
from tests.tools.outside import CHECKOUT

RECORD = CHECKOUT / "tests" / "render" / "READING.md"
EXTRACTORS = ("poppler", "pdfium")
FROM_THE_RIGHT = {"ar", "fa", "he", "ur"}
UNSPACED = {"zh", "ja", "th"}
"""Languages without spaces between words: there a letter is what can be lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Shares of what is said: words that were read whole, and pairs of neighbours that were read as
    neighbours (a page's foot between two of them parts them); and numbers that were not read."""

    said: int
    whole: float
    neighbours: float
    lost_numbers: tuple[str, ...]


def scores(path: Path, language: str) -> dict[str, Score]:
    """By extractor."""
    said = tags.said(path)
    return {name: _score(said, text, language) for name, text in texts(path, language).items()}


def texts(path: Path, language: str) -> dict[str, str]:
    """What each extractor reads: poppler in the order of the content, but for right-to-left
    letters, which it turns round only where it orders the page itself."""
    raw = language not in FROM_THE_RIGHT
    return {"poppler": words.by_poppler(path, raw=raw), "pdfium": words.by_pdfium(path)}


def _score(said: str, read: str, language: str) -> Score:
    wanted, found = list(units(said, language)), list(units(read, language))
    lost = Counter(words.numbers(said)) - Counter(words.numbers(read))
    return Score(
        said=len(wanted),
        whole=_share(wanted, found),
        neighbours=_share([*pairwise(wanted)], [*pairwise(found)]),
        lost_numbers=tuple(sorted(lost.elements())),
    )


def _share(wanted: Sequence[object], found: Sequence[object]) -> float:
    there = Counter(wanted) & Counter(found)
    return there.total() / len(wanted) if wanted else 1.0


def units(text: str, language: str) -> Iterator[str]:
    """Words, or letters where a language has no spaces."""
    for token in _tokens(text):
        yield from token if language.partition("-")[0] in UNSPACED else (token,)


def _tokens(text: str) -> Iterator[str]:
    """Letters and digits with the marks on them: without its vowel signs a word is another one."""
    token = ""
    for one in unicodedata.normalize("NFKC", text.replace(words.SOFT_HYPHEN, "")).casefold():
        if unicodedata.category(one)[0] in "LNM":
            token += one
        elif token:
            yield token
            token = ""
    if token:
        yield token


def main() -> None:
    """Measure, and write the record."""
    lines = [_HEAD]
    with TemporaryDirectory(prefix="careleaf-reading-") as folder:
        for kind in _longest():
            language = kind.language
            for path in built(kind, Path(folder) / language):
                found = scores(path, language)
                cells = [language, path.name, str(found["poppler"].said)]
                for name in EXTRACTORS:
                    cells += [f"{found[name].whole:.1%}", f"{found[name].neighbours:.1%}"]
                lines.append(f"| {' | '.join(cells)} |")
    RECORD.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def _longest() -> Iterator[Kind]:
    """The shipped topic where it is there in a language, else what is."""
    long = find_content(CONTENT).languages(TOPIC)
    for language, short in languages().items():
        yield Kind(topic=TOPIC if language in long else short, language=language)


_HEAD = """\
# How much of the PDFs two extractors read

Written by `python -m tests.tools.reading`. "Whole": of the words that a screen reader says, how
many are in the plain text that the extractor makes of the pages, letter for letter; where a
language has no spaces, letters are counted. "In order": of all pairs of neighbours, how many are
neighbours there too. A page's head and foot part some pairs, and PDFium puts what stands side by
side on a slide into lines. Screen readers go by the tags and do better: this is what copying,
searching and reading aloud in a browser get.

| language | file | said | poppler: whole | in order | PDFium: whole | in order |
|---|---|---|---|---|---|---|"""


if __name__ == "__main__":
    main()
