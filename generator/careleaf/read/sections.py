"""Titles and blocks in order in; the tree of parts and sections, with sound ids, out."""

from __future__ import annotations

import re

from msgspec import Struct, field

from careleaf import problem_codes as codes
from careleaf.blocks.prose import SmallHeading
from careleaf.model.ids import ID
from careleaf.model.topic import Block, Section
from careleaf.model.walk import written
from careleaf.read.build import Title
from careleaf.read.reading import Reading
from careleaf.source import Span

_LONGEST_SUGGESTION = 24


class _Open(Struct):
    """A part or section that is still being filled."""

    title: Title
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def build_sections(
    reading: Reading, nodes: list[Title | Block], body_start: int
) -> tuple[Section, ...]:
    """The parts of a topic. What stands before the first heading is reported and left out."""
    parts: list[Section] = []
    part: _Open | None = None
    section: _Open | None = None
    for node in nodes:
        if isinstance(node, Title) and node.level == 1:
            _close(reading, parts, part, section)
            part, section = _Open(node), None
        elif isinstance(node, Title) and part is not None:
            _close_section(reading, part, section)
            section = _Open(node)
        elif isinstance(node, Title):
            message = "a section stands before the first part"
            _report(reading, codes.HEADING_JUMP, node.at, message, "write '# Title {#id}' above it")
            part = _Open(node)
        elif part is None:
            message = "this stands before the first heading"
            hint = "write '# Title {#id}' above it"
            _report(reading, codes.TEXT_BEFORE_HEADING, node.at, message, hint)
        else:
            (section or part).blocks.append(node)
    _close(reading, parts, part, section)
    if not parts:
        end = len(reading.text)
        start = min(body_start, end)
        message, hint = "the topic has no heading", "write '# Title {#id}' below the front matter"
        reading.report(codes.NO_HEADING, start, start, message, hint)
    return tuple(parts)


def _report(reading: Reading, code: str, at: Span, message: str, hint: str) -> None:
    line_end = reading.text.find("\n", at.start)
    end = at.end if line_end < 0 else min(at.end, line_end)
    reading.report(code, at.start, end, message, hint)


def _close(
    reading: Reading, parts: list[Section], part: _Open | None, section: _Open | None
) -> None:
    if part is not None:
        _close_section(reading, part, section)
        parts.append(_section(reading, part, 1))


def _close_section(reading: Reading, part: _Open, section: _Open | None) -> None:
    if section is not None:
        part.sections.append(_section(reading, section, 2))


def _section(reading: Reading, opened: _Open, level: int) -> Section:
    _small_headings(reading, opened, level)
    ends = [opened.title.at.end]
    ends += [block.at.end for block in opened.blocks]
    ends += [section.at.end for section in opened.sections]
    return Section(
        at=reading.span(opened.title.at.start, ends[-1]),
        id=_sound_id(reading, opened.title),
        level=level,
        title=opened.title.words,
        blocks=tuple(opened.blocks),
        sections=tuple(opened.sections),
        id_at=opened.title.id_at,
    )


def _small_headings(reading: Reading, opened: _Open, level: int) -> None:
    """A `###` belongs in a `##` section."""
    for block in opened.blocks:
        if level == 1 and isinstance(block, SmallHeading):
            message = "the heading skips a level: '#' and then '###'"
            _report(reading, codes.HEADING_JUMP, block.at, message, "write '## Title {#id}' first")


def _sound_id(reading: Reading, title: Title) -> str:
    suggestion = suggested_id(written(title.words))
    if title.id_at is None:
        message = "this heading has no id"
        hint = f"add {{#{suggestion}}} at its end; links, translations and --only use it"
        reading.report(codes.MISSING_ID, title.at.start, title.at.end, message, hint)
        return suggestion
    if not re.fullmatch(ID, title.id):
        message = f"'{title.id}' is not an id: use small letters, digits and hyphens"
        at = title.id_at
        hint = f"for example: {{#{suggested_id(title.id)}}}"
        reading.report(codes.BAD_ID, at.start, max(at.end, at.start + 1), message, hint)
        return suggestion
    return title.id


def suggested_id(words: str) -> str:
    """The first words of a title as an id: "Why it hurts" gives "why-it-hurts"."""
    found = re.findall(r"[a-z0-9]+", words.lower().replace("'", "").replace("\u2019", ""))
    chosen = ""
    for word in found:
        if chosen and len(chosen) + len(word) >= _LONGEST_SUGGESTION:
            break
        chosen = f"{chosen}-{word}" if chosen else word[:_LONGEST_SUGGESTION]
    return chosen or "section"
