"""Frames in; the same frames, each with a title that no other slide has, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.frame import Frame
from careleaf.language import Language


def unique_titles(frames: Sequence[Frame], language: Language) -> list[Frame]:
    """Slides of one section that share a title are numbered; those of several sections name their
    section first."""
    sections: dict[str, set[str]] = {}
    for frame in frames:
        sections.setdefault(frame.title, set()).add(frame.section)
    named = [_with_section(frame) if len(sections[frame.title]) > 1 else frame for frame in frames]
    shared: dict[str, list[int]] = {}
    for place, frame in enumerate(named):
        shared.setdefault(frame.title, []).append(place)
    for places in shared.values():
        numbered = [n for n in places if named[n].body.layout != layouts.OPENER]
        if len(places) > 1:
            for count, place in enumerate(numbered, 1):
                suffix = _suffix(count, len(numbered), language)
                named[place] = replace(named[place], suffix=suffix)
    return named


def _with_section(frame: Frame) -> Frame:
    """A title that other sections use too, such as that of a callout, with the section's own."""
    if not frame.section or frame.section == frame.title:
        return frame
    if frame.body.layout in (layouts.EMERGENCY, layouts.SAME_DAY):
        return frame
    return replace(frame, title=f"{frame.title.rstrip('.:')}: {frame.section}")


def _suffix(count: int, total: int, language: Language) -> str:
    if total == 1:
        return " " + language.say("(continued)")
    return " " + language.say("({number} of {total})", number=count, total=total)
