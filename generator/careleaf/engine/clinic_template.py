"""A job and its clinic in; the PowerPoint template that their decks are drawn on, if any, out."""

from __future__ import annotations

from pathlib import Path

from careleaf.engine.job import Job, RefusedError
from careleaf.model.clinic import Clinic, TemplateFile
from careleaf.model.deck import Template
from careleaf.problem import Problem
from careleaf.problem_codes import BAD_TEMPLATE

MOST_BYTES = 64 * 1024**2
"""Of a template's file."""

_TOO_LARGE = f"it has over {MOST_BYTES // 1024**2} MB", "take its videos and large pictures out"


def clinic_template(job: Job, clinic: Clinic) -> tuple[Template | None, list[Problem]]:
    """The file asked for, else the one that the clinic's file names. What is wrong with that one is
    a problem at its name.

    Raises RefusedError where the file asked for is no template, or cannot be read.
    """
    if job.template is not None:
        return _asked_for(job.template), []
    return _of(clinic.template) if clinic.template else (None, [])


def template_problems(clinic: Clinic) -> list[Problem]:
    """What is wrong with the file that a clinic's file names, if any: no deck could be drawn."""
    return _of(clinic.template)[1] if clinic.template else []


def _asked_for(path: Path) -> Template:
    from careleaf.write.pptx.clinic_file import TemplateError
    from careleaf.write.pptx.clinic_template import read_template

    try:
        return read_template(_bytes(path))
    except TemplateError as error:
        raise RefusedError(f"{path} cannot be a template: {error}", error.hint) from error


def _bytes(path: Path) -> bytes:
    """Of an ordinary file: a pipe could keep us waiting."""
    hint = "use the path of a .potx or .pptx file"
    if not path.is_file():
        raise RefusedError(f"there is no file {path}", hint)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise RefusedError(f"{path} cannot be read: {error.strerror}", hint) from error
    if len(data) > MOST_BYTES:
        raise RefusedError(f"{path} cannot be a template: {_TOO_LARGE[0]}", _TOO_LARGE[1])
    return data


def _of(named: TemplateFile) -> tuple[Template | None, list[Problem]]:
    from careleaf.read.opening import file_bytes
    from careleaf.write.pptx.clinic_file import TemplateError
    from careleaf.write.pptx.clinic_template import read_template

    data = file_bytes(named.path, named.path.parent, MOST_BYTES)
    if isinstance(data, Problem):
        return None, [data]
    try:
        if len(data) > MOST_BYTES:
            raise TemplateError(*_TOO_LARGE)
        return read_template(data), []
    except TemplateError as error:
        message = f"'{named.path.name}' cannot be a template: {error}"
        return None, [Problem(BAD_TEMPLATE, named.at, message, error.hint)]
