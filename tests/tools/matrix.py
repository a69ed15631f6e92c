"""Every kind of PDF that the library comes in: found by asking the product, so that a new language
or print profile is in every test of files from its first day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

from msgspec.structs import replace

from careleaf.engine import Job, build
from careleaf.engine.content import find_content
from careleaf.model.leaflet import Fold, Paper, Profile
from careleaf.write.pdf.options import Ua
from tests.conftest import TOPIC
from tests.tools.outside import CHECKOUT

CONTENT = CHECKOUT / "content"
_SECOND = "en"
"""The language that stands beside each other one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One way to ask for a PDF."""

    topic: str
    language: str
    profile: Profile = "standard"
    paper: Paper = "letter"
    fillable: bool = False
    fold: Fold | None = None
    beside: str | None = None
    """A second language, side by side with the first."""
    ua: Ua = 1

    def __str__(self) -> str:
        form = "form" if self.fillable else self.fold or self.beside or "sheets"
        return f"{self.topic}-{self.language}-{self.profile}-{self.paper}-{form}-ua{self.ua}"

    @property
    def job(self) -> Job:
        """What builds it. Notes pages have no fields nor profile: they go with the plainest."""
        plain = self.profile == "standard" and not (self.fillable or self.fold or self.beside)
        return Job(
            topics=(self.topic,),
            formats=("pdf", "notes-pages") if plain else ("pdf",),
            languages=(self.language,),
            paper=self.paper,
            profile=self.profile,
            fold=self.fold,
            beside=self.beside,
            pdf_ua=self.ua,
            fillable=self.fillable,
            clinic="example",
            content=CONTENT,
        )


@cache
def languages() -> dict[str, str]:
    """Every language of the library, with the shortest topic that is there in it."""
    content = find_content(CONTENT)
    by_length = sorted(content.topics(), key=_length, reverse=True)
    return {code: topic for topic in by_length for code in content.languages(topic)}


def _length(topic: str) -> int:
    return max(path.stat().st_size for path in (CONTENT / "topics" / topic).glob("*.md"))


def kinds() -> Iterator[Kind]:
    """The shortest topic of each language in every way, and the longest one plainly."""
    ways = product(
        languages().items(), get_args(Profile), get_args(Paper), (False, True), get_args(Ua)
    )
    for (language, topic), profile, paper, fillable, ua in ways:
        yield Kind(
            topic=topic,
            language=language,
            profile=profile,
            paper=paper,
            fillable=fillable,
            ua=ua,
        )
    for (language, topic), ua in product(languages().items(), get_args(Ua)):
        yield Kind(topic=topic, language=language, fold="booklet", ua=ua)
        if language != _SECOND:
            yield Kind(topic=topic, language=language, beside=_SECOND, ua=ua)
    for language in find_content(CONTENT).languages(TOPIC):
        if languages()[language] != TOPIC:
            yield from (Kind(topic=TOPIC, language=language, ua=ua) for ua in get_args(Ua))


def built(kind: Kind, output: Path) -> tuple[Path, ...]:
    """Its files: handout, and notes pages if it has them."""
    result = build(replace(kind.job, output=output))
    assert not result.failed, result.problems
    return tuple(one.path.resolve() for one in result.outputs)
