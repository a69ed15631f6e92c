"""Lines of the form `name: value` in; typed values with their places, and every slip, out.

One rule serves front matter and the options of blocks alike: a name, a colon, and the rest of the
line is the value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct, field

from careleaf import problem_codes as codes
from careleaf.blocks.field import Field, FieldError
from careleaf.problem import meant
from careleaf.read.reading import Reading
from careleaf.source import Span

LONGEST_VALUE = 400
"""Characters of a value of plain words: a title, a name, the words that stand in for a picture."""

_PLAIN_TEXT_MARKS = re.compile(r"\{\{|\}\}|\[\[|\]\]|\*\*|\[@")


class Option(Struct, frozen=True):
    """One line: where its name and its value start, as offsets."""

    name: str
    name_start: int
    value: str
    value_start: int


class Kind(Struct, frozen=True, kw_only=True):
    """What the lines belong to, and the codes of their problems."""

    noun: str
    """"field" or "option"."""
    of: str = ""
    """The block's name in quotes with a space before it, for messages; empty for front matter."""
    unknown: str = codes.UNKNOWN_FIELD
    missing: str = codes.MISSING_FIELD
    bad: str = codes.BAD_FIELD
    repeated: str = codes.REPEATED_FIELD
    empty: str = codes.EMPTY_FIELD
    lines: frozenset[str] = frozenset()
    """Names whose value is patient text, where marks are welcome."""
    quoted: Callable[[str], bool] = lambda name: True
    """Whether an unknown name may be quoted: in a file about a patient it may be theirs."""
    more: str = ""
    """What else may stand there, said after the names."""


FRONT_MATTER = Kind(noun="field")


class Typed(Struct, frozen=True):
    """The right values by name, the places of all values given (also of wrong ones and of those
    whose name was misspelt), and the lines of patient text."""

    values: dict[str, object] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)
    texts: dict[str, Option] = field(default_factory=dict)


def typed(
    reading: Reading,
    options: list[Option],
    fields: Mapping[str, Field[object]],
    kind: Kind,
    owner: tuple[int, int],
) -> Typed:
    """Read each option by its field. `owner` is where a missing one is reported."""
    result = Typed()
    meant: dict[str, Span] = {}
    for option in options:
        name_end = option.name_start + len(option.name)
        if option.name not in fields:
            meant |= _unknown(reading, option, fields, kind)
        elif option.name in result.places:
            message = f"'{option.name}' is given twice"
            reading.report(kind.repeated, option.name_start, name_end, message, "keep one")
        else:
            _take(reading, option, fields[option.name], kind, result)
    result.places.update({**meant, **result.places})
    for name, wanted in fields.items():
        if wanted.required and name not in result.places:
            message = f"the {kind.noun} '{name}' is missing{kind.of and f' from{kind.of}'}"
            hint = f"for example: {name}: {wanted.example}"
            reading.report(kind.missing, *owner, message, hint)
    return result


def _unknown(
    reading: Reading, option: Option, fields: Mapping[str, Field[object]], kind: Kind
) -> dict[str, Span]:
    """Report a name that is not there. Gives the place of the one that was meant, so that it does
    not count as missing."""
    near = meant(option.name, fields)
    hint = f"did you mean '{near.new}'?" if near else f"there is: {', '.join(fields)}{kind.more}"
    end = option.name_start + len(option.name)
    message = f"unknown {kind.noun}"
    if kind.quoted(option.name):
        message = f"{message} '{option.name}'"
    reading.report(kind.unknown, option.name_start, end, message, hint, swap=near)
    return {near.new: reading.span(option.name_start, end)} if near else {}


def _take(
    reading: Reading, option: Option, wanted: Field[object], kind: Kind, result: Typed
) -> None:
    name, value, start = option.name, option.value, option.value_start
    result.places[name] = reading.span(start, start + len(value))
    hint = f"for example: {name}: {wanted.example}"
    if not value:
        end = option.name_start + len(name)
        reading.report(kind.empty, option.name_start, end, f"'{name}' has no value", hint)
        return
    try:
        result.values[name] = wanted.parse(value)
    except FieldError as error:
        end = start + len(value)
        reading.report(kind.bad, start, end, complaint(name, error), hint, swap=error.swap)
        return
    if name in kind.lines:
        result.texts[name] = option
    else:
        if wanted.words:
            reading.words.append((start, start + len(value)))
        if isinstance(result.values[name], str):
            plain_words(reading, option)


def complaint(name: str, error: FieldError) -> str:
    """What is wrong with a value, as one sentence about the named thing."""
    words = str(error)
    return f"'{name}': {words}" if words.startswith("'") else f"'{name}' {words}"


def plain_words(reading: Reading, option: Option) -> None:
    """Report marks in a value that is shown as it stands, and one that is no title or name."""
    if len(option.value) > LONGEST_VALUE:
        end = option.value_start + len(option.value)
        message = f"'{option.name}' has {len(option.value)} characters; {LONGEST_VALUE} is the most"
        reading.report(codes.TOO_LONG, option.value_start, end, message, "say it in fewer words")
    if found := _PLAIN_TEXT_MARKS.search(option.value):
        start = option.value_start + found.start()
        message = f"'{option.name}' holds plain words: '{found[0]}' would be shown as it stands"
        hint = "write the words without marks"
        reading.report(codes.MARK_IN_PLAIN_TEXT, start, start + len(found[0]), message, hint)
