"""The shelf in; its topics as materials out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from careleaf.web.feeds.material import Material
from careleaf.web.held import Held
from careleaf.web.shelf import Shelf, Topics

Wanted = Callable[[Iterable[Material]], Sequence[Material]]
_EVERY = slice(None)
_LOOKS = 3
"""Times that others may come to be wanted because some had changed."""


class Materials:
    """The materials of a shelf, made anew when it has read its files anew."""

    def __init__(self, shelf: Shelf, patience: float) -> None:
        self._shelf = shelf
        self._patience = patience
        self._of: Topics | None = None
        self._made: tuple[Material, ...] = ()

    def those(self, wanted: Wanted, shown: slice = _EVERY) -> Sequence[Material]:
        """What is wanted of all. The files of those that will be shown are looked at first: no
        answer says of a text that it is reviewed when it is not any more.

        Raises `UnreadError` where the server has not read them all within its patience, in seconds.
        """
        found = wanted(self._all())
        for _ in range(_LOOKS):
            if not self._shelf.changed({one.topic for one in found[shown]}):
                break
            found = wanted(self._all())
        return found

    def _all(self) -> tuple[Material, ...]:
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
            also=edition.also,
            translated=edition.translated,
            icd10=held.icd10,
            snomed=held.snomed,
        )
        for edition in held.editions
    ]
