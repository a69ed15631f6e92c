"""A topic in; how hard it is to read, whole and by section, with its hardest places, out.

For `careleaf check` alone: a build neither needs nor loads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from careleaf.check.parts import patient_lines
from careleaf.check.passage import Passage, passage
from careleaf.model.inline import Words
from careleaf.model.topic import Topic
from careleaf.model.walk import written
from careleaf.problem import Problem
from careleaf.problem_codes import TOO_HARD
from careleaf.readability import Formula, Tally, formulas_for, sentences, syllables_in, tally, words
from careleaf.readability.density import lexical_density
from careleaf.source import Span

_SHOWN = 5
"""How many of the hardest sentences and words are shown."""
_LEAST_WORDS = 100
"""A text with fewer words has no grade to hold it to: the formulas were made on samples of 100
words and more (Kincaid 1975), or of 30 sentences (McLaughlin 1969)."""
_LEAST_IN_SENTENCE = 8
"""A heading of two long words is no hard sentence."""
_LONG = 3
"""Syllables of a word worth a look."""


class Stretch(Struct, frozen=True):
    """A section, or the whole of a topic."""

    name: str
    counts: Tally
    scores: tuple[float, ...]
    """By the topic's formulas, in their order."""
    at: Span | None = None
    """Where a section stands."""


class HardSentence(Struct, frozen=True):
    """A sentence, and its score by the first formula."""

    text: str
    score: float
    at: Span


class HardWord(Struct, frozen=True):
    """A long word, how often it is there, and where first."""

    word: str
    syllables: int
    times: int
    at: Span


class Measured(Struct, frozen=True, kw_only=True):
    """One topic in one language. No formulas, no scores: for most languages there is none that was
    held against readers."""

    topic: str
    language: str
    formulas: tuple[Formula, ...]
    whole: Stretch
    sections: tuple[Stretch, ...] = ()
    hard_sentences: tuple[HardSentence, ...] = ()
    hard_words: tuple[HardWord, ...] = ()
    density: float | None = None
    """Words with content of their own in each hundred."""

    def placed(self, place: Callable[[Span], Span]) -> Measured:
        """The same with every place in the files behind a translated text."""
        return replace(
            self,
            sections=tuple(replace(o, at=place(o.at) if o.at else None) for o in self.sections),
            hard_sentences=tuple(replace(o, at=place(o.at)) for o in self.hard_sentences),
            hard_words=tuple(replace(one, at=place(one.at)) for one in self.hard_words),
        )


def measure(topic: Topic) -> Measured:
    """What patients read of a topic: no speaker notes, no easy words."""
    formulas = formulas_for(topic.language)
    if not formulas:
        whole = Stretch("", Tally(), ())
        return Measured(topic=topic.id, language=topic.language, formulas=(), whole=whole)
    titles = (("title", topic.title), ("subtitle", topic.subtitle))
    head = [_value(text, topic.place(name)) for name, text in titles]
    read = [
        (section, [passage(line) for line in patient_lines(section)])
        for section in topic.sections()
    ]
    stretches = [_stretch(written(s.title), lines, topic, formulas, s.at) for s, lines in read]
    front = _stretch("", head, topic, formulas)
    total = sum((one.counts for one in stretches), front.counts)
    everything = [*head, *(line for _, lines in read for line in lines)]
    return Measured(
        topic=topic.id,
        language=topic.language,
        formulas=formulas,
        whole=Stretch("", total, _scores(total, formulas)),
        sections=tuple(one for one in stretches if one.counts.words),
        hard_sentences=tuple(_hard_sentences(everything, topic, formulas[0])),
        hard_words=tuple(_hard_words(everything, topic)),
        density=lexical_density((line.text for line in everything), topic.language),
    )


def check_readability(
    measured: Measured, topic: Topic, goals: Mapping[str, float | None]
) -> Iterator[Problem]:
    """A problem for each formula by which the whole topic is harder than the library's goal."""
    if measured.whole.counts.words < _LEAST_WORDS:
        return
    for formula, score in zip(measured.formulas, measured.whole.scores, strict=True):
        goal = goals.get(formula.key)
        if goal is not None and not formula.meets(score, goal):
            way = "less" if formula.grade else "more"
            message = f"{formula.name} is {score:.1f}: this library's goal is {goal:g} or {way}"
            hint = f"its hardest sentences and words: careleaf check {topic.id}"
            if topic.language != "en":
                hint += f" --lang {topic.language}"
            yield Problem(TOO_HARD, topic.place("title"), message, hint)


def _value(text: str, at: Span) -> Passage:
    return passage((Words(at=at, text=text),) if text else ())


def _stretch(
    name: str,
    lines: list[Passage],
    topic: Topic,
    formulas: tuple[Formula, ...],
    at: Span | None = None,
) -> Stretch:
    counts = tally((line.text for line in lines), syllables_in(topic.language))
    return Stretch(name, counts, _scores(counts, formulas), at)


def _scores(counts: Tally, formulas: tuple[Formula, ...]) -> tuple[float, ...]:
    return tuple(formula.score(counts) for formula in formulas) if counts.words else ()


def _hard_sentences(lines: list[Passage], topic: Topic, formula: Formula) -> Iterator[HardSentence]:
    """The hardest first, each once."""
    count = syllables_in(topic.language)
    found: dict[str, HardSentence] = {}
    for line in lines:
        for start, end in sentences(line.text):
            text = " ".join(line.text[start:end].split())
            counts = tally([text], count)
            if counts.words >= _LEAST_IN_SENTENCE and text not in found:
                score = formula.score(counts)
                found[text] = HardSentence(text, score, line.span(start, end))
    way = -1 if formula.grade else 1
    yield from sorted(found.values(), key=lambda one: (way * one.score, one.at))[:_SHOWN]


def _hard_words(lines: list[Passage], topic: Topic) -> Iterator[HardWord]:
    """The longest first, and of these the most frequent."""
    count = syllables_in(topic.language)
    found: dict[str, HardWord] = {}
    for line in lines:
        for match in words(line.text):
            key, long = match[0].lower(), count(match[0])
            if long >= _LONG and not match[0][0].isdigit():
                first = found.get(key)
                at = first.at if first else line.span(match.start(), match.end())
                shown = first.word if first else match[0]
                found[key] = HardWord(shown, long, first.times + 1 if first else 1, at)
    yield from sorted(found.values(), key=lambda o: (-o.syllables, -o.times, o.at))[:_SHOWN]
