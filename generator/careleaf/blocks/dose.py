"""The text of a dose in ("5 to 10", "15 seconds", "2 times a day"); typed amounts, and the words
that a patient reads, out."""

from __future__ import annotations

import re
from typing import Literal, Protocol

from msgspec import Struct

from careleaf.blocks.field import Field, FieldError

Unit = Literal["time", "second", "minute", "hour", "day", "set"]

_PHRASES: dict[Unit, tuple[str, str]] = {
    "time": ("{n} time", "{n} times"),
    "second": ("{n} second", "{n} seconds"),
    "minute": ("{n} minute", "{n} minutes"),
    "hour": ("{n} hour", "{n} hours"),
    "day": ("{n} day", "{n} days"),
    "set": ("{n} set", "{n} sets"),
}

_RANGES: dict[Unit, tuple[str, str]] = {
    "time": ("{low} to {n} time", "{low} to {n} times"),
    "second": ("{low} to {n} second", "{low} to {n} seconds"),
    "minute": ("{low} to {n} minute", "{low} to {n} minutes"),
    "hour": ("{low} to {n} hour", "{low} to {n} hours"),
    "day": ("{low} to {n} day", "{low} to {n} days"),
    "set": ("{low} to {n} set", "{low} to {n} sets"),
}
"""The unit's form goes by the higher number, as CLDR has it for ranges: Arabic says "5 to 10 times"
with another word for "times" than "10 to 15 times"."""

_OPEN: dict[Unit, str] = {
    "time": "____ times",
    "second": "____ seconds",
    "minute": "____ minutes",
    "hour": "____ hours",
    "day": "____ days",
    "set": "____ sets",
}
"""A number to write in by hand."""

_SECONDS: dict[Unit, int] = {"second": 1, "minute": 60, "hour": 3600}

_AMOUNT = r"(?P<low>[0-9]{1,3})(?: to (?P<high>[0-9]{1,3}))?"
_DASHED = re.compile(r"([0-9]+)\s*[-\u2010-\u2015\u2212]\s*([0-9]+)")


class Range(Struct, frozen=True):
    """A whole number, or one from `low` to `high`."""

    low: int
    high: int


class Duration(Struct, frozen=True):
    """How long something lasts."""

    amount: Range
    unit: Unit


class Frequency(Struct, frozen=True):
    """How often: so many times (or days) in each `per`."""

    amount: Range
    unit: Unit
    per: Literal["day", "week"]


Amount = Range | Duration | Frequency
"""Any part of a dose."""


class Speaker(Protocol):
    """Who says amounts in a language: a pen, or the language itself."""

    def say(self, phrase: str, /, **values: object) -> str:
        """A phrase with its values put in."""

    def say_many(self, one: str, many: str, n: int, /, **values: object) -> str:
        """A phrase with a number, in its plural form."""


def within(chosen: Amount, limits: Amount) -> bool:
    """Whether an amount lies between the ends of another of its kind. Amounts that cannot be
    compared, such as days a week and times a day, do not."""
    match chosen, limits:
        case Range(), Range():
            return limits.low <= chosen.low and chosen.high <= limits.high
        case Duration(), Duration():
            one, other = _SECONDS[chosen.unit], _SECONDS[limits.unit]
            low, high = chosen.amount.low * one, chosen.amount.high * one
            return limits.amount.low * other <= low and high <= limits.amount.high * other
        case Frequency(), Frequency() if (chosen.unit, chosen.per) == (limits.unit, limits.per):
            return within(chosen.amount, limits.amount)
        case _:
            return False


def tenfold(chosen: Amount, limits: Amount) -> bool:
    """Whether an amount is ten times the most that another of its kind allows, or more: such doses
    come of slips in writing (ISMP, List of error-prone abbreviations, symbols and dose
    designations)."""
    match chosen, limits:
        case Range(), Range():
            return chosen.high >= 10 * limits.high
        case Duration(), Duration():
            one, other = _SECONDS[chosen.unit], _SECONDS[limits.unit]
            return chosen.amount.high * one >= 10 * limits.amount.high * other
        case Frequency(), Frequency() if (chosen.unit, chosen.per) == (limits.unit, limits.per):
            return tenfold(chosen.amount, limits.amount)
        case _:
            return False


def worded(pen: Speaker, dose: Amount, unit: Unit = "time") -> str:
    """Any part of a dose in words; `unit` is that of a bare number."""
    match dose:
        case Range():
            return quantity(pen, dose, unit)
        case Duration():
            return quantity(pen, dose.amount, dose.unit)
        case Frequency():
            often = quantity(pen, dose.amount, dose.unit)
            if dose.per == "day":
                return pen.say("{often} a day", often=often)
            return pen.say("{often} a week", often=often)


def blank(pen: Speaker, unit: Unit) -> str:
    """The words for an amount that is still to be written in: "____ times"."""
    return pen.say(_OPEN[unit])


def quantity(pen: Speaker, amount: Range, unit: Unit) -> str:
    """The words for an amount: "1 time", "5 times", "5 to 10 times"."""
    if amount.low == amount.high:
        return pen.say_many(*_PHRASES[unit], amount.low)
    return pen.say_many(*_RANGES[unit], amount.high, low=amount.low)


def amount(*, example: str = "5 to 10", required: bool = False) -> Field[Range]:
    """A whole number from 1 to 999, or a range of them written with "to"."""

    def parse(value: str) -> Range:
        _refuse_dash(value)
        found = re.fullmatch(_AMOUNT, value)
        if not found:
            raise FieldError("needs a whole number, or two with 'to' between them")
        return _range(found)

    return Field(parse, example, required)


def duration(*units: Unit, example: str, required: bool = False) -> Field[Duration]:
    """An amount and one of the units, in the singular or plural."""

    def parse(value: str) -> Duration:
        _refuse_dash(value)
        found = re.fullmatch(rf"{_AMOUNT} (?P<unit>{'|'.join(units)})s?", value)
        if not found:
            named = " or ".join(f"{unit}s" for unit in units)
            raise FieldError(f"needs a number and a unit: {named}")
        unit = next(unit for unit in units if unit == found["unit"])
        return Duration(_range(found), unit)

    return Field(parse, example, required)


def frequency(*, required: bool = False, example: str = "2 times a day") -> Field[Frequency]:
    """So many times a day or a week, or so many days a week."""

    def parse(value: str) -> Frequency:
        _refuse_dash(value)
        found = re.fullmatch(rf"{_AMOUNT} (?P<unit>time|day)s? a (?P<per>day|week)", value)
        if not found or (found["unit"], found["per"]) == ("day", "day"):
            raise FieldError("needs how many times a day or a week, or how many days a week")
        often = _range(found)
        if found["unit"] == "day" and often.high > 7:
            raise FieldError("needs at most 7 days a week")
        unit: Unit = "day" if found["unit"] == "day" else "time"
        return Frequency(often, unit, "day" if found["per"] == "day" else "week")

    return Field(parse, example, required)


def _range(found: re.Match[str]) -> Range:
    low = int(found["low"])
    high = int(found["high"] or low)
    if low < 1:
        raise FieldError("needs a number above 0")
    if high < low:
        raise FieldError(f"goes down: {high} is less than {low}")
    return Range(low, high)


def _refuse_dash(value: str) -> None:
    """A dash between numbers gets its own words: it is the commonest slip, and a dangerous one."""
    if found := _DASHED.search(value):
        raise FieldError(f"has a dash in a range: write '{found[1]} to {found[2]}'")
