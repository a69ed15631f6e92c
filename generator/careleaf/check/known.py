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
