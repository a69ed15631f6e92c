"""Bound lines in; the same lines cut into sentences out, their marks kept."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.compose.deck.type import sentence_ends
from careleaf.model.inline import Bound, Line, Run


def sentence_lines(line: Line) -> list[Line]:
    """One line for each sentence."""
    found: list[list[Bound]] = [[]]
    for bound in line:
        if not isinstance(bound, Run):
            found[-1].append(bound)
            continue
        for place, text in enumerate(sentence_ends(bound.text)):
            if place:
                found.append([])
            if text:
                found[-1].append(replace(bound, text=text))
    return [tuple(bounds) for bounds in found if bounds]
