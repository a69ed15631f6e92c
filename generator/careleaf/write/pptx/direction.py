"""A paragraph's parts in; the same with the marks of `text.order_marks`, out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careleaf.model.deck import Part, Piece
from careleaf.text.bidi import Base, embedding
from careleaf.text.isolates import left_to_right
from careleaf.text.order_marks import NEUTRAL, marked


def kept_in_order(text: str, base: Base) -> str:
    """Plain text of a paragraph with its marks."""
    return marked([text], base)[0] if text else text


def turned_round(text: str) -> list[str]:
    """What of a right-to-left paragraph's plain text would be drawn in another order."""
    levels = embedding(text, "rtl").levels
    spans = left_to_right(text)
    return [text[start:end] for start, end in spans if len(set(levels[start:end])) > 1]


def parts_in_order(parts: Sequence[Part], base: Base) -> tuple[Part, ...]:
    """The parts of a paragraph with their marks."""
    texts = [part.text if isinstance(part, Piece) else NEUTRAL for part in parts]
    return tuple(
        replace(part, text=text) if isinstance(part, Piece) else part
        for part, text in zip(parts, marked(texts, base), strict=True)
    )
