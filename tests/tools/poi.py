"""PowerPoint files in; the title, the notes and the words of each slide, as Apache POI reads them,
out."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_plus

from tests.tools.outside import path_of, run

PROGRAM = Path(__file__).with_name("ReadDecks.java")
"""Java compiles it each time it runs, in about a second: give all decks at once."""

_QUIET = "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory"
"""Otherwise Log4j says among the slides that nobody told it where to log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSlide:
    """Paragraphs are apart by a line end."""

    title: str
    notes: str
    words: str


def read(*decks: Path) -> list[list[ReadSlide]]:
    """The slides of each deck, in order. Raises RuntimeError where POI cannot open one."""
    classes = os.path.join(path_of("poi"), "*")  # noqa: PTH118 - java's own wildcard
    done = run(path_of("java"), _QUIET, "-cp", classes, PROGRAM, *decks)
    found: list[list[ReadSlide]] = [[] for _ in decks]
    for line in done.stdout.splitlines():
        number, *fields = line.split("\t")
        title, notes, words = map(unquote_plus, fields)
        found[int(number)].append(ReadSlide(title=title, notes=notes, words=words))
    return found
