"""A topic and a clinic in; a warning where the clinic's own words are in another language out.

Hours and what to do in an emergency are the clinic's words: in a Spanish handout they must not stay
English unseen."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.model.clinic import Clinic
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import CLINIC_LANGUAGE
from careleaf.source import Span


def check_clinic_language(topic: Topic, clinic: Clinic) -> Iterator[Problem]:
    """One warning at the top of the clinic's file."""
    spoken = topic.language.partition("-")[0]
    if clinic.language.partition("-")[0] == spoken:
        return
    at = Span(clinic.at.path, clinic.at.start, clinic.at.start)
    message = f"hours and emergency advice of '{clinic.key}' are in '{clinic.language}'"
    hint = f"translate them: careleaf translate export clinics/{clinic.key} --lang {topic.language}"
    yield Problem(CLINIC_LANGUAGE, at, f"{message}, not in '{spoken}'", hint)
