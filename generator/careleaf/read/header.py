"""The lines between two `---` lines in; typed front matter, and where the body starts, out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from careleaf.blocks.field import Field
from careleaf.problem_codes import NO_FRONT_MATTER, NOT_A_FIELD, UNCLOSED_FRONT_MATTER
from careleaf.read.options import FRONT_MATTER, Option, Typed, typed
from careleaf.read.reading import Reading

_RULE = re.compile(r"---[ ]*")
_FIELD = re.compile(r"[ ]*([^\s:][^:]*?)[ ]*:[ ]*(.*?)[ ]*")


class Header(Struct, frozen=True):
    """Front matter, and the number of the first line below it, from 0."""

    typed: Typed
    body_line: int


def read_header(reading: Reading, fields: Mapping[str, Field[object]]) -> Header:
    """The front matter of a file. A missing or unclosed one is reported, and what looks like it is
    read all the same."""
    lines = reading.text.split("\n")
    if not _RULE.fullmatch(lines[0]):
        hint = "start with a line '---', then 'name: value' lines, then '---'"
        message = "the file does not start with front matter"
        reading.report(NO_FRONT_MATTER, 0, len(lines[0]), message, hint)
        return Header(Typed(), 0)
    end = next((n for n, line in enumerate(lines) if n and _RULE.fullmatch(line)), None)
    if end is None:
        message = "the front matter is never closed"
        hint = "add a line '---' below its last field"
        reading.report(UNCLOSED_FRONT_MATTER, 0, len(lines[0]), message, hint)
        end = _first_other_line(lines)
        body_line = end
    else:
        body_line = end + 1
    options = field_lines(reading, lines[1:end], len(lines[0]) + 1)
    return Header(typed(reading, options, fields, FRONT_MATTER, (0, len(lines[0]))), body_line)


def _first_other_line(lines: list[str]) -> int:
    """The first line that cannot be front matter: a heading, a fence or text."""
    for number, line in enumerate(lines[1:], 1):
        if line.strip() and not re.match(r"[A-Za-z][A-Za-z0-9-]*[ ]*:(?!:)", line):
            return number
    return len(lines)


_NO_COMMENTS = "a value stays on one line, and front matter has no comments"


def field_lines(
    reading: Reading, lines: list[str], start: int, hint: str = _NO_COMMENTS
) -> list[Option]:
    """The `name: value` lines, the first of which begins at the offset `start`; `hint` is said of a
    line that is none."""
    options: list[Option] = []
    for line in lines:
        if found := _FIELD.fullmatch(line):
            options.append(
                Option(found[1], start + found.start(1), found[2], start + found.start(2))
            )
        elif line.strip():
            message = "this line is not 'name: value'"
            reading.report(NOT_A_FIELD, start, start + len(line), message, hint)
        start += len(line) + 1
    return options
