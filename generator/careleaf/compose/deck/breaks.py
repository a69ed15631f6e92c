"""A paragraph and a width in; the same with soft breaks, where lines end better for it, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from careleaf.compose.deck.measure import balanced_lines, set_lines, unguarded
from careleaf.model.deck import Paragraph, Part, Piece, SoftBreak
from careleaf.model.stops import gap_after
from careleaf.text import BrokenLine
from careleaf.text.ties import holds, opens_held
from careleaf.text.words import counted

Lines = Sequence[BrokenLine]
_Wrong = tuple[bool, bool, int]
_Way = tuple[Paragraph, Lines]
"""A paragraph with soft breaks, and its lines."""


def even(paragraph: Paragraph, width: float) -> Paragraph:
    """The same paragraph with soft breaks, so that its lines are about as long as one another and
    end well. It needs no more lines than before. As it is where a word is wider than a line: a
    break within it would hide that it does not fit."""
    if _broken_already(paragraph):
        return paragraph
    lines = balanced_lines(paragraph, width)
    if len(lines) < 2 or any(line.forced for line in lines):
        return paragraph
    first = _broken(paragraph, lines)
    poor = _poor(lines)
    if poor == _GOOD:
        return first
    least = max(line.width for line in lines) / unguarded(width)
    ways = _ways(paragraph, width, len(lines), reversed(_shares(least)))
    return _best(ways, first, poor)


def settled(paragraph: Paragraph, width: float) -> Paragraph:
    """With soft breaks where the last line would hold one word alone, or little of a few lines, or
    where some line would end badly, by our measure or by that of a program which uses the whole
    width; else as it is. No line is added."""
    if _broken_already(paragraph):
        return paragraph
    lines = set_lines(paragraph, width)
    wider = set_lines(paragraph, unguarded(width))
    worst = max(_poor(lines), _poor(wider))
    if worst == _GOOD or any(line.forced for line in lines):
        return paragraph
    ways = _ways(paragraph, width, len(lines), _shares(0.5))
    return _best(ways, paragraph, worst)


def kept(paragraph: Paragraph, width: float) -> Paragraph:
    """With a soft break after each of its lines where a slide program would break them elsewhere:
    LibreOffice breaks a link at a line's end between any two letters, and all part a number from
    its word, and "not" from what is not to be done. Else as it is."""
    if not any(isinstance(part, Piece) and _may_part(part) for part in paragraph.parts):
        return paragraph
    lines = set_lines(paragraph, width)
    if any(line.forced for line in lines):
        return paragraph
    parted = _link_runs_over(paragraph, lines) or any(opens_held(one.text) for one in lines[1:])
    return _broken(paragraph, lines) if parted else paragraph


def cut(paragraph: Paragraph, ends: Callable[[str], list[str]]) -> list[list[Part]]:
    """Its parts in stretches, by what cuts a text into them."""
    found: list[list[Part]] = [[]]
    for part in paragraph.parts:
        if not isinstance(part, Piece):
            found[-1].append(part)
            continue
        for place, text in enumerate(ends(part.text)):
            if place:
                found.append([])
            if text:
                found[-1].append(replace(part, text=text))
    return [parts for parts in found if parts]


def packed(stretches: Iterable[list[Part]], paragraph: Paragraph, width: float) -> list[list[Part]]:
    """Lines of whole stretches, each as full as it can be."""
    lines: list[list[Part]] = []
    for stretch in stretches:
        longer = [*lines[-1], *_gap(lines[-1]), *stretch] if lines else stretch
        if lines and len(set_lines(replace(paragraph, parts=tuple(longer)), width)) == 1:
            lines[-1] = longer
        else:
            lines.append(stretch)
    return lines


def joined(stretches: Iterable[Sequence[Part]]) -> tuple[Part, ...]:
    """A soft break between each two."""
    parts: list[Part] = []
    for place, stretch in enumerate(stretches):
        if place:
            parts.append(SoftBreak())
        parts.extend(stretch)
    return tuple(parts)


def _gap(before: Sequence[Part]) -> list[Part]:
    last = before[-1]
    gap = gap_after(last.text) if isinstance(last, Piece) else " "
    return [Piece(text=gap)] if gap else []


def _broken_already(paragraph: Paragraph) -> bool:
    return any(isinstance(part, SoftBreak) for part in paragraph.parts)


def _best(ways: Iterable[_Way], usual: Paragraph, poor: _Wrong) -> Paragraph:
    """The first way with the least wrong; the usual, in which so much is wrong, if none is better.
    The looking ends where nothing is wrong."""
    best = usual
    for way, lines in ways:
        found = _poor(lines)
        if found < poor:
            best, poor = way, found
        if poor == _GOOD:
            break
    return best


def _ways(paragraph: Paragraph, width: float, most: int, shares: Iterable[float]) -> Iterator[_Way]:
    """Broken at its stops, and in each share of the width, wherever that needs no more lines."""
    whole = packed(cut(paragraph, _CLAUSE.split), paragraph, width)
    if 1 < len(whole) <= most:
        at_stops = replace(paragraph, parts=joined(whole))
        lines = set_lines(at_stops, width)
        if len(lines) == len(whole):
            yield at_stops, lines
    seen: set[tuple[str, ...]] = set()
    too_narrow = 0.0
    for share in shares:
        if share <= too_narrow:
            continue
        lines = set_lines(paragraph, width * share)
        if len(lines) > most:
            too_narrow = share
            continue
        texts = tuple(line.text for line in lines)
        if texts not in seen and not any(line.forced for line in lines):
            seen.add(texts)
            # Its lines in the whole width are these: nothing is measured again.
            yield _broken(paragraph, lines), lines


_CLAUSE = re.compile(
    r"(?<=[.:;!?\u061f\u06d4\u0964])[ \t\n]+"
    r"|(?<=[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f])(?=[^\s\u201d\u2019\u300d\u300f\uff09])"
)
"""After a stop or colon with a space behind it that may break, or a wide mark of Chinese."""


def _shares(least: float) -> list[float]:
    """Shares of the width to try, from all of it down."""
    return [share for step in range(26) if (share := 1 - step / 50) >= least - 0.01]


_GOOD: _Wrong = (False, False, 0)


def _poor(lines: Lines) -> _Wrong:
    """What is wrong with lines, the worst first."""
    return _ends_alone(lines), _ends_short(lines), _poor_ends(lines)


def _ends_alone(lines: Lines) -> bool:
    """Whether the last line is one word."""
    return len(lines) > 1 and " " not in lines[-1].text and counted(lines[-1].text) < 2


def _ends_short(lines: Lines) -> bool:
    """Whether two or three lines end in one word, or in a stub of the longest of them."""
    stub = _STUBS.get(len(lines), 0.0) * max((line.width for line in lines), default=0.0)
    return bool(stub) and (_ends_alone(lines) or lines[-1].width < stub)


_STUBS = {2: 0.4, 3: 0.3}
"""Shares of the longest line, by the number of lines: "a while." below a line of six words looks
lost."""


def _poor_ends(lines: Lines) -> int:
    """How many lines but the last end in the first word of a sentence, in a word of one letter
    ("a", Spanish "y"), or, where no space parts words, perhaps inside one."""
    return sum(bool(_POOR_END.search(line.text.rstrip())) for line in lines[:-1])


_POOR_END = re.compile(
    r"[.:;!?\u061f\u06d4\u0964]\s\S+$|(?:^|\s)[^\W\d_]$|[\u3040-\u30ff\u3400-\u9fff]$"
)


def _may_part(part: Piece) -> bool:
    return bool(part.link) or holds(part.text)


def _link_runs_over(paragraph: Paragraph, lines: Lines) -> bool:
    for line, after in pairwise(lines):
        if line.pieces and after.pieces and line.pieces[-1].run == after.pieces[0].run:
            part = paragraph.parts[after.pieces[0].run]
            if isinstance(part, Piece) and part.link:
                return True
    return False


def _broken(paragraph: Paragraph, lines: Lines) -> Paragraph:
    """The paragraph with a soft break after each of these lines but the last."""
    return replace(paragraph, parts=joined(_pieces(paragraph, line) for line in lines))


def _pieces(paragraph: Paragraph, line: BrokenLine) -> list[Part]:
    """The words of a line in the style of the parts that they come from."""
    texts: dict[int, str] = {}
    for placed in line.pieces:
        space = " " if placed.space else ""
        words = placed.shaped.text if placed.shaped else ""
        texts[placed.run] = texts.get(placed.run, "") + words + space
    last = max(texts, default=0)
    return [
        replace(part, text=text.rstrip(" ") if number == last else text)
        for number, text in texts.items()
        if isinstance(part := paragraph.parts[number], Piece)
    ]
