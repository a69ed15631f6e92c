"""What empties a store of words in; all of them emptied, once a patient's were among them, out.

Words are kept from one document to the next as measured and shaped, because a clinic prints the
same ones for everybody. A patient's name is kept with them, and must not outlive its document."""

from __future__ import annotations

from collections.abc import Callable

_STORES: list[Callable[[], None]] = []


def forgotten_by(empty: Callable[[], None]) -> None:
    """Have a function called that empties what a module keeps: every store that has words of a
    document in it needs one."""
    _STORES.append(empty)


def forget() -> None:
    """Empty all of them. What comes next takes as long as in a new process, and is the same."""
    for empty in _STORES:
        empty()
