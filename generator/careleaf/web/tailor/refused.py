"""A choice that cannot be made, with its reason and the buttons that mend it; and the fields of a
form after one of them was pressed."""

from __future__ import annotations

from msgspec import Struct
from starlette.datastructures import ImmutableMultiDict, UploadFile

Fields = ImmutableMultiDict[str, str | UploadFile]

MEND = "mend"
"""The name of every button that mends; its value is `FIELD=VALUE`."""


class Way(Struct, frozen=True, kw_only=True):
    """A button that mends: what it is called, the field that it sets, and to what."""

    label: str
    field: str
    value: str


class Refused(Struct, frozen=True, kw_only=True):
    """What is told at a field, for the person who filled it in. `key` is the field; `shown` says
    what the pages show meanwhile; the first of `ways` is the one that most want. `editor` is the
    address where it is mended, if no choice mends it."""

    key: str
    sentence: str
    shown: str = ""
    ways: tuple[Way, ...] = ()
    editor: str = ""


def mended(fields: Fields) -> Fields:
    """The fields as a button that mends sets them; the same where none was pressed."""
    wish = fields.get(MEND)
    if not isinstance(wish, str):
        return fields
    name, _, value = wish.partition("=")
    rest = [pair for pair in fields.multi_items() if pair[0] not in {name, MEND}]
    return ImmutableMultiDict([*rest, (name, value)])
