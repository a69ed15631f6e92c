"""A question that shows whether we were clear in; a prompt, with the answer for staff, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import paragraph
from careleaf.blocks.field import text
from careleaf.blocks.prose import Prose
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Prompt, Shape
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen


class TeachBack(Node, frozen=True, kw_only=True):
    """A question for the patient; `answer` is what staff listen for."""

    called: ClassVar[str] = "teach-back"
    question: Prose
    answer: Draft
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One prompt."""
        question = pen.bind(self.question.body)
        return (Prompt(at=self.at, question=question, answer=pen.bind(self.answer)),)

    def drafts(self) -> Iterator[Draft]:
        """Question, then answer."""
        yield from self.question.drafts()
        yield self.answer

    def children(self) -> tuple[Block, ...]:
        """The question."""
        return (self.question,)


def _make(parsed: Parsed) -> Made:
    question, problems = paragraph(
        parsed, "teach-back", needs="a question", example="When will you call us?"
    )
    answer = parsed.drafts.get("answer", ())
    made = TeachBack(at=parsed.at, question=question, answer=answer, media=parsed.media)
    return made, tuple(problems)


SPEC = Spec(
    name=TeachBack.called,
    make=_make,
    options={"answer": text("Numb between the legs, or trouble with pee.", required=True)},
    lines=frozenset({"answer"}),
    summary="A question that a patient answers in their own words. Only staff see the answer.",
    starts=("Write here: a question to answer in their own words?",),
)
