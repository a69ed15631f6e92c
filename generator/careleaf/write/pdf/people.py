"""Counts of people in; as many people drawn, and the same in words, out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from careleaf.figure.array import icon_array
from careleaf.model.inline import plain
from careleaf.model.shape import Count, IconArray
from careleaf.write.pdf.fitted import fitted
from careleaf.write.pdf.marks import Box, Crowd, at, stacked
from careleaf.write.pdf.prose import titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.so_what import so_what
from careleaf.write.pdf.structure import Element

_ARRAY_WIDTH = {10: 140.0, 100: 190.0, 1000: 228.0}
"""Points on paper; a person of a hundred is 8.5 wide and stays countable."""
_ARRAY_GAP = 22.0
_LEAST_WORDS = 200.0
"""Words beside people need this much of the width; where there is less they stand below."""


_SMALLER = (1.0, 0.85, 0.7)
"""Widths that are tried, as shares, where all stands in one column."""


def people(
    shape: IconArray, setting: Setting, parent: Element, level: int, above: Sequence[float] = (0.0,)
) -> list[Box]:
    """One count beside its words, or two side by side; the so-what below. `above` are points that
    stand above it on its page, from all that should to what must."""
    boxes: list[Box] = []
    if shape.title:
        boxes += titled(shape.title, setting.styles.small_heading, setting, parent, level, gap=15.0)
    gap = 9.0 if shape.title else 15.0
    most = setting.depth - sum(box.gap + box.height for box in boxes) - gap
    depths = [most - points for points in above]
    made = fitted(partial(_shown, shape, setting), _SMALLER, depths, parent)
    return [*boxes, replace(made, gap=gap)]


def _shown(shape: IconArray, setting: Setting, share: float, parent: Element) -> Box:
    """All but the title."""
    counted = list(zip(shape.counts, shape.sentences, strict=True))
    element = parent.add("Div")
    width = setting.styles.width
    narrow = width - _ARRAY_WIDTH[shape.counts[0].of] - _ARRAY_GAP < _LEAST_WORDS
    if len(counted) == 1 and not narrow:
        [(count, sentence)] = counted
        return _beside(shape, count, plain(sentence), setting, element)
    half = (width - setting.styles.gutter) / 2
    room = width if half < _LEAST_WORDS or len(counted) == 1 else half
    columns = [
        _column(count, plain(sentence), setting, element.add("Div"), room, share)
        for count, sentence in counted
    ]
    shown = stacked([replace(box, gap=12.0) for box in columns])
    if room == half:
        height = max(box.height for box in columns)
        pitch = half + setting.styles.gutter
        marks = tuple(at(box, place * pitch, 0) for place, box in enumerate(columns))
        shown = Box(height=height, marks=marks)
    below = so_what(shape, setting, element, width, gap=6.0)
    # Never parted: what to make of two numbers is no sentence for the next page.
    return stacked([shown, *below])


def _beside(
    shape: IconArray, count: Count, sentence: str, setting: Setting, element: Element
) -> Box:
    """The people, and their words in the middle of what is left of the width."""
    array = crowd(count, setting, element)
    room = setting.styles.width - array.width - _ARRAY_GAP
    words = crowd_words(count, sentence, setting, element, room)
    text = stacked([words, *so_what(shape, setting, element, room, gap=6.0)])
    height = max(array.height, text.height)
    top = max(0.0, (height - text.height) / 2)
    return Box(height=height, marks=(array, at(text, array.width + _ARRAY_GAP, top)))


def _column(  # noqa: PLR0917 - a count, and what it is set with
    count: Count, sentence: str, setting: Setting, element: Element, width: float, share: float
) -> Box:
    array = crowd(count, setting, element)
    array = replace(array, width=min(share * array.width, width))
    words = crowd_words(count, sentence, setting, element, width)
    return stacked([Box(height=array.height, marks=(array,)), replace(words, gap=6.0)])


def crowd(count: Count, setting: Setting, element: Element) -> Crowd:
    """The people as one picture; its words say the number only, the sentence beside it the rest."""
    array = icon_array(count.count, count.of, tight=True)
    figure = element.add(
        "Figure",
        alt=setting.language.say(
            "{of} people, {count} of them filled in.", of=count.of, count=count.count
        ),
    )
    return Crowd(x=0, y=0, width=_ARRAY_WIDTH[count.of], array=array, content=figure.content())


def crowd_words(
    count: Count, sentence: str, setting: Setting, element: Element, width: float
) -> Box:
    """The number large, then the rest of its sentence."""
    start = setting.language.say("{count} in {of}", count=count.count, of=count.of)
    para = element.add("P")
    if not sentence.replace("\u00a0", " ").startswith(start):
        return setting.block(setting.words(sentence), setting.styles.body, width, para)
    number = setting.block(setting.words(f"{start} "), setting.styles.phone, width, para)
    rest = setting.block(
        setting.words(sentence[len(start) :].strip()), setting.styles.body, width, para
    )
    return stacked([number, replace(rest, gap=1.0)])
