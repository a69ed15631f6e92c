"""A programme and the topics it uses in; a problem for every line that leads nowhere out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from careleaf.model.library import Library
from careleaf.model.programme import Entry, Programme
from careleaf.model.topic import Topic
from careleaf.problem import Problem, did_you_mean
from careleaf.problem_codes import (
    REPEATED_ENTRY,
    TAKEN_NAME,
    UNKNOWN_ICON,
    UNKNOWN_SECTION,
    UNKNOWN_TOPIC,
)


def check_programme(
    programme: Programme, topics: Mapping[str, Topic], known: Sequence[str], library: Library
) -> Iterator[Problem]:
    """`known` are the ids of all topics in the programme's language; `topics` are those of them
    that it uses and that could be read."""
    if programme.id in known:
        message = f"'{programme.id}' is a topic too: each would write over the other's files"
        hint = f"rename this file, for example: {programme.id}-class.md"
        yield Problem(TAKEN_NAME, programme.places.get("title", programme.at), message, hint)
    taken: dict[tuple[str, str], Entry] = {}
    for entry in programme.entries:
        if entry.topic not in known:
            message = f"there is no topic '{entry.topic}' in '{programme.language}'"
            hint = did_you_mean(entry.topic, known) or f"topics: {', '.join(known)}"
            yield Problem(UNKNOWN_TOPIC, entry.topic_at, message, hint)
        elif topic := topics.get(entry.topic):
            yield from _section(entry, topic)
            yield from _repeated(entry, topic, taken)
    if programme.icon and programme.icon not in library.icons:
        hint = did_you_mean(programme.icon, sorted(library.icons)) or "the guide lists the icons"
        place = programme.places["icon"]
        yield Problem(UNKNOWN_ICON, place, f"there is no icon '{programme.icon}'", hint)


def _section(entry: Entry, topic: Topic) -> Iterator[Problem]:
    ids = [section.id for section in topic.sections()]
    if entry.section and entry.section not in ids:
        message = f"'{topic.id}' has no part or section '{entry.section}'"
        hint = did_you_mean(entry.section, ids) or f"it has: {', '.join(ids)}"
        yield Problem(UNKNOWN_SECTION, entry.section_at, message, hint)


def _repeated(entry: Entry, topic: Topic, taken: dict[tuple[str, str], Entry]) -> Iterator[Problem]:
    """What a line before has already: nobody wants to hear it twice, and ids must not repeat."""
    for name in _within(entry, topic):
        before = taken.setdefault((topic.id, name), entry)
        if before is not entry:
            message = f"'{topic.id}/{name}' is in this programme already"
            hint = f"leave it to the line '{before.name}', or take that line out"
            yield Problem(REPEATED_ENTRY, entry.at, message, hint)
            return


def _within(entry: Entry, topic: Topic) -> Iterator[str]:
    """The ids of the sections that an entry brings: a part brings those in it."""
    for part in topic.parts:
        for section in (part, *part.sections):
            if entry.section in ("", part.id, section.id):
                yield section.id
