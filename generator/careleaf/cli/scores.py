"""How far topics have what PEMAT and the CDC Index ask for in; a short table for a terminal, or
records for programs, out.

Never called a score of either: both were made for trained people, and a program sees a part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from careleaf.check.scores.item import Answer
from careleaf.check.scores.scored import Judged, Score, Scored
from careleaf.cli.reading_level import MOST_ROWS
from careleaf.model.goals import points
from careleaf.source import Place, Source, Span

_NAME = 26
"""Columns for the name of a topic."""
_HEADS: Mapping[str, str] = {
    "pemat-understandability": "understandability",
    "pemat-actionability": "actionability",
    "cdc": "clear communication",
}
_SHOWN = 3
"""Places of an item that are shown."""


def score_table(scored: Sequence[Scored], sources: Mapping[str, Source], *, closely: bool) -> str:
    """One line for each topic; `closely` adds the items that are not so, and those that need a
    person."""
    return "\n".join(_lines(scored, sources, closely=closely))


def _lines(
    scored: Sequence[Scored], sources: Mapping[str, Source], *, closely: bool
) -> Iterator[str]:
    heads = list(_HEADS.values())
    yield f"{' ' * _NAME}  {'PEMAT-informed':<{len(heads[0]) + len(heads[1]) + 2}}  CDC-informed"
    yield "  ".join(["Scores".ljust(_NAME), *heads])
    ranked = sorted(scored, key=_least)
    for one in scored if len(scored) <= MOST_ROWS else ranked[:MOST_ROWS]:
        name = one.topic if len(one.topic) <= _NAME else f"{one.topic[: _NAME - 1]}…"
        cells = (_cell(score).rjust(len(_HEADS[score.key])) for score in one.scores)
        yield "  ".join([name.ljust(_NAME), *cells])
        if closely:
            yield from _items(one, Answer.NO, "Not so", sources)
            yield from _items(
                one,
                Answer.PERSON,
                "Needs a person, and does not count until somebody answers",
                sources,
            )
    if len(scored) > MOST_ROWS:
        yield f"{len(scored) - MOST_ROWS:,} more score higher. All of them: --report FILE.html"
    yield "Of 100. In brackets: how many of the items that apply a program could judge. Informed by"
    yield "PEMAT-P and by the CDC Clear Communication Index; not their official scores."


def _least(one: Scored) -> float:
    return min((100.0 if of.percent is None else of.percent for of in one.scores), default=100.0)


def _cell(score: Score) -> str:
    if score.percent is None:
        return f"none (0/{score.applicable})"
    return f"{points(score.percent)} ({score.judged}/{score.applicable})"


def _items(one: Scored, answer: Answer, head: str, sources: Mapping[str, Source]) -> Iterator[str]:
    items = [item for score in one.scores for item in score.items if item.finding.answer is answer]
    if items:
        yield head
    for item in items:
        yield from item_lines(item, sources)


def item_lines(item: Judged, sources: Mapping[str, Source]) -> Iterator[str]:
    """What an item says, what was seen of it and where, and what to do."""
    yield f"  {item.key:<8}  {item.says}"
    for evidence in item.finding.evidence[:_SHOWN]:
        yield f"            {_place(evidence.at, sources)}  {evidence.words}"
    more = len(item.finding.evidence[_SHOWN:]) + item.finding.left_out
    if more:
        yield f"            and {more} more"
    if item.finding.advice:
        yield f"            = {item.finding.advice}"


def _place(at: Span, sources: Mapping[str, Source]) -> str:
    place = _where(at, sources)
    return f"{at.path}:{place.line}:{place.column}"


def _where(at: Span, sources: Mapping[str, Source]) -> Place:
    source = sources.get(at.path)
    return source.place(at.start) if source else Place(1, 1)


def score_records(
    scored: Sequence[Scored], sources: Mapping[str, Source]
) -> list[dict[str, object]]:
    """For programs: every score with its items, each with answer, evidence and places."""
    return [
        {
            "topic": one.topic,
            "language": one.language,
            "score": score.key,
            "name": score.name,
            "percent": None if score.percent is None else round(score.percent, 1),
            "judged": score.judged,
            "applicable": score.applicable,
            "items": [_record(item, sources) for item in score.items],
        }
        for one in scored
        for score in one.scores
    ]


def _person(item: Judged) -> dict[str, object] | None:
    said = item.person
    if said is None:
        return None
    return {
        "answer": said.said,
        "by": said.by,
        "judged": said.judged.isoformat(),
        "note": said.note,
        "void": item.void,
    }


def _record(item: Judged, sources: Mapping[str, Source]) -> dict[str, object]:
    return {
        "item": item.key,
        "says": item.says,
        "answer": item.finding.answer.value,
        "advice": item.finding.advice,
        "program": item.program.value,
        "person": _person(item),
        "evidence": [
            {
                "words": one.words,
                "file": one.at.path,
                "line": _where(one.at, sources).line,
                "column": _where(one.at, sources).column,
            }
            for one in item.finding.evidence
        ],
        "left-out": item.finding.left_out,
    }
