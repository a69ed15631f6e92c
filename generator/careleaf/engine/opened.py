"""A content folder in; its library, and topics as they were read from it, out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct, field

from careleaf.engine.content import Content, NoContentError, find_content
from careleaf.engine.job import Job, RefusedError, Unsaved
from careleaf.engine.language_code import refuse_no_code
from careleaf.model.library import Library
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.source import Source, Span, decode

if TYPE_CHECKING:
    from careleaf.read.opening import File
    from careleaf.read.translated import Woven


class Opened(Struct, frozen=True):
    """A content folder with its library read."""

    content: Content
    library: Library
    sources: dict[str, Source]
    problems: list[Problem]
    woven: dict[str, Woven] = field(default_factory=dict)
    """Translated texts by the path that their nodes carry."""
    unsaved: tuple[Unsaved, ...] = ()
    """Texts that are read in place of files."""

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
        return [
            woven.origin(one) if (woven := self.woven.get(one.span.path)) else one
            for one in problems
        ]


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
    return Opened(content, library, dict(sources), list(problems), dict(woven), job.unsaved)


def read_one(opened: Opened, topic_id: str, language: str) -> tuple[Topic | None, list[Problem]]:
    """One topic as read, not yet checked; its source joins `opened.sources`."""
    from careleaf.read import read_topic

    path = opened.content.text_file(topic_id, language)
    if path.suffix == ".po":
        return _read_translated(opened, topic_id, language)
    file = _topic_file(opened, topic_id, language)
    if isinstance(file, Problem):
        return None, [file]
    opened.sources[file.shown], _ = decode(file.shown, file.data)
    topic, problems = read_topic(
        file.shown, file.data, topic_id=topic_id, language=language, folder=path.parent
    )
    return topic, list(problems)


def _topic_file(opened: Opened, topic_id: str, language: str) -> File | Problem:
    """A topic's text in a language that it was written in: from an editor, else from the disk."""
    from careleaf.read.opening import File, read_file, shown_path

    path = opened.content.topic_file(topic_id, language)
    for one in opened.unsaved:
        if (one.topic, one.language) == (topic_id, language):
            # Half a character (a lone surrogate) becomes bytes that the reader reports as no text.
            return File(shown_path(path), one.text.encode("utf-8", errors="surrogatepass"))
    return read_file(path, opened.content.root)


def _read_translated(
    opened: Opened, topic_id: str, language: str
) -> tuple[Topic | None, list[Problem]]:
    from careleaf.read.opening import read_file
    from careleaf.read.translated import read_translated_topic

    content = opened.content
    source_language = content.source_languages(topic_id)[0]
    source = _topic_file(opened, topic_id, source_language)
    translation = read_file(content.translation_file(topic_id, language), content.root)
    if isinstance(source, Problem):
        return None, [source]
    if isinstance(translation, Problem):
        return None, [translation]
    topic, woven = read_translated_topic(
        source,
        translation,
        topic_id=topic_id,
        source_language=source_language,
        language=language,
        folder=content.topic_file(topic_id, source_language).parent,
    )
    opened.sources.update(woven.sources)
    opened.woven[woven.path] = woven
    return topic, list(woven.problems)
