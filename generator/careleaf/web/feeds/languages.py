"""A language that was asked for and those that a topic is there in, in; the one to give out.

As RFC 4647 looks languages up: the tag as it is, then without its last part, and so on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_TAG = re.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,6}")
ENGLISH = "en"
_OLD = {"sp": "es"}
"""What clients of MedlinePlus Connect send for Spanish, as its first version asked them to. No
language has that code (ISO 639-1)."""


def language_tag(typed: str) -> str | None:
    """The tag in the letters of BCP 47 ("es-MX" for "es_mx"), or None where it cannot be one."""
    if not _TAG.fullmatch(typed):
        return None
    spoken, *more = re.split("[-_]", _OLD.get(typed.lower(), typed))
    form = {4: str.title, 2: str.upper}
    return "-".join([spoken.lower(), *(form.get(len(part), str.lower)(part) for part in more)])


def best_language(tag: str, there: Collection[str]) -> str:
    """The language of those there for a reader of `tag`; where there is none, English, and where
    that is not there either, the first by its code.

    "zh-CN" finds "zh-Hans" and "zh-TW" does not: a script that one cannot read is no fallback.
    """
    for candidate in _shorter(tag):
        if candidate in there:
            return candidate
    spoken = tag.partition("-")[0]
    elsewhere = sorted(code for code in there if code.partition("-")[0] == spoken)
    readable = [code for code in elsewhere if _script(code) == _script(tag)]
    return readable[0] if readable else (ENGLISH if ENGLISH in there else min(there))


def speaks(code: str, tag: str) -> bool:
    """Whether `code` is the language asked for, or a kind of it (RFC 4647, basic filtering)."""
    return code == tag or code.startswith(f"{tag}-")


def _shorter(tag: str) -> Iterator[str]:
    parts = tag.split("-")
    for count in range(len(parts), 0, -1):
        yield "-".join(parts[:count])


def _script(tag: str) -> str:
    """The script that a language is written in where the tag says, or Babel's data for it; ""
    where neither does."""
    from babel.core import get_global

    parts = tag.split("-")
    told = [part for part in parts[1:] if len(part) == 4]
    if told:
        return told[0]
    countries = [part for part in parts[1:] if len(part) == 2]
    likely = get_global("likely_subtags")
    for key in ("_".join([parts[0], *countries]), parts[0]):
        if key in likely:
            return str(likely[key]).split("_")[1]
    return ""
