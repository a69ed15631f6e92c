"""A plain line in; the same with its breaks where a reader would pause, out: "Monday to Friday," is
not parted from "8 am to 5 pm" within the hours."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from careleaf.model.inline import Bound, Break, Line, Run
from careleaf.text import Typeface
from careleaf.text.kept import Kept
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.styles import Style

_PAUSE = re.compile(r"(?<=[,;:.!?،؛؟।]) +(?=\S)|(?<=[、，；：。！？])(?=\S)")


MOST_PARTED = 500
"""Texts kept as parted; page one is tried in many ways, and a clinic's words are on each."""

_parted = Kept[tuple[Typeface, str, Style, float], tuple[str, ...]](MOST_PARTED)


def by_phrase(line: Line, style: Style, width: float, setting: Setting) -> Line:
    """As it is where one line of type holds it, or where this would take more lines, or where it is
    more than plain words."""
    if len(line) != 1 or not isinstance(run := line[0], Run):
        return line
    key = (setting.face, run.text, style, width)
    texts = _parted.get(key)
    if texts is None:
        texts = _parted.put(key, _texts(line, run, style, width, setting))
    if len(texts) == 1:
        return line
    return _broken(run, texts)


def _texts(line: Line, run: Run, style: Style, width: float, setting: Setting) -> tuple[str, ...]:
    """The words of each line of type, or all as one."""
    if setting.width(run.text, style) <= width:
        return (run.text,)
    texts = tuple(_filled(run.text, style, width, setting))
    parted = _broken(run, texts)
    one, many = (len(setting.lines(body, style, width, None)) for body in (line, parted))
    return texts if many <= one else (run.text,)


def _broken(run: Run, texts: tuple[str, ...]) -> Line:
    parts: list[Bound] = []
    for text in texts:
        parts += [Break(at=run.at)] if parts else []
        parts.append(replace(run, text=text))
    return tuple(parts)


def _filled(text: str, style: Style, width: float, setting: Setting) -> list[str]:
    """As many phrases to each line as fit."""
    starts = [0, *(match.end() for match in _PAUSE.finditer(text)), len(text)]
    begin, filled = 0, list[str]()
    for start, end in pairwise(starts[1:]):
        if setting.width(text[begin:end].rstrip(), style) > width:
            filled.append(text[begin:start].rstrip())
            begin = start
    return [*filled, text[begin:]]
