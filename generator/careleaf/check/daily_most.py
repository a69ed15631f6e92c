"""A topic in; amounts of a medicine above the most that adults take in a day out.

It sees an amount that is written whole ("10 g a day", "5000 mg"), and adds up no tablets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from careleaf.blocks.easy import Easy
from careleaf.blocks.figure import Figure
from careleaf.blocks.notes import Notes
from careleaf.check.parts import blocks, front_lines, meanings
from careleaf.check.passage import Passage, passage
from careleaf.check.statement import in_section
from careleaf.model.inline import Words
from careleaf.model.library import Library
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import ABOVE_DAILY_MOST


class Most(Struct, frozen=True):
    """The most of a medicine that a source names for a day. Lists have no room for one alone."""

    names: str
    """Parted by semicolons."""
    milligrams: int
    source: str
    """A file in content/sources."""
    year: int


MOST = (Most("acetaminophen; paracetamol", 4000, "fda-acetaminophen-2011", 2011),)

_NAMES = re.compile("|".join(most.names.replace("; ", "|") for most in MOST), re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?<![\w.,])([0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+|[0-9][0-9,]*(?:\.[0-9]+)?)"
    r"[ \u00a0\u202f-]?(mg|milligrams?|g|grams?)\b",
    re.IGNORECASE,
)
"""The thousands may stand apart: "8 500 mg tablets" is read as that much too."""
_WARNS = re.compile(
    r"(?<!\bno )(?<!\bnot )(?<!n't )(?<!n’t )(?<!\bwithout )(?<!\bany )(?<!\bpain is )"
    r"\b(?:overdose|too much|harms?|damages?|kills?|danger\w*)\b(?! (?:the |your )?pain)",
    re.IGNORECASE,
)
"""A sentence that says what too much does may name how much that is."""
_ADVISES = re.compile(
    r"(?<!\bnot )(?<!n't )(?<!n’t )(?<!\bnever )(?<!\bif you )(?<!\bwho )"
    r"\b(?:take|use|have|try|give|up to)\b",
    re.IGNORECASE,
)
"""It may not tell anybody to take that: "up to 5 g, which harms nobody"."""


def check_daily_most(topic: Topic, library: Library) -> Iterator[Problem]:
    """For English: a sentence with a medicine of ours and more of it than anybody takes in a day,
    at once or as a limit. What stands under "Don't" is no advice to take it."""
    if topic.language.partition("-")[0] == "en":
        for words in _said(topic, library):
            yield from _above(words)


def _said(topic: Topic, library: Library) -> Iterator[Passage]:
    """What patients read, a row of a table as one line; and what is said to them, or read in easy
    words or the glossary."""
    yield from map(passage, front_lines(topic))
    for section in topic.sections():
        yield from (one.words for one in in_section(section) if not one.against)
    for block, _ in blocks(topic):
        match block:
            case Notes() | Easy():
                yield from map(passage, block.drafts())
            case Figure():
                yield passage((Words(at=block.alt_at, text=block.alt),))
            case _:
                pass
    yield from map(passage, meanings(topic, library))


def _above(words: Passage) -> Iterator[Problem]:
    text = words.text
    if not _AMOUNT.search(text) or not _NAMES.search(text):
        return
    # A build asks this of every topic; what counts words takes as long to load as the rest of it.
    from careleaf.check.known import pattern
    from careleaf.readability import sentences

    for most in MOST:
        for start, end in sentences(text):
            named = pattern(most.names).search(text, start, end)
            if not named or _only_warns(text[start:end]):
                continue
            for found in _AMOUNT.finditer(text, start, end):
                if _milligrams(found) > most.milligrams:
                    message = f"'{found[0]}' of {named[0]} is more than adults take in a day"
                    hint = f"at most {most.milligrams} mg a day ({most.source}, {most.year})"
                    at = words.span(found.start(), found.end())
                    yield Problem(ABOVE_DAILY_MOST, at, message, hint)


def _only_warns(sentence: str) -> bool:
    return bool(_WARNS.search(sentence)) and not _ADVISES.search(sentence)


def _milligrams(found: re.Match[str]) -> float:
    number = float(re.sub(r"[^0-9.]", "", found[1]))
    return number if found[2].lower().startswith("m") else number * 1000
