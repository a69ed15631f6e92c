"""The shelf in; its topics as materials out."""

from __future__ import annotations

from careleaf.web.feeds.material import Material
from careleaf.web.held import Held
from careleaf.web.shelf import Shelf, Topics


class Materials:
    """The materials of a shelf, made anew when it has read its files anew."""

    def __init__(self, shelf: Shelf, patience: float) -> None:
        self._shelf = shelf
        self._patience = patience
        self._of: Topics | None = None
        self._made: tuple[Material, ...] = ()

    def now(self) -> tuple[Material, ...]:
        """All of them, as the files were a moment ago. Raises `UnreadError` where the server has
        not read them all within its patience, in seconds."""
        topics = self._shelf.whole(self._patience)
        if topics is None:
            raise UnreadError
        if topics is not self._of:
            self._made = tuple(one for held in topics.values() for one in _materials(held))
            self._of = topics
        return self._made


class UnreadError(Exception):
    """The server still reads its topics: ask again."""


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
