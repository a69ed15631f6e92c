"""Counts of people or a series of numbers in; the bodies of their slides and what is said out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from careleaf.compose.deck.body import Body
from careleaf.compose.deck.chart import ChartBody
from careleaf.compose.deck.compared import Compared
from careleaf.compose.deck.people import People
from careleaf.compose.deck.statement import Statement
from careleaf.language import Language
from careleaf.model.inline import Run, plain
from careleaf.model.shape import Chart, IconArray
from careleaf.model.stops import without_full_stop

_Room = Callable[[Body], bool]
_Slide = tuple[Body, tuple[str, ...]]
"""A body, and the speaker's words with it."""


def number_slides(shape: IconArray | Chart, language: Language, room: _Room) -> Iterator[_Slide]:
    """One slide, or two where the meaning of a chart has no room beside it. `room` says whether a
    body fits."""
    if isinstance(shape, IconArray):
        yield _people(shape, language, room)
    else:
        yield from _chart(shape, language, room)


def _people(array: IconArray, language: Language, room: _Room) -> _Slide:
    numbers = tuple(
        language.say("{count} in {of}", count=count.count, of=count.of) for count in array.counts
    )
    said = tuple(plain(sentence) for sentence in array.sentences)
    if len(numbers) == 1:
        rest = _rest(array, language)
        alone = People(at=array.at, array=array, number=numbers[0], rest=rest)
        if room(alone):
            return alone, said
    abreast = Compared(at=array.at, array=array, numbers=numbers)
    stacked = replace(abreast, stacked=True)
    return (abreast if room(abreast) or not room(stacked) else stacked), said


def _rest(array: IconArray, language: Language) -> str:
    """Whom a single number does not count."""
    count = array.counts[0]
    rest = count.of - count.count
    if not rest or not count.count:
        return ""
    return language.say("Not so for the other {rest} in {of}.", rest=rest, of=count.of)


def _chart(chart: Chart, language: Language, room: _Room) -> Iterator[_Slide]:
    bars = language.listed(f"{plain(bar.name)}: {bar.value}" for bar in chart.bars)
    every = language.say("{label}. {bars}.", label=plain(chart.label), bars=bars)
    alt = language.say("Bar chart: {numbers}", numbers=every)
    number = (Run(at=chart.at, text=f"{chart.number} "),)
    meaning = (*number, *chart.takeaway) if chart.takeaway else ()
    said = (
        (without_full_stop(plain(meaning)) + language.stop.rstrip(), every) if meaning else (every,)
    )
    body = ChartBody(at=chart.at, chart=chart, alt=alt)
    if room(body):
        yield body, said
        return
    yield ChartBody(at=chart.at, chart=replace(chart, number="", so_what=()), alt=alt), said
    if lines := tuple(line for line in (meaning, chart.so_what) if line):
        yield Statement(at=chart.at, lines=lines), ()
