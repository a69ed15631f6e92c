"""A paragraph's parts in; the same with marks that keep its numbers from being turned round, out.

What shows a deck orders words of two directions by UAX #9, which after Arabic letters draws
"555-0142" as "0142-555" and "400 mg" as "mg 400". Our own drawing isolates such spans
(`text.isolates`); in a file the marks must be written. They are left-to-right and right-to-left
marks (U+200E, U+200F), which every program obeys, and not isolates, which older ones draw as boxes.
They are written only where they change something: LibreOffice takes another font behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from careleaf.model.deck import Part, Piece
from careleaf.text.bidi import embedding
from careleaf.text.isolates import left_to_right
from careleaf.text.turned import may_turn

_BEFORE, _AFTER = "\u200e", "\u200e\u200f"
"""Behind a span comes first what it is, so that a bracket at its end stays with it, then what the
paragraph is, so that two spans with only a dash between them keep the paragraph's order."""


def kept_in_order(text: str) -> str:
    """Plain text of a right-to-left paragraph with its marks."""
    return _marked([text])[0] if text else text


def turned_round(text: str) -> list[str]:
    """What of a right-to-left paragraph's plain text would be drawn in another order."""
    levels = embedding(text, "rtl").levels
    spans = left_to_right(text)
    return [text[start:end] for start, end in spans if len(set(levels[start:end])) > 1]


def parts_in_order(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of a right-to-left paragraph with their marks: a span may run over several."""
    texts = [part.text if isinstance(part, Piece) else _NEUTRAL for part in parts]
    return tuple(
        replace(part, text=text) if isinstance(part, Piece) else part
        for part, text in zip(parts, _marked(texts), strict=True)
    )


_NEUTRAL = "\u2028"


def _marked(texts: Sequence[str]) -> list[str]:
    ends = list(accumulate(map(len, texts)))
    marked = list(texts)
    for place, mark, behind in reversed(list(_marks("".join(texts)))):
        number = next(n for n, far in enumerate(ends) if place < far or (behind and place == far))
        inside = place - (ends[number] - len(texts[number]))
        marked[number] = marked[number][:inside] + mark + marked[number][inside:]
    return marked


def _marks(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where each mark belongs, and whether to what is before it."""
    levels = embedding(text, "rtl").levels
    for start, end in left_to_right(text):
        if len(set(levels[start:end])) > 1:
            yield start, _BEFORE, False
            yield end, _AFTER, True
    if _stops_in_latin(text):
        yield len(text), _BEFORE, True


def _stops_in_latin(text: str) -> bool:
    """Whether a stop ends words that are all Latin: it belongs behind them, not before."""
    stopped = bool(text) and not (text[-1].isalnum() or text[-1].isspace())
    return stopped and any(map(str.isalpha, text)) and not may_turn(text)
