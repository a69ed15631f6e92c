"""The shelf in; its topics as materials out."""

from __future__ import annotations

from collections.abc import Mapping

from careleaf.web.feeds.material import Material, State
from careleaf.web.shelf import Held, Shelf


class Materials:
    """The materials of a shelf, made anew when it has read its files anew."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._of: Mapping[str, Held] | None = None
        self._made: tuple[Material, ...] = ()

    def now(self) -> tuple[Material, ...]:
        """All of them, as the files are now."""
        topics = self._shelf.topics()
        if topics is not self._of:
            self._made = tuple(one for held in topics.values() for one in _materials(held))
            self._of = topics
        return self._made


def _materials(held: Held) -> list[Material]:
    states: dict[str, State] = {"draft": "draft", "in-date": "signed", "overdue": "overdue"}
    return [
        Material(
            topic=held.id,
            language=edition.language,
            title=edition.title,
            summary=edition.subtitle,
            version=held.version,
            written=held.written,
            state=states[held.review.state],
            until=held.review.until,
            translated=edition.translated,
            icd10=held.icd10,
            snomed=held.snomed,
        )
        for edition in held.editions
    ]
