"""Named cases in `tests/suite/deck`: a source, and what its slides show.

    === a-name
    blocks of a section, or a whole topic file where the case starts with front matter
    ---- deck
    <every slide: title and layout, then each shape in its place in points, then what is said>

The footer is left out except where the case is a whole topic file. `CARELEAF_UPDATE=1` writes what
comes out now into the files: look at the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tools.decks import composed, of_section, placed
from tests.tools.topics import FRONT, HEADINGS, NEEDED

SUITE = Path(__file__).parent / "suite" / "deck"
UPDATE = bool(os.environ.get("CARELEAF_UPDATE"))
SHOWN = "---- deck\n"
NAME_LINE = re.compile(r"^=== (.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file."""

    file: Path
    name: str
    source: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file.stem}/{self.name}"

    @property
    def whole(self) -> bool:
        """Whether the source is a topic file by itself."""
        return self.source.startswith("---\n")


def cases() -> Iterator[Case]:
    """Every case, in the order of the files."""
    for file in sorted(SUITE.glob("*.md")):
        _, *parts = NAME_LINE.split(file.read_text(encoding="utf-8"))
        for name, body in zip(parts[::2], parts[1::2], strict=True):
            source, _, expected = body.partition(SHOWN)
            yield Case(file, name, source, expected.strip("\n"))


@pytest.mark.parametrize("case", [*cases()], ids=str)
def test_a_deck_shows(case: Case) -> None:
    shown = _shown(case)
    if UPDATE:
        _update(case, shown)
    else:
        assert shown == case.expected


def test_names_are_unique() -> None:
    names = [str(case) for case in cases()]
    assert len(names) == len(set(names))


def _shown(case: Case) -> str:
    if case.whole:
        return placed(composed(case.source, folder=SUITE).slides, footer=True)
    return placed(of_section(composed(FRONT + HEADINGS + case.source + NEEDED, folder=SUITE)))


def _update(case: Case, shown: str) -> None:
    text = case.file.read_text(encoding="utf-8")
    title = f"=== {case.name}\n"
    start = text.index(title) + len(title)
    after = NAME_LINE.search(text, start)
    rest = text[after.start() :] if after else ""
    body = f"{case.source.rstrip()}\n\n{SHOWN}{shown}\n"
    case.file.write_text(f"{text[:start]}{body}" + (f"\n{rest}" if rest else ""), encoding="utf-8")
