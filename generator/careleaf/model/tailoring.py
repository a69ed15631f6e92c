"""What a clinician chose for one visit: pure data, the same for a command, a file and a screen.

Nothing of it belongs to the topic, and nothing about the patient outlives the build it is for."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from careleaf.source import Span

DoseField = Literal["reps", "sets", "hold", "time", "frequency"]
"""The parts of a dose, by the options that give them in a topic."""

DOSE_FIELDS: tuple[DoseField, ...] = ("reps", "sets", "hold", "time", "frequency")


class DoseChoice(Struct, frozen=True, kw_only=True):
    """One part of one exercise's dose, as an author would write it ("8", "10 seconds", "2 times a
    day"); empty is a blank to fill in by hand.

    `decided`: the clinician means a dose outside the author's range, which is refused otherwise.
    """

    exercise: str
    field: DoseField
    value: str
    decided: bool = False


class Visit(Struct, frozen=True, kw_only=True):
    """Who the sheet is for and from. Each may be empty. Printed, and never stored or logged."""

    patient: str = ""
    clinician: str = ""
    date: date | None = None
    next_visit: str = ""
    note: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What was given of all but the date, in the order in which a patient looks for them."""
        given = (self.patient, self.clinician, self.next_visit, self.note)
        return tuple(one for one in given if one)


class Tailoring(Struct, frozen=True, kw_only=True):
    """Ids of parts, sections and exercises as given. Red flags stay whatever is chosen.

    `only` keeps what it names; `without` leaves out; `order` names what comes first among its
    neighbours (parts among parts, sections in their part, exercises in their section).
    """

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    doses: tuple[DoseChoice, ...] = ()
    visit: Visit = Visit()
    places: tuple[tuple[str, Span], ...] = ()
    """Each text of the visit with the place in the file that it came from: what is wrong with it is
    told there, and not what it is."""

    @property
    def personal(self) -> bool:
        """Whether something in it is for one patient: sections alone may be chosen for a class."""
        return bool(self.doses) or self.visit != Visit()
