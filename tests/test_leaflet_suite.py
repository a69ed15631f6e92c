"""Named cases in `tests/suite/leaflet` and `tests/suite/tags`: a source, and what paper shows.

    === a-name
    blocks of a section, or a whole topic file where the case starts with front matter
    ---- leaflet
    <every mark in its place, in points; all pages of a whole topic file>

In `tags` the second half is `---- tags`: the structure tree, read back from the file itself.
`CARELEAF_UPDATE=1` writes what comes out now into the files: look at the difference before you
commit it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tools import tags
from tests.tools.leaflets import composed, placed, written
from tests.tools.topics import FRONT, HEADINGS, NEEDED

SUITE = Path(__file__).parent / "suite"
UPDATE = bool(os.environ.get("CARELEAF_UPDATE"))
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
    def text(self) -> str:
        """The topic file of the case."""
        return self.source if self.whole else FRONT + HEADINGS + self.source + NEEDED

    @property
    def whole(self) -> bool:
        """Whether the source is a topic file by itself."""
        return self.source.startswith("---\n")


def cases(folder: str) -> Iterator[Case]:
    """Every case of a folder, in the order of its files."""
    for file in sorted((SUITE / folder).glob("*.md")):
        _, *parts = NAME_LINE.split(file.read_text(encoding="utf-8"))
        for name, body in zip(parts[::2], parts[1::2], strict=True):
            source, _, expected = body.partition(f"---- {folder}\n")
            yield Case(file, name, source, expected.strip("\n"))


@pytest.mark.parametrize("case", [*cases("leaflet")], ids=str)
def test_a_leaflet_shows(case: Case) -> None:
    found = placed(composed(case.text, folder=case.file.parent))
    _compare(case, "leaflet", found if case.whole else _below_heading(found))


@pytest.mark.parametrize("case", [*cases("tags")], ids=str)
def test_a_leaflet_is_tagged(case: Case, tmp_path: Path) -> None:
    result = written(composed(case.text, folder=case.file.parent))
    assert not result.problems
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(result.data)
    assert tags.faults(path) == []
    found = tags.tree(path)
    if not case.whole:
        found = _of_section(found)
    _compare(case, "tags", found)


def _below_heading(pages: str) -> str:
    """From the case's section up to the small print and the rule above it."""
    lines = pages.partition("<20/700 navy> A section\n")[2].splitlines()
    end = next(number for number, line in enumerate(lines) if line.endswith(" About this guide"))
    return "\n".join(lines[: end - 1])


def _of_section(tree: str) -> str:
    """From the case's section up to the small print."""
    return tree.partition("  H3 'A section'\n")[2].partition("  H2 'About this guide'")[0]


def test_names_are_unique() -> None:
    names = [str(case) for folder in ("leaflet", "tags") for case in cases(folder)]
    assert len(names) == len(set(names))


def _compare(case: Case, folder: str, found: str) -> None:
    if UPDATE:
        _update(case, folder, found)
    else:
        assert found.strip("\n") == case.expected


def _update(case: Case, folder: str, found: str) -> None:
    text = case.file.read_text(encoding="utf-8")
    title = f"=== {case.name}\n"
    start = text.index(title) + len(title)
    after = NAME_LINE.search(text, start)
    rest = text[after.start() :] if after else ""
    drawn = found.strip("\n")
    body = f"{case.source.rstrip()}\n\n---- {folder}\n{drawn}\n"
    case.file.write_text(f"{text[:start]}{body}" + (f"\n{rest}" if rest else ""), encoding="utf-8")
