"""A topic in; sentences, paragraphs and lists that are too long, and tasks in the passive, out.

Sources: sentences up to 20 words and paragraphs up to 3 sentences (NHS digital service manual, How
we write; Patient Information Forum); lists up to 7 items (CDC Clear Communication Index, item 8);
the active voice for what the reader is to do (PEMAT-P items 5 and 21)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.blocks.prose import Listing, Prose
from careleaf.check.parts import patient_blocks, patient_lines
from careleaf.check.passage import passage
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import LONG_LIST, LONG_PARAGRAPH, LONG_SENTENCE, PASSIVE
from careleaf.readability import sentences, words

_SENTENCES, _ITEMS = 3, 7
_WORDS = {"en": 20, "es": 25}
"""Words of a sentence. Spanish says with about a fifth more words what English says with 20."""

_IRREGULAR = (
    "begun bitten bought broken brought built caught chosen cut done drawn drunk eaten felt found "
    "given held kept laid left lost made met paid put read seen sent set shown spoken stuck taken "
    "taught told understood worn written"
)
PARTICIPLE = rf"(?:\w+ed|{'|'.join(_IRREGULAR.split())})"
_PASSIVE = re.compile(
    rf"\b(?:should|must|need to|needs to|has to|have to|is to|are to)\s+"
    rf"(?:not\s+|\w+ly\s+)?be\s+(?:\w+ly\s+)?({PARTICIPLE})\b"
    rf"|\b(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?({PARTICIPLE})\s+by\s+"
    rf"(?:an?|the|your|our|us|them)\b",
    re.IGNORECASE,
)
"""A task without anyone to do it ("should be taken"), or with the doer last ("by your doctor").
Other passives are left alone: "it is called", "pain can be felt" are how people speak."""
STATES = frozenset({"tired", "worried", "scared", "interested", "pleased", "surprised"})


def check_plain_writing(topic: Topic) -> Iterator[Problem]:
    """Words and sentences are counted in the languages that formulas count; the passive is looked
    for in English. A translation has the lists of its source."""
    if topic.language.partition("-")[0] in _WORDS:
        yield from _sentences(topic)
        yield from _paragraphs(topic)
    if not topic.translated:
        yield from _lists(topic)
    if topic.language.partition("-")[0] == "en":
        yield from _passive(topic)


def _sentences(topic: Topic) -> Iterator[Problem]:
    most = _WORDS[topic.language.partition("-")[0]]
    for section in topic.sections():
        for line in map(passage, patient_lines(section)):
            for start, end in sentences(line.text):
                count = sum(1 for _ in words(line.text[start:end]))
                if count > most:
                    message = f"a sentence of {count} words: {most} is the most to take in at once"
                    at = line.span(start, end)
                    yield Problem(LONG_SENTENCE, at, message, "make two of it")


def _paragraphs(topic: Topic) -> Iterator[Problem]:
    for section in topic.sections():
        for block in patient_blocks(section):
            if isinstance(block, Prose):
                line = passage(block.body)
                found = list(sentences(line.text))
                if len(found) > _SENTENCES:
                    message = f"a paragraph of {len(found)} sentences: {_SENTENCES} is the most"
                    hint = "start a new paragraph here, or make it a list"
                    yield Problem(LONG_PARAGRAPH, line.span(*found[_SENTENCES]), message, hint)


def _lists(topic: Topic) -> Iterator[Problem]:
    for section in topic.sections():
        for block in patient_blocks(section):
            if isinstance(block, Listing):
                yield from _list(block)


def _list(block: Listing) -> Iterator[Problem]:
    if len(block.entries) > _ITEMS:
        message = f"a list of {len(block.entries)} items: {_ITEMS} is the most without a break"
        hint = "part it in two, with a line or heading between"
        yield Problem(LONG_LIST, block.entries[_ITEMS].at, message, hint)
    for entry in block.entries:
        if entry.inner:
            yield from _list(entry.inner)


def _passive(topic: Topic) -> Iterator[Problem]:
    for section in topic.sections():
        for line in map(passage, patient_lines(section)):
            for found in _PASSIVE.finditer(line.text):
                if (found[1] or found[2]).lower() not in STATES:
                    message = f"'{found[0].strip()}' does not say who does it"
                    hint = "say who: 'take it', 'we check', 'your doctor tells you'"
                    at = line.span(found.start(), found.end())
                    yield Problem(PASSIVE, at, message, hint)
