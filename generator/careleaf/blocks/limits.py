"""The options of an exercise in; between which doses a clinician may choose, and slips, out.

Limits are the author's, from the sources of the exercise: `reps-range: 3 to 10`. Where the author
gives none, the dose as written is all that may be chosen without a decision."""

from __future__ import annotations

from collections.abc import Mapping

from careleaf.blocks.dose import Amount, Duration, Frequency, Range, within
from careleaf.blocks.spec import Parsed
from careleaf.model.tailoring import DOSE_FIELDS, DoseField
from careleaf.problem import Problem
from careleaf.problem_codes import DOSE_RANGE


def limits_of(parsed: Parsed) -> Mapping[DoseField, Amount]:
    """The limits of every part of the dose that is given."""
    return {name: limit for name in DOSE_FIELDS if (limit := _limit(parsed, name))}


def _limit(parsed: Parsed, name: DoseField) -> Amount | None:
    usual, limits = parsed.values.get(name), parsed.values.get(f"{name}-range")
    wanted = limits if usual and limits else usual
    return wanted if isinstance(wanted, Range | Duration | Frequency) else None


def limit_problems(parsed: Parsed) -> list[Problem]:
    """The usual dose lies inside its range, and a range without a dose says nothing."""
    problems: list[Problem] = []
    for name in DOSE_FIELDS:
        place = parsed.places.get(f"{name}-range")
        if place is None:
            continue
        usual, limits = parsed.values.get(name), parsed.values.get(f"{name}-range")
        if name not in parsed.places:
            message = f"'{name}-range' without '{name}'"
            problems.append(Problem(DOSE_RANGE, place, message, f"add '{name}', the usual dose"))
        elif _outside(usual, limits):
            message = f"'{name}' does not lie inside '{name}-range'"
            problems.append(Problem(DOSE_RANGE, place, message, "widen it, or change the dose"))
    return problems


def _outside(usual: object, limits: object) -> bool:
    kinds = Range | Duration | Frequency
    return isinstance(usual, kinds) and isinstance(limits, kinds) and not within(usual, limits)
