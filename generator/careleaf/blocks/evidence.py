"""What can be tried, what to expect and how sure we are in; a table with a meter out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import cited, grid, spoken
from careleaf.blocks.field import keys, text
from careleaf.blocks.prose import Grid
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Cell, Shape, Sureness, Table
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.model.walk import written
from careleaf.problem import Problem, did_you_mean
from careleaf.problem_codes import UNKNOWN_SURENESS
from careleaf.source import Span

ANSWERS = {
    "very sure": Sureness.VERY_SURE,
    "fairly sure": Sureness.FAIRLY_SURE,
    "not sure": Sureness.NOT_SURE,
}
_SHOWN = {
    Sureness.VERY_SURE: "Very sure",
    Sureness.FAIRLY_SURE: "Fairly sure",
    Sureness.NOT_SURE: "Not sure",
}


class Evidence(Node, frozen=True, kw_only=True):
    """A table whose last column is one of three answers, as typed in `sureness`, one a row."""

    called: ClassVar[str] = "evidence"
    table: Grid
    sureness: tuple[Sureness, ...]
    caption: Draft
    sources: Draft
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One table; the last cell of a row has its meter and the words in the piece's language."""
        pen.bind(self.sources)
        rows = tuple(
            (*(self._cell(pen, cell) for cell in row[:-1]), self._meter(pen, row[-1], sure))
            for row, sure in zip(self.table.rows, self.sureness, strict=True)
        )
        head = tuple(self._cell(pen, cell) for cell in self.table.head)
        caption = pen.bind(self.caption)
        return (Table(at=self.at, role="evidence", caption=caption, head=head, rows=rows),)

    def _cell(self, pen: Pen, words: Draft) -> Cell:
        return Cell(at=_place(words, self.at), body=pen.bind(words))

    def _meter(self, pen: Pen, words: Draft, sure: Sureness) -> Cell:
        at = _place(words, self.at)
        return Cell(at=at, body=spoken(at, pen.say(_SHOWN[sure])), sureness=sure)

    def drafts(self) -> Iterator[Draft]:
        """Caption, table, sources."""
        yield self.caption
        yield from self.table.drafts()
        yield self.sources

    def children(self) -> tuple[Block, ...]:
        """The table."""
        return (self.table,)


def _make(parsed: Parsed) -> Made:
    table, problems = grid(
        parsed,
        "evidence",
        low=3,
        high=3,
        example="| What | What to expect | How sure |",
    )
    sureness: list[Sureness] = []
    for row in table.rows:
        answer, wrong = _answer(row, _row_place(row, table.at))
        sureness.append(answer)
        problems += wrong
    evidence = Evidence(
        at=parsed.at,
        table=table,
        sureness=tuple(sureness),
        caption=parsed.drafts.get("argument", ()),
        sources=cited(parsed),
        media=parsed.media,
    )
    return evidence, tuple(problems)


def _answer(row: tuple[Draft, ...], row_at: Span) -> tuple[Sureness, list[Problem]]:
    words = written(row[-1]).strip()
    if words in ANSWERS:
        return ANSWERS[words], []
    wanted = ", ".join(ANSWERS)
    message = f"the last column needs one of: {wanted}"
    hint = did_you_mean(words, ANSWERS)
    problem = Problem(UNKNOWN_SURENESS, _place(row[-1], row_at), message, hint)
    return Sureness.NOT_SURE, [problem]


def _row_place(row: tuple[Draft, ...], otherwise: Span) -> Span:
    return _place(tuple(inline for cell in row for inline in cell), otherwise)


def _place(words: Draft, otherwise: Span) -> Span:
    """Where a cell's words stand; an empty cell has no place of its own."""
    if not words:
        return otherwise
    return Span(words[0].at.path, words[0].at.start, words[-1].at.end)


SPEC = Spec(
    name=Evidence.called,
    make=_make,
    argument=text("What medicines do", required=True),
    argument_is_line=True,
    options={"sources": keys("nice-ng59, acp-2017")},
    summary="What can be tried, what to expect, and how sure we are, in a table.",
    starts=(
        "| What | What to expect | How sure |",
        "| --- | --- | --- |",
        "| Write here: what can be tried | Write here: what to expect |  |",
    ),
)
