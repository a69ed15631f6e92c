"""What a check found, ready to be written down: plain data between the engine and its writers.

Nothing here leads back into files: each place has its line and column. `write/report/` makes a
page for people, JSON and SARIF of it; the JSON is these very names."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct, field

from careleaf.problem import Excerpt, Severity


class Spot(Struct, frozen=True, kw_only=True, rename="camel"):
    """A stretch of a file, in lines and columns from 1; the end is not included. Columns count
    characters (Unicode code points). Without a line: the file as a whole, which was not read."""

    file: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


class Fix(Struct, frozen=True, kw_only=True):
    """Words that may stand in place of others."""

    old: str
    new: str
    at: Spot
    """Within the place of the problem."""
    safe: bool
    """Whether they fit without being looked at: `--fix` puts them there."""


class ReportedProblem(Struct, frozen=True, kw_only=True):
    """A problem."""

    code: str
    severity: Severity
    message: str
    hint: str
    at: Spot
    excerpt: Excerpt | None = None
    """Its line; None where the file was not read."""
    fix: Fix | None = None


class Reading(Struct, frozen=True, kw_only=True):
    """One formula, and what a topic is to reach by it."""

    name: str
    key: str
    unit: Literal["school grade", "points of ease"]
    goal: float | None
    """The highest grade, or the fewest points; None where nothing is asked for."""
    score: float | None
    """Of the whole topic; None where there is no word to score."""
    met: bool | None
    """None where there is no goal or no score."""


class Stretch(Struct, frozen=True, kw_only=True):
    """A section, or a whole topic, as counted. `scores` are by the topic's readings, in order."""

    name: str
    words: int
    sentences: int
    scores: tuple[float, ...]
    met: tuple[bool | None, ...] = ()
    """Whether each score, of this stretch alone, is within the goal for the whole."""


class HardSentence(Struct, frozen=True, kw_only=True):
    """A sentence, scored by the first reading."""

    text: str
    score: float
    at: Spot


class HardWord(Struct, frozen=True, kw_only=True):
    """A long word, how often it is there, and where first."""

    word: str
    syllables: int
    times: int
    at: Spot


class Evidence(Struct, frozen=True, kw_only=True):
    """What was seen, in a few words, and where."""

    words: str
    at: Spot


class Item(Struct, frozen=True, kw_only=True):
    """One item of a rating."""

    key: str
    """Instrument and number: pemat-11."""
    says: str
    answer: Literal["yes", "no", "not applicable", "needs a person"]
    advice: str = ""
    """What mends a no, or what a person has to look at."""
    evidence: tuple[Evidence, ...] = ()
    left_out: int = 0
    """How many more places there are than the evidence names."""


class Rating(Struct, frozen=True, kw_only=True):
    """A topic by the items of a published instrument. Never its official score."""

    key: str
    name: str
    percent: float | None
    """Items that are so in each hundred that could be judged; None where none could."""
    judged: int
    applicable: int
    """How many items would be judged if a person had answered the rest."""
    goal: float | None
    """None where nothing is asked for."""
    met: bool | None
    items: tuple[Item, ...]


class Review(Struct, frozen=True, kw_only=True):
    """What clinicians have said of a text."""

    state: Literal["draft", "signed", "overdue"]
    by: tuple[str, ...] = ()
    """Names and roles of those who signed last, also where the text has changed since."""
    until: date | None = None
    """The last day that it holds, or held; None for a draft."""
    changed: tuple[str, ...] = ()
    """What has changed since, for a draft that was signed once."""


class CheckedTopic(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A topic or programme in one language."""

    id: str
    language: str
    title: str
    """Its id where it could not be read."""
    read: bool
    """Whether it could be: if not, there is nothing but its problems."""
    kind: Literal["topic", "programme"] = "topic"
    file: str
    """The text in this language, or its translation."""
    review: Review
    errors: int
    warnings: int
    """In that file."""
    readings: tuple[Reading, ...] = ()
    """None for a language that no formula was held against readers of."""
    whole: Stretch | None = None
    sections: tuple[Stretch, ...] = ()
    hard_sentences: tuple[HardSentence, ...] = ()
    hard_words: tuple[HardWord, ...] = ()
    density: float | None = None
    """Words with content of their own in each hundred."""
    ratings: tuple[Rating, ...] = ()
    """None for a translation: it says what its source says."""


class Report(Struct, frozen=True, kw_only=True):
    """One run of `careleaf check`."""

    careleaf: str
    """The version."""
    day: date
    """Some checks depend on it: what is past its review date."""
    content: str
    """The folder."""
    bundled: bool
    """Whether that is the library that ships with careleaf."""
    errors: int
    warnings: int
    topics: tuple[CheckedTopic, ...]
    problems: tuple[ReportedProblem, ...] = field(default_factory=tuple)
