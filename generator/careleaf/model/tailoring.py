"""What was chosen for one build: which sections to keep or leave out."""

from __future__ import annotations

from msgspec import Struct


class Tailoring(Struct, frozen=True, kw_only=True):
    """Section ids as given. Red flags stay whatever is chosen."""

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
