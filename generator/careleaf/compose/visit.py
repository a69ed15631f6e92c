"""A tailoring in; what is printed of the visit: rows of label and words, and who chose, out."""

from __future__ import annotations

from careleaf.language import Language
from careleaf.model.tailoring import Tailoring, Visit

Row = tuple[str, str]
"""What it is, and what was given ("Next visit", "Tuesday, March 3")."""


def visit_rows(visit: Visit, spoken: Language) -> tuple[Row, ...]:
    """In the order in which a patient looks for them; what was not given is left out. A date alone
    is no row: the small print has it."""
    if not visit.words:
        return ()
    rows = (
        (spoken.say("For"), visit.patient),
        (spoken.say("From"), visit.clinician),
        (spoken.say("Date"), spoken.date(visit.date) if visit.date else ""),
        (spoken.say("Next visit"), visit.next_visit),
        (spoken.say("Note for you"), visit.note),
    )
    return tuple((label, words) for label, words in rows if words)


def tailored(tailoring: Tailoring, spoken: Language) -> str:
    """Who made this version and when; empty where nothing in it is for one patient: sections may be
    chosen for a class."""
    visit = tailoring.visit
    if not tailoring.personal:
        return ""
    on = spoken.date(visit.date) if visit.date else ""
    if visit.clinician and on:
        return spoken.say(
            "Tailored for one patient by {name}, {date}", name=visit.clinician, date=on
        )
    if visit.clinician:
        return spoken.say("Tailored for one patient by {name}", name=visit.clinician)
    return (
        spoken.say("Tailored for one patient, {date}", date=on)
        if on
        else (spoken.say("Tailored for one patient"))
    )
