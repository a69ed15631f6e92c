"""The lines of a paragraph in; those that begin like something else than words out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from careleaf.problem import did_you_mean
from careleaf.problem_codes import LATE_OPTION, NEAR_MISS, NOT_IN_DIALECT
from careleaf.read.reading import Reading
from careleaf.read.stretch import Stretch

_SLIPS: tuple[tuple[re.Pattern[str], str, str, str], ...] = tuple(
    (re.compile(pattern), code, message, hint)
    for pattern, code, message, hint in (
        (
            r":{2,}.*",
            NEAR_MISS,
            "this is nearly a block line",
            "write ':::name' to open a block and ':::' to close it",
        ),
        (
            r"#{1,6}[^#\s{][^\n]*",
            NEAR_MISS,
            "this is nearly a heading",
            "put a space after the '#'",
        ),
        (
            r"#{7,}.*",
            NEAR_MISS,
            "this is nearly a heading",
            "write '#' for a part, '##' for a section, '###' for a small heading",
        ),
        (
            r">.*",
            NOT_IN_DIALECT,
            "'>' means nothing here",
            "write a ':::tip' block, or plain words",
        ),
        (r"```.*|~~~.*", NOT_IN_DIALECT, "code blocks mean nothing here", "delete this line"),
        (
            r"={2,}|-{2,}|\*{3,}|(?:\*[ ]){2,}\*|(?:-[ ]){2,}-",
            NOT_IN_DIALECT,
            "a line of signs means nothing here",
            "a heading starts with '# '; to part paragraphs leave a line empty",
        ),
        (
            r"[\u2022\u2023\u25cf\u25aa\u25e6\u00b7\u2013\u2014][ ]*\S.*",
            NEAR_MISS,
            "this is nearly a list item",
            "start the line with '- '",
        ),
        (r"-[A-Za-z:*\[].*", NEAR_MISS, "this is nearly a list item", "put a space after the '-'"),
        (
            r"[0-9]{1,3}[.)][A-Za-z*\[].*",
            NEAR_MISS,
            "this is nearly a numbered item",
            "put a space after the full stop: '1. words'",
        ),
        (
            r"[0-9]{1,3}[.)][ ].*",
            NEAR_MISS,
            "this number starts no list",
            "leave a line empty above it, and begin with '1. '",
        ),
        (
            r"\|.*",
            NEAR_MISS,
            "this is nearly a table",
            "start and end each row with '|', and put | --- | --- | under the head",
        ),
        (
            r"\[[^\[\]]+\]:[ ].*",
            NOT_IN_DIALECT,
            "link lists mean nothing here",
            "write [words](https://...) in the text",
        ),
    )
)
_SUSPECT = frozenset("|:#>`~=-*\u2022\u2023\u25cf\u25aa\u25e6\u00b7\u2013\u2014[0123456789")
_OPTION = re.compile(r"([A-Za-z][A-Za-z-]{1,30})[ ]*[:=](?![:=])[ ]*\S?")


def report_line_slips(reading: Reading, stretch: Stretch, options: Iterable[str]) -> bool:
    """Note each slip; `options` are the names that the block around takes. True where one line is
    no text at all, so that looking for slips inside it would only repeat the message."""
    names = list(options)
    found = False
    for line in stretch.lines():
        if line.text[:1] in _SUSPECT:
            found |= _mark(reading, line.text, line.start(0))
        elif names and (":" in line.text or "=" in line.text):
            found |= _late_option(reading, line.text, line.start(0), names)
    return found


def _mark(reading: Reading, line: str, start: int) -> bool:
    for pattern, code, message, hint in _SLIPS:
        if pattern.fullmatch(line):
            reading.report(code, start, start + len(line), message, hint)
            return True
    return False


def _late_option(reading: Reading, line: str, start: int, names: list[str]) -> bool:
    found = _OPTION.match(line)
    if not found:
        return False
    name = found[1].lower()
    if name not in names and not (found[1] == name and did_you_mean(name, names)):
        return False
    message = f"'{found[1]}' looks like an option, but it is read as text here"
    near = name if name in names else did_you_mean(name, names)
    hint = "options stand right below the ':::' line, as 'name: value', before any text"
    if name not in names:
        hint = f"{near} {hint}"
    reading.report(LATE_OPTION, start, start + len(line), message, hint)
    return True
