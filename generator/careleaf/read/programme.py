"""The bytes of a programme file in; the programme as written, and every mistake in it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from careleaf.blocks.field import Field, matching
from careleaf.language import CODE
from careleaf.model.programme import Entry, Programme
from careleaf.problem_codes import BAD_MINUTES, EMPTY_PROGRAMME, NOT_AN_ENTRY
from careleaf.read.header import Header, read_header
from careleaf.read.intake import take_in
from careleaf.read.options import Typed
from careleaf.read.reading import Reading
from careleaf.read.topic import FIELDS as TOPIC_FIELDS

FIELDS: Mapping[str, Field[object]] = {
    "language": matching(CODE, "a language code such as en or es", "en"),
    **{
        name: TOPIC_FIELDS[name]
        for name in ("title", "subtitle", "version", "written", "audience", "icon", "pose")
    },
}
"""The front matter of a programme."""

MOST_MINUTES = 480
"""A day."""
_ENTRY = re.compile(r"[ ]*-[ ]+([^\s:/]+)(?:/([^\s:/]+))?[ ]*:[ ]*(.*?)[ ]*")
_MINUTES = re.compile(r"([1-9][0-9]{0,2}) minutes?")
_NEARLY_MINUTES = re.compile(r"0*([0-9]{1,3})[ ]*(m[a-z.]*)?", re.IGNORECASE)
_EXAMPLE = "- low-back-and-hip-pain/exercises: 15 minutes"


def read_programme(
    path: str, data: bytes, *, programme_id: str
) -> tuple[Reading, Programme | None]:
    """Read one programme. `path` is the file's name as shown. The reading holds the problems; the
    programme is there unless the file is past the limits of `intake`."""
    reading, within = take_in(path, data)
    if not within:
        return reading, None
    header = read_header(reading, FIELDS)
    typed = header.typed
    entries = tuple(_entries(reading, header))
    if not entries and not reading.problems:
        end = len(reading.text)
        message = "this programme has no lines"
        reading.report(EMPTY_PROGRAMME, end, end, message, f"for example: {_EXAMPLE}")
    pose = typed.values.get("pose")
    written = typed.values.get("written")
    return reading, Programme(
        at=reading.span(0, len(reading.text)),
        id=programme_id,
        language=_text(typed, "language") or "en",
        title=_text(typed, "title"),
        subtitle=_text(typed, "subtitle"),
        version=_text(typed, "version"),
        written=written if isinstance(written, date) else date.min,
        audience=_text(typed, "audience"),
        icon=_text(typed, "icon"),
        pose=pose if isinstance(pose, str) else None,
        entries=entries,
        places=typed.places,
    )


def _text(typed: Typed, name: str) -> str:
    value = typed.values.get(name)
    return value if isinstance(value, str) else ""


def _entries(reading: Reading, header: Header) -> Iterator[Entry]:
    """The lines below the front matter; empty ones part them as an author likes."""
    lines = reading.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: header.body_line])
    for line in lines[header.body_line :]:
        if line.strip():
            entry = _entry(reading, line, start)
            if entry:
                yield entry
        start += len(line) + 1


def _entry(reading: Reading, line: str, start: int) -> Entry | None:
    found = _ENTRY.fullmatch(line)
    if not found:
        first = start + len(line) - len(line.lstrip(" "))
        message = "this line is not a topic and its minutes"
        reading.report(
            NOT_AN_ENTRY, first, start + len(line.rstrip(" ")), message, f"for example: {_EXAMPLE}"
        )
        return None
    minutes = _minutes(reading, found[3], start + found.start(3))
    if minutes is None:
        return None
    place = 2 if found[2] else 1
    return Entry(
        at=reading.span(start, start + len(line)),
        topic=found[1],
        section=found[2] or "",
        minutes=minutes,
        topic_at=reading.span(start + found.start(1), start + found.end(1)),
        section_at=reading.span(start + found.start(place), start + found.end(place)),
    )


def _minutes(reading: Reading, words: str, start: int) -> int | None:
    found = _MINUTES.fullmatch(words)
    if found and int(found[1]) <= MOST_MINUTES:
        return int(found[1])
    says = f"'{words}' is not a number of minutes" if words else "the minutes are missing"
    end = start + max(1, len(words)) if words else start
    nearly = _NEARLY_MINUTES.fullmatch(words)
    hint = f"a whole number from 1 to {MOST_MINUTES}, for example: 15 minutes"
    if nearly and 1 <= int(nearly[1]) <= MOST_MINUTES:
        hint = f"write '{int(nearly[1])} minutes'"
    reading.report(BAD_MINUTES, start, end, says, hint)
    return None
