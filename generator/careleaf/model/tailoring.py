"""What was chosen for one build: which sections to keep or leave out."""

from __future__ import annotations

from careleaf.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tailoring:
    """Section ids as given. Red flags stay whatever is chosen."""

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
