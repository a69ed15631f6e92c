"""A pose as data in; the Pose, drawn, out."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from operator import add

from msgspec import Struct
from msgspec.structs import replace

from careleaf.figure.outline import Commands
from careleaf.figure.pose.body import Body
from careleaf.figure.pose.geometry import UnreachableError
from careleaf.figure.pose.paint import figure
from careleaf.figure.pose.people import Person
from careleaf.model.art import Command, Drawing, Path, Pose


class Frame(Struct, frozen=True, kw_only=True):
    """One drawing: the body, and the things around it from back to front."""

    body: Body
    alt: str
    """What this drawing alone shows."""
    under: tuple[Path, ...] = ()
    amid: tuple[Path, ...] = ()
    """Behind the trunk and the near limbs, before the far ones."""
    held: tuple[Path, ...] = ()
    """Behind the near arm, before everything else."""
    over: tuple[Path, ...] = ()


class Sketch(Struct, frozen=True, kw_only=True):
    """A pose before it is drawn: who, in which frames, and the words for it."""

    title: str
    alt: str
    person: Person
    frames: tuple[Frame, ...]
    floor: float = 0.0
    """What the figure stands or lies on, where it is not y = 0."""


def draw(name: str, sketch: Sketch) -> Pose:
    """All frames in boxes of one size, so that start and finish stand side by side.

    Raises UnreachableError for a posture that no body can take.
    """
    drawn = [_drawn(name, sketch, frame) for frame in sketch.frames]
    left, top, right, bottom = _box([path for paths in drawn for path in paths])
    move = _Move(-left, -top)
    frames = tuple(
        Drawing(
            width=round(right - left, 1),
            height=round(bottom - top, 1),
            paths=tuple(map(move.path, paths)),
        )
        for paths in drawn
    )
    return Pose(
        name=name,
        title=sketch.title,
        frames=frames,
        alt=sketch.alt,
        frame_alts=tuple(frame.alt for frame in sketch.frames),
        ground=(round(-sketch.floor - top, 1),) * len(frames),
    )


def _drawn(name: str, sketch: Sketch, frame: Frame) -> tuple[Path, ...]:
    try:
        return tuple(_paths(sketch.person, frame))
    except UnreachableError as error:
        number = sketch.frames.index(frame) + 1
        raise UnreachableError(f"figure '{name}', drawing {number}: {error}") from error


def _paths(person: Person, frame: Frame) -> Iterator[Path]:
    yield from frame.under
    yield from figure(person, frame.body, frame.amid, frame.held)
    yield from frame.over


def _box(paths: list[Path]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything that is seen."""
    xs: list[float] = []
    ys: list[float] = []
    for path in paths:
        if path.stroke == "current" and path.fill is None:
            continue
        edge = path.stroke_width / 2
        numbers: list[float] = [n for command in path.commands for n in command[1:]]  # type: ignore[misc]
        across, down = numbers[::2], numbers[1::2]
        xs += (min(across) - edge, max(across) + edge)
        ys += (min(down) - edge, max(down) + edge)
    return round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1)


class _Move:
    """Brings outlines into the box of a drawing and to tenths of a unit, which is finer than paper
    shows. A halo and its limb have one outline, which is moved once."""

    def __init__(self, x: float, y: float) -> None:
        self._by = (x, y) * 3
        self._done: dict[int, Commands] = {}

    def path(self, path: Path) -> Path:
        """The path in its new place."""
        key = id(path.commands)
        if key not in self._done:
            self._done[key] = tuple(map(self._command, path.commands))
        return replace(path, commands=self._done[key])

    def _command(self, command: Command) -> Command:
        moved = map(add, command[1:], self._by)
        # `round` would take three times as long.
        return (command[0], *[floor(number * 10 + 0.5) / 10 for number in moved])
