"""A topic and what the checks found in it in; what items ask about it, gathered once, out.

Patients' words only: no speaker notes, and no easy words, which say the same again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import TypeVar

from careleaf.blocks.chart import Figures
from careleaf.blocks.compare import Compare
from careleaf.blocks.do_dont import Half
from careleaf.blocks.easy import Easy
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.figure import Figure
from careleaf.blocks.key_message import KeyMessage
from careleaf.blocks.notes import Notes
from careleaf.blocks.only import Only
from careleaf.blocks.prose import Grid, Prose
from careleaf.blocks.risk import Risk
from careleaf.check.parts import meanings, patient_blocks
from careleaf.check.plain_writing import PARTICIPLE, STATES
from careleaf.check.statement import Statement, in_section
from careleaf.figure.pose import pose
from careleaf.model.digest import digest
from careleaf.model.library import Library
from careleaf.model.topic import Block, Section, Topic
from careleaf.model.walk import written
from careleaf.problem import Problem
from careleaf.readability import sentences, words
from careleaf.source import Span

Kind = TypeVar("Kind")

_MOSTLY = 0.8
"""The share of a text in which a feature must be there: PEMAT's User's Guide (AHRQ 2013) says to
agree with an item where it holds 80 to 100 % of the time."""
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:not\s+|\w+ly\s+)?({PARTICIPLE})\b", re.IGNORECASE
)
_VERY_SHORT = 150
"""Words. PEMAT calls a text of two paragraphs at most very short."""


class Portion:
    """A section, or a part's own words above its first section."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.blocks = tuple(patient_blocks(section))
        """Each before the blocks inside it."""
        self.said: tuple[Statement, ...] = tuple(in_section(section))
        """The heading first."""

    @cached_property
    def title(self) -> str:
        """The words of its heading."""
        return written(self.section.title)

    @cached_property
    def words(self) -> int:
        """How many patients read under its heading."""
        return sum(1 for one in self.said[1:] for _ in words(one.words.text))

    @cached_property
    def own_words(self) -> bool:
        """Whether a paragraph stands here that is in no box."""
        waiting = list(self.section.blocks)
        while waiting:
            block = waiting.pop()
            if isinstance(block, Prose):
                return True
            if isinstance(block, Only):
                waiting += block.body
        return False

    @property
    def own(self) -> list[Block]:
        """Its blocks as written, but for what stands beside the words for patients."""
        return [block for block in self.section.blocks if not isinstance(block, Notes | Easy)]

    def has(self, *kinds: type[object]) -> bool:
        """Whether a block of one of these kinds stands here."""
        return any(isinstance(block, kinds) for block in self.blocks)

    @property
    def heading_at(self) -> Span:
        """Where its heading stands."""
        return self.section.title[0].at if self.section.title else self.section.at


