"""The texts of a paragraph in; the same with marks that keep its order wherever it is shown, out.

What shows a deck or a page orders words of two directions by UAX #9, which after Arabic letters
draws "555-0142" as "0142-555" and "400 mg" as "mg 400". Our own drawing isolates such spans
(`text.isolates`); in a file the marks must be written. They are left-to-right and right-to-left
marks (U+200E, U+200F), which every program obeys, and not isolates, which older ones draw as boxes.
They are written only where they change something: LibreOffice takes another font behind them.

In a left-to-right paragraph words from the right are embedded (U+202B to U+202C), as old as the
marks; a page has elements for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from careleaf.text.bidi import Base, embedding
from careleaf.text.isolates import left_to_right
from careleaf.text.stretches import right_to_left
from careleaf.text.turned import may_turn

NEUTRAL = "\u2028"
"""Stands for what is not text."""
_BEFORE, _AFTER = "\u200e", "\u200e\u200f"
"""Behind a span comes first what it is, so that a bracket at its end stays with it, then what the
paragraph is, so that two spans with only a dash between them keep the paragraph's order."""
_TURN, _BACK = "\u202b", "\u202c\u200e"
"""Behind a stretch comes what the paragraph is, so that a number there does not join it."""


def marked(texts: Sequence[str], base: Base) -> list[str]:
    """The texts with their marks: a number, or a stretch, may run over several."""
    ends = list(accumulate(map(len, texts)))
    written = list(texts)
    for place, mark, behind in reversed(list(_marks("".join(texts), base))):
        number = next(n for n, far in enumerate(ends) if place < far or (behind and place == far))
        inside = place - (ends[number] - len(texts[number]))
        written[number] = written[number][:inside] + mark + written[number][inside:]
    return written


def stretches(text: str) -> list[tuple[int, int]]:
    """Where words from the right begin and end in a left-to-right paragraph."""
    return list(right_to_left(text, list(left_to_right(text)))) if may_turn(text) else []


def _marks(text: str, base: Base) -> Iterator[tuple[int, str, bool]]:
    """Where each mark belongs, and whether to what is before it, from the first on."""
    if base == "rtl":
        yield from _number_marks(text)
        if _stops_in_latin(text):
            yield len(text), _BEFORE, True
        return
    for start, end in stretches(text):
        yield start, _TURN, False
        for place, mark, behind in _number_marks(text[start:end]):
            yield start + place, mark, behind
        yield end, _BACK, True


def _number_marks(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where a number would be turned round behind the marks that are there already."""
    written = text
    for start, end in left_to_right(text):
        more = len(written) - len(text)
        levels = embedding(written, "rtl").levels[start + more : end + more]
        if len(set(levels)) > 1:
            yield start, _BEFORE, False
            yield end, _AFTER, True
            number = written[start + more : end + more]
            written = f"{written[: start + more]}{_BEFORE}{number}{_AFTER}{written[end + more :]}"


def _stops_in_latin(text: str) -> bool:
    """Whether a stop ends words that are all Latin: it belongs behind them, not before."""
    stopped = bool(text) and not (text[-1].isalnum() or text[-1].isspace())
    return stopped and any(map(str.isalpha, text)) and not may_turn(text)
