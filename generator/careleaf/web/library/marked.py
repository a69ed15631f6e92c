"""A text and what was typed in; the text with the words found marked, or the stretch of it where
they stand, out."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from careleaf.web.library.folded import folded, words

_AROUND = 45
"""Letters before and after a word found in the text of a topic."""


def marked(text: str, typed: frozenset[str]) -> Markup:
    """`<mark>` round the part of each word that was typed; the whole word where letters count
    otherwise than they stand ("ß")."""
    parts: list[Markup] = []
    done = 0
    for word in words(text):
        key = max((one for one in typed if word.key.startswith(one)), key=len, default="")
        if not key:
            continue
        plain = len(word.key) == word.end - word.start
        end = word.start + len(key) if plain else word.end
        parts += [escape(text[done : word.start]), _mark(text[word.start : end])]
        done = end
    return Markup("").join([*parts, escape(text[done:])])


def _mark(text: str) -> Markup:
    return Markup("<mark>{}</mark>").format(text)


def has(text: str, typed: frozenset[str]) -> bool:
    """Whether a word of the text begins with one of those typed."""
    return any(word.key.startswith(one) for word in words(text) for one in typed)


def passage(text: str, typed: frozenset[str]) -> Markup | None:
    """The first stretch of a text that has a word typed, some words on either side; None where no
    line has one."""
    for line, plain in zip(text.split("\n"), _folded_lines(text), strict=True):
        # Quick, and right most of the time: words are looked at one by one only where it holds.
        if not any(one in plain for one in typed):
            continue
        for word in words(line):
            if any(word.key.startswith(one) for one in typed):
                return marked(_cut(line, word.start), typed)
    return None


@lru_cache(maxsize=256)
def _folded_lines(text: str) -> tuple[str, ...]:
    """Of a text that is asked for at every letter typed."""
    return tuple(folded(line) for line in text.split("\n"))


def _cut(line: str, at: int) -> str:
    """The line, or so much of it round a place that it can be read at a glance."""
    if len(line) <= 2 * _AROUND:
        return line
    start, end = max(0, at - _AROUND), min(len(line), at + _AROUND)
    if start:
        start = line.find(" ", start, at) + 1 or start
    if end < len(line):
        end = max(line.rfind(" ", at, end), at + 1)
    before = "…" if start else ""
    after = "…" if end < len(line) else ""
    return f"{before}{line[start:end].strip()}{after}"
