"""Every kind of PDF that the shipped topic comes in: found by asking the product, so that a new
language or print profile is in every test of files from its first day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import get_args

from careleaf.engine import Job, build
from careleaf.engine.content import find_content
from careleaf.engine.job import Paper
from tests.conftest import TOPIC
from tests.tools.outside import CHECKOUT

CONTENT = CHECKOUT / "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One way to ask for a PDF."""

    language: str
    paper: Paper
    ua: int
    fillable: bool

    def __str__(self) -> str:
        return f"{self.language}-{self.paper}-{'form' if self.fillable else 'paper'}-ua{self.ua}"

    def job(self, output: Path) -> Job:
        """What builds it. Notes pages have no fields, so they are made once."""
        return Job(
            topics=(TOPIC,),
            formats=("pdf",) if self.fillable else ("pdf", "notes-pages"),
            languages=(self.language,),
            paper=self.paper,
            pdf_ua=self.ua,  # type: ignore[arg-type]
            fillable=self.fillable,
            clinic="example",
            content=CONTENT,
            output=output,
        )


def languages() -> tuple[str, ...]:
    """Those that the shipped topic is there in."""
    return tuple(find_content(CONTENT).languages(TOPIC))


def kinds() -> Iterator[Kind]:
    """All of them."""
    for language, paper, ua, fillable in product(
        languages(), get_args(Paper), (1, 2), (False, True)
    ):
        yield Kind(language=language, paper=paper, ua=ua, fillable=fillable)


def built(kind: Kind, output: Path) -> tuple[Path, ...]:
    """Its files: handout, and notes pages if it has them."""
    result = build(kind.job(output))
    assert not result.failed, result.problems
    return tuple(one.path.resolve() for one in result.outputs)
