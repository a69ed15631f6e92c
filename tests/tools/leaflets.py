"""The text of a topic in; its leaflet as placed pages in text, and as a PDF file, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import assert_never

from careleaf.compose.leaflet import compose_leaflet
from careleaf.compose.manuscript import manuscript
from careleaf.language import language
from careleaf.model.clinic import Clinic
from careleaf.model.leaflet import Leaflet, Paper
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.problem import Problem
from careleaf.text import Gap, TextRun
from careleaf.theme import default_theme
from careleaf.write.pdf import Written, write
from careleaf.write.pdf.document import LaidOut, lay_out
from careleaf.write.pdf.marks import (
    Anchor,
    ArtMark,
    Crowd,
    Disc,
    Group,
    Ink,
    Mark,
    Panel,
    Rule,
    TextLine,
)
from tests.tools.topics import CLINIC, LIBRARY, found, read

ENGLISH = language("en-US")


def composed(
    text: str, *, clinic: Clinic = CLINIC, folder: Path = Path(), paper: Paper = "letter"
) -> Leaflet:
    """The leaflet of a whole topic file, which must be without mistakes."""
    topic, problems, source = read(text, folder)
    assert not problems, found(problems, source)
    ready, problems = manuscript(
        topic,
        Medium.LEAFLET,
        library=LIBRARY,
        clinic=clinic,
        language=ENGLISH,
        tailoring=Tailoring(),
    )
    assert not problems, found(problems, source)
    leaflet, problems = compose_leaflet(ready, default_theme(), ENGLISH, paper=paper)
    assert not problems
    return leaflet


def laid_out(leaflet: Leaflet) -> LaidOut:
    """A leaflet with everything in its place."""
    return lay_out(leaflet, default_theme(), ENGLISH)


def written(leaflet: Leaflet) -> Written:
    """A leaflet's file, and what was wrong with it."""
    return write(leaflet, default_theme(), ENGLISH)


def drawn(text: str, path: Path, **options: Clinic) -> list[Problem]:
    """Write the PDF of a whole topic file."""
    result = written(composed(text, **options))  # type: ignore[arg-type]
    path.write_bytes(result.data)
    return result.problems


def placed(leaflet: Leaflet) -> str:
    """Every mark of every page in reading order: its place in points from the live area's corner,
    and what it is."""
    lines: list[str] = []
    for number, page in enumerate(laid_out(leaflet).pages, 1):
        lines.append(f"page {number}")
        for standing in page.standings:
            if standing.repeated_head:
                marks = standing.repeated_head.marks
                lines += [f"{line} (again)" for line in _lines(marks, 0, standing.head_y)]
            lines += _lines(standing.box.marks, 0, standing.y)
    return "\n".join(lines)


def _lines(marks: Iterable[Mark], x: float, y: float) -> Iterator[str]:
    for mark in marks:
        match mark:
            case Group():
                yield from _lines(mark.marks, x + mark.x, y + mark.y)
            case TextLine():
                yield f"  {_at(x + mark.x, y + mark.y)} {_words(mark)}"
            case Panel():
                size = f"{mark.width:.0f} x {mark.height:.0f}"
                yield f"  {_at(x + mark.x, y + mark.y)} panel {size} {_paint(mark)}"
            case Disc():
                yield f"  {_at(x + mark.x, y + mark.y)} disc {mark.radius:g} {_paint(mark)}"
            case Rule():
                end = _at(x + mark.to_x, y + mark.to_y)
                yield f"  {_at(x + mark.x, y + mark.y)} rule to {end} {mark.colour}"
            case ArtMark():
                size = f"{mark.width:.0f} x {mark.height:.0f}"
                yield f"  {_at(x + mark.x, y + mark.y)} art {size} {mark.colour}"
            case Crowd():
                size = f"{mark.width:.0f} x {mark.height:.0f}"
                yield f"  {_at(x + mark.x, y + mark.y)} people {size}"
            case Anchor():
                yield f"  {_at(x, y + mark.y)} anchor {mark.name}"
            case _:
                assert_never(mark)


def _at(x: float, y: float) -> str:
    return f"{x:.0f},{y:.0f}"


def _paint(mark: Panel | Disc) -> str:
    return " ".join(filter(None, (mark.fill, f"edge {mark.edge}" if mark.edge else "")))


def _words(mark: TextLine) -> str:
    """Style and words; a gap to write in as its width."""
    parts: list[str] = []
    style = ""
    for piece in mark.line.pieces:
        part = piece.part
        if isinstance(part, Gap):
            parts.append(f"[{piece.width:.0f}] ")
            continue
        assert isinstance(part, TextRun)
        assert isinstance(part.mark, Ink)
        own = f"{part.size:g}/{part.weight} {part.mark.colour}"
        if own != style:
            parts.append(f"<{own}> ")
            style = own
        parts.append((piece.shaped.text if piece.shaped else "") + (" " if piece.space else ""))
    return "".join(parts).rstrip()
