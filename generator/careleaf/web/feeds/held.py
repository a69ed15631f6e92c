"""The shelf in; its topics as materials out."""

from __future__ import annotations

from careleaf.web.feeds.material import Material
from careleaf.web.held import Held
from careleaf.web.shelf import Shelf, Topics


def whole(shelf: Shelf) -> Topics:
    """Its topics, once all have been read: another system would take a topic that has not been read
    yet for one that is not there."""
    return shelf.topics() if shelf.reading().ready else shelf.refresh()


class Materials:
    """The materials of a shelf, made anew when it has read its files anew."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._of: Topics | None = None
        self._made: tuple[Material, ...] = ()

    def now(self) -> tuple[Material, ...]:
        """All of them, as the files were a moment ago."""
        topics = whole(self._shelf)
        if topics is not self._of:
            self._made = tuple(one for held in topics.values() for one in _materials(held))
            self._of = topics
        return self._made


def _materials(held: Held) -> list[Material]:
    return [
        Material(
            topic=held.id,
            language=edition.language,
            title=edition.title,
            summary=edition.subtitle,
            version=held.version,
            written=held.written,
            review=edition.review,
            translated=edition.translated,
            icd10=held.icd10,
            snomed=held.snomed,
        )
        for edition in held.editions
    ]
