"""A topic in; how far each of its translations is behind it, out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.engine import Content
from careleaf.engine.translation import readable_catalogues


class Translation(Struct, frozen=True):
    """A language that a topic is translated into, and how many parts of its text have no words in
    it, or words for what the text said before."""

    language: str
    behind: int


def translations(content: Content, topic: str) -> tuple[Translation, ...]:
    """Of the text on disk. One whose file cannot be read is behind by nothing that we know: the
    check of that language says what is wrong with it."""
    written = content.source_languages(topic)
    found: list[Translation] = []
    for code in content.languages(topic):
        if code not in written:
            catalogues, _ = readable_catalogues(content, [topic], code)
            behind = sum(one.count("stale") + one.count("missing") for one in catalogues)
            found.append(Translation(code, behind))
    return tuple(found)
