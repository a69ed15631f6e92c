"""A job and words for one patient in; their letters that its handout cannot print out.

Asked before anything is drawn: a screen says so at the field, and draws the rest meanwhile."""

from __future__ import annotations

from collections.abc import Iterable

from careleaf.engine.chosen import chosen_clinic
from careleaf.engine.job import Job
from careleaf.engine.opened import open_content
from careleaf.text import typeface
from careleaf.theme.fontfiles import body_fonts


def unprintable(job: Job, texts: Iterable[str]) -> tuple[str, ...]:
    """Of each text the characters, each once, that a handout of the job has no font for: ours, or
    one of the clinic's. Which language it is in makes no difference, nor a second one beside it:
    languages try the same fonts, each in an order of its own.

    Raises `RefusedError` where there is no such clinic.
    """
    _, clinic = chosen_clinic(open_content(job), job)
    face = typeface(body_fonts(job.language, clinic.fonts if clinic else ()))
    return tuple("".join(dict.fromkeys(face.missing(text))) for text in texts)
