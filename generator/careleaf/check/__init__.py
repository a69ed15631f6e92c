"""A topic and its library in; problems out."""

from __future__ import annotations

from datetime import date
from itertools import chain

from careleaf.check.access import check_access
from careleaf.check.clinic_language import check_clinic_language
from careleaf.check.codes import check_codes
from careleaf.check.daily_most import check_daily_most
from careleaf.check.easy import check_easy
from careleaf.check.limit import first_problems
from careleaf.check.metadata import check_metadata
from careleaf.check.phrases import check_phrases
from careleaf.check.references import check_references
from careleaf.check.review import check_review
from careleaf.check.safety import check_safety
from careleaf.check.structure import check_structure
from careleaf.check.text import check_text
from careleaf.check.unwritten import check_unwritten
from careleaf.check.usual import check_usual
from careleaf.check.wordless import check_wordless
from careleaf.model.clinic import Clinic
from careleaf.model.library import Library
from careleaf.model.topic import Topic
from careleaf.problem import Problem

__all__ = ("check_topic",)


def check_topic(topic: Topic, library: Library, clinic: Clinic, *, today: date) -> list[Problem]:
    """Every problem that needs the whole topic or its surroundings to be seen, in order of place.
    What a block can see by itself, the reader has reported. `today` decides what is overdue."""
    checks = chain(
        check_structure(topic),
        check_usual(topic),
        check_safety(topic),
        check_easy(topic),
        check_references(topic, library, clinic),
        check_text(topic, library, clinic),
        check_daily_most(topic, library),
        check_codes(topic),
        check_metadata(topic, library, today=today),
        check_review(topic, today=today),
        check_access(topic),
        check_unwritten(topic),
        check_wordless(topic),
        check_clinic_language(topic, clinic),
        check_phrases(topic),
    )
    return first_problems(checks, topic)
