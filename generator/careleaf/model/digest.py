"""Anything that was read from a content file in; a digest of what it says, wherever it stands, out.

Places, white space and the length of blanks count for nothing, so that a line may be wrapped anew
and a block moved down a page. All else counts: words, marks, doses, pictures, which media show it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import NODEFAULT, Struct

from careleaf.model.inline import Blank, Break, Words
from careleaf.source import Span

LENGTH = 32
"""Hexadecimal digits of a digest: 128 bits of SHA-256, so that no two texts share one by chance."""


def digest(*said: object) -> str:
    """Of nodes, drafts and plain values, in this order. It is the same in every process, and on a
    later day: a field that a node gets in a later careleaf changes nothing while it is not used."""
    data = msgspec.json.encode([_plain(one) for one in said])
    return hashlib.sha256(data).hexdigest()[:LENGTH]


def _plain(value: Any) -> Any:
    """The value as lists, names and numbers that JSON writes in one way."""
    match value:
        case Span():
            raise TypeError("a place is no part of what is said: keep it in a field of a node")
        case tuple() | list():
            return [*_row(value)]
        case frozenset() | set():
            return sorted((_plain(one) for one in value), key=msgspec.json.encode)
        case Mapping():
            return sorted([str(name), _plain(one)] for name, one in value.items())
        case Blank():
            return ["Blank"]
        case Struct():
            return [type(value).__name__, *_fields(value)]
        case _:
            return _single(value)


def _single(value: Any) -> Any:
    match value:
        case str():
            return _words(value)
        case bytes():
            return hashlib.sha256(value).hexdigest()
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case _:
            return value


def _row(values: tuple[Any, ...] | list[Any]) -> Iterator[Any]:
    """Its members; words that stand together are one text, however they were read."""
    text = ""
    for value in values:
        if isinstance(value, Words):
            text += value.text
        elif isinstance(value, Break):
            text += " "
        else:
            yield from [_words(text)] if text else []
            text = ""
            yield _plain(value)
    yield from [_words(text)] if text else []


def _fields(value: Struct) -> Iterator[Any]:
    """What is given, by name: no places, and nothing that is as if it were not there."""
    for name, usual in _usual(type(value)).items():
        given = getattr(value, name)
        if not isinstance(given, Span) and given is not None and given != usual:
            yield [name, _plain(given)]


@lru_cache(maxsize=256)
def _usual(kind: type[Struct]) -> Mapping[str, Any]:
    """Each field with what it is where nothing is given; one without any is always written."""
    fields = msgspec.structs.fields(kind)
    return {one.name: _default(one) for one in fields if one.name not in _PLACES}


_PLACES = frozenset({"at", "places"})


def _default(field: msgspec.structs.FieldInfo) -> Any:
    return field.default_factory() if field.default_factory is not NODEFAULT else field.default


def _words(text: str) -> str:
    """As it is seen: one blank for any white space, and one way to write an accented letter."""
    before, after = text[:1].isspace(), text[-1:].isspace()
    inner = " ".join(unicodedata.normalize("NFC", text).split())
    return f"{' ' * before}{inner}{' ' * after}" if inner else " "[: len(text)]
