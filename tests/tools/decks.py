"""The text of a topic in; its deck as placed shapes in text, and as a PowerPoint file, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import assert_never

from careleaf.compose.deck import compose_deck
from careleaf.compose.manuscript import manuscript
from careleaf.engine.job import Job
from careleaf.engine.opened import open_content, read_one
from careleaf.language import Language, language
from careleaf.model.clinic import Clinic
from careleaf.model.deck import (
    Box,
    Deck,
    Group,
    Illustration,
    Image,
    Mark,
    PageNumber,
    Panel,
    Paragraph,
    Part,
    Piece,
    Placed,
    PlacedChart,
    PlacedTable,
    Placeholder,
    Rule,
    Slide,
    SoftBreak,
    TableRow,
    Text,
)
from careleaf.model.manuscript import Manuscript
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.problem import Problem
from careleaf.theme import default_theme
from careleaf.write.pptx import write
from tests.tools.outside import CHECKOUT
from tests.tools.topics import CLINIC, LIBRARY, found, read

ENGLISH = language("en-US")
TOPIC = "low-back-and-hip-pain"
FOOTER = {"Logo", "Logo plate", "Footer", "Draft mark", "Slide number"}


def attempted(
    text: str, *, clinic: Clinic = CLINIC, folder: Path = Path(), tongue: Language = ENGLISH
) -> tuple[Deck, list[Problem]]:
    """The deck of a whole topic file that reads without mistakes, and what does not fit it."""
    ready = prepared(text, clinic=clinic, folder=folder, tongue=tongue)
    return compose_deck(ready, default_theme(), tongue)


def prepared(
    text: str, *, clinic: Clinic = CLINIC, folder: Path = Path(), tongue: Language = ENGLISH
) -> Manuscript:
    """A whole topic file that reads without mistakes, ready to be a deck."""
    topic, problems, source = read(text, folder)
    assert not problems, found(problems, source)
    ready, problems = manuscript(
        topic,
        Medium.DECK,
        library=LIBRARY,
        clinic=clinic,
        language=tongue,
        tailoring=Tailoring(),
    )
    assert not problems, found(problems, source)
    return ready


def composed(
    text: str, *, clinic: Clinic = CLINIC, folder: Path = Path(), tongue: Language = ENGLISH
) -> Deck:
    """The deck of a whole topic file in which everything fits."""
    deck, problems = attempted(text, clinic=clinic, folder=folder, tongue=tongue)
    assert not problems
    return deck


def written(deck: Deck) -> bytes:
    """The deck as a file, in its own language."""
    data, problems = write(deck, default_theme(), language(deck.language))
    assert not problems
    return data


def of_section(deck: Deck, start: str = "section", end: str = "needed") -> list[Slide]:
    """The slides from one section to the next."""
    anchors = [set(slide.anchors) for slide in deck.slides]
    first = next(n for n, found in enumerate(anchors) if start in found)
    last = next((n for n, found in enumerate(anchors) if end in found), len(anchors))
    return list(deck.slides[first:last])


def placed(slides: Iterable[Slide], *, footer: bool = False) -> str:
    """One line for each shape, in reading order, what is in a group below it; then the notes."""
    return "\n\n".join("\n".join(_slide(slide, footer)) for slide in slides)


def _slide(slide: Slide, footer: bool) -> Iterator[str]:
    yield f"# {slide.title} <{slide.layout}>"
    for shape in slide.shapes:
        if footer or not (hasattr(shape, "name") and shape.name in FOOTER):
            yield from _shape(shape, 0)
    for note in slide.notes:
        yield f"says: {note}"


def _shape(shape: Placed, depth: int) -> Iterator[str]:
    lead = "  " * depth
    match shape:
        case Text():
            slot = f" [{shape.placeholder.value}]" if shape.placeholder else ""
            lines = f" {shape.lines} lines" if shape.lines > 1 else ""
            words = " | ".join(_paragraph(one) for one in shape.paragraphs)
            yield f"{lead}{_box(shape.box)}{slot} {shape.anchor}{lines} {words}"
        case Panel():
            fill = f" {shape.fill}" if shape.fill else ""
            edge = f" edge {shape.edge} {shape.edge_width:g}" if shape.edge else ""
            words = f" {_paragraph(shape.words)}" if shape.words else ""
            yield f"{lead}{_box(shape.box)} {shape.form}{fill}{edge}{words}"
        case Rule():
            to = f"{shape.to_x:.0f},{shape.to_y:.0f}"
            yield f"{lead}{shape.x:.0f},{shape.y:.0f} rule to {to} {shape.colour} {shape.width:g}"
        case Mark():
            alt = f" alt {shape.alt!r}" if shape.alt else ""
            yield f"{lead}{_box(shape.box)} {shape.name} {shape.colour}{alt}"
        case Illustration():
            where = f"{_box(shape.box)} {shape.name} on {shape.ground}"
            yield f"{lead}{where} alt {shape.alt!r}"
        case Image():
            yield f"{lead}{_box(shape.box)} {shape.name} picture alt {shape.alt!r}"
        case PlacedTable():
            columns = " ".join(f"{width:.0f}" for width in shape.columns)
            yield f"{lead}{_box(shape.box)} table {columns} alt {shape.alt!r}"
            yield from (f"{lead}  {_row(row)}" for row in shape.rows)
        case PlacedChart():
            scale = f" to {shape.top}" if shape.top else ""
            yield f"{lead}{_box(shape.box)} chart {_box(shape.plot)}{scale} alt {shape.alt!r}"
            yield from (f"{lead}  {bar.name}: {bar.value} {bar.fill}" for bar in shape.bars)
        case Group():
            alt = f" alt {shape.alt!r}" if shape.alt else ""
            yield f"{lead}{shape.name}{alt}"
            for inner in shape.shapes:
                yield from _shape(inner, depth + 1)
        case _:
            assert_never(shape)


def _box(box: Box) -> str:
    return f"{box.x:.0f},{box.y:.0f} {box.width:.0f}x{box.height:.0f}"


def _row(row: TableRow) -> str:
    cells = " | ".join(" ".join(_paragraph(one) for one in cell.paragraphs) for cell in row.cells)
    return f"{row.height:.0f} high: {cells}"


def _paragraph(shown: Paragraph) -> str:
    bullet = shown.bullet
    dot = f"{'>' * bullet.level}{bullet.shown} " if bullet else ""
    words = "".join(_part(part) for part in shown.parts)
    return f"<{shown.size:g}/{shown.lead:g} {shown.colour}> {dot}{words}"


def _part(part: Part) -> str:
    match part:
        case Piece():
            text = f"**{part.text}**" if part.bold and part.text.strip() else part.text
            return f"[{text}]({part.link})" if part.link else text
        case SoftBreak():
            return " / "
        case PageNumber():
            return "#"


def texts(shapes: Iterable[Placed]) -> Iterator[Text]:
    """Every text, those in groups too."""
    for shape in shapes:
        if isinstance(shape, Text):
            yield shape
        elif isinstance(shape, Group):
            yield from texts(shape.shapes)


def shown_title(slide: Slide) -> str:
    """What stands in the slot of the title: for an exercise, also what it is good for."""
    title = next(text for text in texts(slide.shapes) if text.placeholder is Placeholder.TITLE)
    return words_of(title)


def words_of(text: Text) -> str:
    """Its words, one blank between."""
    said = "\n".join("".join(_said(part) for part in one.parts) for one in text.paragraphs)
    return " ".join(said.split())


def _said(part: Part) -> str:
    return part.text if isinstance(part, Piece) else "\n"


def real_deck() -> Deck:
    """The deck of the topic that we ship, for the example clinic."""
    return library_deck(CHECKOUT / "content", TOPIC)


def library_deck(content: Path, name: str) -> Deck:
    """The deck of a topic of a content folder, for its example clinic."""
    deck, problems = compose_deck(library_manuscript(content, name), default_theme(), ENGLISH)
    assert not problems
    return deck


def real_manuscript() -> Manuscript:
    """The topic that we ship, ready to be a deck for the example clinic."""
    return library_manuscript(CHECKOUT / "content", TOPIC)


def library_manuscript(content: Path, name: str) -> Manuscript:
    """A topic of a content folder, ready to be a deck for its example clinic."""
    opened = open_content(Job(content=content))
    topic, problems = read_one(opened, name, "en")
    assert topic is not None
    assert not problems
    ready, problems = manuscript(
        topic,
        Medium.DECK,
        library=opened.library,
        clinic=opened.library.clinics["example"],
        language=ENGLISH,
        tailoring=Tailoring(),
    )
    assert not problems
    return ready
