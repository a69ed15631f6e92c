"""A content folder in; its library, and topics as they were read from it, out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.engine.content import Content, NoContentError, find_content
from careleaf.engine.job import Job, RefusedError
from careleaf.engine.language_code import refuse_no_code
from careleaf.model.library import Library
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.source import Source, Span, decode

if TYPE_CHECKING:
    from careleaf.read.translated import Woven


class Opened(Struct, frozen=True):
    """A content folder with its library read."""

    content: Content
    library: Library
    sources: dict[str, Source]
    problems: list[Problem]
    woven: dict[str, Woven] = field(default_factory=dict)
    """Translated texts by the path that their nodes carry."""

    def texts(self) -> dict[str, str]:
        """Every text by the path that its nodes carry."""
        plain = {path: source.text for path, source in self.sources.items()}
        woven = {path: one.translated.text for path, one in self.woven.items() if one.translated}
        return plain | woven

    def place(self, span: Span) -> Span:
        """A place in a translated text as one in the files behind it."""
        woven = self.woven.get(span.path)
        return woven.place(span) if woven else span

    def placed(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, those of translated texts at their places in the files behind them."""
        return [replace(one, span=self.place(one.span)) for one in problems]


def open_content(job: Job) -> Opened:
    """Find the content folder and read what topics refer to.

    Raises `RefusedError` for a folder that is none and a language that cannot be one.
    """
    refuse_no_code(job.language, "en")
    try:
        content = find_content(job.content)
    except NoContentError as error:
        raise RefusedError(str(error), "give the folder that holds topics/ and clinics/") from error
    from careleaf.read import read_library

    library, sources, problems, woven = read_library(content.root, job.language)
    return Opened(content, library, dict(sources), list(problems), dict(woven))


def read_one(opened: Opened, topic_id: str, language: str) -> tuple[Topic | None, list[Problem]]:
    """One topic as read, not yet checked; its source joins `opened.sources`."""
    from careleaf.read import file_bytes, read_topic, shown_path

    path = opened.content.topic_file(topic_id, language)
    if not path.exists() and opened.content.translation_file(topic_id, language).exists():
        return _read_translated(opened, topic_id, language)
    shown = shown_path(path)
    data = file_bytes(path, opened.content.root)
    if isinstance(data, Problem):
        return None, [data]
    source, _ = decode(shown, data)
    opened.sources[shown] = source
    topic, problems = read_topic(
        shown, data, topic_id=topic_id, language=language, folder=path.parent
    )
    return topic, list(problems)


def _read_translated(
    opened: Opened, topic_id: str, language: str
) -> tuple[Topic | None, list[Problem]]:
    from careleaf.read.opening import source_and_translation
    from careleaf.read.translated import read_translated_topic

    content = opened.content
    source_language = content.source_languages(topic_id)[0]
    paths = (
        content.topic_file(topic_id, source_language),
        content.translation_file(topic_id, language),
    )
    files = source_and_translation(*paths, content.root)
    if isinstance(files, Problem):
        return None, [files]
    topic, woven = read_translated_topic(
        *files,
        topic_id=topic_id,
        source_language=source_language,
        language=language,
        folder=paths[0].parent,
    )
    opened.sources.update(woven.sources)
    opened.woven[woven.path] = woven
    return topic, list(woven.problems)
