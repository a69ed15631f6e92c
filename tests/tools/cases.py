"""A folder of named cases in; each case, and its comparison with what comes out now, out.

A case stands in a Markdown file of its folder as

    === a-name
    blocks of a section, or a whole topic file where the case starts with front matter
    ---- folder
    <what must come out>

`CARELEAF_UPDATE=1` writes what comes out now into the files: look at the difference before you
commit it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.tools.topics import FRONT, HEADINGS, NEEDED

SUITE = Path(__file__).parents[1] / "suite"
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
    def whole(self) -> bool:
        """Whether the source is a topic file by itself."""
        return self.source.startswith("---\n")

    @property
    def text(self) -> str:
        """The topic file of the case."""
        return self.source if self.whole else FRONT + HEADINGS + self.source + NEEDED

    @property
    def folder(self) -> Path:
        """Where the case's file is, and the pictures that its source names."""
        return self.file.parent


def cases(folder: str) -> Iterator[Case]:
    """Every case of a folder of the suite, in the order of its files.

    Raises ValueError where two cases have the same name.
    """
    seen: set[str] = set()
    for file in sorted((SUITE / folder).glob("*.md")):
        _, *parts = NAME_LINE.split(file.read_text(encoding="utf-8"))
        for name, body in zip(parts[::2], parts[1::2], strict=True):
            source, _, expected = body.partition(_mark(folder))
            case = Case(file, name, source, expected.strip("\n"))
            if str(case) in seen:
                raise ValueError(f"two cases are named {case}")
            seen.add(str(case))
            yield case


def compare(case: Case, found: str) -> None:
    """Fail unless this is what the case expects; to update, write it into the case's file."""
    found = found.strip("\n")
    if UPDATE:
        _write(case, found)
    else:
        assert found == case.expected


def _mark(folder: str) -> str:
    return f"---- {folder}\n"


def _write(case: Case, found: str) -> None:
    text = case.file.read_text(encoding="utf-8")
    title = f"=== {case.name}\n"
    start = text.index(title) + len(title)
    following = NAME_LINE.search(text, start)
    end = following.start() if following else len(text)
    body = f"{case.source.rstrip()}\n\n{_mark(case.folder.name)}{found}\n"
    after = "\n" if following else ""
    case.file.write_text(text[:start] + body + after + text[end:], encoding="utf-8")
