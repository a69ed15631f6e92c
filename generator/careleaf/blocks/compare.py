"""Two risks out of the same number of people in; both drawn side by side out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import cited_keys, spoken, unwanted
from careleaf.blocks.field import text
from careleaf.blocks.risk import Risk
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Line, Node
from careleaf.model.shape import IconArray, Shape
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.problem import Problem
from careleaf.problem_codes import DIFFERENT_OF, MISSING_HALF, UNWANTED_CONTENT


class Compare(Node, frozen=True, kw_only=True):
    """Two risks, in the author's order."""

    called: ClassVar[str] = "compare"
    title: Draft
    risks: tuple[Risk, ...]
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One icon array with two counts; their so-what sentences follow one another."""
        for risk in self.risks:
            pen.bind(risk.source)
        array = IconArray(
            at=self.at,
            title=pen.bind(self.title),
            counts=tuple(risk.counted(pen) for risk in self.risks),
            sentences=tuple(risk.sentence(pen) for risk in self.risks),
            so_what=self._so_what(pen),
            source=pen.credit(tuple(dict.fromkeys(self._cited()))),
        )
        return (array,)

    def _cited(self) -> Iterator[str]:
        for risk in self.risks:
            yield from cited_keys(risk.source)

    def _so_what(self, pen: Pen) -> Line:
        joined: Line = ()
        for risk in self.risks:
            words = pen.bind(risk.so_what)
            joined = (
                (*joined, *spoken(risk.at, " "), *words) if joined and words else joined + words
            )
        return joined

    def drafts(self) -> Iterator[Draft]:
        """Title, then each risk's lines."""
        yield self.title
        for risk in self.risks:
            yield from risk.drafts()

    def children(self) -> tuple[Block, ...]:
        """The risks."""
        return self.risks


def _make(parsed: Parsed) -> Made:
    problems = unwanted(parsed, "compare", (Risk,), "only two ':::risk' blocks")
    risks = tuple(block for block in parsed.content if isinstance(block, Risk))
    if len(risks) < 2:
        message = f"'compare' needs two ':::risk' blocks, and this has {len(risks)}"
        problems.append(Problem(MISSING_HALF, parsed.name_at, message))
    for extra in risks[2:]:
        message = "'compare' holds two risks only"
        problems.append(Problem(UNWANTED_CONTENT, extra.at, message, "a table holds more"))
    if len(risks) > 1 and risks[0].of != risks[1].of:
        message = f"this is out of {risks[1].of}, the risk before it out of {risks[0].of}"
        hint = "give both out of the same number, so that nobody has to calculate"
        problems.append(Problem(DIFFERENT_OF, risks[1].of_at, message, hint))
    title = parsed.drafts.get("argument", ())
    return Compare(at=parsed.at, title=title, risks=risks, media=parsed.media), tuple(problems)


_EMPTY = ("count: ", "of: 100", "label: ", "source: ")
SPEC = Spec(
    name=Compare.called,
    make=_make,
    argument=text("With and without a walking plan", required=True),
    argument_is_line=True,
    holds=frozenset({"risk"}),
    summary="Two risks side by side, out of the same number of people.",
    starts=(":::risk", *_EMPTY, ":::") * 2,
)
