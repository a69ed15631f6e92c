"""A topic in; pictures and links that leave out people who listen to it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.blocks.figure import Figure
from careleaf.check.parts import blocks, lines
from careleaf.check.typed_number import EMERGENCY_NUMBERS
from careleaf.model.inline import Link
from careleaf.model.topic import Topic
from careleaf.model.walk import inlines, written
from careleaf.problem import Problem
from careleaf.problem_codes import TYPED_EMERGENCY_NUMBER, VAGUE_LINK, WEAK_ALT_TEXT

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|svg|gif|webp|pdf)", re.IGNORECASE)
_KIND_FIRST = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|drawing|illustration|graphic|figure) of\b",
    re.IGNORECASE,
)
_A_NUMBER = 3
"""Digits from which on words of a link tell a number."""
_VAGUE = frozenset({"here", "click here", "this", "this link", "link", "more", "read more"})


def check_access(topic: Topic) -> Iterator[Problem]:
    """Alt texts that say nothing; link words that do not name their target."""
    for block, _ in blocks(topic):
        if isinstance(block, Figure) and (fault := _alt_fault(block)):
            hint = "say what the picture shows, as you would on the telephone"
            yield Problem(WEAK_ALT_TEXT, block.alt_at, fault, hint)
    for line in lines(topic):
        for inline in inlines(line):
            if isinstance(inline, Link):
                yield from _link(inline)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


def _alt_fault(figure: Figure) -> str:
    """What is wrong with an alt text, or nothing; one left out was reported by the reader."""
    alt = figure.alt.strip()
    if not alt:
        return ""
    if _FILE_NAME.fullmatch(alt) or alt == figure.file.rpartition(".")[0]:
        return "the alt text is a file name"
    if _KIND_FIRST.match(alt):
        return "the alt text says that there is a picture: a screen reader says that already"
    if len(alt.split()) < 3:
        return "the alt text is too short to say what the picture shows"
    return ""


def _link(link: Link) -> Iterator[Problem]:
    words = written(link.body).strip().rstrip(".").lower()
    number = _digits(link.target) if link.target.startswith("tel:") else ""
    if number in EMERGENCY_NUMBERS:
        message = f"{number} is an emergency number in some countries only"
        hint = "write {{ clinic.emergency_number }} in words, without a link"
        yield Problem(TYPED_EMERGENCY_NUMBER, link.at, message, hint)
    shown = _digits(words)
    if number and len(shown) >= _A_NUMBER and not number.endswith(shown.lstrip("0")):
        message = f"these words say {shown}, and the link calls {number}"
        yield Problem(VAGUE_LINK, link.at, message, "give the same number in both")
    if words in _VAGUE or words.startswith(("http:", "https:", "www.")):
        message = "these link words do not say where the link leads"
        hint = "name the place: [NHS page on back pain](https://...)"
        yield Problem(VAGUE_LINK, link.at, message, hint)
