"""The text of an option or argument in; a typed value, or what is wrong with it, out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct

from careleaf.model.ids import KEY
from careleaf.model.topic import Medium
from careleaf.problem import Swap, meant

Value_co = TypeVar("Value_co", covariant=True)


class FieldError(ValueError):
    """The text is not a value of the field; the message says why, in an author's words, and `swap`
    what was meant, where that is known."""

    def __init__(self, message: str, swap: Swap | None = None) -> None:
        super().__init__(message)
        self.swap = swap


class Field(Struct, Generic[Value_co], frozen=True):
    """How one option is read. `example` is a right value, shown with every complaint; `words` are
    for translators, most of them for patients; `own` words each language says for itself, whatever
    the others say."""

    parse: Callable[[str], Value_co]
    example: str
    required: bool = False
    words: bool = False
    own: bool = False
    choices: tuple[str, ...] = ()
    """All values that it takes, where these are few words."""


def text(example: str, *, required: bool = False) -> Field[str]:
    """Any words on one line."""
    return Field(lambda value: value, example, required, words=True)


def file_name(example: str, *, required: bool = False) -> Field[str]:
    """The name of a file that lies beside this one."""
    return Field(lambda value: value, example, required)


def whole(low: int, high: int, *, required: bool = False, example: str = "") -> Field[int]:
    """A whole number from `low` to `high`."""

    def parse(value: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", value):
            raise FieldError("needs a whole number, in digits")
        if not low <= int(value) <= high:
            raise FieldError(f"needs a number from {low} to {high}")
        return int(value)

    return Field(parse, example or str(max(low, 2)), required)


def choice(*words: str, required: bool = False) -> Field[str]:
    """One of a few words."""

    def parse(value: str) -> str:
        if value not in words:
            raise FieldError(f"needs one of: {', '.join(words)}", meant(value, words))
        return value

    return Field(parse, words[0], required, choices=words)


def matching(pattern: str, says: str, example: str, *, required: bool = False) -> Field[str]:
    """Text of a fixed form; `says` completes "needs ..."."""

    def parse(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise FieldError(f"needs {says}")
        return value

    return Field(parse, example, required)


def keys(example: str, *, required: bool = False) -> Field[tuple[str, ...]]:
    """Lower-case keys with hyphens, separated by commas."""

    def parse(value: str) -> tuple[str, ...]:
        found = tuple(part.strip() for part in value.split(","))
        for key in found:
            if not re.fullmatch(KEY, key):
                raise FieldError(f"'{key}' is not a key: use small letters, digits and hyphens")
        return found

    return Field(parse, example, required)


def day(example: str, *, required: bool = False) -> Field[date]:
    """A date as year-month-day."""

    def parse(value: str) -> date:
        try:
            return date.fromisoformat(value) if len(value) == len("2026-01-31") else date.min
        except ValueError as error:
            raise FieldError("needs a real date: year-month-day") from error

    def checked(value: str) -> date:
        found = parse(value)
        if found == date.min:
            raise FieldError("needs a date: year-month-day")
        return found

    return Field(checked, example, required)


def media(*, required: bool = False) -> Field[frozenset[Medium]]:
    """Where a block is shown: words from slides, handout and screen, separated by commas."""
    words = [medium.value for medium in Medium]

    def parse(value: str) -> frozenset[Medium]:
        found = [part.strip() for part in value.split(",")]
        for word in found:
            if word not in words:
                wrong = f"'{word}' is not one of: {', '.join(words)}"
                raise FieldError(wrong if word else f"needs one or more of: {', '.join(words)}")
        return frozenset(Medium(word) for word in found)

    return Field(parse, "slides, handout", required, choices=tuple(words))


_COMMAS = re.compile("[,\u060c\u3001\uff0c]")
"""Of Latin, Arabic and Chinese writing."""
_MARKS = re.compile(r"[\[\]{}*]")
_LONGEST_NAME = 60
"""Characters."""


def names(example: str, most: int) -> Field[tuple[str, ...]]:
    """Up to `most` other names of one thing, separated by the commas of any writing; each language
    has its own."""

    def parse(value: str) -> tuple[str, ...]:
        found = tuple(" ".join(part.split()) for part in _COMMAS.split(value))
        if not all(found):
            raise FieldError("has a comma with nothing before or after it")
        if len(found) > most:
            raise FieldError(f"has {len(found)} names; {most} is the most")
        for at, name in enumerate(found):
            if mark := _MARKS.search(name):
                raise FieldError(f"holds plain names, without marks such as '{mark[0]}'")
            if len(name) > _LONGEST_NAME:
                raise FieldError(
                    f"has a name of {len(name)} characters; {_LONGEST_NAME} is the most"
                )
            if name.casefold() in (one.casefold() for one in found[:at]):
                raise FieldError(f"says '{name}' twice")
        return found

    return Field(parse, example, words=True, own=True)


def labels(low: int, high: int, example: str) -> Field[tuple[str, ...]]:
    """From `low` to `high` short names, separated by commas."""

    def parse(value: str) -> tuple[str, ...]:
        found = tuple(part.strip() for part in value.split(","))
        if not all(found):
            raise FieldError("has a comma with nothing before or after it")
        if not low <= len(found) <= high:
            raise FieldError(f"needs {low} to {high} names, separated by commas")
        return found

    return Field(parse, example, words=True)
