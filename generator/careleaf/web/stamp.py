"""A content folder in; for each topic what changes when its files do, out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
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


def stamps(content: Content, today: date) -> dict[str, Stamp]:
    """Of every topic. What was signed holds words of glossary and clinic too, until a day: where
    there are reviews, all of that counts."""
    here = [*content.root.glob("*.md"), *(path for one in _AROUND for path in _in(content, one))]
    around = [*_seen(here), ("today", today.toordinal(), 0)]
    found: dict[str, Stamp] = {}
    for name in content.topics():
        files = list(_in(content, f"topics/{name}"))
        own = list(_seen(files))
        signed = any(path.parent.name == "reviews" for path in files)
        printed = _digest([*own, *around])
        found[name] = Stamp(printed if signed else _digest(own), printed)
    return found


def _in(content: Content, folder: str) -> Iterator[Path]:
    return (path for path in sorted((content.root / folder).rglob("*")) if path.is_file())


def _seen(files: list[Path]) -> Iterator[_Seen]:
    for path in files:
        try:
            stat = path.stat()
        except FileNotFoundError:  # it went while we looked
            continue
        yield str(path), stat.st_mtime_ns, stat.st_size


def _digest(seen: list[_Seen]) -> str:
    return hashlib.blake2b(repr(seen).encode(), digest_size=12).hexdigest()
