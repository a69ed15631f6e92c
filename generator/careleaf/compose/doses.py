"""An exercise and what a clinician chose for its dose in; the exercise as this patient gets it, or
why it cannot be so, out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from careleaf.blocks.dose import Amount, Frequency, Range, tenfold, within
from careleaf.blocks.exercise import SPEC, Exercise
from careleaf.blocks.field import FieldError
from careleaf.model.tailoring import DOSE_FIELDS, DoseChoice
from careleaf.problem import did_you_mean


class Refusal(Struct, frozen=True):
    """A choice that cannot be made, and why: for the person who made it, not for the author.

    `hint` says what would do. `key` names the choice, as a screen finds its field again: a
    section's or exercise's id, or "exercise field" of a dose.
    """

    message: str
    hint: str = ""
    key: str = ""


def dosed(exercise: Exercise, choices: Iterable[DoseChoice]) -> Exercise:
    """The exercise with its own among these choices, which must have been accepted."""
    for choice in choices:
        if choice.exercise != exercise.key:
            continue
        if not choice.value:
            exercise = replace(exercise, blanks=exercise.blanks | {choice.field})
            continue
        chosen = _read(choice)
        exercise = replace(exercise, **{choice.field: chosen})
        if not _allowed(exercise, choice, chosen):
            exercise = replace(exercise, decided=exercise.decided | {choice.field})
    return exercise


def dose_refusal(exercises: dict[str, Exercise], choice: DoseChoice) -> Refusal | None:
    """Why a choice cannot be made: no such exercise, no such part, a wrong value, or one outside
    the author's limits that nobody decided."""
    key = f"{choice.exercise} {choice.field}"
    exercise = exercises.get(choice.exercise)
    if exercise is None:
        known = list(exercises)
        hint = did_you_mean(choice.exercise, known) or f"exercises: {', '.join(known)}"
        return Refusal(f"no exercise '{choice.exercise}'", hint, key)
    if getattr(exercise, choice.field) is None:
        there = [name for name in DOSE_FIELDS if getattr(exercise, name)]
        message = f"'{choice.exercise}' has no {choice.field}"
        return Refusal(message, f"it has: {', '.join(there)}", key)
    if not choice.value:
        return None
    try:
        chosen = _read(choice)
    except FieldError as error:
        message = f"{choice.field} of '{choice.exercise}' {error}"
        return Refusal(message, f"for example: {SPEC.options[choice.field].example}", key)
    return _outside(exercise, choice, chosen)


def _outside(exercise: Exercise, choice: DoseChoice, chosen: Amount) -> Refusal | None:
    """Why an amount cannot be chosen, if it lies outside the author's limits."""
    if _allowed(exercise, choice, chosen):
        return None
    key = f"{choice.exercise} {choice.field}"
    limits = limits_said(exercise.limits[choice.field])
    if tenfold(chosen, exercise.limits[choice.field]):
        message = f"{choice.value} is ten times the author's {choice.field} for '{choice.exercise}'"
        return Refusal(f"{message}, or more", f"a slip? choose {limits}", key)
    if choice.decided:
        return None
    message = f"{choice.value} is outside the author's {choice.field} for '{choice.exercise}'"
    return Refusal(
        message,
        f"choose {limits}; or, meant for this patient, write '{choice.value} on purpose'",
        key,
    )


def _read(choice: DoseChoice) -> Amount:
    """Raises FieldError."""
    amount: Amount = SPEC.options[choice.field].parse(choice.value)  # type: ignore[assignment]
    return amount


def _allowed(exercise: Exercise, choice: DoseChoice, chosen: Amount) -> bool:
    limits = exercise.limits.get(choice.field)
    return limits is not None and within(chosen, limits)


def limits_said(dose: Amount) -> str:
    """As an author writes it."""
    amount = dose if isinstance(dose, Range) else dose.amount
    number = f"{amount.low}" if amount.low == amount.high else f"{amount.low} to {amount.high}"
    if isinstance(dose, Range):
        return number
    unit = dose.unit if amount.high == 1 else f"{dose.unit}s"
    return f"{number} {unit} a {dose.per}" if isinstance(dose, Frequency) else f"{number} {unit}"
