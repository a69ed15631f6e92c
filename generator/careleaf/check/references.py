"""A topic and its library in; a problem for everything named there that does not exist out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careleaf.blocks.exercise import Exercise
from careleaf.blocks.prose import Entry, Listing
from careleaf.check.parts import blocks, lines, meanings, part_of
from careleaf.model.clinic import VARIABLES, Clinic
from careleaf.model.inline import Citation, Inline, Link, Term, Variable
from careleaf.model.library import Library
from careleaf.model.topic import Topic
from careleaf.model.walk import inlines
from careleaf.problem import Problem, did_you_mean, meant
from careleaf.problem_codes import (
    UNKNOWN_ANCHOR,
    UNKNOWN_ICON,
    UNKNOWN_SOURCE,
    UNKNOWN_TERM,
    UNKNOWN_VARIABLE,
)
from careleaf.source import Span


def check_references(topic: Topic, library: Library, clinic: Clinic) -> Iterator[Problem]:
    """Glossary terms, variables, sources, links within the topic, icons."""
    anchors = tuple(_anchors(topic))
    for line in (*lines(topic), *meanings(topic, library)):
        for inline in inlines(line):
            yield from _wrong(inline, library, clinic, anchors)
    for index, key in enumerate(topic.sources):
        yield from _source(key, part_of(topic.place("sources"), topic.sources, index), library)
    yield from _icons(topic, library)


def _wrong(
    inline: Inline, library: Library, clinic: Clinic, anchors: Sequence[str]
) -> Iterator[Problem]:
    match inline:
        case Term(at=at, key=key) if key not in library.glossary:
            message = f"no glossary entry for '{key}'"
            hint = did_you_mean(key, sorted(library.glossary))
            near = meant(key, sorted(library.glossary))
            yield Problem(UNKNOWN_TERM, at, message, hint or "add it to the glossary file", near)
        case Variable(at=at, expression=expression):
            yield from _variable(expression, at, clinic)
        case Citation(at=at, keys=keys):
            for index, key in enumerate(keys):
                yield from _source(key, part_of(at, keys, index), library)
        case Link(at=at, target=target) if target.startswith("#"):
            if target[1:] not in anchors:
                message = f"nothing in this topic has the id '{target[1:]}'"
                hint, near = did_you_mean(target[1:], anchors), meant(target[1:], anchors)
                yield Problem(UNKNOWN_ANCHOR, at, message, hint, near)
        case _:
            pass


def _variable(expression: str, at: Span, clinic: Clinic) -> Iterator[Problem]:
    holder, _, name = expression.partition(".")
    if holder != "clinic" or not name:
        message = f"there is no variable '{expression}'"
        yield Problem(UNKNOWN_VARIABLE, at, message, "variables look like {{ clinic.phone }}")
    elif name not in VARIABLES:
        hint = did_you_mean(name, VARIABLES) or f"it has: {', '.join(VARIABLES)}"
        message = f"the clinic file has no '{name}'"
        yield Problem(UNKNOWN_VARIABLE, at, message, hint, meant(name, VARIABLES))
    elif not clinic.value(name):
        field = name.replace("_", "-")
        message = f"the clinic file leaves out '{field}', which this topic needs"
        yield Problem(UNKNOWN_VARIABLE, at, message, f"add '{field}: ...' to {clinic.at.path}")


def _source(key: str, at: Span, library: Library) -> Iterator[Problem]:
    if key not in library.references:
        message = f"there is no source '{key}'"
        hint = did_you_mean(key, sorted(library.references)) or f"add sources/{key}.md"
        near = meant(key, sorted(library.references))
        yield Problem(UNKNOWN_SOURCE, at, message, hint, near)


def _anchors(topic: Topic) -> Iterator[str]:
    for section in topic.sections():
        yield section.id
    for block, _ in blocks(topic):
        if isinstance(block, Exercise):
            yield block.key


def _icons(topic: Topic, library: Library) -> Iterator[Problem]:
    if topic.icon:
        yield from _icon(topic.icon, topic.place("icon"), library)
    for block, _ in blocks(topic):
        if isinstance(block, Listing):
            for entry in block.entries:
                yield from _entry_icons(entry, library)


def _entry_icons(entry: Entry, library: Library) -> Iterator[Problem]:
    if entry.icon is not None:
        yield from _icon(entry.icon, entry.icon_at or entry.at, library)
    for inner in entry.inner.entries if entry.inner else ():
        yield from _entry_icons(inner, library)


def _icon(name: str, at: Span, library: Library) -> Iterator[Problem]:
    if name not in library.icons:
        hint = did_you_mean(name, sorted(library.icons)) or "the guide lists the icons"
        near = meant(name, sorted(library.icons))
        yield Problem(UNKNOWN_ICON, at, f"there is no icon '{name}'", hint, near)
