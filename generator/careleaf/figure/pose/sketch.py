"""A pose as data in; the Pose, drawn, out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

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
    frames = tuple(
        Drawing(
            width=round(right - left, 1),
            height=round(bottom - top, 1),
            paths=tuple(_moved(path, -left, -top) for path in paths),
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
        edge = 0.0 if path.stroke in {None, "current"} else path.stroke_width / 2
        for x, y in _points(path.commands):
            xs += (x - edge, x + edge)
            ys += (y - edge, y + edge)
    return round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1)


def _points(commands: tuple[Command, ...]) -> Iterator[tuple[float, float]]:
    for _, *numbers in commands:
        yield from zip(map(float, numbers[::2]), map(float, numbers[1::2]), strict=True)


def _moved(path: Path, x: float, y: float) -> Path:
    shifted = tuple(_shifted(command, x, y) for command in path.commands)
    return Path(
        commands=shifted, fill=path.fill, stroke=path.stroke, stroke_width=path.stroke_width
    )


def _shifted(command: Command, x: float, y: float) -> Command:
    letter, *numbers = command
    by = (x, y) * (len(numbers) // 2)
    return (letter, *(round(float(n) + d, 1) + 0.0 for n, d in zip(numbers, by, strict=True)))
