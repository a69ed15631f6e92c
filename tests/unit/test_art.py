"""Drawings look things up: quickly, and none for another."""

from __future__ import annotations

from msgspec import msgpack

from careleaf.figure.array import draw_array, icon_array
from careleaf.figure.pose import names, pose
from careleaf.model.art import Drawing
from careleaf.theme.icons import icon, icon_names

ALL = (
    *(icon(name) for name in icon_names()),
    *(frame for name in names() for frame in pose(name).frames),
    *(draw_array(icon_array(count, 100)) for count in range(101)),
)


def test_equal_drawings_have_the_same_hash() -> None:
    for drawing in (*ALL, Drawing(width=2, height=3, paths=())):
        again = msgpack.decode(msgpack.encode(drawing), type=Drawing)
        assert again == drawing
        assert hash(again) == hash(drawing)
    assert len(set(ALL)) == len({msgpack.encode(drawing) for drawing in ALL})


def test_hardly_any_two_of_our_drawings_share_a_hash() -> None:
    """What shares one is told apart point by point."""
    assert len(set(map(hash, ALL))) > 0.9 * len(set(ALL))
