"""Human figures: real bodies, described in words, small, in the theme's colours."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from careleaf.engine.figures import sheet
from careleaf.figure.pose import POSES, UnknownPoseError, names, pose
from careleaf.figure.pose.body import (
    FOREARM,
    SHANK,
    THIGH,
    UPPER_ARM,
    Body,
    Limb,
    Skeleton,
    skeleton,
)
from careleaf.figure.pose.geometry import UnreachableError
from careleaf.figure.pose.limb import outline
from careleaf.figure.pose.props import cold, heat
from careleaf.figure.pose.sketch import Frame, Sketch, draw
from careleaf.model.art import Path
from careleaf.theme import default_theme
from careleaf.theme.contrast import SHAPE, contrast
from careleaf.write.html.vector import paths
from tests.tools.outside import CHECKOUT

THEME = default_theme()
STANDING = Limb(to=(0, 7), end=0)


def sketches() -> dict[str, Sketch]:
    return {
        name: import_module(f"careleaf.figure.pose.{family}").SKETCHES[name]
        for name, family in POSES.items()
    }


def drawings() -> Iterator[tuple[str, Frame, Sketch]]:
    for name, sketch in sketches().items():
        for number, frame in enumerate(sketch.frames, 1):
            yield f"{name}-{number}", frame, sketch


FRAMES = [pytest.param(frame, id=name) for name, frame, _ in drawings()]


def limbs(bones: Skeleton) -> Iterator[tuple[float, float, float, float]]:
    """Of each limb: how long its two bones are, and how long they should be."""
    for limb, first, second in (
        (bones.near_leg, THIGH, SHANK),
        (bones.far_leg, THIGH, SHANK),
        (bones.near_arm, UPPER_ARM, FOREARM),
        (bones.far_arm, UPPER_ARM, FOREARM),
    ):
        if limb:
            yield (
                math.dist(limb.root, limb.middle),
                math.dist(limb.middle, limb.tip),
                first,
                second,
            )


@pytest.mark.parametrize("frame", FRAMES)
def test_bones_keep_their_lengths(frame: Frame) -> None:
    for upper, lower, first, second in limbs(skeleton(frame.body)):
        assert upper == pytest.approx(first, abs=0.01)
        assert lower == pytest.approx(second, abs=0.01)


@pytest.mark.parametrize(
    ("leg", "says"),
    [
        (Limb(to=(200, 7)), r"leg to \(200, 7\): 216.5 from joint to joint; the bones span"),
        (
            Limb(via=(0, 40), to=(0, 7)),
            r"leg to \(0, 7\): 50.0 from joint to joint; the bone has 43",
        ),
        (Limb(bones=(-90, -30)), "the leg bends the wrong way by 60"),
        (Limb(), "the leg has neither a place nor angles"),
    ],
)
def test_a_joint_out_of_reach_is_an_error(leg: Limb, says: str) -> None:
    body = Body(hip=(0, 90), trunk=90, near_leg=leg, far_leg=STANDING)
    with pytest.raises(UnreachableError, match=says):
        skeleton(body)


def test_the_error_names_figure_and_drawing() -> None:
    sketch = next(iter(sketches().values()))
    body = Body(hip=(0, 200), trunk=90, near_leg=STANDING, far_leg=STANDING)
    broken = Sketch(
        title="", alt="", person=sketch.person, frames=(*sketch.frames, Frame(body=body, alt=""))
    )
    with pytest.raises(UnreachableError, match="figure 'stretched', drawing 3: leg to"):
        draw("stretched", broken)


def test_an_elbow_bends_forward_only() -> None:
    def reaching(arm: Limb) -> Body:
        return Body(hip=(0, 90), trunk=90, near_leg=STANDING, far_leg=STANDING, near_arm=arm)

    assert skeleton(reaching(Limb(bones=(-90, -10)))).near_arm
    with pytest.raises(UnreachableError, match="the arm bends the wrong way"):
        skeleton(reaching(Limb(bones=(-90, -170))))


def test_words_of_every_pose() -> None:
    for name in names():
        drawn = pose(name)
        assert drawn.name == name
        assert drawn.title
        assert len(drawn.frames) == len(drawn.frame_alts) == len(drawn.ground)
        assert all(alt.endswith(".") for alt in (drawn.alt, *drawn.frame_alts))
        if len(drawn.frames) > 1:
            start, _, finish = drawn.alt.partition(" Finish: ")
            assert start.startswith("Start: ")
            assert finish


def test_an_unknown_pose_is_refused() -> None:
    with pytest.raises(UnknownPoseError, match="no pose 'handstand'"):
        pose("handstand")


def coordinates(path: Path) -> Iterator[tuple[float, float]]:
    for _, *numbers in path.commands:
        yield from zip(map(float, numbers[::2]), map(float, numbers[1::2]), strict=True)


@pytest.mark.parametrize("name", names())
def test_drawings_are_tight_and_in_tenths(name: str) -> None:
    drawn = pose(name)
    every = [point for frame in drawn.frames for path in frame.paths for point in coordinates(path)]
    assert all(round(n, 1) == n for point in every for n in point)
    for frame, ground in zip(drawn.frames, drawn.ground, strict=True):
        assert 0 < ground <= frame.height
    width, height = drawn.frames[0].width, drawn.frames[0].height
    assert all((frame.width, frame.height) == (width, height) for frame in drawn.frames)
    for axis, size in ((0, width), (1, height)):
        assert 0 <= min(point[axis] for point in every) < 2
        assert size - 2 < max(point[axis] for point in every) <= size


def test_drawings_are_small() -> None:
    sizes = [len(paths(frame, THEME)) for name in names() for frame in pose(name).frames]
    assert sum(sizes) / len(sizes) < 9_000
    assert max(sizes) < 11_000


def test_paints_are_those_of_the_theme_or_of_people() -> None:
    for name in names():
        for frame in pose(name).frames:
            for paint in {p for path in frame.paths for p in (path.fill, path.stroke)}:
                if paint not in {None, "current"}:
                    THEME.colour(str(paint))


def test_skin_is_seen_on_every_surface() -> None:
    """Light skin by its outline, dark skin by itself (WCAG 2.2, 1.4.11)."""
    for sketch in sketches().values():
        seen = THEME.colour(sketch.person.edge or sketch.person.skin)
        for surface in ("white", "tint", "floor"):
            assert contrast(seen, THEME.colour(surface)) >= SHAPE


def test_hair_and_packs_are_seen_on_white_and_tint() -> None:
    packs = [path.fill for path in (heat(0, 0)[0], cold(0, 0)[0])]
    for paint in {*packs, *(sketch.person.hair for sketch in sketches().values())}:
        for surface in ("white", "tint"):
            assert contrast(str(paint), THEME.colour(surface)) >= SHAPE, paint


def test_the_names_cost_nothing() -> None:
    script = "from careleaf.figure.pose import names; names(); import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    loaded = {name for name in done.stdout.split() if name.startswith("careleaf.figure")}
    assert loaded == {"careleaf.figure", "careleaf.figure.pose"}


def test_an_outline_goes_around_its_rings() -> None:
    """A limb bent by 90 degrees: outside the bend round, inside one crease."""
    shape = outline([((0, 0), 5), ((40, 0), 5), ((40, 40), 5)])
    assert (35.0, 5.0) in {(round(x, 6), round(y, 6)) for x, y in shape.left}
    outside = [point for point in shape.right if point[0] > 38 and point[1] < 2]
    assert all(math.dist(point, (40, 0)) == pytest.approx(5) for point in outside)
    assert len(outside) >= 3
    closed = shape.closed()
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*closed, closed[0]))) / 2
    assert abs(area) == pytest.approx(2 * 400 + math.pi * 25, rel=0.06)


def test_the_sheet_shows_every_drawing() -> None:
    root = ElementTree.fromstring(sheet(THEME))
    space = "{http://www.w3.org/2000/svg}"
    assert [text.text for text in root.iter(f"{space}text")] == list(names())
    drawn = [g for g in root.iter(f"{space}g") if g.get("transform")]
    assert len(drawn) == sum(len(pose(name).frames) for name in names())
