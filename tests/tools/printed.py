"""A print profile and a paper in; the real topic's handout, composed and laid out, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from careleaf.compose.brochure import compose_brochure
from careleaf.compose.easy_read import easy_read
from careleaf.compose.leaflet import compose_leaflet
from careleaf.compose.manuscript import manuscript
from careleaf.engine.job import Job
from careleaf.engine.opened import open_content, read_one
from careleaf.language import language
from careleaf.model.leaflet import Fold, Leaflet, Paper, Profile
from careleaf.model.manuscript import Manuscript
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.text import TextRun
from careleaf.theme import default_theme
from careleaf.write.pdf.document import lay_out
from careleaf.write.pdf.laid_out import LaidOut
from careleaf.write.pdf.marks import Group, Ink, Mark, TextLine
from careleaf.write.pdf.structure import Content, Element

TOPIC = "low-back-and-hip-pain"
CONTENT = Path(__file__).parents[2] / "content"
ENGLISH = language("en-US")


@cache
def real_leaflet(profile: Profile, paper: Paper) -> Leaflet:
    """The handout of the topic that ships with the product, for its example clinic."""
    easy = profile == "easy-read"
    ready = real_manuscript(easy=easy)
    if easy:
        ready, _ = easy_read(ready, ENGLISH)
    return compose_leaflet(ready, default_theme(), ENGLISH, paper=paper, profile=profile)[0]


@cache
def folded(fold: Fold, paper: Paper, profile: Profile = "standard") -> Leaflet:
    """The same for sheets that are folded."""
    composed = compose_brochure if fold == "brochure" else compose_leaflet
    ready = real_manuscript()
    leaflet, _ = composed(ready, default_theme(), ENGLISH, paper=paper, profile=profile)
    return replace(leaflet, fold=fold)


@cache
def real_manuscript(*, easy: bool = False) -> Manuscript:
    """Every section of the topic."""
    opened = open_content(Job(content=CONTENT))
    topic, problems = read_one(opened, TOPIC, "en")
    assert topic is not None, problems
    return manuscript(
        topic,
        Medium.LEAFLET,
        library=opened.library,
        clinic=opened.library.clinics["example"],
        language=ENGLISH,
        tailoring=Tailoring(),
        easy=easy,
    )[0]


@cache
def real_pages(profile: Profile, paper: Paper) -> LaidOut:
    """The same with everything in its place."""
    return lay_out(real_leaflet(profile, paper), default_theme(), ENGLISH)


def text_lines(marks: Iterable[Mark]) -> Iterator[TextLine]:
    """Every line of words in these marks."""
    for mark in marks:
        if isinstance(mark, Group):
            yield from text_lines(mark.marks)
        elif isinstance(mark, TextLine):
            yield mark


def runs(line: TextLine) -> list[TextRun]:
    """The runs of a line."""
    return [piece.part for piece in line.line.pieces if isinstance(piece.part, TextRun)]


def words(line: TextLine) -> str:
    """What a line says."""
    pieces = (piece for piece in line.line.pieces if piece.shaped)
    return "".join(
        f"{piece.shaped.text if piece.shaped else ''}{' ' if piece.space else ''}"
        for piece in pieces
    )


def element_of(line: TextLine) -> Element | None:
    """The structure element that a line's first words belong to."""
    for run in runs(line):
        if isinstance(run.mark, Ink) and run.mark.content:
            return run.mark.content.element
    return None


def pages_of(laid_out: LaidOut) -> dict[Element, set[int]]:
    """For each element with words in it, at whatever depth, the pages that they are on."""
    own: dict[Element, set[int]] = {}
    for number, page in enumerate(laid_out.pages, 1):
        for standing in page.standings:
            for line in text_lines(standing.box.marks):
                element = element_of(line)
                if element is not None:
                    own.setdefault(element, set()).add(number)
    found: dict[Element, set[int]] = {}

    def gather(element: Element) -> set[int]:
        pages = set(own.get(element, ()))
        for kid in element.kids:
            if not isinstance(kid, Content):
                pages |= gather(kid)
        found[element] = pages
        return pages

    gather(laid_out.root)
    return found
