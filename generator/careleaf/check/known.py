"""A list of ours in; its lines, parted and ready to be looked for in words, out.

Each list is a plain text file beside this module: ` | ` between columns, `;` between phrases, `#`
before a remark."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The columns of every line of `name`."""
    text = (files("careleaf.check") / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(column.strip() for column in line.split("|")) for line in lines)


def rows_near(name: str, text: str) -> list[tuple[str, ...]]:
    """The lines of `name` with a phrase whose first word stands in a text, in their order: looking
    for words costs less than looking for every phrase."""
    firsts = _first_words(name)
    near = firsts.keys() & set(_WORD.findall(text.lower()))
    numbers = sorted({number for word in near for number in firsts[word]})
    return [rows(name)[number] for number in numbers]


@cache
def _first_words(name: str) -> dict[str, list[int]]:
    """The numbers of the lines that have a phrase in their first column which begins so."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows(name)):
        for phrase in phrases(row[0]):
            found.setdefault(_WORD.findall(phrase.lower())[0], []).append(number)
    return found


_WORD = re.compile(r"\w+")


def phrases(column: str) -> tuple[str, ...]:
    """The phrases of one column."""
    return tuple(phrase.strip() for phrase in column.split(";"))


@cache
def pattern(column: str) -> re.Pattern[str]:
    """Finds any of a column's phrases as whole words, over any blank or hyphen; small letters stand
    for capitals too, but RICE is not rice."""
    found = (_one(phrase) for phrase in phrases(column))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(found)})(?![\w-])")


def _one(phrase: str) -> str:
    words = re.escape(phrase).replace(r"\ ", r"[\s\-]+")
    return words if phrase.isupper() else f"(?i:{words})"
