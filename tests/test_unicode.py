"""Every case of Unicode's own conformance files, which Debian has in its package unicode-data."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from careleaf.text.bidi import Base, VisualRun, embedding, visual_runs
from careleaf.text.bidi_classes import OPENING, default_class
from careleaf.text.break_classes import VERSION
from careleaf.text.breaks import opportunities
from tests.conftest import REQUIRE_TOOLS
from tests.tools import break_classes
from tests.tools.outside import CHECKOUT, path_of

pytestmark = pytest.mark.needs("unicode-data")

ONE_OF_EACH = {
    "L": "a",
    "R": "\u05d0",
    "AL": "\u0627",
    "EN": "1",
    "ES": "+",
    "ET": "$",
    "AN": "\u0661",
    "CS": ",",
    "NSM": "\u0300",
    "BN": "\u00ad",
    "B": "\u2029",
    "S": "\t",
    "WS": " ",
    "ON": "!",
    "LRE": "\u202a",
    "RLE": "\u202b",
    "LRO": "\u202d",
    "RLO": "\u202e",
    "PDF": "\u202c",
    "LRI": "\u2066",
    "RLI": "\u2067",
    "FSI": "\u2068",
    "PDI": "\u2069",
}
"""A character of each bidirectional class; none is a bracket, as BidiTest asks."""


def test_bidi_of_every_sequence_of_classes() -> None:
    cases = 0
    wrong: list[str] = []
    for levels, order, rows in _blocks("BidiTest.txt"):
        right: set[tuple[VisualRun, ...]] = set()
        for row in rows:
            classes, _, bits = row.partition(";")
            text = "".join([ONE_OF_EACH[name] for name in classes.split()])
            for base in _bases(int(bits)):
                cases += 1
                runs = tuple(visual_runs(embedding(text, base), 0, len(text)))
                if runs in right:
                    continue
                if _shown(runs, levels) == (levels, order):
                    right.add(runs)
                else:
                    wrong.append(f"{base}: {row.strip()}: {runs}")
    assert not wrong[:10], f"{len(wrong)} of {cases}"
    assert cases > 770_000


def test_bidi_of_every_text() -> None:
    cases = 0
    wrong: list[str] = []
    bases: tuple[Base, ...] = ("ltr", "rtl", "auto")
    for row in _rows("BidiCharacterTest.txt"):
        codes, direction, base, levels, order = row.strip().split(";")
        cases += 1
        text = _text(codes)
        paragraph = embedding(text, bases[int(direction)])
        shown = _shown(tuple(visual_runs(paragraph, 0, len(text))), levels.split())
        if shown != (levels.split(), order.split()) or paragraph.base != int(base):
            wrong.append(row)
    assert not wrong[:10], f"{len(wrong)} of {cases}"
    assert cases > 91_000


def test_bidi_brackets_are_those_of_the_standard() -> None:
    fields = [row.split("#")[0].split(";") for row in _rows("BidiBrackets.txt")]
    opening = {_text(row[0]): _text(row[1]) for row in fields if row[2].strip() == "o"}
    assert opening == {**OPENING, "\u2329": "\u232a"}


def test_bidi_classes_of_characters_not_yet_known() -> None:
    named: dict[int, str] = {}
    for row in _rows("extracted/DerivedBidiClass.txt"):
        codes, name = row.split("#")[0].split(";")
        first, _, last = codes.strip().partition("..")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            named[code] = name.strip()
    unlike = [code for code in range(0x110000) if code not in named and default_class(code) == "BN"]
    assert not unlike
    ignored = [0x2065, 0xFDD0, 0xFFF0, 0xFFFE, 0xE0002, 0x10FFFF]
    assert {named[code] for code in ignored} == {default_class(code) for code in ignored} == {"BN"}


def test_line_breaks_of_every_text() -> None:
    _same_version()
    cases = 0
    wrong: list[str] = []
    for row in _rows("auxiliary/LineBreakTest.txt"):
        cases += 1
        text = ""
        expected: list[int] = []
        for sign in row.split("#")[0].split():
            if sign == "÷":
                expected.append(len(text))
            elif sign != "×":
                text += chr(int(sign, 16))
        if opportunities(text) != expected:
            wrong.append(row)
    assert not wrong[:10], f"{len(wrong)} of {cases}"
    assert cases > 7_600


def test_line_breaking_classes_are_those_of_the_standard() -> None:
    _same_version()
    shipped = CHECKOUT / "generator/careleaf/text/break_classes.py"
    assert break_classes.table() == shipped.read_text(encoding="utf-8")


def _same_version() -> None:
    """Line breaking changes from one version to the next: another one's cases are not ours."""
    found = break_classes.version()
    if found != VERSION:
        stop = pytest.fail if os.environ.get(REQUIRE_TOOLS) else pytest.skip
        stop(f"unicode-data is of Unicode {found}; line breaking is of {VERSION}")


def _rows(name: str) -> Iterator[str]:
    """The lines of a file that hold data."""
    path: Path = path_of("unicode-data") / name
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith("#") and line.strip())


def _blocks(name: str) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Levels, order, and the cases that both hold for."""
    levels: list[str] = []
    order: list[str] = []
    rows: list[str] = []
    for row in _rows(name):
        if not row.startswith("@"):
            rows.append(row)
            continue
        if rows:
            yield levels, order, rows
            rows = []
        found = re.split(r"\s+", row.strip())
        if found[0] == "@Levels:":
            levels = found[1:]
        else:
            assert found[0] == "@Reorder:"
            order = found[1:]
    yield levels, order, rows


def _bases(bits: int) -> Iterator[Base]:
    if bits & 1:
        yield "auto"
    if bits & 2:
        yield "ltr"
    if bits & 4:
        yield "rtl"


def _shown(runs: tuple[VisualRun, ...], expected: list[str]) -> tuple[list[str], list[str]]:
    """Levels and order of what draws something; the files have an x for the rest."""
    levels = ["x"] * len(expected)
    order = []
    for run in runs:
        places = range(run.start, run.end)
        for place in places if run.direction == "ltr" else reversed(places):
            if expected[place] != "x":
                levels[place] = str(run.level)
                order.append(str(place))
    return levels, order


def _text(codes: str) -> str:
    return "".join([chr(int(code, 16)) for code in codes.split()])
