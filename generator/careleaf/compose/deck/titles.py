"""Frames in; the same frames, each with a title that no other slide has, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.on_slide import frame_fits
from careleaf.language import Language
from careleaf.model.stops import as_name


def unique_titles(frames: Sequence[Frame], language: Language) -> list[Frame]:
    """Slides of one section that share a title are numbered; those of several sections name their
    section first, and those of sections of the same name their part. A part's opener is the first
    of its own slides and needs no number, unless another part has its title."""
    named = _apart(frames, lambda frame: frame.section, _with_section)
    named = _apart(named, lambda frame: frame.part, _with_part)
    shared: dict[str, list[int]] = {}
    for place, frame in enumerate(named):
        shared.setdefault(frame.title, []).append(place)
    for places in shared.values():
        others = [n for n in places if named[n].body.layout != layouts.OPENER]
        numbered = others if len(places) - len(others) <= 1 else places
        if len(places) > 1:
            for count, place in enumerate(numbered, 1):
                suffix = _suffix(count, len(numbered), language)
                named[place] = replace(named[place], suffix=suffix)
    return named


def _apart(
    frames: Sequence[Frame], place: Callable[[Frame], str], name: Callable[[Frame], Frame]
) -> list[Frame]:
    """The same frames, renamed where their title stands in several places."""
    places: dict[str, set[str]] = {}
    for frame in frames:
        places.setdefault(frame.title, set()).add(place(frame))
    return [name(frame) if len(places[frame.title]) > 1 else frame for frame in frames]


def _with_part(frame: Frame) -> Frame:
    """A section's title that sections of other parts have too, unless its body needs the room that
    a longer title takes."""
    if not frame.part or frame.part == frame.title:
        return frame
    if frame.body.layout in (layouts.OPENER, layouts.EMERGENCY, layouts.SAME_DAY):
        return frame
    named = replace(frame, title=f"{as_name(frame.title)}: {frame.part}")
    return named if frame_fits(replace(named, suffix=_LONGEST_SUFFIX)) else frame


_LONGEST_SUFFIX = " (10 of 10)"


def _with_section(frame: Frame) -> Frame:
    """A title that other sections use too, such as that of a callout, with the section's own."""
    if not frame.section or frame.section == frame.title:
        return frame
    if frame.body.layout in (layouts.EMERGENCY, layouts.SAME_DAY):
        return frame
    return replace(frame, title=f"{as_name(frame.title)}: {frame.section}")


def _suffix(count: int, total: int, language: Language) -> str:
    if total == 1:
        return " " + language.say("(continued)")
    return " " + language.say("({number} of {total})", number=count, total=total)
