"""A plain line in; the same with its breaks where a reader would pause, out: "Monday to Friday," is
not parted from "8 am to 5 pm" within the hours."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from careleaf.model.inline import Bound, Break, Line, Run
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.styles import Style

_PAUSE = re.compile(r"(?<=[,;:.!?،؛؟।]) +(?=\S)|(?<=[、，；：。！？])(?=\S)")


def by_phrase(line: Line, style: Style, width: float, setting: Setting) -> Line:
    """As it is where one line of type holds it, or where this would take more lines, or where it is
    more than plain words."""
    if len(line) != 1 or not isinstance(run := line[0], Run):
        return line
    if setting.width(run.text, style) <= width:
        return line
    parts: list[Bound] = []
    for text in _filled(run.text, style, width, setting):
        parts += [Break(at=run.at)] if parts else []
        parts.append(replace(run, text=text))
    one, many = (len(setting.lines(body, style, width, None)) for body in (line, tuple(parts)))
    return tuple(parts) if many <= one else line


def _filled(text: str, style: Style, width: float, setting: Setting) -> list[str]:
    """As many phrases to each line as fit."""
    starts = [0, *(match.end() for match in _PAUSE.finditer(text)), len(text)]
    begin, filled = 0, list[str]()
    for start, end in pairwise(starts[1:]):
        if setting.width(text[begin:end].rstrip(), style) > width:
            filled.append(text[begin:start].rstrip())
            begin = start
    return [*filled, text[begin:]]
