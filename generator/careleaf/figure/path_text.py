"""The commands of an outline in; SVG path data, as short as it can be read everywhere, out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from careleaf.model.art import Command

_UNITS = 100
"""Hundredths: finer than any screen or paper shows of most drawings. Whole numbers of them add up
without drift."""
_FINEST = 2000
"""Steps along the longer side of a drawing, at least: half a point on the widest slide."""


def units_of(width: float, height: float) -> int:
    """Into how many parts one is divided for a drawing of this size: hundredths, and finer where a
    whole drawing is a few units large. A dot in the view box 0 0 1 1 is there too."""
    units = _UNITS
    while units * max(width, height) < _FINEST and units < 10**9:
        units *= 10
    return units


def path_data(commands: Sequence[Command], units: int = _UNITS) -> str:
    """Each command counts from where the last one ended, which makes short numbers; a letter that
    comes again is left out (SVG 1.1, 8.3.1). `units` is a power of ten: see `units_of`."""
    written: list[str] = []
    x = y = start_x = start_y = 0
    before = ""
    for letter, *numbers in commands:
        if letter == "Z":
            written.append("z")
            x, y, before = start_x, start_y, ""
            continue
        points = [round(float(number) * units) for number in numbers]
        moves = [n - (y if place % 2 else x) for place, n in enumerate(points)]
        x, y = points[-2:]
        if letter == "M":
            start_x, start_y = x, y
        # Bare numbers after a move are lines.
        written.append(_numbers("" if letter == before else str(letter).lower(), moves, units))
        before = "L" if letter == "M" else str(letter)
    return "".join(written)


def _numbers(letter: str, moves: Sequence[int], units: int) -> str:
    """A minus sign parts two numbers, as a space does."""
    words = [_decimal(move, units) for move in moves]
    first = letter + words[0] if letter or words[0][0] == "-" else " " + words[0]
    return first + "".join([word if word[0] == "-" else " " + word for word in words[1:]])


@lru_cache(maxsize=16384)
def _decimal(parts: int, units: int) -> str:
    whole, rest = divmod(abs(parts), units)
    sign = "-" if parts < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    places = len(str(units)) - 1
    return f"{sign}{whole or ''}.{rest:0{places}d}".rstrip("0")
