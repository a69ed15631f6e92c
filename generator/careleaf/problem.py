"""A mistake in content in; the same mistake as text, JSON or a CI annotation out."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from enum import Enum

from msgspec import Struct

from careleaf.problem_codes import FOLLOWING, UNKNOWN_BLOCK
from careleaf.source import Place, Source, Span

_SHOWN_WIDTH = 120
"""Characters of a source line that are shown; a longer line is cut around its carets."""


class Severity(Enum):
    """An error stops the build; a warning is printed and the build goes on."""

    ERROR = "error"
    WARNING = "warning"


def severity_of(code: str) -> Severity:
    """Read off its first letter: `E...` for errors, `W...` for warnings."""
    return Severity.WARNING if code.startswith("W") else Severity.ERROR


class Swap(Struct, frozen=True):
    """One word that was meant in place of another, which stands somewhere in a problem's span."""

    old: str
    new: str


class Problem(Struct, frozen=True):
    """Something wrong in content, at a place in a file. Codes are stable: see content/GUIDE.md."""

    code: str
    span: Span
    message: str
    hint: str = ""
    swap: Swap | None = None
    """What would most likely mend it, where that is one word for another."""

    @property
    def severity(self) -> Severity:
        """That of its code."""
        return severity_of(self.code)


class CareleafError(Exception):
    """The machine is in the way (disk full, file not readable): not a mistake in content."""


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint that names the nearest known word, or nothing."""
    near = meant(word, known)
    return f"did you mean '{near.new}'?" if near else ""


def meant(word: str, known: Collection[str]) -> Swap | None:
    """The nearest known word for a misspelt one, if one is near enough."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1) or get_close_matches(word.lower(), known, 1)
    return Swap(word, near[0]) if near else None


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of these stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop a build, in their order."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by file and place, each problem once, causes without what follows from them."""
    return sorted(causes(problems), key=lambda p: (p.span, p.code, p.message, p.hint))


def causes(problems: Iterable[Problem]) -> set[Problem]:
    """Without those that say what a file lacks, where a block of it could not be read: it may be
    what stands there. Those that are true come back once the block is mended."""
    every = set(problems)
    files = unread(every)
    return {one for one in every if one.code not in FOLLOWING or one.span.path not in files}


def unread(problems: Iterable[Problem]) -> set[str]:
    """The paths of files with a block that could not be read: nobody knows what they lack."""
    return {one.span.path for one in problems if one.code == UNKNOWN_BLOCK}


def as_text(problem: Problem, sources: Mapping[str, Source]) -> str:
    """`file:line:col: CODE message`, then the line, carets and the hint."""
    source = sources.get(problem.span.path)
    if source is None:
        return "\n".join(
            [f"{problem.span.path}: {problem.code} {problem.message}", *_hint(problem, 2)]
        )
    place = source.place(problem.span.start)
    gutter = len(str(place.line)) + 2
    shown = excerpt(source, problem.span)
    lines = [
        f"{problem.span.path}:{place.line}:{place.column}: {problem.code} {problem.message}",
        f"  {place.line} | {shown.line}",
        f"{' ' * gutter} | {carets(shown)}",
    ]
    return "\n".join([*lines, *_hint(problem, gutter)])


def _hint(problem: Problem, gutter: int) -> list[str]:
    return [f"{' ' * gutter} = {problem.hint}"] if problem.hint else []


class Excerpt(Struct, frozen=True):
    """A line of a source as it is shown, cut in three."""

    before: str
    marked: str
    """What a problem is about; empty where something is not there."""
    after: str

    @property
    def line(self) -> str:
        """The whole."""
        return self.before + self.marked + self.after


def excerpt(source: Source, span: Span) -> Excerpt:
    """The line that a span begins in; a long one is cut around what is marked."""
    place = source.place(span.start)
    line = source.line(place.line)
    left = place.column - 1
    marked = left + span.end - span.start
    first, last = _cut(line, left, min(marked, len(line)))
    before, after = "…" if first else "", "…" if last < len(line) else ""
    shown = _printable(line[first:last])
    start, end = left - first, marked - first
    return Excerpt(before + shown[:start], shown[start:end], shown[end:] + after)


def _cut(line: str, left: int, marked: int) -> tuple[int, int]:
    """From where to where a line is shown: whole words, as far as what is marked allows."""
    if len(line) <= _SHOWN_WIDTH:
        return 0, len(line)
    first = max(0, left - _SHOWN_WIDTH // 2)
    if first:
        first = max(first, line.find(" ", first, left) + 1)
    last = min(len(line), first + _SHOWN_WIDTH - len("……"))
    if last < len(line):
        blank = line.rfind(" ", min(marked, last), last + 1)
        last = blank if blank > 0 else last
    return first, last


def carets(shown: Excerpt) -> str:
    """What stands below the line in letters of one width: blanks, then a caret a cell."""
    return " " * _cells(shown.before) + "^" * max(1, _cells(shown.marked))


def _printable(text: str) -> str:
    """Tabs as one blank, and other control characters as a visible mark, so that a report cannot
    drive a terminal and carets stay under what they mean."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text.replace("\t", " "))


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes: two for a wide character, none for an accent that
    joins the letter before it (Unicode Standard Annex 11)."""
    wide = sum(unicodedata.east_asian_width(c) in {"W", "F"} for c in text)
    joined = sum(unicodedata.category(c) in {"Mn", "Me"} for c in text)
    return len(text) + wide - joined


def as_records(
    problems: Iterable[Problem], sources: Mapping[str, Source]
) -> list[dict[str, object]]:
    """For programs: each has code, severity, file, line, column, their ends, message and hint."""
    return [_record(problem, sources) for problem in problems]


def _record(problem: Problem, sources: Mapping[str, Source]) -> dict[str, object]:
    source = sources.get(problem.span.path)
    start = source.place(problem.span.start) if source else Place(1, 1)
    end = source.place(problem.span.end) if source else Place(1, 1)
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.span.path,
        "line": start.line,
        "column": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def as_annotation(problem: Problem, sources: Mapping[str, Source]) -> str:
    """One line in the workflow-command form that GitHub and compatible CI systems show in place."""
    source = sources.get(problem.span.path)
    place = source.place(problem.span.start) if source else Place(1, 1)
    words = problem.message + (f" ({problem.hint})" if problem.hint else "")
    where = f"file={_property(problem.span.path)},line={place.line},col={place.column}"
    title = f"title={_property(problem.code)}"
    return f"::{problem.severity.value} {where},{title}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
