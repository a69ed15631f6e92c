"""A paragraph of several sentences in; the same, each sentence on lines of its own, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.compose.deck.breaks import cut, even, joined, packed, settled
from careleaf.compose.deck.measure import fits, set_lines
from careleaf.compose.deck.type import sentence_ends
from careleaf.model.deck import Box, Paragraph, SoftBreak


def apart(shown: Paragraph, box: Box) -> Paragraph:
    """Each sentence begins a line, where that still fits the box; else whole ones share a line,
    where none then runs over two."""
    sentences = cut(shown, sentence_ends)
    lines = [settled(replace(shown, parts=tuple(parts)), box.width).parts for parts in sentences]
    broken = replace(shown, parts=joined(lines))
    if fits((broken,), box.width, box.height):
        return broken
    shared = replace(shown, parts=joined(packed(sentences, shown, box.width)))
    one_each = (
        len(set_lines(shared, box.width))
        == sum(isinstance(part, SoftBreak) for part in shared.parts) + 1
    )
    return shared if one_each and fits((shared,), box.width, box.height) else shown


def evenly(shown: Paragraph, box: Box) -> Paragraph:
    """The same, and each sentence in even lines."""
    sentences = cut(shown, sentence_ends)
    lines = [even(replace(shown, parts=tuple(parts)), box.width).parts for parts in sentences]
    broken = replace(shown, parts=joined(lines))
    return broken if fits((broken,), box.width, box.height) else even(shown, box.width)
