"""A folder and the name of a font beside the file in; the font, or what is wrong, out."""

from __future__ import annotations

import re
from pathlib import Path

from careleaf.model.clinic import FontFile
from careleaf.problem import did_you_mean
from careleaf.problem_codes import BAD_FONT
from careleaf.read.reading import Reading
from careleaf.text.font_file import MOST_BYTES, FontFileError, font_named

_NAME = re.compile(r"[\w][\w .\[\],-]*\.(?i:ttf|otf|ttc|woff2?)")
_HINT = "put the .ttf file into the same folder, and write its name only"


def load_font(reading: Reading, folder: Path, name: str, start: int) -> FontFile | None:
    """The font named at an offset. Nothing outside of `folder` is ever opened."""
    end = start + len(name)
    if not _NAME.fullmatch(name):
        message = f"'{name}' is not the name of a font file beside this file"
        reading.report(BAD_FONT, start, end, message, _HINT)
        return None
    path = folder / name
    if not path.is_file() or path.resolve().parent != folder.resolve():
        hint = did_you_mean(name, _fonts(folder)) or _HINT
        reading.report(BAD_FONT, start, end, f"there is no font '{name}' beside this file", hint)
        return None
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FontFileError(f"it is over {MOST_BYTES // 1024**2} MB", "use a smaller font")
        data = path.read_bytes()
        named = font_named(data)
    except FontFileError as error:
        message = f"the font '{name}' cannot be used: {error}"
        reading.report(BAD_FONT, start, end, message, error.hint)
    except OSError as error:
        message = f"the font '{name}' cannot be read: {error.strerror}"
        reading.report(BAD_FONT, start, end, message)
    else:
        at = reading.span(start, end)
        return FontFile(at=at, path=path, data=data, family=named.family, weight=named.weight)
    return None


def _fonts(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if _NAME.fullmatch(path.name))
