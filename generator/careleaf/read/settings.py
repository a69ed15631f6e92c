"""A content folder in; what the library asks of its topics, and mistakes in its file on that,
out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from careleaf.blocks.field import Field, FieldError, choice
from careleaf.model.goals import USUAL_GOALS
from careleaf.model.settings import Settings
from careleaf.problem import Problem
from careleaf.read.header import read_header
from careleaf.read.intake import take_in
from careleaf.read.opening import file_bytes, shown_path
from careleaf.source import Source

FILE = "checks.md"
_NONE = "none"
_REFUSE = "refuse"


def _goal(example: str) -> Field[float | None]:
    """A school grade or points of ease, or that there is no goal."""

    def parse(value: str) -> float | None:
        if value == _NONE:
            return None
        if not re.fullmatch(r"[0-9]{1,3}(\.[0-9])?", value):
            raise FieldError("needs a number such as 6 or 6.5, or 'none'")
        return float(value)

    return Field(parse, example)


FIELDS: Mapping[str, Field[object]] = {
    **{
        key: cast(Field[object], _goal(_NONE if usual is None else f"{usual:g}"))
        for key, usual in USUAL_GOALS.items()
    },
    "drafts": choice(_REFUSE, "build"),
    "overdue": choice(_REFUSE, "build"),
}
"""The front matter of the file. Below it stands our own note, which is not read."""


def read_settings(root: Path) -> tuple[Settings, dict[str, Source], list[Problem]]:
    """The library's; what the file leaves out, and a folder without it, is as usual."""
    path = root / FILE
    if not path.exists():
        return Settings(), {}, []
    data = file_bytes(path, root)
    if isinstance(data, Problem):
        return Settings(), {}, [data]
    reading, within = take_in(shown_path(path), data)
    values = read_header(reading, FIELDS).typed.values if within else {}
    goals = {key: values.get(key, usual) for key, usual in USUAL_GOALS.items()}
    settings = Settings(
        goals=cast(Mapping[str, float | None], goals),
        refuses_drafts=values.get("drafts") == _REFUSE,
        refuses_overdue=values.get("overdue") == _REFUSE,
    )
    return settings, {reading.source.path: reading.source}, reading.found()
