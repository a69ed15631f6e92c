"""A content folder in; for each topic what changes when its files do, out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from careleaf.engine import Content

_Seen = tuple[str, int, int]
"""Name, time and size of a file."""
_AROUND = ("glossary", "sources", "clinics")
"""What any topic may use."""


class Stamp(Struct, frozen=True):
    """Of one topic. `words`: what it says and who has signed it; `print`: what it looks like."""

    words: str
    print: str


def stamps(content: Content, today: date, topics: Iterable[str] | None = None) -> dict[str, Stamp]:
    """Of these topics, else of every one. What was signed holds words of glossary and clinic too,
    until a day: where there are reviews, all of that counts."""
    here = [one for one in _in(content.root, deep=False) if one[0].endswith(".md")]
    around = [*here, *(seen for name in _AROUND for seen in _in(content.root / name))]
    day = (_digest(around), today.toordinal(), 0)
    found: dict[str, Stamp] = {}
    for name in content.topics() if topics is None else topics:
        folder = content.root / "topics" / name
        own = list(_in(folder))
        signed = any(Path(path).parent.name == "reviews" for path, _, _ in own)
        printed = _digest([*own, day])
        found[name] = Stamp(printed if signed else _digest(own), printed)
    return found


def _in(folder: Path | str, *, deep: bool = True) -> list[_Seen]:
    """Its files by name, and where `deep` those of the folders in it. What is not there, or goes
    while we look, is left out."""
    found: list[_Seen] = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    found += _in(entry.path) if deep else []
                elif entry.is_file():
                    stat = entry.stat()
                    found.append((entry.path, stat.st_mtime_ns, stat.st_size))
    return found


def _digest(seen: list[_Seen]) -> str:
    return hashlib.blake2b(repr(seen).encode(), digest_size=12).hexdigest()
