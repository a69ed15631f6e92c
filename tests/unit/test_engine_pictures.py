"""Pictures of figures are drawn once, whatever becomes of the place that keeps them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import careleaf
from careleaf.engine.pictures import cache_folder, kept_code, kept_form, kept_pose, kept_twins
from careleaf.figure.outline import circle
from careleaf.figure.pose import UnknownPoseError, pose
from careleaf.figure.qr import QrError, qr_code
from careleaf.figure.twins import twins
from careleaf.model import art
from careleaf.model.art import Drawing
from careleaf.theme.icons import icon
from careleaf.write.pdf.drawings import Operands, form_of

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
    kept_code.cache_clear()


def kept_by(script: str, code: Path, folder: Path) -> set[str]:
    """The names of what a process that has this `code` keeps in the folder."""
    where = {"CARELEAF_CACHE": str(folder), "PYTHONPATH": str(code)}
    environment = {**os.environ, **where, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)
    return {file.name for file in folder.iterdir()}


def keep_instead(file: Path, other: Path) -> None:
    """What `other` holds, kept as if it had been made for `file`'s name."""
    data = other.read_bytes()[20:]
    file.write_bytes(hashlib.blake2b(file.stem.encode() + data, digest_size=20).digest() + data)


def test_a_picture_is_kept_under_a_digest_and_nothing_else_is(folder: Path) -> None:
    assert kept_twins(DISC, WHITE) == twins(DISC, WHITE)
    (file,) = folder.iterdir()
    assert file.suffix == ".figure"
    assert set(file.stem) <= set("0123456789abcdef")
    assert twins(DISC, WHITE).png in file.read_bytes()
    assert len(file.read_bytes()) < len(twins(DISC, WHITE).png) + len(twins(DISC, WHITE).svg) + 40


def test_a_code_is_kept_as_a_drawing_and_nothing_of_its_address_is(folder: Path) -> None:
    drawn = kept_code("https://clinic.example/back")
    another_process()
    assert (
        kept_code("https://clinic.example/back") == drawn == qr_code("https://clinic.example/back")
    )
    (file,) = folder.iterdir()
    assert b"clinic" not in file.read_bytes()
    with pytest.raises(QrError):
        kept_code("x" * 301)


def test_another_process_finds_it(folder: Path) -> None:
    """It is not drawn again: what lies under the digest is what comes back."""
    kept_twins(RING, WHITE)
    (other,) = folder.iterdir()
    kept_twins(DISC, WHITE)
    (file,) = set(folder.iterdir()) - {other}
    keep_instead(file, other)
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
    keep_instead(bridge, walk)
    another_process()
    assert kept_pose("bridge") == pose("walk")


def test_a_file_under_the_name_of_another_is_drawn_again(folder: Path) -> None:
    """A patient must not be shown a walk where the words say bridge."""
    kept_pose("bridge")
    (bridge,) = folder.iterdir()
    kept_pose("walk")
    (walk,) = set(folder.iterdir()) - {bridge}
    bridge.write_bytes(walk.read_bytes())
    kept_twins(RING, WHITE)
    (ring,) = set(folder.iterdir()) - {bridge, walk}
    kept_twins(DISC, WHITE)
    (disc,) = set(folder.iterdir()) - {bridge, walk, ring}
    disc.write_bytes(ring.read_bytes())
    another_process()
    assert kept_pose("bridge") == pose("bridge")
    assert kept_twins(DISC, WHITE) == twins(DISC, WHITE)


@pytest.mark.parametrize(
    "changed", ["careleaf/figure/flatten.py", "careleaf/model/art.py", "qrcodegen.py"]
)
def test_other_code_draws_anew(changed: str, tmp_path: Path) -> None:
    """By what the code says, not by the size and day of its files; the encoder of codes to scan is
    not ours, and counts."""
    import qrcodegen

    code = tmp_path / "code"
    shutil.copytree(Path(careleaf.__file__).parent, code / "careleaf")
    shutil.copy(qrcodegen.__file__, code)
    script = """
from careleaf.engine.pictures import kept_code, kept_pose, kept_twins
from careleaf.figure.outline import circle
from careleaf.model.art import Drawing, Path
kept_pose("bridge")
kept_code("https://clinic.example/back")
kept_twins(Drawing(width=4, height=3, paths=(Path(commands=circle(2, 1, 1), fill="#aa0000"),)), "")
""".replace('""', '"#ffffff"')

    first = kept_by(script, code, tmp_path / "kept")
    assert len(first) == 3
    assert kept_by(script, code, tmp_path / "kept") == first
    file = code / changed
    was, text = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(text.replace(". ", "; ", 1), encoding="utf-8")
    assert file.stat().st_size == was.st_size
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert len(kept_by(script, code, tmp_path / "kept") - first) == 3


def in_one_colour(drawing: Drawing, colour: str) -> Operands:
    both = (paint for path in drawing.paths for paint in (path.fill, path.stroke))
    return tuple((paint, colour) for paint in dict.fromkeys(both) if paint)


def test_a_person_in_a_pdf_is_found_again_in_the_same_colours(folder: Path) -> None:
    """It is not written again: what lies under the digest is what comes back."""
    bridge = pose("bridge").frames[0]
    red, blue = (in_one_colour(bridge, colour) for colour in ("1 0 0", "0 0 1"))
    assert kept_form(bridge, red) == form_of(bridge, red)
    (one,) = folder.iterdir()
    assert kept_form(bridge, blue) == form_of(bridge, blue) != form_of(bridge, red)
    (other,) = set(folder.iterdir()) - {one}
    keep_instead(one, other)
    assert kept_form(bridge, red) == form_of(bridge, blue)


def test_a_person_whose_file_in_a_pdf_is_damaged_is_written_again(folder: Path) -> None:
    bridge = pose("bridge").frames[0]
    red = in_one_colour(bridge, "1 0 0")
    kept_form(bridge, red)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    assert kept_form(bridge, red) == form_of(bridge, red)
    assert file.read_bytes() == whole


def test_what_is_written_sooner_than_found_is_not_kept(folder: Path) -> None:
    assert kept_form(DISC, (("#aa0000", "1 0 0"),)) == form_of(DISC, (("#aa0000", "1 0 0"),))
    assert kept_form(icon("pill-bottle"), None) == form_of(icon("pill-bottle"), None)
    assert not folder.exists()


@pytest.mark.parametrize("changed", ["canvas.py", "drawings.py", "file.py"])
def test_other_code_writes_anew(changed: str, tmp_path: Path) -> None:
    code = tmp_path / "code"
    shutil.copytree(Path(careleaf.__file__).parent, code / "careleaf")
    script = """
from careleaf.engine.pictures import kept_form
from careleaf.figure.outline import circle
from careleaf.model.art import Drawing, Path
kept_form(Drawing(width=4, height=3, paths=(Path(commands=circle(2, 1, 1) * 50),)), None)
"""
    first = kept_by(script, code, tmp_path / "kept")
    assert len(first) == 1
    assert kept_by(script, code, tmp_path / "kept") == first
    file = code / "careleaf/write/pdf" / changed
    file.write_text(file.read_text(encoding="utf-8") + "\n# other\n", encoding="utf-8")
    assert len(kept_by(script, code, tmp_path / "kept") - first) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such rights there")
def test_nobody_else_may_look_or_write_there(folder: Path) -> None:
    kept_pose("bridge")
    assert folder.stat().st_mode & 0o777 == 0o700


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
