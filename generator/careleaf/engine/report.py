"""The result of a check in; the report on it, as plain data or as files, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from careleaf import __version__
from careleaf.engine.content import find_content
from careleaf.engine.files import write_whole
from careleaf.engine.job import Checked, Job, RefusedError, Result
from careleaf.model.report import (
    CheckedTopic,
    Evidence,
    Fix,
    HardSentence,
    HardWord,
    Item,
    Rating,
    Reading,
    Report,
    ReportedProblem,
    Review,
    Spot,
    Stretch,
)
from careleaf.model.review import Standing
from careleaf.problem import Problem, Severity, excerpt
from careleaf.read import shown_path
from careleaf.source import Source, Span
from careleaf.theme import default_theme
from careleaf.write.report import KINDS, Kind, write

if TYPE_CHECKING:
    from careleaf.check.readability import Measured
    from careleaf.check.readability import Stretch as Counted
    from careleaf.check.scores.scored import Judged, Score
    from careleaf.check.suggestion import Suggestion
    from careleaf.readability import Formula

_Sources = Mapping[str, Source]


def report_kinds(paths: Iterable[Path]) -> dict[Path, Kind]:
    """What each file is to be, by its ending. Raises `RefusedError` for any other."""
    kinds: dict[Path, Kind] = {}
    for path in paths:
        for kind in KINDS:
            if path.suffix.lower() == f".{kind}":
                kinds[path] = kind
        if path.name.removeprefix(".").lower() in KINDS:
            raise RefusedError(f"'{path}' has no name before its ending", f"report{path.name}")
        if path not in kinds:
            raise RefusedError(f"'{path}' does not end in .html, .json or .sarif")
    return kinds


def write_report(report: Report, kinds: Mapping[Path, Kind]) -> None:
    """Write each file whole, and none before all are made.

    Raises `CareleafError` where the disk or the rights say no.
    """
    made = {path: write(report, kind, default_theme()) for path, kind in kinds.items()}
    for path, data in made.items():
        write_whole(path, data)


def report_of(result: Result, job: Job) -> Report:
    """All that `check(job)` found, in its order."""
    content = find_content(job.content)
    counted = Counter((one.span.path, one.severity) for one in result.problems)
    measured = {(one.topic, one.language): one for one in result.measured}
    scored = {(one.topic, one.language): one.scores for one in result.scored}
    severities = Counter(one.severity for one in result.problems)
    return Report(
        careleaf=__version__,
        day=job.today,
        content=shown_path(content.root),
        bundled=content.bundled,
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        topics=tuple(
            replace(
                _topic(one, counted, measured.get((one.id, one.language)), result),
                ratings=tuple(
                    _rating(score, result) for score in scored.get((one.id, one.language), ())
                ),
            )
            for one in _by_topic(result.checked)
        ),
        problems=tuple(_findings(result)),
    )


def _by_topic(checked: Iterable[Checked]) -> list[Checked]:
    """The languages of a topic beside one another, topics in the order that they were asked for."""
    order: dict[tuple[bool, str], int] = {}
    some = list(checked)
    for one in some:
        order.setdefault((one.programme, one.id), len(order))
    return sorted(some, key=lambda one: order[one.programme, one.id])


def _findings(result: Result) -> Iterator[ReportedProblem]:
    fixes: defaultdict[tuple[str, str, str], list[Suggestion]] = defaultdict(list)
    for one in result.suggestions:
        fixes[_known_by(one.problem)].append(one)
    for problem in result.problems:
        source = result.sources.get(problem.span.path)
        yield ReportedProblem(
            code=problem.code,
            severity=problem.severity,
            message=problem.message,
            hint=problem.hint,
            at=_spot(problem.span, result.sources),
            excerpt=excerpt(source, problem.span) if source else None,
            fix=_fix(problem, fixes.get(_known_by(problem), ()), result.sources),
        )


def _known_by(problem: Problem) -> tuple[str, str, str]:
    return problem.span.path, problem.code, problem.message


def _fix(problem: Problem, changes: Iterable[Suggestion], sources: _Sources) -> Fix | None:
    """What would mend it: the same problem, at its place or within."""
    for one in changes:
        at = one.problem.span
        if one.old and problem.span.start <= at.start and at.end <= problem.span.end:
            return Fix(old=one.old, new=one.new, at=_spot(at, sources), safe=one.safe)
    return None


def _spot(span: Span, sources: _Sources) -> Spot:
    source = sources.get(span.path)
    if source is None:
        return Spot(file=span.path)
    start, end = source.place(span.start), source.place(span.end)
    return Spot(
        file=span.path,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
    )


def _topic(
    one: Checked,
    counted: Mapping[tuple[str, Severity], int],
    measured: Measured | None,
    result: Result,
) -> CheckedTopic:
    topic = CheckedTopic(
        id=one.id,
        language=one.language,
        title=one.title,
        read=one.read,
        review=_review(one.standing),
        kind="programme" if one.programme else "topic",
        file=one.file,
        errors=counted.get((one.file, Severity.ERROR), 0),
        warnings=counted.get((one.file, Severity.WARNING), 0),
    )
    return _with_readings(topic, measured, result) if measured and measured.formulas else topic


def _review(standing: Standing) -> Review:
    """A registration is kept with the review, and told nowhere else."""
    signers = (review.reviewer for review in standing.reviews)
    return Review(
        state=standing.state.value,
        by=tuple(dict.fromkeys(f"{one.name}, {one.role}" for one in signers)),
        until=standing.until,
        changed=tuple(f"{one.what}: {one.kind}" for one in standing.changes),
    )


def _with_readings(topic: CheckedTopic, measured: Measured, result: Result) -> CheckedTopic:
    sources = result.sources
    asked = [(formula, result.goals.get(formula.key)) for formula in measured.formulas]
    whole = _stretch(measured.whole, asked)
    return replace(
        topic,
        readings=tuple(
            Reading(
                name=formula.name,
                key=formula.key,
                unit="school grade" if formula.grade else "points of ease",
                goal=goal,
                score=whole.scores[number] if whole.scores else None,
                met=whole.met[number] if whole.scores else None,
            )
            for number, (formula, goal) in enumerate(asked)
        ),
        whole=whole,
        sections=tuple(_stretch(one, asked) for one in measured.sections),
        hard_sentences=tuple(
            HardSentence(text=hard.text, score=round(hard.score, 1), at=_spot(hard.at, sources))
            for hard in measured.hard_sentences
        ),
        hard_words=tuple(
            HardWord(
                word=hard.word,
                syllables=hard.syllables,
                times=hard.times,
                at=_spot(hard.at, sources),
            )
            for hard in measured.hard_words
        ),
        density=None if measured.density is None else round(measured.density, 1),
    )


def _stretch(counts: Counted, asked: Sequence[tuple[Formula, float | None]]) -> Stretch:
    """By each formula, with its goal if there is one; no scores where there is no word to score."""
    return Stretch(
        name=counts.name,
        words=counts.counts.words,
        sentences=counts.counts.sentences,
        scores=tuple(round(score, 1) for score in counts.scores),
        met=tuple(
            None if goal is None else formula.meets(score, goal)
            for (formula, goal), score in zip(asked, counts.scores, strict=False)
        ),
    )


def _rating(score: Score, result: Result) -> Rating:
    goal = result.goals.get(score.key)
    percent = None if score.percent is None else round(score.percent, 1)
    return Rating(
        key=score.key,
        name=score.name,
        percent=percent,
        judged=score.judged,
        applicable=score.applicable,
        goal=goal,
        met=None if goal is None or percent is None else percent >= goal,
        items=tuple(_item(one, result.sources) for one in score.items),
    )


def _item(one: Judged, sources: _Sources) -> Item:
    return Item(
        key=one.key,
        says=one.says,
        answer=one.finding.answer.value,
        advice=one.finding.advice,
        evidence=tuple(
            Evidence(words=seen.words, at=_spot(seen.at, sources)) for seen in one.finding.evidence
        ),
        left_out=one.finding.left_out,
    )
