"""The text of a topic in; its leaflet as placed pages in text, and as a PDF file, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import assert_never

from careleaf.compose.easy_read import easy_read
from careleaf.compose.leaflet import compose_leaflet
from careleaf.compose.manuscript import manuscript
from careleaf.language import Language, language
from careleaf.model.clinic import Clinic
from careleaf.model.leaflet import Leaflet, Paper, Profile
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.problem import Problem
from careleaf.text import Gap, TextRun
from careleaf.theme import default_theme
from careleaf.write.pdf import Written, write
from careleaf.write.pdf.black import in_black
from careleaf.write.pdf.document import lay_out
from careleaf.write.pdf.laid_out import LaidOut
from careleaf.write.pdf.marks import (
    Anchor,
    ArtMark,
    Crowd,
    Disc,
    Entry,
    Group,
    Ink,
    Mark,
    Panel,
    Rule,
    TextLine,
)
from careleaf.write.pdf.options import PLAIN, PdfOptions
from careleaf.write.pdf.paint import Side, reading_side
from tests.tools.topics import CLINIC, LIBRARY, found, read

ENGLISH = language("en-US")
SIDEWAYS = Language("ar", "rtl", ENGLISH.catalogue)
"""Right-to-left, with the product's phrases in English: translations may change, places may not."""


def composed(
    text: str,
    *,
    clinic: Clinic = CLINIC,
    folder: Path = Path(),
    paper: Paper = "letter",
    spoken: Language = ENGLISH,
    profile: Profile = "standard",
) -> Leaflet:
    """The leaflet of a whole topic file, which must be without mistakes."""
    topic, problems, source = read(text, folder)
    assert not problems, found(problems, source)
    ready, problems = manuscript(
        topic,
        Medium.LEAFLET,
        library=LIBRARY,
        clinic=clinic,
        language=spoken,
        tailoring=Tailoring(),
        easy=profile == "easy-read",
    )
    assert not problems, found(problems, source)
    if profile == "easy-read":
        ready, _ = easy_read(ready, spoken)
    leaflet, problems = compose_leaflet(
        ready, default_theme(), spoken, paper=paper, profile=profile
    )
    assert not problems
    return leaflet


def laid_out(leaflet: Leaflet, *, fillable: bool = False) -> LaidOut:
    """A leaflet with everything in its place."""
    return lay_out(leaflet, default_theme(), _spoken(leaflet), fillable=fillable)


def written(leaflet: Leaflet, options: PdfOptions = PLAIN) -> Written:
    """A leaflet's file, and what was wrong with it."""
    return write(leaflet, default_theme(), _spoken(leaflet), options)


def _spoken(leaflet: Leaflet) -> Language:
    return SIDEWAYS if leaflet.direction == "rtl" else ENGLISH


def drawn(text: str, path: Path, **options: Clinic) -> list[Problem]:
    """Write the PDF of a whole topic file."""
    result = written(composed(text, **options))  # type: ignore[arg-type]
    path.write_bytes(result.data)
    return result.problems


def placed(leaflet: Leaflet, *, fillable: bool = False) -> str:
    """Every mark of every page in reading order: its left edge, or a disc's middle, in points from
    the live area's corner, and what it is."""
    lines: list[str] = []
    ready = laid_out(leaflet, fillable=fillable)
    side = reading_side(leaflet.direction, ready.setting.styles.width)
    shown = in_black if ready.setting.styles.black else tuple
    for number, page in enumerate(ready.pages, 1):
        lines.append(f"page {number}")
        for standing in page.standings:
            if standing.repeated_head:
                marks = shown(standing.repeated_head.marks)
                lines += [f"{line} (again)" for line in _lines(marks, side, standing.head_y)]
            lines += _lines(shown(standing.box.marks), side, standing.y)
    return "\n".join(lines)


def _lines(marks: Iterable[Mark], side: Side, y: float) -> Iterator[str]:
    for mark in marks:
        match mark:
            case Group():
                inner = side.moved(mark.x)
                yield from _lines(
                    mark.marks, inner.turned(mark.turned) if mark.turned else inner, y + mark.y
                )
            case TextLine():
                left = side.left(mark.x, mark.line.extent)
                yield f"  {_at(left, y + mark.y)} {_words(mark)}"
            case Panel():
                size = f"{mark.width:.0f} x {mark.height:.0f}"
                left = side.left(mark.x, mark.width)
                yield f"  {_at(left, y + mark.y)} panel {size} {_paint(mark)}"
            case Disc():
                yield f"  {_at(side.at(mark.x), y + mark.y)} disc {mark.radius:g} {_paint(mark)}"
            case Rule():
                end = _at(side.at(mark.to_x), y + mark.to_y)
                yield f"  {_at(side.at(mark.x), y + mark.y)} rule to {end} {mark.colour}"
            case ArtMark():
                size = f"{mark.width:.0f} x {mark.height:.0f}"
                left = side.left(mark.x, mark.width)
                turned = " turned" if mark.points and side.way < 0 else ""
                yield f"  {_at(left, y + mark.y)} art {size} {mark.colour}{turned}"
            case Crowd():
                size = f"{mark.width:.0f} x {mark.height:.0f}"
                yield f"  {_at(side.left(mark.x, mark.width), y + mark.y)} people {size}"
            case Entry():
                size = f"{mark.width:.0f} x {mark.height:.0f}"
                left = side.left(mark.x, mark.width)
                yield f"  {_at(left, y + mark.y)} field {size} {mark.field.name}"
            case Anchor():
                yield f"  {_at(side.at(0), y + mark.y)} anchor {mark.name}"
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
