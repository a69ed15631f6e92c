"""A clinic in; words that stand alone and say whom to call while it is closed, out."""

from __future__ import annotations

from careleaf.model.clinic import Clinic
from careleaf.model.stops import as_name
from careleaf.model.topic import Pen


def when_closed(pen: Pen, clinic: Clinic) -> str:
    """Its own words for those times with the number, else ours. They are true where no hours stand
    before them, as "At other times" is not. Empty where the clinic gives no such number."""
    number = clinic.after_hours_phone
    if not number:
        return ""
    if clinic.after_hours:
        return pen.say("{times}: {number}", times=as_name(clinic.after_hours), number=number)
    return pen.say("When we are closed, call {number}.", number=number)
