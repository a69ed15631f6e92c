"""Random topics in; decks that hold every word, on the slide and in its box, or a problem, out.

`CARELEAF_FUZZ=20000` composes more topics than usual.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import compose_deck
from careleaf.compose.manuscript import manuscript
from careleaf.model.deck import Deck
from careleaf.model.inline import Run, Words
from careleaf.model.manuscript import Manuscript
from careleaf.model.placed import flat, wording
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.problem_codes import DOES_NOT_FIT
from careleaf.theme import default_theme
from tests.tools.decks import ENGLISH, written
from tests.tools.random_topics import RandomTopic
from tests.tools.topics import CLINIC, GLOSSARY, LIBRARY, entry, read, reference
from tests.unit.test_deck_fit import faults

TOPICS = int(os.environ.get("CARELEAF_FUZZ", "1000")) // 5
BATCH = 50

TERMS = ("disk", "nerve", "slipped disk")
RANDOM_LIBRARY = replace(
    LIBRARY,
    glossary={
        key: entry(key, Words(at=GLOSSARY, text=f"meaning{place} of it."))
        for place, key in enumerate(TERMS)
    },
    references={key: reference(key) for key in ("a", "b-c")},
)

WORD = re.compile(
    "walk|rest|gently|often|pain|back|hip|sore|knee|lift|née|disk|nerves|Slipped|Lead|meaning[0-2]"
)
"""Words of random topics; as parts of words, for some stand side by side without a blank."""


def random_manuscript(seed: int) -> Manuscript:
    """A random topic ready for its deck, without the characters that no font of ours has."""
    text = RandomTopic(seed).document().replace("痛み", "knie").replace("🦴", "zelf")
    topic, problems, _ = read(text)
    assert problems == [], seed
    ready, problems = manuscript(
        topic,
        Medium.DECK,
        library=RANDOM_LIBRARY,
        clinic=CLINIC,
        language=ENGLISH,
        tailoring=Tailoring(),
    )
    assert problems == [], seed
    return ready


def words_of(node: object) -> Iterator[str]:
    """The words of every run below a node."""
    if isinstance(node, Run):
        yield from WORD.findall(node.text)
    elif isinstance(node, tuple):
        for inner in node:
            yield from words_of(inner)
    elif isinstance(node, Struct):
        for name in node.__struct_fields__:
            yield from words_of(getattr(node, name))


def words_in(deck: Deck) -> Iterator[str]:
    """What its slides show, what stands in for pictures, and what the speaker says."""
    for slide in deck.slides:
        for shape in flat(slide.shapes):
            yield from WORD.findall(wording(shape))
            yield from WORD.findall(getattr(shape, "alt", ""))
        for said in slide.notes:
            yield from WORD.findall(said)


@pytest.mark.parametrize("first", range(0, TOPICS, BATCH))
def test_a_random_topic_is_all_there_or_does_not_fit(first: int) -> None:
    fitting = 0
    for seed in range(first, first + BATCH):
        ready = random_manuscript(seed)
        deck, problems = compose_deck(ready, default_theme(), ENGLISH)
        assert {problem.code for problem in problems} <= {DOES_NOT_FIT}, (seed, problems)
        if not problems:
            fitting += 1
            check(ready, deck, seed)
    assert fitting > BATCH // 5


def check(ready: Manuscript, deck: Deck, seed: int) -> None:
    lost = Counter(words_of((ready.chapters, ready.definitions))) - Counter(words_in(deck))
    assert not lost, (seed, lost)
    assert [fault for slide in deck.slides for fault in faults(slide)] == [], seed
    assert written(deck)
