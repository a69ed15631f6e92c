"""A block in; every number that it shows, in digits or in English words, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from careleaf.blocks.chart import Figures
from careleaf.blocks.dose import Duration, Frequency, Range
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.risk import Risk
from careleaf.model.topic import Block
from careleaf.model.walk import written

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_WORDS: Mapping[str, str] = {
    word: str(number)
    for numbers, words in (
        (range(1, 11), "one two three four five six seven eight nine ten"),
        (range(11, 16), "eleven twelve thirteen fourteen fifteen"),
        (range(20, 70, 10), "twenty thirty forty fifty sixty"),
    )
    for number, word in zip(numbers, words.split(), strict=True)
}
_WORD = re.compile(r"[a-z]+")


def numbers_of(block: Block) -> Iterator[str]:
    """As digits: those of its lines, of a dose, of a risk and of a chart."""
    for line in block.drafts():
        text = written(line)
        yield from NUMBER.findall(text)
        yield from (_WORDS[word] for word in _WORD.findall(text.lower()) if word in _WORDS)
    match block:
        case Risk(count=count, of=of):
            yield from (str(count), str(of), str(of - count))
        case Figures(bars=bars, of=of):
            yield from (str(bar.value) for bar in bars)
            yield str(of)
        case Exercise():
            yield from _doses(block)
    for child in block.children():
        yield from numbers_of(child)


def _doses(exercise: Exercise) -> Iterator[str]:
    for dose in (exercise.reps, exercise.sets, exercise.hold, exercise.time, exercise.frequency):
        match dose:
            case Range(low=low, high=high):
                yield from (str(low), str(high))
            case Duration(amount=amount) | Frequency(amount=amount):
                yield from (str(amount.low), str(amount.high))
