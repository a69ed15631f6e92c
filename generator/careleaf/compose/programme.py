"""A programme and its topics in; one topic of what they say, in the programme's order, out.

From here on it is a topic like any other: sources and glossary are gathered once, exercises and
slides are numbered through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from careleaf.blocks.exercise import Exercise
from careleaf.blocks.red_flag import RedFlag
from careleaf.compose.choose import has_red_flag
from careleaf.model.art import Drawing, Picture, Pose
from careleaf.model.inline import Draft, Link, Words
from careleaf.model.programme import Entry, Programme
from careleaf.model.review import together
from careleaf.model.topic import Codes, Section, Topic
from careleaf.model.walk import inlines
from careleaf.source import Span

_PLAIN = (Span, Drawing, Picture, Pose)
"""What holds no id, and may be large."""


def merged(programme: Programme, topics: Mapping[str, Topic]) -> Topic:
    """`topics` has every topic of the programme, which must have been checked
    (`check_programme`). A part for each line; ids are `topic/section`, so that those of two topics
    cannot be the same. Emergency signs of each topic stay: sections that have them and are on no
    line open that topic's first part; where there are several topics, signs name theirs."""
    used = [topics[name] for name in programme.topics]
    parts = {entry: _part(entry, topics[entry.topic]) for entry in programme.entries}
    parts = _told_apart(parts, topics)
    for topic in used:
        mine = [entry for entry in parts if entry.topic == topic.id]
        left_out = tuple(_red_flags_left_out(topic, mine))
        first = parts[mine[0]]
        parts[mine[0]] = replace(first, sections=(*left_out, *first.sections))
    signs_of = {topic.id: topic.title if len(used) > 1 else "" for topic in used}
    return Topic(
        at=programme.at,
        id=programme.id,
        language=programme.language,
        title=programme.title,
        subtitle=programme.subtitle,
        version=programme.version,
        written=max([programme.written, *(topic.written for topic in used)]),
        review_due=min(topic.review_due for topic in used),
        audience=programme.audience,
        minutes=programme.minutes,
        icon=programme.icon,
        pose=programme.pose,
        codes=Codes(
            icd10=_each(code for topic in used for code in topic.codes.icd10),
            snomed=_each(code for topic in used for code in topic.codes.snomed),
        ),
        sources=_each(key for topic in used for key in topic.sources),
        parts=tuple(
            _prefixed(part, f"{entry.topic}/", signs_of[entry.topic])
            for entry, part in parts.items()
        ),
        places=programme.places,
        translated=any(topic.translated for topic in used),
        programme=True,
        standing=together([topic.standing for topic in used]),
    )


def _told_apart(parts: dict[Entry, Section], topics: Mapping[str, Topic]) -> dict[Entry, Section]:
    """Parts of one title with that of their topic behind it: "Exercises: Knee pain"."""
    titles = Counter(_text(part.title) for part in parts.values())

    def told(entry: Entry, part: Section) -> Section:
        if titles[_text(part.title)] == 1:
            return part
        name = Words(at=part.at, text=f": {topics[entry.topic].title}")
        return replace(part, title=(*part.title, name))

    return {entry: told(entry, part) for entry, part in parts.items()}


def _text(title: Draft) -> str:
    return "".join(one.text for one in inlines(title) if isinstance(one, Words))


def _each(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _part(entry: Entry, topic: Topic) -> Section:
    """What an entry brings, as one part."""
    for part in topic.parts:
        if part.id == entry.section:
            return replace(part, minutes=entry.minutes)
        for section in part.sections:
            if section.id == entry.section:
                return replace(section, level=1, minutes=entry.minutes)
    return Section(
        at=entry.at,
        id="",
        level=1,
        title=(Words(at=topic.at, text=topic.title),),
        blocks=(),
        sections=tuple(section for part in topic.parts for section in _flat(part)),
        minutes=entry.minutes,
    )


def _flat(part: Section) -> Iterator[Section]:
    """A part with all that is in it, as sections. One without words of its own would not be shown:
    its heading goes before that of its first section."""
    if part.blocks or not part.sections:
        yield replace(part, level=2, sections=())
        yield from part.sections
        return
    first, *rest = part.sections
    between = Words(at=part.at, text=": ")
    yield replace(first, title=(*part.title, between, *first.title))
    yield from rest


def _red_flags_left_out(topic: Topic, entries: list[Entry]) -> Iterator[Section]:
    named = {entry.section for entry in entries}
    if "" in named:
        return
    for part in topic.parts:
        for section in (part, *part.sections):
            if not named & {part.id, section.id} and has_red_flag(section.blocks):
                yield replace(section, level=2, sections=())


def _prefixed(value: Any, prefix: str, signs_of: str) -> Any:
    """The same with the prefix before every id, and before those that links lead to; danger signs
    are said to be of the topic of this title."""
    if isinstance(value, tuple):
        made = tuple(_prefixed(inner, prefix, signs_of) for inner in value)
        same = all(one is other for one, other in zip(made, value, strict=True))
        return value if same else made
    if not isinstance(value, Struct) or isinstance(value, _PLAIN):
        return value
    changes = {
        name: made
        for name in value.__struct_fields__
        if (made := _prefixed(old := getattr(value, name), prefix, signs_of)) is not old
    }
    changes |= _own(value, prefix, signs_of)
    return replace(value, **changes) if changes else value


def _own(value: Struct, prefix: str, signs_of: str) -> dict[str, object]:
    match value:
        case RedFlag() if signs_of:
            return {"topic": signs_of}
        case Section(id=name):
            return {"id": (prefix + name).rstrip("/")}
        case Exercise(key=key):
            return {"key": prefix + key}
        case Link(target=target) if target.startswith("#"):
            return {"target": f"#{prefix}{target[1:]}"}
        case _:
            return {}
