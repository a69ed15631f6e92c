"""A topic in; what could put a patient at risk out: no emergency signs, wild doses."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.blocks.dose import Duration
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.red_flag import RedFlag
from careleaf.check.lost_dash import MOST, split
from careleaf.check.parts import blocks
from careleaf.model.topic import Medium, Topic
from careleaf.problem import Problem
from careleaf.problem_codes import LOST_DASH, NO_EMERGENCY, UNUSUAL_DOSE

_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_MOST_REPS = 30
_MOST_SETS = 6
_LONGEST_HOLD = 120
_LONGEST_TIME = 7200
_MOST_OFTEN = {"day": 10, "week": 21}
"""Home exercise leaflets stay well below these (research: NHS inform, Versus Arthritis, MSK
services: up to 30 repetitions, 5 sets, holds of 30 seconds, 3 times a day)."""


def check_safety(topic: Topic) -> Iterator[Problem]:
    """Emergency signs reach every reader, and doses are plausible."""
    yield from _emergency(topic)
    for block, _ in blocks(topic):
        if isinstance(block, Exercise):
            for fault in _dose_faults(block):
                message = f"the exercise '{block.key}' {fault}"
                code, hint = _slip(block)
                yield Problem(code, block.key_at, message, hint)


def _emergency(topic: Topic) -> Iterator[Problem]:
    """Red flags must stand in the deck, the handout and the page, whatever `only:` says."""
    flags = [
        media for block, media in blocks(topic) if isinstance(block, RedFlag) and block.emergency
    ]
    missing = [medium.value for medium in Medium if not any(medium in media for media in flags)]
    if not flags:
        message = "the topic has no signs of an emergency"
    else:
        message = f"the signs of an emergency are not shown in: {', '.join(missing)}"
    if missing:
        hint = "add ':::red-flag emergency' and a list, without 'only:'"
        yield Problem(NO_EMERGENCY, topic.place("title"), message, hint)


def _slip(exercise: Exercise) -> tuple[str, str]:
    """Code and hint. A dash lost on the way from another file is the likeliest slip."""
    amounts = [(exercise.reps, "time")]
    amounts += [(one.amount, one.unit) for one in (exercise.hold, exercise.time) if one]
    for amount, unit in amounts:
        if amount and amount.low == amount.high > _MOST_REPS and (ends := split(str(amount.low))):
            code = LOST_DASH if amount.low > MOST[unit] else UNUSUAL_DOSE
            return code, f"was a dash lost? '{ends[0]} to {ends[1]}'"
    return UNUSUAL_DOSE, "is there a slip in a number?"


def _dose_faults(exercise: Exercise) -> Iterator[str]:
    if exercise.reps and exercise.reps.high > _MOST_REPS:
        yield f"is to be repeated {exercise.reps.high} times"
    if exercise.sets and exercise.sets.high > _MOST_SETS:
        yield f"has {exercise.sets.high} sets"
    if exercise.hold and _seconds(exercise.hold) > _LONGEST_HOLD:
        yield "is to be held for more than 2 minutes"
    if exercise.time and _seconds(exercise.time) > _LONGEST_TIME:
        yield "goes on for more than 2 hours"
    often = exercise.frequency
    if often and often.amount.high > _MOST_OFTEN[often.per]:
        yield f"is to be done {often.amount.high} times a {often.per}"


def _seconds(duration: Duration) -> int:
    return duration.amount.high * _SECONDS[duration.unit]
