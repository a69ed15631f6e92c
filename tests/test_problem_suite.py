"""Named cases in folders of `tests/suite`: a source, and what must be said of it.

    === a-name
    the source: a whole topic file, or with `=== a-name in a topic` only the blocks of a section
    %% 3:4-3:12 E408 'exercise' needs 'reps' or 'time'
    %%    = for example: reps: 5

Lines and columns count from 1 within the case as written; the end is the column after the last.
Cases in `read` are only read; those in `check` are read and checked; in those of `plain` the words
are looked at as `careleaf check` alone does, in those of `closely` numbers and advice. A problem in
another file than the case has that file's name in place of the line.

`CARELEAF_UPDATE=1` writes what is said now into the files: look at the difference
before you commit it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from careleaf.check import check_topic
from careleaf.check.closely import check_closely
from careleaf.check.hard_words import check_hard_words
from careleaf.check.plain_writing import check_plain_writing
from careleaf.problem import Problem, in_order
from careleaf.read import read_topic
from careleaf.source import Source, decode
from tests.tools.topics import CLINIC, FRONT, HEADINGS, LIBRARY, NEEDED, WRITTEN

SUITE = Path(__file__).parent / "suite"
FOLDERS = ("read", "check", "plain", "closely")
SOURCED = NEEDED.replace("emergency\n", "emergency\nsources: nice-ng59\n")
UPDATE = bool(os.environ.get("CARELEAF_UPDATE"))


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file."""

    file: Path
    name: str
    in_a_topic: bool
    source: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file.parent.name}/{self.file.stem}/{self.name}"

    @property
    def whole(self) -> str:
        """The source as a whole topic file."""
        needed = SOURCED if self.file.parent.name == "closely" else NEEDED
        return FRONT + HEADINGS + self.source + needed if self.in_a_topic else self.source

    @property
    def lines_before(self) -> int:
        """Lines of the whole file that the case does not show."""
        return (FRONT + HEADINGS).count("\n") if self.in_a_topic else 0


def cases() -> Iterator[Case]:
    """Every case of the folders, in the order of their files."""
    files = [file for folder in FOLDERS for file in SUITE.glob(f"{folder}/*.md")]
    for file in sorted(files):
        for part in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = part.partition("\n")
            name, _, where = title.partition(" ")
            source, _, expected = rest.partition("%% ")
            expected = f"%% {expected}" if expected else ""
            yield Case(file, name, where == "in a topic", source, expected.rstrip("\n"))


@pytest.mark.parametrize("case", [*cases()], ids=str)
def test_problems(case: Case) -> None:
    said = "\n".join(_said(case))
    if UPDATE:
        _update(case, said)
    else:
        assert said == case.expected


def test_names_are_unique() -> None:
    names = [str(case) for case in cases()]
    assert len(names) == len(set(names))


def _said(case: Case) -> Iterator[str]:
    """What reading and checking the case says, as it is written in the suite."""
    data = case.whole.encode()
    source, _ = decode("en.md", data)
    topic, problems = read_topic(
        "en.md", data, topic_id="a-topic", language="en", folder=case.file.parent
    )
    found = list(problems)
    if case.file.parent.name == "check":
        assert topic is not None, f"cannot be read: {found}"
        found += check_topic(topic, LIBRARY, CLINIC, today=WRITTEN)
    if case.file.parent.name == "plain":
        assert topic is not None
        found += [one.problem for one in check_hard_words(topic, LIBRARY)]
        found += check_plain_writing(topic)
    if case.file.parent.name == "closely":
        assert topic is not None
        found += [*check_topic(topic, LIBRARY, CLINIC, today=WRITTEN), *check_closely(topic)]
    for problem in in_order(found):
        yield f"%% {_where(problem, source, case.lines_before)} {problem.code} {problem.message}"
        if problem.hint:
            yield f"%%    = {problem.hint}"


def _where(problem: Problem, source: Source, before: int) -> str:
    if problem.span.path != source.path:
        return problem.span.path
    start, end = source.place(problem.span.start), source.place(problem.span.end)
    return f"{start.line - before}:{start.column}-{end.line - before}:{end.column}"


def _update(case: Case, said: str) -> None:
    text = case.file.read_text(encoding="utf-8")
    title = f"=== {case.name}{' in a topic' if case.in_a_topic else ''}\n"
    start = text.index(title) + len(title)
    end = text.find("\n=== ", start - 1)
    after = text[end + 1 :] if end >= 0 else ""
    wanted = f"{case.source.rstrip()}\n\n{said}\n\n" if said else f"{case.source.rstrip()}\n\n"
    written = f"{text[:start]}{wanted}{after}"
    case.file.write_text(written.rstrip("\n") + "\n", encoding="utf-8")
