"""A left-to-right paragraph in; where words from the right begin and end in it, out.

Such a stretch reads from its right as one: words, and the numbers between and behind them. What is
read from the left ends it; a bracket or quotation mark stays with its other half. A paragraph with
hardly a Latin word between its first letter and its last is one stretch, with its full stop.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from careleaf.text.bidi import embedding

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_UNIT = 3
"""Letters: a Latin word behind the last number is a unit ("mg"); a longer one is the sentence."""
_OVER = 2
"""So many times more words from the right make a paragraph theirs: "مريم will call عمر" is not."""
_COUNTED = re.compile(r"\d[ \u00a0]?\Z")
_AREA = re.compile(r"\(\d{2,5}\)(?=[ \u00a0]?\d)")
_PAIRS = dict(zip(")]}»”", "([{«“", strict=True))


class _Token(NamedTuple):
    start: int
    end: int
    side: Literal["left", "right", "number"]


def right_to_left(text: str, numbers: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of the text; `numbers` are those that must not be turned round."""
    if not embedding(text, "ltr").letters:
        return
    tokens = list(_tokens(text, numbers))
    if _all_from_the_right(tokens):
        lead = len(text) - len(text.lstrip())
        yield lead, len(text.rstrip())
        return
    bare = _without(text, numbers)
    place = 0
    while place < len(tokens):
        if tokens[place].side != "right":
            place += 1
            continue
        after = next((n for n in range(place, len(tokens)) if tokens[n].side == "left"), None)
        run = tokens[place:after]
        low = tokens[place - 1].end if place else 0
        high = len(text) if after is None else tokens[after].start
        start, end = _balanced(bare, run, _last(text, run), low, high)
        yield start, end
        place += sum(one.start < end for one in run)


def _tokens(text: str, numbers: Sequence[tuple[int, int]]) -> Iterator[_Token]:
    """Words and numbers in order; numbers in Latin words are part of those."""
    place = 0
    turned = False
    for start, end in [*numbers, (len(text), len(text))]:
        for word in _WORD.finditer(text, place, start):
            right = unicodedata.bidirectional(word[0][0]) in {"R", "AL"}
            if not right and len(word[0]) <= _UNIT and _COUNTED.search(text, 0, word.start()):
                continue
            turned = turned or right
            yield _Token(word.start(), word.end(), "right" if right else "left")
        latin = _LATIN_WORD.findall(text[start:end])
        if start < end:
            own = len(latin) > 1 or (latin and not turned)
            yield _Token(start, end, "left" if own else "number")
        place = end


def _all_from_the_right(tokens: Sequence[_Token]) -> bool:
    sides = [one.side for one in tokens if one.side != "number"]
    right = sides.count("right")
    return (
        bool(right) and "left" not in (sides[0], sides[-1]) and right > _OVER * (len(sides) - right)
    )


def _without(text: str, numbers: Sequence[tuple[int, int]]) -> str:
    """The text with numbers that have no brackets."""
    for start, end in [*numbers, *(found.span() for found in _AREA.finditer(text))]:
        text = f"{text[:start]}{'0' * (end - start)}{text[end:]}"
    return text


def _balanced(text: str, run: Sequence[_Token], end: int, low: int, high: int) -> tuple[int, int]:
    """From the first word of a run to its `end`, within `low` and `high`: cut short where only half
    of a pair of brackets could be inside."""
    start = run[0].start
    opened: list[int] = []
    for place in range(start, end):
        if text[place] in _PAIRS.values():
            opened.append(place)
        elif text[place] in _PAIRS and opened:
            opened.pop()
        elif text[place] in _PAIRS:
            found = text.rfind(_PAIRS[text[place]], low, start)
            if found < 0:
                return start, _ending(run, place)
            start = found
    for place in reversed(opened):
        closing = next(close for close, opening in _PAIRS.items() if opening == text[place])
        found = text.find(closing, end, high)
        if found < 0:
            return start, _ending(run, opened[0])
        end = found + 1
    return start, end


def _last(text: str, run: Sequence[_Token]) -> int:
    """Where the run ends without numbers at its end that count something in Latin words."""
    kept = len(run)
    while run[kept - 1].side == "number" and any(
        len(word) > _UNIT
        for word in _LATIN_WORD.findall(text[run[kept - 1].start : run[kept - 1].end])
    ):
        kept -= 1
    return run[kept - 1].end


def _ending(run: Sequence[_Token], place: int) -> int:
    """The end of the last token before a place."""
    return max(one.end for one in run if one.end <= place)
