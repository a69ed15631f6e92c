"""The text of a programme in; what is wrong with it, or the topic and deck it makes of two small
topics, out."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.check.programme import check_programme
from careleaf.compose.deck import compose_deck
from careleaf.compose.manuscript import manuscript
from careleaf.compose.programme import merged
from careleaf.model.deck import Deck
from careleaf.model.manuscript import Manuscript
from careleaf.model.programme import Programme
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium, Topic
from careleaf.problem import Problem, in_order
from careleaf.read import read_topic
from careleaf.read.programme import read_programme
from careleaf.source import Source
from careleaf.theme import default_theme
from tests.tools.decks import ENGLISH
from tests.tools.topics import CLINIC, LIBRARY

PATH = "programmes/class.md"

_FRONT = """\
---
title: {title}
version: 0.1
written: 2026-11-{day}
review-due: 2028-11-{day}
sources: {sources}
---
"""
_EXERCISE = """\
:::exercise {key}
name: {name}
why: Loosens what is stiff
reps: 5
frequency: 2 times a day
stop: Stop if it hurts.
1. Begin.
2. End.
:::
"""
BACK = (
    _FRONT.format(title="Back pain", day=20, sources="nice-ng59")
    + """\
# Start here {#start}
Most pain gets better. See [what helps](#helps) and [the bridge](#bridge).

:::key-message
Keep moving.
:::

## When to get help {#get-help}
:::red-flag emergency
- You cannot stand.
:::

# What helps {#helps}
## Heat {#heat}
Heat can ease [[sciatica]]. [@nice-ng59]

## Exercises {#exercises}
"""
    + _EXERCISE.format(key="bridge", name="Bridge")
)
KNEE = (
    _FRONT.format(title="Knee pain", day=21, sources="nice-ng59, acp-2017")
    + """\
# Start here {#start}
Knees like to move. [@nice-ng59]

:::key-message
Bend and stretch.
:::

:::notes
Show how.
:::

# What helps {#helps}
## When to get help {#get-help}
:::red-flag emergency
- Your knee is hot and you have a fever.
:::

## Exercises {#exercises}
A sore nerve is called [[sciatica]]. [@acp-2017]

"""
    + _EXERCISE.format(key="bridge", name="Knee bend")
)


def topic(name: str, text: str) -> Topic:
    """A topic that reads without mistakes."""
    path = f"topics/{name}/en.md"
    found, problems = read_topic(path, text.encode(), topic_id=name, language="en", folder=None)
    assert problems == []
    assert found is not None
    return found


TOPICS = {"back-pain": topic("back-pain", BACK), "knee-pain": topic("knee-pain", KNEE)}


def read(text: str) -> tuple[Programme, list[Problem], Source]:
    """A programme, read and checked."""
    reading, programme = read_programme(PATH, text.encode(), programme_id="class")
    assert programme is not None
    problems = [*reading.found(), *check_programme(programme, TOPICS, [*TOPICS], LIBRARY)]
    return programme, in_order(problems), reading.source


def said(problems: list[Problem], source: Source) -> Iterator[str]:
    """Two lines a problem: its place as a person counts, code and words; then what to do."""
    for problem in problems:
        start, end = source.place(problem.span.start), source.place(problem.span.end)
        where = f"{start.line}:{start.column}-{end.line}:{end.column}"
        yield f"{where} {problem.code} {problem.message}"
        if problem.hint:
            yield f"    = {problem.hint}"


def assembled(text: str) -> Topic:
    """The topic that a programme without mistakes makes."""
    programme, problems, source = read(text)
    assert problems == [], list(said(problems, source))
    return merged(programme, TOPICS)


def prepared(text: str, medium: Medium = Medium.DECK, **choice: tuple[str, ...]) -> Manuscript:
    """The same, ready for a composer."""
    ready, problems = manuscript(
        assembled(text),
        medium,
        library=LIBRARY,
        clinic=CLINIC,
        language=ENGLISH,
        tailoring=Tailoring(**choice),  # type: ignore[arg-type]
    )
    assert problems == []
    return ready


def deck_of(text: str) -> Deck:
    """The deck of a programme, in which everything fits."""
    deck, problems = compose_deck(prepared(text), default_theme(), ENGLISH)
    assert problems == []
    return deck
