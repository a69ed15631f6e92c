"""A folder and the name of a picture beside the file in; the picture, or what is wrong, out."""

from __future__ import annotations

import re
from pathlib import Path

from careleaf.figure.raster import MAXIMUM_BYTES, PictureError, read_picture
from careleaf.figure.svg import DrawingError, parse_svg
from careleaf.model.art import Art
from careleaf.problem import did_you_mean, meant
from careleaf.problem_codes import BAD_PICTURE, PICTURE_OUTSIDE, UNKNOWN_PICTURE
from careleaf.read.reading import Reading

_NAME = re.compile(r"[\w][\w .-]*\.(?i:svg|png|jpg|jpeg)")


def load_picture(reading: Reading, folder: Path, name: str, start: int) -> Art | None:
    """The picture named at an offset. Nothing outside of `folder` is ever opened: a name holds no
    folder, and a link in the file system that leads out is refused."""
    end = start + len(name)
    if "/" in name or "\\" in name or name.startswith("."):
        message = f"'{name}' does not lie beside this file"
        hint = "put the picture into the same folder, and write its name only"
        reading.report(PICTURE_OUTSIDE, start, end, message, hint)
        return None
    if not _NAME.fullmatch(name):
        message = f"'{name}' is not the name of a picture"
        hint = "pictures are .svg, .png or .jpg files"
        reading.report(BAD_PICTURE, start, end, message, hint)
        return None
    path = folder / name
    if not path.is_file():
        hint = did_you_mean(name, pictures(folder)) or "put it into the same folder"
        near = meant(name, pictures(folder))
        reading.report(
            UNKNOWN_PICTURE, start, end, f"there is no picture '{name}'", hint, swap=near
        )
        return None
    if path.resolve().parent != folder.resolve():
        message = f"'{name}' is a link that leads out of its folder"
        reading.report(PICTURE_OUTSIDE, start, end, message, "put the file itself there")
        return None
    return _opened(reading, path, start, end)


def pictures(folder: Path) -> list[str]:
    """The pictures that a topic in this folder may name, sorted."""
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if _NAME.fullmatch(path.name))


def _opened(reading: Reading, path: Path, start: int, end: int) -> Art | None:
    try:
        if path.stat().st_size > MAXIMUM_BYTES:
            raise PictureError(f"the picture is over {MAXIMUM_BYTES // 1024**2} MB")
        data = path.read_bytes()
        return parse_svg(data) if path.suffix.lower() == ".svg" else read_picture(data)
    except (DrawingError, PictureError) as error:
        message = f"'{path.name}' cannot be used: {error}"
        reading.report(BAD_PICTURE, start, end, message, "mend the picture, or use another")
    except OSError as error:
        message = f"'{path.name}' cannot be read: {error.strerror}"
        reading.report(UNKNOWN_PICTURE, start, end, message)
    return None
