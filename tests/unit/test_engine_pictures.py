"""Pictures of figures are drawn once, whatever becomes of the place that keeps them."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from careleaf.engine.pictures import cache_folder, kept_pose, kept_twins
from careleaf.figure.outline import circle
from careleaf.figure.pose import UnknownPoseError, pose
from careleaf.figure.twins import twins
from careleaf.model import art
from careleaf.model.art import Drawing

DISC = Drawing(width=4, height=3, paths=(art.Path(commands=circle(2, 1.5, 1), fill="#aa0000"),))
RING = Drawing(
    width=4,
    height=3,
    paths=(art.Path(commands=circle(2, 1.5, 1), fill=None, stroke="#aa0000", stroke_width=0.2),),
)

WHITE = "#ffffff"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and a process that remembers nothing."""
    monkeypatch.setenv("CARELEAF_CACHE", str(tmp_path / "cache"))
    another_process()
    return tmp_path / "cache"


def another_process() -> None:
    kept_twins.cache_clear()
    kept_pose.cache_clear()


def test_a_picture_is_kept_under_a_digest_and_nothing_else_is(folder: Path) -> None:
    assert kept_twins(DISC, WHITE) == twins(DISC, WHITE)
    (file,) = folder.iterdir()
    assert file.suffix == ".figure"
    assert set(file.stem) <= set("0123456789abcdef")
    assert twins(DISC, WHITE).png in file.read_bytes()
    assert len(file.read_bytes()) < len(twins(DISC, WHITE).png) + len(twins(DISC, WHITE).svg) + 40


def test_another_process_finds_it(folder: Path) -> None:
    """It is not drawn again: what lies under the digest is what comes back."""
    kept_twins(RING, WHITE)
    (other,) = folder.iterdir()
    kept_twins(DISC, WHITE)
    (file,) = set(folder.iterdir()) - {other}
    other.replace(file)
    another_process()
    assert kept_twins(DISC, WHITE) == twins(RING, WHITE)


def test_another_drawing_is_another_picture(folder: Path) -> None:
    assert kept_twins(DISC, WHITE) != kept_twins(RING, WHITE)
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-5],
        lambda data: data + b"more",
        lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:],
        lambda data: b"not a picture",
        lambda data: hashlib.blake2b(b"?", digest_size=20).digest() + b"?",
    ],
    ids=["empty", "cut short", "more after the end", "one bit", "something else", "another kind"],
)
def test_a_damaged_file_is_drawn_again(folder: Path, damage: object) -> None:
    kept_twins(DISC, WHITE)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))  # type: ignore[operator]
    another_process()
    assert kept_twins(DISC, WHITE) == twins(DISC, WHITE)
    assert file.read_bytes() == whole


def test_a_folder_where_the_picture_should_be_is_passed_by(folder: Path) -> None:
    kept_twins(DISC, WHITE)
    (file,) = folder.iterdir()
    file.unlink()
    file.mkdir()
    another_process()
    assert kept_twins(DISC, WHITE) == twins(DISC, WHITE)
    assert list(folder.iterdir()) == [file]


def test_a_cache_that_cannot_be_written_breaks_nothing(folder: Path) -> None:
    folder.write_bytes(b"a file is in the way")
    assert kept_twins(DISC, WHITE) == twins(DISC, WHITE)
    assert folder.read_bytes() == b"a file is in the way"


def test_off_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARELEAF_CACHE", "off")
    assert cache_folder() is None
    assert kept_twins(DISC, WHITE) == twins(DISC, WHITE)
    assert not folder.exists()


def test_the_oldest_go_when_there_are_too_many(folder: Path) -> None:
    import os

    folder.mkdir()
    for number in range(2000):
        (folder / f"{number:04}.figure").write_bytes(b"")
        os.utime(folder / f"{number:04}.figure", (number, number))
    kept_twins(DISC, WHITE)
    left = {file.name for file in folder.iterdir()}
    assert len(left) == 1501
    assert "0499.figure" not in left
    assert "0500.figure" in left


@pytest.mark.parametrize(
    ("platform", "variables", "place"),
    [
        ("linux", {"HOME": "/home/ana"}, "/home/ana/.cache/careleaf"),
        ("linux", {"HOME": "/home/ana", "XDG_CACHE_HOME": "/fast"}, "/fast/careleaf"),
        ("linux", {"HOME": "/home/ana", "XDG_CACHE_HOME": "here"}, "/home/ana/.cache/careleaf"),
        ("darwin", {"HOME": "/Users/ana"}, "/Users/ana/Library/Caches/careleaf"),
        ("win32", {"LOCALAPPDATA": "/Ana/Local"}, "/Ana/Local/careleaf"),
        ("linux", {"HOME": "/home/ana", "CARELEAF_CACHE": "~/mine"}, "/home/ana/mine"),
    ],
)
def test_each_platform_has_its_place(
    platform: str, variables: dict[str, str], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CARELEAF_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder() == Path(place)


def test_a_pose_is_read_as_it_was_drawn(folder: Path) -> None:
    """It is not drawn again: what lies under its name is what comes back."""
    assert kept_pose("bridge") == pose("bridge")
    (bridge,) = folder.iterdir()
    assert kept_pose("walk") == pose("walk")
    another_process()
    assert kept_pose("bridge") == pose("bridge")
    (walk,) = set(folder.iterdir()) - {bridge}
    walk.replace(bridge)
    another_process()
    assert kept_pose("bridge") == pose("walk")


def test_a_damaged_pose_is_drawn_again(folder: Path) -> None:
    kept_pose("bridge")
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    another_process()
    assert kept_pose("bridge") == pose("bridge")


def test_no_pose_is_no_file(folder: Path) -> None:
    with pytest.raises(UnknownPoseError):
        kept_pose("../bridge")
    assert not folder.exists()
