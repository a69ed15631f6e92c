"""A text in an editor in; what is wrong in it and what would mend it, its sections and how hard
each is to read, out: plain data for a screen, for a script and for another process."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from careleaf.engine import Job, check
from careleaf.engine.job import Result
from careleaf.problem import Problem, Severity
from careleaf.source import Source
from careleaf.web.interface.hints import page_hint
from careleaf.web.interface.quotes import quoted

_FENCE = re.compile(r":{3,}[ ]*(\S*)")
_HEADING = re.compile(r"(#{1,2})[ ]+(.*?)[ ]*(?:\{#[^{}]*\})?[ ]*$")


class EditorFix(Struct, frozen=True, kw_only=True):
    """Words that may stand in place of some that stand there. Places count UTF-16 code units, as
    scripts in a browser do."""

    start: int
    end: int
    old: str
    new: str
    safe: bool
    """Whether they fit without being looked at."""


class EditorProblem(Struct, frozen=True, kw_only=True):
    """A problem, at its place in the text, or in another file that the topic needs."""

    code: str
    error: bool
    start: int
    end: int
    line: int
    column: int
    message: str
    hint: str
    file: str = ""
    """The other file; empty for one in the text itself."""
    section: str = ""
    fix: EditorFix | None = None


class Score(Struct, frozen=True):
    """By one formula. `met`: whether it is within the library's goal; None without a goal."""

    value: float
    met: bool | None


class Heading(Struct, frozen=True, kw_only=True):
    """A part or section of the text, with its scores; none where it has no words of its own."""

    title: str
    level: int
    line: int
    scores: tuple[Score, ...] = ()


class Formula(Struct, frozen=True):
    """A reading-level formula and what the library asks for."""

    name: str
    grade: bool
    goal: float | None


class Looked(Struct, frozen=True, kw_only=True):
    """All that a screen shows beside a text."""

    findings: tuple[EditorProblem, ...]
    headings: tuple[Heading, ...]
    formulas: tuple[Formula, ...] = ()
    whole: tuple[Score, ...] = ()
    longest: int = 0
    """Words of the longest of its hardest sentences."""

    @property
    def errors(self) -> int:
        """How many have to be mended before anything is made."""
        return sum(one.error for one in self.findings)


NOTHING = Looked(findings=(), headings=())
"""For a text that cannot be looked at."""


def looked_at(job: Job) -> Looked:
    """The one unsaved text of a job.

    Raises as `engine.check` does.
    """
    result = check(job)
    (unsaved,) = job.unsaved
    headings = list(_headings(unsaved.text))
    path = _path(result, unsaved.topic, unsaved.language)
    source = result.sources.get(path, Source(path, unsaved.text))
    return Looked(
        findings=tuple(_findings(result, source, headings)),
        headings=tuple(_scored(headings, result, source)),
        formulas=tuple(_formulas(result)),
        whole=tuple(_whole(result)),
        longest=_longest(result),
    )


def _path(result: Result, topic: str, language: str) -> str:
    ending = f"{topic}/{language}.md"
    return next((path for path in result.sources if path.endswith(ending)), ending)


class Units:
    """From places in a text that count characters to places that count UTF-16 code units."""

    def __init__(self, text: str) -> None:
        at = 0
        self._wide: list[int] = []
        for plain, run in groupby(text, key=lambda letter: letter <= "\uffff"):
            length = len(list(run))
            if not plain:
                self._wide += range(at, at + length)
            at += length

    def __call__(self, offset: int) -> int:
        """One more for each character before it that takes two."""
        return offset + sum(1 for wide in self._wide if wide < offset)


class _Text(Struct, frozen=True):
    """The text that is looked at, as findings need it."""

    source: Source
    units: Units
    headings: list[Heading]
    fixes: Mapping[tuple[str, int], EditorFix]

    def section(self, line: int) -> str:
        """The heading that a line stands under."""
        return next((one.title for one in reversed(self.headings) if one.line <= line), "")


