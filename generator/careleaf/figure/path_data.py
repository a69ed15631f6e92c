"""The `d` attribute of an SVG path in; an outline of M, L, C and Z out.

Grammar: SVG 2, chapter 9.3. Arcs follow its appendix B.2 ("implementation notes").
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from msgspec import Struct, field

from careleaf.figure.outline import LARGEST, Commands, Point
from careleaf.model.art import Command

_GAP = re.compile(r"[\s,]*")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_FLAG = re.compile(r"[01]")
_LETTERS = "MmZzLlHhVvCcSsQqTtAa"
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


class PathDataError(ValueError):
    """The data is not path data; the message says where it stops making sense."""


def parse_path(data: str) -> Commands:
    """Commands of the outline, absolute. Raises PathDataError."""
    pen = _Pen()
    for letter, numbers in _segments(data):
        pen.draw(letter, numbers)
    return tuple(pen.commands)


def _segments(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with one set of numbers: repeated sets repeat the letter."""
    at = _skip(data, 0)
    letter = ""
    while at < len(data):
        if data[at] in _LETTERS:
            if not letter and data[at] not in "Mm":
                raise PathDataError("path data starts with M")
            letter, at = data[at], _skip(data, at + 1)
        elif letter in {"", "Z", "z"}:
            raise PathDataError(f"path data has '{data[at : at + 8]}' where a letter should be")
        else:
            letter = {"M": "L", "m": "l"}.get(letter, letter)
        numbers, at = _numbers(data, at, letter.upper())
        yield letter, numbers


def _numbers(data: str, at: int, letter: str) -> tuple[list[float], int]:
    numbers: list[float] = []
    for place in range(_ARGUMENTS[letter]):
        pattern = _FLAG if letter == "A" and place in {3, 4} else _NUMBER
        found = pattern.match(data, at)
        if found is None:
            seen = data[at : at + 8] or "nothing"
            raise PathDataError(f"path data has '{seen}' where '{letter}' needs a number")
        value = float(found.group())
        if abs(value) > LARGEST:
            raise PathDataError(f"path data has the number {found.group()[:20]}: too large")
        numbers.append(value)
        at = _skip(data, found.end())
    return numbers, at


def _skip(data: str, at: int) -> int:
    found = _GAP.match(data, at)
    return found.end() if found else at


class _Pen(Struct):
    """Where the pen is while an outline is drawn, and what it has drawn."""

    commands: list[Command] = field(default_factory=list)
    at: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)
    handle: Point | None = None
    """The last control point, for S and T to mirror."""
    before: str = ""

    def draw(self, letter: str, numbers: list[float]) -> None:
        name = letter.upper()
        numbers = self._absolute(name, numbers) if letter.islower() else numbers
        if name == "A":
            self._arc(numbers)
        elif name == "Z":
            self.commands.append(("Z",))
            self.at = self.start
        elif name in {"M", "L", "H", "V"}:
            self._straight(name, numbers)
        else:
            self._curve(name, numbers)
        self.before = name

    def _absolute(self, name: str, numbers: list[float]) -> list[float]:
        x, y = self.at
        match name:
            case "H":
                return [numbers[0] + x]
            case "V":
                return [numbers[0] + y]
            case "A":
                return [*numbers[:5], numbers[5] + x, numbers[6] + y]
            case _:
                return [value + (y if place % 2 else x) for place, value in enumerate(numbers)]

    def _straight(self, name: str, numbers: list[float]) -> None:
        x, y = self.at
        match name:
            case "H":
                x = numbers[0]
            case "V":
                y = numbers[0]
            case _:
                x, y = numbers
        if name == "M":
            self.start = (x, y)
        elif self.before == "Z":
            self.commands.append(("M", *self.at))
        self.commands.append(("M" if name == "M" else "L", x, y))
        self.at = (x, y)

    def _curve(self, name: str, numbers: list[float]) -> None:
        end = (numbers[-2], numbers[-1])
        if name in {"C", "S"}:
            first = (numbers[0], numbers[1]) if name == "C" else self._mirrored("CS")
            second = (numbers[-4], numbers[-3])
            self.handle = second
        else:
            control = (numbers[0], numbers[1]) if name == "Q" else self._mirrored("QT")
            first, second = _toward(self.at, control), _toward(end, control)
            self.handle = control
        self._cubic(first, second, end)

    def _mirrored(self, after: str) -> Point:
        if self.handle is None or self.before not in after:
            return self.at
        return (2 * self.at[0] - self.handle[0], 2 * self.at[1] - self.handle[1])

    def _cubic(self, first: Point, second: Point, end: Point) -> None:
        if self.before == "Z":
            self.commands.append(("M", *self.at))
            self.before = ""
        self.commands.append(("C", *first, *second, *end))
        self.at = end

    def _arc(self, numbers: list[float]) -> None:
        across, down, turn, large, sweep, x, y = numbers
        if (x, y) == self.at:
            return
        if across == 0 or down == 0:
            self._straight("L", [x, y])
            return
        cubics = _arc(self.at, (abs(across), abs(down), turn), (bool(large), bool(sweep)), (x, y))
        for first, second, end in cubics:
            self._cubic(first, second, end)


def _toward(point: Point, control: Point) -> Point:
    """Two thirds of the way: raises a quadratic Bezier to a cubic."""
    return (
        point[0] + 2 / 3 * (control[0] - point[0]),
        point[1] + 2 / 3 * (control[1] - point[1]),
    )


def _arc(
    start: Point, radii: tuple[float, float, float], flags: tuple[bool, bool], end: Point
) -> list[tuple[Point, Point, Point]]:
    """Cubics of at most a quarter turn each; `radii` is (across, down, turn in degrees)."""
    across, down, turn = radii
    large, sweep = flags
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    grown = math.sqrt(max(1.0, (x / across) ** 2 + (y / down) ** 2))
    across, down = across * grown, down * grown
    spread = (across * y) ** 2 + (down * x) ** 2
    root = math.sqrt(max(0.0, (across * down) ** 2 / spread - 1))
    root = -root if large == sweep else root
    centre_x, centre_y = root * across * y / down, -root * down * x / across
    first = math.atan2((y - centre_y) / down, (x - centre_x) / across)
    last = math.atan2((-y - centre_y) / down, (-x - centre_x) / across)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)

    def on_page(u: float, v: float) -> Point:
        u, v = u * across + centre_x, v * down + centre_y
        return (cos * u - sin * v + middle[0], sin * u + cos * v + middle[1])

    swept = (last - first) % math.tau if sweep else -((first - last) % math.tau)
    pieces = max(1, math.ceil(abs(swept) / (math.pi / 2) - 1e-9))
    step = swept / pieces
    reach = 4 / 3 * math.tan(step / 4)
    cubics = []
    for piece in range(pieces):
        a, b = first + piece * step, first + (piece + 1) * step
        one = on_page(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        two = on_page(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        to = end if piece == pieces - 1 else on_page(math.cos(b), math.sin(b))
        cubics.append((one, two, to))
    return cubics
