"""A topic in; what could put a patient at risk out: no emergency signs, wild doses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careleaf.blocks.dose import Duration
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.red_flag import RedFlag
from careleaf.check.lost_dash import MOST, split
from careleaf.check.parts import blocks
from careleaf.model.inline import Draft
from careleaf.model.topic import Medium, Topic
from careleaf.model.walk import written
from careleaf.problem import Problem
from careleaf.problem_codes import LOST_DASH, NO_EMERGENCY, SIGN_LEFT_OUT, UNUSUAL_DOSE

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
    flags = [(block, media) for block, media in blocks(topic) if isinstance(block, RedFlag)]
    for emergency in (True, False):
        some = [one for one in flags if one[0].emergency == emergency]
        missing = [medium.value for medium in Medium if not any(medium in one[1] for one in some)]
        if some and not missing:
            yield from _signs_left_out(some)
        elif emergency or some:
            of = "the signs of an emergency are" if emergency else "the signs to call today are"
            said = f"{of} not shown in: {', '.join(missing)}"
            if not some:
                said = "the topic has no signs of an emergency"
            hint = "add ':::red-flag emergency' and a list, without 'only:'"
            at = topic.place("title") if emergency else some[0][0].at
            yield Problem(NO_EMERGENCY, at, said, hint if emergency else "take out 'only:'")


def _signs_left_out(flags: Sequence[tuple[RedFlag, frozenset[Medium]]]) -> Iterator[Problem]:
    """Signs of one kind that a medium lacks; another block of it may say the same or more."""
    shown = {
        medium: [_words(sign) for flag, media in flags if medium in media for sign in _signs(flag)]
        for medium in Medium
    }
    for flag, _ in flags:
        for sign in _signs(flag):
            words = _words(sign)
            lacking = [one.value for one in Medium if not any(words in said for said in shown[one])]
            if lacking:
                message = f"this sign of danger is not shown in: {', '.join(lacking)}"
                hint = "take out 'only:', or say it in the other block too, in the same words"
                yield Problem(SIGN_LEFT_OUT, sign[0].at, message, hint)


def _signs(flag: RedFlag) -> Iterator[Draft]:
    return (line for line in flag.signs.drafts() if line)


def _words(sign: Draft) -> str:
    return " ".join(written(sign).casefold().split()).rstrip(".")


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
