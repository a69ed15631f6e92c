"""A topic in; problems with its bones out: a name or ids used twice, sections with nothing in them,
no key message."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.blocks.easy import Easy
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.key_message import KeyMessage
from careleaf.blocks.notes import Notes
from careleaf.check.parts import blocks
from careleaf.model.topic import GLOSSARY, Section, Topic
from careleaf.problem import Problem
from careleaf.problem_codes import DUPLICATE_ID, EMPTY_SECTION, NO_KEY_MESSAGE, TAKEN_NAME
from careleaf.source import Span


def check_structure(topic: Topic) -> Iterator[Problem]:
    """Name and ids are its own, every section says something, and there is a key message."""
    if topic.id == GLOSSARY:
        message = f"a topic cannot be called '{GLOSSARY}': translations of the glossary are"
        yield Problem(TAKEN_NAME, topic.place("title"), message, "rename its folder")
    yield from _repeated_ids(topic)
    for section in topic.sections():
        if _is_empty(section):
            message = f"the section '{section.id}' has nothing to show"
            hint = "write something under the heading, or take the heading out"
            yield Problem(EMPTY_SECTION, section.at, message, hint)
    if not any(isinstance(block, KeyMessage) for block, _ in blocks(topic)):
        message = "the topic has no key message"
        hint = "add ':::key-message', one or two sentences, and ':::' to the first section"
        yield Problem(NO_KEY_MESSAGE, topic.place("title"), message, hint)


def _repeated_ids(topic: Topic) -> Iterator[Problem]:
    seen: set[str] = set()
    for key, at in _ids(topic):
        if key in seen:
            message = f"the id '{key}' is used before"
            hint = "give each heading and each exercise an id of its own"
            yield Problem(DUPLICATE_ID, at, message, hint)
        seen.add(key)


def _ids(topic: Topic) -> Iterator[tuple[str, Span]]:
    """Every id with its place, in the order of the file. A heading without an id has been reported
    by the reader, so the id made up for it is not looked at."""
    found = [(section.id, section.id_at) for section in topic.sections() if section.id_at]
    exercises = [block for block, _ in blocks(topic) if isinstance(block, Exercise)]
    found += [(exercise.key, exercise.key_at) for exercise in exercises if exercise.key]
    return iter(sorted(found, key=lambda pair: pair[1]))


def _is_empty(section: Section) -> bool:
    """Speaker notes and easy words alone leave a slide or page with nothing under its heading."""
    shown = [block for block in section.blocks if not isinstance(block, Notes | Easy)]
    return not shown and not section.sections
