"""The name of an icon in; its drawing, in one colour and a box of 48 by 48, out.

The icons lie in one text file a set: `icon NAME from FILE-IN-THE-SET`, then one line an outline
(`nonzero` or `evenodd`, and path data of M, L, C and Z only, absolute). Licences lie beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path as FilePath

from careleaf.model.art import Command, Drawing, Path
from careleaf.problem import did_you_mean

SIDE = 48.0
"""Width and height of every icon's box."""

_SETS = ("careleaf", "healthicons", "phosphor", "tabler")
_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


class UnknownIconError(LookupError):
    """No icon has this name; the message may hold a nearest one."""


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[str, ...]]:
    """The outline lines of every icon, unparsed: most documents need a dozen of them."""
    entries: dict[str, tuple[str, ...]] = {}
    for name in _SETS:
        text = FilePath(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8")
        for stanza in text.split("\nicon ")[1:]:
            title, *lines = stanza.strip().split("\n")
            entries[title.split(" ")[0]] = tuple(lines)
    return entries


def icon_names() -> tuple[str, ...]:
    """The names that `:icon:` may take, in alphabetical order."""
    return tuple(sorted(_entries()))


@lru_cache(maxsize=256)
def icon(name: str) -> Drawing:
    """The drawing of this name, painted "current". Raises UnknownIconError."""
    lines = _entries().get(name)
    if lines is None:
        raise UnknownIconError(f"no icon '{name}'; {did_you_mean(name, icon_names())}")
    return Drawing(width=SIDE, height=SIDE, paths=tuple(_path(line) for line in lines))


def _path(line: str) -> Path:
    rule, data = line.split(" ", 1)
    return Path(commands=_commands(data), even_odd=rule == "evenodd")


def _commands(data: str) -> tuple[Command, ...]:
    return tuple(
        (letter, *map(float, numbers.split())) for letter, numbers in _COMMAND.findall(data)
    )
