"""What is made of words in; the same, kept for whoever asks again, until a patient's were among
them, out.

Words are kept from one document to the next as measured and shaped, because a clinic prints the
same ones for everybody. Those of one patient must not outlive the document: what is made while
`one_patients_words` lasts is forgotten when it ends, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar
from weakref import WeakSet

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_STORES: WeakSet[Kept[object, object]] = WeakSet()
_EMPTIED: list[Callable[[], None]] = []
_private = False


class Kept(Generic[_Key, _Value]):
    """Values by key, up to a number; the first to come is the first to go. A store that has words
    of a document in it is one of these, or says what empties it (`forgotten_by`)."""

    __slots__ = ("__weakref__", "_held", "_most", "_own", "get")

    def __init__(self, most: int) -> None:
        self._held: dict[_Key, _Value] = {}
        self.get: Callable[[_Key], _Value | None] = self._held.get
        """The value of a key; None for what is not there."""
        self._most = most
        self._own: list[_Key] = []
        """What was put in while one patient's words were about."""
        _STORES.add(self)  # type: ignore[arg-type]

    def __len__(self) -> int:
        return len(self._held)

    def put(self, key: _Key, value: _Value) -> _Value:
        """The value, which is there from now on."""
        if len(self._held) >= self._most:
            del self._held[next(iter(self._held))]
        self._held[key] = value
        if _private:
            self._own.append(key)
        return value

    def forget(self) -> None:
        """What was put in while one patient's words were about."""
        for key in self._own:
            self._held.pop(key, None)
        self._own.clear()


def forgotten_by(empty: Callable[[], None]) -> None:
    """Have a function called that empties what a module keeps in another way."""
    _EMPTIED.append(empty)


@contextmanager
def one_patients_words() -> Iterator[None]:
    """For as long as a document with them is made. What comes after is as quick as before, and the
    same."""
    global _private  # noqa: PLW0603 - it is a state of the process, as the stores are
    _private = True
    try:
        yield
    finally:
        _private = False
        for store in _STORES:
            store.forget()
        for empty in _EMPTIED:
            empty()
