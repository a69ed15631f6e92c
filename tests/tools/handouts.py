"""The library in; every handout that can be made of it, with everything in its place, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import get_args

from msgspec.structs import replace

from careleaf.compose.brochure import compose_brochure
from careleaf.compose.easy_read import easy_read
from careleaf.compose.leaflet import compose_leaflet
from careleaf.compose.manuscript import manuscript
from careleaf.compose.mirror import mirrored
from careleaf.engine.content import find_content
from careleaf.engine.job import Job
from careleaf.engine.opened import open_content, read_one
from careleaf.language import language
from careleaf.model.leaflet import Fold, Leaflet, Paper, Profile
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.theme import default_theme
from careleaf.write.pdf import document
from careleaf.write.pdf.bilingual import document as bilingual
from careleaf.write.pdf.geometry import Sheet
from careleaf.write.pdf.page import Page
from careleaf.write.pdf.structure import Element
from tests.tools.matrix import CONTENT

_SECOND = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """Its pages, without those of a booklet that are for notes."""

    name: str
    subtitle: str
    pages: tuple[Page, ...]
    root: Element
    sheet: Sheet
    depth: float
    """Of a page's live area, in points."""
    lead: float
    """From line to line of prose, in points."""
    folded: bool


def handouts(profile: Profile, paper: Paper) -> Iterator[Handout]:
    """In every language, of a profile on a paper."""
    for topic, code in _editions():
        leaflet = _leaflet(topic, code, profile=profile, paper=paper)
        yield _laid_out(f"{topic} {code} {profile} {paper}", leaflet)


def folded(fold: Fold, paper: Paper) -> Iterator[Handout]:
    """In every language, on folded sheets."""
    for topic, code in _editions():
        leaflet = _leaflet(topic, code, paper=paper, fold=fold)
        yield _laid_out(f"{topic} {code} {fold} {paper}", leaflet)


def both(paper: Paper) -> Iterator[Handout]:
    """Every language beside English."""
    for topic, code in _editions():
        if code == _SECOND:
            continue
        one = _leaflet(topic, code, paper=paper)
        two, _ = mirrored(one, _leaflet(topic, _SECOND, paper=paper))
        made = bilingual.lay_out((one, two), default_theme(), (language(code), language(_SECOND)))
        yield Handout(
            name=f"{topic} {code} with {_SECOND} {paper}",
            subtitle=one.subtitle,
            pages=made.pages,
            root=made.root,
            sheet=made.sheet,
            depth=made.setting.depth,
            lead=made.setting.styles.body.lead,
            folded=False,
        )


def every() -> Iterator[Handout]:
    """All of them."""
    for profile, paper in product(get_args(Profile), get_args(Paper)):
        yield from handouts(profile, paper)
    for fold, paper in product(get_args(Fold), get_args(Paper)):
        yield from folded(fold, paper)
    for paper in get_args(Paper):
        yield from both(paper)


def _editions() -> Iterator[tuple[str, str]]:
    content = find_content(CONTENT)
    for topic in content.topics():
        yield from ((topic, code) for code in content.languages(topic))


@cache
def _leaflet(
    topic: str, code: str, *, profile: Profile = "standard", paper: Paper, fold: Fold | None = None
) -> Leaflet:
    opened = open_content(Job(content=CONTENT, languages=(code,)))
    found, problems = read_one(opened, topic, code)
    assert found is not None, problems
    spoken = language(code)
    easy = profile == "easy-read"
    ready, _ = manuscript(
        found,
        Medium.LEAFLET,
        library=opened.library,
        clinic=opened.library.clinics["example"],
        language=spoken,
        tailoring=Tailoring(),
        easy=easy,
    )
    if easy:
        ready, _ = easy_read(ready, spoken)
    composed = compose_brochure if fold == "brochure" else compose_leaflet
    leaflet, _ = composed(ready, default_theme(), spoken, paper=paper, profile=profile)
    return replace(leaflet, fold=fold)


def _laid_out(name: str, leaflet: Leaflet) -> Handout:
    made = document.lay_out(leaflet, default_theme(), language(leaflet.language))
    return Handout(
        name=name,
        subtitle=leaflet.subtitle,
        pages=made.pages,
        root=made.root,
        sheet=made.sheet,
        depth=made.setting.depth,
        lead=made.setting.styles.body.lead,
        folded=leaflet.fold is not None,
    )