class View:
    """One topic in one language."""

    def __init__(self, topic: Topic, library: Library, found: Iterable[Problem]) -> None:
        self.topic = topic
        self.library = library
        self.english = topic.language.partition("-")[0] == "en"
        self.portions = tuple(map(Portion, topic.sections()))
        self._starts = [portion.section.at.start for portion in self.portions]
        by_code: defaultdict[str, list[Problem]] = defaultdict(list)
        for problem in dict.fromkeys(found):
            by_code[problem.code].append(problem)
        self._found: Mapping[str, list[Problem]] = by_code
        self._digests: dict[Callable[[View], object], str] = {}

    @property
    def top(self) -> Span:
        """Where what concerns the topic as a whole is pointed at."""
        return self.topic.place("title")

    def faults(self, *codes: str) -> list[Problem]:
        """What the checks found, of these kinds."""
        return [problem for code in codes for problem in self._found.get(code, ())]

    def blocks(self, *kinds: type[Kind]) -> Iterator[Kind]:
        """Those of these kinds, in reading order."""
        for portion in self.portions:
            for block in portion.blocks:
                if isinstance(block, kinds):
                    yield block

    @cached_property
    def said(self) -> tuple[Statement, ...]:
        """Every line, headings too."""
        return tuple(one for portion in self.portions for one in portion.said)

    @cached_property
    def sentences(self) -> tuple[tuple[Statement, int, int], ...]:
        """Every sentence: its line, and where in it."""
        return tuple((one, *ends) for one in self.said for ends in sentences(one.words.text))

    @cached_property
    def passives(self) -> tuple[Span, ...]:
        """Sentences in the passive, in English. Feelings ("you are worried") are none."""
        found = (
            (one, _PASSIVE.search(one.words.text, start, end)) for one, start, end in self.sentences
        )
        return tuple(
            one.words.span(passive.start(), passive.end())
            for one, passive in found
            if passive and passive[1].lower() not in STATES
        )

    @cached_property
    def words(self) -> int:
        """How many patients read."""
        return sum(portion.words for portion in self.portions)

    @property
    def very_short(self) -> bool:
        """Whether it needs neither sections nor a summary."""
        return self.words < _VERY_SHORT

    @cached_property
    def opening(self) -> tuple[Portion, ...]:
        """Where a reader begins: the first part's own words and its first section."""
        return self.portions[: 2 if self.topic.parts and self.topic.parts[0].sections else 1]

    @property
    def beginning_at(self) -> Span:
        """Where its first heading stands."""
        return self.portions[0].heading_at if self.portions else self.top

    def places(self, found: re.Pattern[str]) -> Iterator[tuple[Statement, re.Match[str]]]:
        """Every place where a pattern stands, and the line that it stands in."""
        for one in self.said:
            for match in found.finditer(one.words.text):
                yield one, match

    def rare(self, at: Iterable[Span]) -> bool:
        """Whether at least 80 in 100 sections have none of these places."""
        if not self.portions:
            return True
        here = (one.start for one in at if one.path == self.topic.at.path)
        struck = {bisect_right(self._starts, start) for start in here}
        return 1 - len(struck) / len(self.portions) >= _MOSTLY

    @staticmethod
    def mostly(good: int, of: int) -> bool:
        """Whether at least 80 in 100 are good."""
        return good >= _MOSTLY * of

    def digest(self, looks_at: Callable[[View], object]) -> str:
        """Of what an item looks at."""
        if looks_at not in self._digests:
            self._digests[looks_at] = digest(looks_at(self))
        return self._digests[looks_at]

    def everything(self) -> object:
        """All words for patients, to be judged as a whole: those that a glossary explains at the
        end too."""
        said = [(portion.section.title, portion.own) for portion in self.portions]
        explained = [*meanings(self.topic, self.library)]
        return (self.topic.title, self.topic.subtitle, said, explained)

    def pictures(self) -> tuple[object, Mapping[str, str]]:
        """What is drawn, to be judged as pictures."""
        shown = [*self.blocks(*PICTURES)]
        return (shown, people(shown))

    def around_pictures(self) -> tuple[object, Mapping[str, str]]:
        """The sections with something drawn, to be judged with their words."""
        shown = [portion.own for portion in self.portions if portion.has(*PICTURES)]
        return (shown, people(self.blocks(*PICTURES)))

    def around_tables(self) -> object:
        """The sections with tables or charts."""
        return [portion.own for portion in self.portions if portion.has(*TABLES)]


PICTURES = (Figure, Exercise, KeyMessage, Half, Risk, Compare, Figures)
"""Blocks that are drawn, or can be."""
TABLES = (Grid, Risk, Compare, Figures)
"""Blocks that show several things side by side."""


def people(blocks: Iterable[object]) -> Mapping[str, str]:
    """The people drawn in these blocks, by name, with the digest of each drawing: who judged a
    picture judged what they saw, and not its name."""
    named = (getattr(block, "pose", None) for block in blocks)
    return {name: _drawing(name) for name in named if isinstance(name, str)}


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return digest(pose(name))
