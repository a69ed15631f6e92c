"""The bytes of a topic file in; the topic as its author wrote it, and every mistake, out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from careleaf.blocks import SPECS
from careleaf.blocks.field import Field, day, keys, matching, names, text, whole
from careleaf.blocks.pose import pose_name
from careleaf.model.ids import ID
from careleaf.model.topic import Codes, Topic
from careleaf.problem import Problem
from careleaf.problem_codes import TOO_DEEP, UNKNOWN_BLOCK
from careleaf.read.build import read_body
from careleaf.read.header import read_header
from careleaf.read.intake import take_in
from careleaf.read.options import Typed
from careleaf.read.reading import Reading
from careleaf.read.sections import build_sections

Kind = TypeVar("Kind")


def _codes(example: str) -> Field[tuple[str, ...]]:
    """Codes separated by commas; whether each is right is for the checks to say."""
    return Field(lambda value: tuple(part.strip() for part in value.split(",")), example)


_MOST_NAMES = 30

FIELDS: Mapping[str, Field[object]] = {
    "title": text("Low back and hip pain", required=True),
    "subtitle": text("What helps, and when to get help"),
    "version": matching(
        r"[0-9]+(\.[0-9]+){0,2}", "a version number such as 1 or 1.2", "1.0", required=True
    ),
    "written": day("2026-01-31", required=True),
    "review-due": day("2028-01-31", required=True),
    "also": names("lumbago, backache", _MOST_NAMES),
    "icd10": _codes("M54.50, M25.551"),
    "snomed": _codes("279039007"),
    "sources": keys("nice-ng59, acp-2017", required=True),
    "audience": text("Adults with back pain, and those who care for them"),
    "minutes": whole(1, 480, example="45"),
    "icon": matching(ID, "the name of an icon", "back-pain"),
    "pose": pose_name("walk"),
    "usual": keys("start, exercises"),
}
"""The front matter of a topic."""


def read_topic(
    path: str, data: bytes, *, topic_id: str, language: str, folder: Path | None
) -> tuple[Topic | None, list[Problem]]:
    """Read one topic. `path` is the file's name as shown; `folder` is where its pictures lie (None:
    it has none). The topic is there unless the file is past the limits of `intake` or blocks stand
    too deep inside one another, which are left out, so that much would seem missing; with any other
    error it is only good for finding more of them, since what was wrong has been left out of it."""
    reading, topic = topic_reading(path, data, topic_id=topic_id, language=language, folder=folder)
    return topic, reading.found()


def topic_reading(
    path: str, data: bytes, *, topic_id: str, language: str, folder: Path | None
) -> tuple[Reading, Topic | None]:
    """The same, with the file as it was read."""
    reading, within = take_in(path, data)
    if not within:
        return reading, None
    header = read_header(reading, FIELDS)
    nodes = read_body(reading, header.body_line, SPECS, folder)
    if _too_deep(reading):
        return reading, None
    body_start = _line_start(reading, header.body_line)
    parts = build_sections(reading, nodes, body_start)
    typed = header.typed
    topic = Topic(
        at=reading.span(0, len(reading.text)),
        id=topic_id,
        language=language,
        title=_value(typed, "title", str) or "",
        subtitle=_value(typed, "subtitle", str) or "",
        version=_value(typed, "version", str) or "",
        written=_value(typed, "written", date) or date.min,
        review_due=_value(typed, "review-due", date) or date.max,
        audience=_value(typed, "audience", str) or "",
        minutes=_value(typed, "minutes", int),
        icon=_value(typed, "icon", str) or "",
        pose=_value(typed, "pose", str),
        codes=Codes(icd10=_tuple(typed, "icd10"), snomed=_tuple(typed, "snomed")),
        also=_tuple(typed, "also"),
        sources=_tuple(typed, "sources"),
        usual=_tuple(typed, "usual"),
        parts=parts,
        unread=tuple(one.span for one in reading.problems if one.code == UNKNOWN_BLOCK),
        places=typed.places,
    )
    return reading, topic


def _too_deep(reading: Reading) -> bool:
    return any(problem.code == TOO_DEEP for problem in reading.problems)


def _line_start(reading: Reading, line: int) -> int:
    source = reading.source
    return source.offset(line + 1) if line < source.line_count else len(source.text)


def _value(typed: Typed, name: str, kind: type[Kind]) -> Kind | None:
    value = typed.values.get(name)
    return value if isinstance(value, kind) else None


def _tuple(typed: Typed, name: str) -> tuple[str, ...]:
    return _value(typed, name, tuple) or ()
