"""The name of a programme in; one topic of the parts of topics that it lists, checked, out."""

from __future__ import annotations

from collections.abc import Callable

from careleaf.engine.content import Content
from careleaf.engine.job import RefusedError
from careleaf.model.library import Library
from careleaf.model.programme import Programme
from careleaf.model.topic import Topic
from careleaf.problem import Problem, did_you_mean, has_errors
from careleaf.source import Source

Checked = Callable[[str], tuple[Topic | None, list[Problem]]]
"""The id of a topic in; the topic and every mistake in it out."""


def chosen_programme(content: Content, name: str) -> str:
    """The name itself. Raises `RefusedError` for an unknown one."""
    known = content.programmes()
    if name in known:
        return name
    listed = f"programmes: {', '.join(known)}" if known else "there are none yet: see the guide"
    hint = did_you_mean(name, known) or listed
    raise RefusedError(f"no programme '{name}' in {content.root}", hint)


def read_one_programme(
    content: Content, name: str, sources: dict[str, Source]
) -> tuple[Programme | None, list[Problem]]:
    """A programme as written, not yet held against its topics; its source joins `sources`."""
    from careleaf.read import file_bytes, shown_path
    from careleaf.read.programme import read_programme

    path = content.programme_file(name)
    data = file_bytes(path, content.root)
    if isinstance(data, Problem):
        return None, [data]
    reading, programme = read_programme(shown_path(path), data, programme_id=name)
    sources[reading.source.path] = reading.source
    return programme, list(reading.found())


def assembled(
    programme: Programme, content: Content, library: Library, checked: Checked
) -> tuple[Topic | None, list[Problem]]:
    """What it makes of its topics, or None where something is wrong in it or in one of them."""
    from careleaf.check.programme import check_programme
    from careleaf.compose.programme import merged

    known = [name for name in content.topics() if programme.language in content.languages(name)]
    topics: dict[str, Topic] = {}
    problems: list[Problem] = []
    for name in programme.topics:
        if name in known:
            topic, found = checked(name)
            problems += found
            if topic is not None:
                topics[name] = topic
    problems += check_programme(programme, topics, known, library)
    whole = programme.entries and not has_errors(problems)
    return (merged(programme, topics) if whole else None), problems
