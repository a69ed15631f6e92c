"""The sources that a piece cites in; the slides at its end that list them, evenly shared, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec.structs import replace

from careleaf.compose.deck.body import filled
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.layouts import CONTENT, TWO
from careleaf.compose.deck.on_slide import zone
from careleaf.compose.deck.sources import FEW, STEPS, Numbered, Sources
from careleaf.compose.deck.type import Style
from careleaf.language import Language
from careleaf.model.manuscript import Manuscript

_T = TypeVar("_T")
_Two = tuple[tuple[_T, ...], tuple[_T, ...]]


def source_frames(manuscript: Manuscript, language: Language) -> Iterator[Frame]:
    """As few slides as the least size needs, in the largest size that needs no more."""
    numbered = tuple(enumerate(manuscript.cited(), 1))
    if not numbered:
        return
    few = len(numbered) <= FEW
    title = language.say("Where this comes from")
    whole = Sources(
        at=manuscript.at,
        references=numbered,
        few=few,
        layout=CONTENT if few else TWO,
        language=language.code,
    )
    frame = Frame(
        at=manuscript.at,
        title=title,
        body=whole,
        suffix=_LONGEST_SUFFIX,
        said=(language.say("Show this slide to anyone who asks where the advice comes from."),),
        heading=title,
    )
    room = zone(frame)

    def shared(style: Style) -> list[Numbered]:
        body = replace(whole, style=style)
        return filled(numbered, lambda share: replace(body, references=share).fits(room))

    ways = {style: shared(style) for style in STEPS}
    fewest = min(map(len, ways.values()))
    style, shares = next((style, way) for style, way in ways.items() if len(way) == fewest)
    body = replace(whole, style=style)
    for share in _evenly(shares, lambda share: replace(body, references=share).depth(room)):
        yield replace(frame, body=replace(body, references=share), suffix="")


_LONGEST_SUFFIX = " (10 of 10)"


def _evenly(
    shares: list[tuple[_T, ...]], depth: Callable[[tuple[_T, ...]], float | None]
) -> list[tuple[_T, ...]]:
    """As many shares, about as deep as one another: items move to the share beside their own while
    that makes the deeper of the two less deep. What does not fit has no depth."""
    runs, place = list(shares), 0
    while place < len(runs) - 1:
        first, second = runs[place : place + 2]
        ways = ((first[:-1], (first[-1], *second)), ((*first, second[0]), second[1:]))
        both = next((way for way in ways if _less_deep(way, (first, second), depth)), None)
        if both:
            runs[place : place + 2] = both
        place = max(place - 1, 0) if both else place + 1
    return runs


def _less_deep(
    new: _Two[_T], old: _Two[_T], depth: Callable[[tuple[_T, ...]], float | None]
) -> bool:
    """Whether both hold something and fit, the deeper less deep than before."""
    before = max(depth(run) or 0.0 for run in old)
    deep = [depth(run) if run else None for run in new]
    return all(one is not None and one < before for one in deep)
