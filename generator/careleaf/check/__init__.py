"""A topic and its library in; problems out."""

from __future__ import annotations

from datetime import date

from careleaf.check.access import check_access
from careleaf.check.codes import check_codes
from careleaf.check.metadata import check_metadata
from careleaf.check.references import check_references
from careleaf.check.safety import check_safety
from careleaf.check.structure import check_structure
from careleaf.check.text import check_text
from careleaf.model.clinic import Clinic
from careleaf.model.library import Library
from careleaf.model.topic import Topic
from careleaf.problem import Problem, in_order

__all__ = ("check_topic",)


def check_topic(topic: Topic, library: Library, clinic: Clinic, *, today: date) -> list[Problem]:
    """Every problem that needs the whole topic or its surroundings to be seen, in order of place.
    What a block can see by itself, the reader has reported. `today` decides what is overdue."""
    return in_order(
        [
            *check_structure(topic),
            *check_safety(topic),
            *check_references(topic, library, clinic),
            *check_text(topic, library, clinic),
            *check_codes(topic),
            *check_metadata(topic, library, today=today),
            *check_access(topic),
        ]
    )
