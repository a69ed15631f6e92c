"""A paragraph of several sentences in; the same, each sentence on lines of its own, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.compose.deck.measure import even, fits, set_lines, settled
from careleaf.compose.deck.type import sentence_ends
from careleaf.model.deck import Box, Paragraph, Part, Piece, SoftBreak
from careleaf.model.stops import gap_after


def apart(shown: Paragraph, box: Box) -> Paragraph:
    """Each sentence begins a line, where that still fits the box; else whole ones share a line,
    where none then runs over two."""
    sentences = [
        settled(replace(shown, parts=tuple(parts)), box.width).parts for parts in _sentences(shown)
    ]
    broken = replace(shown, parts=_joined([list(parts) for parts in sentences]))
    if fits((broken,), box.width, box.height):
        return broken
    shared = replace(shown, parts=_joined(_sharing(shown, box.width)))
    one_each = (
        len(set_lines(shared, box.width))
        == sum(isinstance(part, SoftBreak) for part in shared.parts) + 1
    )
    return shared if one_each and fits((shared,), box.width, box.height) else shown


def _sharing(shown: Paragraph, width: float) -> list[list[Part]]:
    """Lines of whole sentences, each as full as it can be."""
    lines: list[list[Part]] = []
    for sentence in _sentences(shown):
        longer = [*lines[-1], *_gap(lines[-1]), *sentence] if lines else sentence
        if lines and len(set_lines(replace(shown, parts=tuple(longer)), width)) == 1:
            lines[-1] = longer
        else:
            lines.append(sentence)
    return lines


def _gap(before: list[Part]) -> list[Part]:
    last = before[-1]
    gap = gap_after(last.text) if isinstance(last, Piece) else " "
    return [Piece(text=gap)] if gap else []


def evenly(shown: Paragraph, box: Box) -> Paragraph:
    """The same, and each sentence in even lines."""
    sentences = [
        even(replace(shown, parts=tuple(parts)), box.width).parts for parts in _sentences(shown)
    ]
    broken = replace(shown, parts=_joined([list(parts) for parts in sentences]))
    return broken if fits((broken,), box.width, box.height) else even(shown, box.width)


def _sentences(shown: Paragraph) -> list[list[Part]]:
    found: list[list[Part]] = [[]]
    for part in shown.parts:
        if not isinstance(part, Piece):
            found[-1].append(part)
            continue
        for place, text in enumerate(sentence_ends(part.text)):
            if place:
                found.append([])
            if text:
                found[-1].append(replace(part, text=text))
    return [parts for parts in found if parts]


def _joined(sentences: list[list[Part]]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for place, sentence in enumerate(sentences):
        if place:
            parts.append(SoftBreak())
        parts.extend(sentence)
    return tuple(parts)
