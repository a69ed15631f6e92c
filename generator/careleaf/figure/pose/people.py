"""Nothing in; the people of the figures out: skin, hair, age and build."""

from __future__ import annotations

from msgspec import Struct

from careleaf.model.art import Paint


class Person(Struct, frozen=True, kw_only=True):
    """How someone looks. Bones are the same for all, so that all stand at one scale."""

    skin: Paint
    shade: Paint
    """Skin in shadow: neck, ear, the limbs behind."""
    edge: Paint | None
    """Outline of light skin, which alone would be lost on white or a tint."""
    hair: Paint
    style: str
    """A key of hair.HAIR."""
    girth: float = 1.0
    """Thickness of trunk and limbs."""
    belly: float = 0.0
    """How far the belly stands out, in units."""
    shod: bool = False
    blush: Paint = "#9c6247"
    lips: Paint = "#6f2f26"


AMARA = Person(
    skin="skin", shade="#754a32", edge=None, hair="#1f1715", style="bun", blush="#9d6648"
)
JOHN = Person(
    skin="#efc19f",
    shade="#dba683",
    edge="skin-edge",
    hair="#6b4a2f",
    style="short",
    blush="#e5a083",
    lips="#a04e3c",
)
ROSA = Person(
    skin="#cf9468",
    shade="#b57c52",
    edge="skin-edge",
    hair="#7f878e",
    style="bob",
    girth=1.1,
    belly=2.5,
    blush="#c07a56",
    lips="#8a3d30",
)
OMAR = Person(
    skin="#a8714b",
    shade="#8b5a3a",
    edge="skin-edge",
    hair="#2a1e1b",
    style="beard",
    blush="#975f3d",
)
LEILA = Person(
    skin="#dba77e",
    shade="#c28d64",
    edge="skin-edge",
    hair="#6a5a94",
    style="scarf",
    blush="#cd8d66",
    lips="#94463a",
)
WALTER = Person(
    skin="#f2cdb0",
    shade="#dfb292",
    edge="skin-edge",
    hair="#7f878e",
    style="balding",
    girth=1.08,
    belly=4.0,
    blush="#e8ab90",
    lips="#a5564a",
)
GRACE = Person(
    skin="#6f4530",
    shade="#5a3726",
    edge=None,
    hair="#17110f",
    style="curls",
    girth=1.12,
    belly=2.0,
    blush="#84533b",
    lips="#4f1f1a",
)
MEI = Person(
    skin="#f0c8a0", shade="#d9ab82", edge="skin-edge", hair="#211a1c", style="tail",
    blush="#e6a684", lips="#a04e3c",
)  # fmt: skip