def _findings(result: Result, source: Source, headings: list[Heading]) -> Iterator[EditorProblem]:
    """Those of the text in order, errors and warnings mixed as they stand; then those of other
    files."""
    units = Units(source.text)
    text = _Text(source, units, headings, _fixes(result, source, units))
    own = [one for one in result.problems if one.span.path == source.path]
    for problem in own:
        yield _in_text(problem, text)
    for problem in result.problems:
        if problem.span.path != source.path:
            yield _elsewhere(problem, result.sources)


def _in_text(problem: Problem, text: _Text) -> EditorProblem:
    place = text.source.place(problem.span.start)
    return EditorProblem(
        code=problem.code,
        error=problem.severity is Severity.ERROR,
        start=text.units(problem.span.start),
        end=text.units(problem.span.end),
        line=place.line,
        column=place.column,
        message=quoted(problem.message),
        hint=quoted(page_hint(problem.hint)),
        section=text.section(place.line),
        fix=_fix_of(problem, text.fixes),
    )


def _elsewhere(problem: Problem, sources: Mapping[str, Source]) -> EditorProblem:
    there = sources.get(problem.span.path)
    place = there.place(problem.span.start) if there else None
    return EditorProblem(
        code=problem.code,
        error=problem.severity is Severity.ERROR,
        start=0,
        end=0,
        line=place.line if place else 1,
        column=place.column if place else 1,
        message=quoted(problem.message),
        hint=quoted(page_hint(problem.hint)),
        file=problem.span.path,
    )


def _fixes(result: Result, source: Source, units: Units) -> dict[tuple[str, int], EditorFix]:
    """By the code and the start of the problem."""
    found: dict[tuple[str, int], EditorFix] = {}
    for one in result.suggestions:
        at = one.problem.span
        if at.path == source.path and one.old:
            fix = EditorFix(
                start=units(at.start),
                end=units(at.end),
                old=one.old,
                new=one.new,
                safe=one.safe,
            )
            found[one.problem.code, at.start] = fix
    return found


def _fix_of(problem: Problem, fixes: Mapping[tuple[str, int], EditorFix]) -> EditorFix | None:
    """The one inside the problem's span: the wrong word may be a part of what is marked."""
    starts = range(problem.span.start, max(problem.span.end, problem.span.start + 1))
    found = (fixes.get((problem.code, start)) for start in starts)
    return next((one for one in found if one), None)


def _headings(text: str) -> Iterator[Heading]:
    """Parts and sections as they stand, whatever else is wrong with the text."""
    depth, body = 0, not text.startswith("---\n")
    for number, line in enumerate(text.split("\n"), 1):
        if not body:
            body = number > 1 and line.rstrip() == "---"
        elif fence := _FENCE.match(line):
            depth = max(0, depth + (1 if fence[1] else -1))
        elif depth == 0 and (found := _HEADING.fullmatch(line)):
            yield Heading(title=found[2], level=len(found[1]), line=number)


def _scored(headings: list[Heading], result: Result, source: Source) -> Iterator[Heading]:
    scores: dict[int, tuple[Score, ...]] = {}
    for measured in result.measured:
        for stretch in measured.sections:
            if stretch.at is not None and stretch.at.path == source.path:
                line = source.place(stretch.at.start).line
                scores[line] = tuple(_scores(stretch.scores, result))
    for one in headings:
        yield Heading(
            title=one.title, level=one.level, line=one.line, scores=scores.get(one.line, ())
        )


def _scores(values: tuple[float, ...], result: Result) -> Iterator[Score]:
    for formula, value in zip(result.measured[0].formulas, values, strict=False):
        goal = result.goals.get(formula.key)
        yield Score(value, None if goal is None else formula.meets(value, goal))


def _formulas(result: Result) -> Iterator[Formula]:
    for one in result.measured[:1]:
        for formula in one.formulas:
            yield Formula(formula.name, formula.grade, result.goals.get(formula.key))


def _whole(result: Result) -> Iterator[Score]:
    if result.measured:
        yield from _scores(result.measured[0].whole.scores, result)


def _longest(result: Result) -> int:
    hard = [one for measured in result.measured for one in measured.hard_sentences]
    return max((len(one.text.split()) for one in hard), default=0)
