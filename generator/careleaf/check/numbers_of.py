"""A block in; every number that it shows, in digits or in English words, out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.blocks.dose import Duration, Frequency, Range
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.risk import Risk
from careleaf.model.topic import Block
from careleaf.model.walk import written

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORD = re.compile(r"[a-z]+")


def numbers_of(block: Block) -> Iterator[str]:
    """As digits: those of its lines, of a dose and of a risk."""
    for line in block.drafts():
        text = written(line)
        yield from NUMBER.findall(text)
        said = set(_WORD.findall(text.lower()))
        yield from (str(number) for number, word in enumerate(_WORDS, 1) if word in said)
    if isinstance(block, Risk):
        yield from (str(block.count), str(block.of), str(block.of - block.count))
    if isinstance(block, Exercise):
        yield from _doses(block)


def _doses(exercise: Exercise) -> Iterator[str]:
    for dose in (exercise.reps, exercise.sets, exercise.hold, exercise.time, exercise.frequency):
        match dose:
            case Range(low=low, high=high):
                yield from (str(low), str(high))
            case Duration(amount=amount) | Frequency(amount=amount):
                yield from (str(amount.low), str(amount.high))
