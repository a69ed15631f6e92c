"""A topic and a clinic in; a problem where the clinic's own words are in another language out.

Hours and what to do in an emergency are the clinic's words: in a Spanish handout they must not stay
English unseen, and "Do not drive yourself" must not stay so at all."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.model.clinic import Clinic
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import CLINIC_LANGUAGE, CLINIC_NOT_TRANSLATED
from careleaf.source import Span


def check_clinic_language(topic: Topic, clinic: Clinic) -> Iterator[Problem]:
    """One problem at the top of the clinic's file: an error where it says what to do when help is
    needed, a warning for hours."""
    spoken = topic.language.partition("-")[0]
    if clinic.language.partition("-")[0] == spoken:
        return
    at = Span(clinic.at.path, clinic.at.start, clinic.at.start)
    urgent = _urgent(clinic)
    words = ", ".join(urgent) or "hours"
    message = f"'{clinic.key}' says {words} in '{clinic.language}', not in '{spoken}'"
    hint = f"translate them: careleaf translate export clinics/{clinic.key} --lang {topic.language}"
    yield Problem(CLINIC_NOT_TRANSLATED if urgent else CLINIC_LANGUAGE, at, message, hint)


def _urgent(clinic: Clinic) -> list[str]:
    """The fields, as they are written, that tell a patient in need what to do."""
    told = {
        "emergency-advice": clinic.emergency_advice,
        "same-day-words": clinic.same_day_words,
        "after-hours": clinic.after_hours,
    }
    return [name for name, words in told.items() if words]
