"""Named cases in `tests/suite/page`: a source, and the HTML that a page must hold for it.

    === a-name
    blocks of a section, or a whole topic file where the case starts with front matter
    ---- page
    <the section, or everything in the body, as HTML>

Each icon is written `[icon walk]`, each other drawing `[svg people of-10: ]` with its words, if
any, so that a case shows what a page says and not how it is drawn. `CARELEAF_UPDATE=1` writes what
is drawn now into the files: look at the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tools.pages import drawn_page
from tests.tools.topics import FRONT, HEADINGS, NEEDED

SUITE = Path(__file__).parent / "suite" / "page"
UPDATE = bool(os.environ.get("CARELEAF_UPDATE"))
DRAWN = "---- page\n"
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
            source, _, expected = body.partition(DRAWN)
            yield Case(file, name, source, expected.strip("\n"))


@pytest.mark.parametrize("case", [*cases()], ids=str)
def test_a_page_shows(case: Case) -> None:
    drawn = _drawn(case)
    if UPDATE:
        _update(case, drawn)
    else:
        assert drawn == case.expected


def test_names_are_unique() -> None:
    names = [str(case) for case in cases()]
    assert len(names) == len(set(names))


def _drawn(case: Case) -> str:
    if case.whole:
        return _plainly(_between(drawn_page(case.source), "<body>\n", "</body>"))
    page = drawn_page(FRONT + HEADINGS + case.source + NEEDED, folder=SUITE)
    return _plainly(_between(page, '<section class="section" id="section">', "\n</section>"))


def _between(text: str, start: str, end: str) -> str:
    return text.partition(start)[2].partition(end)[0]


def _plainly(html: str) -> str:
    """Drawings by name, and no empty lines."""
    html = re.sub(r'<svg class="icon"[^>]*><use href="#_icon-([\w-]+)"/></svg>', r"[icon \1]", html)
    html = re.sub(r'<svg class="symbols".*?</svg>\n', "", html, flags=re.DOTALL)
    html = re.sub(
        r'<svg class="([^"]+)"[^>]*?(?: aria-label="([^"]+)")?>.*?</svg>', r"[svg \1: \2]", html
    )
    return "\n".join(line for line in html.splitlines() if line.strip())


def _update(case: Case, drawn: str) -> None:
    text = case.file.read_text(encoding="utf-8")
    title = f"=== {case.name}\n"
    start = text.index(title) + len(title)
    after = NAME_LINE.search(text, start)
    rest = text[after.start() :] if after else ""
    body = f"{case.source.rstrip()}\n\n{DRAWN}{drawn}\n"
    case.file.write_text(f"{text[:start]}{body}" + (f"\n{rest}" if rest else ""), encoding="utf-8")
