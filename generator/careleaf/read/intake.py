"""The bytes of a file in; a source that is safe to parse, or what is wrong with the file, out.

The limits stand far beyond any topic, and keep time and memory small whatever the file holds."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from careleaf.problem_codes import (
    CONTROL_CHARACTER,
    FORGED,
    NOT_UTF8,
    TAB,
    TOO_LARGE,
    TOO_LONG,
    TOO_MANY_MARKS,
)
from careleaf.read.forged import forged
from careleaf.read.reading import Reading
from careleaf.source import Source, decode

MOST_BYTES = 256 * 1024
MOST_LINES = 10_000
LONGEST_LINE = 10_000
"""Characters. The longest paragraph of a handout has a tenth of this."""
MOST_MARKS = 8
"""On one letter. Tibetan and Burmese have six at most; hundreds are drawn far out of their line."""

_SPLIT = "split it: one topic is one file of a few pages"
_BREAK = "break it into lines: a line end inside a paragraph does not show"

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028-\u202e"
    "\u2061-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""C0, DEL, C1, the line separators of Unicode, directional overrides and isolates (which can make
text read other than it is written), letters that are blank, and marks that no editor shows."""
_FOREIGN = re.compile(f"[^\x00-\u02ff]{{{MOST_MARKS + 1},}}")
"""Where so many marks may stand: none of them is a sign of Latin."""
_UNSEEN = re.compile(_CONTROL.pattern[:-1] + "\t]")


def take_in(path: str, data: bytes, shorten: str = "") -> tuple[Reading, bool]:
    """The file ready to read, and whether it is UTF-8 within the limits. If not, the problem is
    noted and nothing else should be read: every further one would come from that. `shorten` says
    what to do with a file that is too long, where it is no topic."""
    if len(data) > MOST_BYTES:
        reading = Reading(Source(path, ""), "")
        message = f"the file has over {MOST_BYTES // 1024} KB"
        reading.report(TOO_LARGE, 0, 0, message, shorten or _SPLIT)
        return reading, False
    source, first_bad = decode(path, data)
    reading = Reading(source, source.text)
    if first_bad is not None:
        message = "this is not text in UTF-8"
        hint = "save the file with the encoding UTF-8"
        reading.report(NOT_UTF8, first_bad, first_bad + 1, message, hint)
        return reading, False
    within = _within_limits(reading, shorten)
    if within:
        _tabs(reading)
        _control_characters(reading)
        _marks(reading)
        for one in forged(source.text):
            reading.report(FORGED, one.start, one.end, one.said, one.hint)
        reading.text = _UNSEEN.sub(" ", source.text)
    return reading, within


def _within_limits(reading: Reading, shorten: str) -> bool:
    source = reading.source
    if source.line_count > MOST_LINES:
        start = source.offset(MOST_LINES + 1)
        message = f"the file has {source.line_count} lines; {MOST_LINES} is the most"
        reading.report(TOO_LARGE, start, start + 1, message, shorten or _SPLIT)
    start = 0
    for line in source.text.split("\n"):
        if len(line) > LONGEST_LINE:
            message = f"this line has {len(line)} characters; {LONGEST_LINE} is the most"
            end = start + len(line)
            reading.report(TOO_LONG, start, end, message, shorten or _BREAK)
        start += len(line) + 1
    return not any(problem.code in {TOO_LARGE, TOO_LONG} for problem in reading.problems)


def _tabs(reading: Reading) -> None:
    """One problem for each line with a tab: it is the line that gets mended."""
    text = reading.source.text
    at = text.find("\t")
    while at >= 0:
        end = at + 1
        while text.startswith("\t", end):
            end += 1
        reading.report(TAB, at, end, "a tab", "use spaces: in lists two, and one after a mark")
        line_end = text.find("\n", end)
        at = text.find("\t", line_end) if line_end >= 0 else -1


def _control_characters(reading: Reading) -> None:
    for found in _CONTROL.finditer(reading.source.text):
        message = f"a character that cannot be seen: U+{ord(found[0]):04X}"
        reading.report(CONTROL_CHARACTER, found.start(), found.end(), message, "delete it")


def _marks(reading: Reading) -> None:
    for found in _FOREIGN.finditer(reading.source.text):
        start = found.start()
        for marks, run in groupby(found[0], key=lambda one: unicodedata.category(one)[0] == "M"):
            end = start + len(list(run))
            if marks and end - start > MOST_MARKS:
                message = f"{end - start} marks on one letter; {MOST_MARKS} is the most"
                reading.report(TOO_MANY_MARKS, start, end, message, "delete those it does not need")
            start = end
