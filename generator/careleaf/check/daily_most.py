"""A topic in; amounts of a medicine above the most that adults take in a day out.

It sees an amount that is written whole ("10 g a day", "5000 mg"), and how often it is taken where
the sentence says so: `check/daily_amount.py`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct

from careleaf.blocks.easy import Easy
from careleaf.blocks.figure import Figure
from careleaf.blocks.notes import Notes
from careleaf.check.parts import blocks, front_lines, meanings
from careleaf.check.passage import Passage, passage
from careleaf.check.statement import Statement, in_section
from careleaf.model.inline import Words
from careleaf.model.library import Library
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import ABOVE_DAILY_MOST, ABOVE_LABEL
from careleaf.source import Span


class Most(Struct, frozen=True):
    """The most of a medicine that a source names for a day, in milligrams, for adults in the US."""

    names: str
    """Parted by semicolons; those of brands that hold this medicine alone are among them."""
    label: int
    """What the label allows without a prescription."""
    prescribed: int
    """What is prescribed at most; that of the label where no source says."""
    source: str
    """A file in content/sources."""
    year: int

    @property
    def said(self) -> str:
        """For a hint."""
        most = f"at most {self.label} mg a day"
        if self.prescribed > self.label:
            most += f" without a prescription, {self.prescribed} mg with one"
        return f"{most}, in the US ({self.source}, {self.year})"


MOST = (
    Most(
        "acetaminophen; paracetamol; tylenol; panadol",
        4000,
        4000,
        "fda-acetaminophen-2011",
        2011,
    ),
    Most("ibuprofen; advil; motrin; nurofen", 1200, 3200, "us-label-ibuprofen", 2026),
    Most("naproxen; aleve; naprosyn", 660, 1500, "us-label-naproxen", 2026),
    Most("aspirin; acetylsalicylic acid", 4000, 4000, "ismp-aspirin", 2026),
)

_NAMES = re.compile("|".join(most.names.lower().replace("; ", "|") for most in MOST))
_UNIT = re.compile(r"(?:\bm?g|[0-9]m?g|gms?|grams?|grammes?|mgs)\b", re.IGNORECASE)
"""What few lines hold. A build asks of every line whether it has a name, of those with one whether
it has a unit; small letters alone are found in a tenth of the time."""
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
_PRESCRIBED = re.compile(
    r"\bprescri\w+|\b(?:doctor|clinician|surgeon)s? (?:may |can |will )?"
    r"(?:say|tell|give|order|choose|want)",
    re.IGNORECASE,
)


def check_daily_most(topic: Topic, library: Library) -> Iterator[Problem]:
    """For English: a sentence with a medicine of ours and more of it than anybody takes in a day,
    at once, as a limit or dose by dose. What stands under "Don't" is no advice to take it."""
    if topic.language.partition("-")[0] == "en":
        for words in _said(topic, library):
            for most, at, said in _amounts(words, lambda most: most.prescribed):
                message = f"{said} is more than adults take in a day"
                yield Problem(ABOVE_DAILY_MOST, at, message, most.said)


def above_label(said: Statement) -> Iterator[Problem]:
    """More than the label allows, where nothing is said of a prescription."""
    words = said.words
    if said.against or _PRESCRIBED.search(words.text):
        return
    above = {at for _, at, _ in _amounts(words, lambda most: most.prescribed)}
    for most, at, told in _amounts(words, lambda most: most.label):
        if at not in above:
            message = f"{told} is more than a label allows without a prescription"
            yield Problem(ABOVE_LABEL, at, message, f"{most.said}: say that it is prescribed")


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


def _amounts(words: Passage, limit: Callable[[Most], int]) -> Iterator[tuple[Most, Span, str]]:
    """Those above a limit, with their places and what is said."""
    text = words.text
    if not _NAMES.search(text.lower()) or not _UNIT.search(text):
        return
    # A build asks this of every topic; what counts words takes as long to load as the rest of it.
    from careleaf.check.daily_amount import daily_amounts
    from careleaf.check.known import pattern

    for one in daily_amounts(text, pattern("; ".join(most.names for most in MOST))):
        most = next(most for most in MOST if pattern(most.names).fullmatch(one.name))
        if one.milligrams > limit(most) and not _only_warns(one.sentence):
            yield most, words.span(one.start, one.end), one.said


@lru_cache(maxsize=16)
def _only_warns(sentence: str) -> bool:
    return bool(_WARNS.search(sentence)) and not _ADVISES.search(sentence)
