"""What lies on the desk in; the file that a button asks for out. Its name tells of nobody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec.structs import replace
from starlette.responses import Response

from careleaf.engine import Job, RefusedError
from careleaf.engine.edition import made_name
from careleaf.engine.job import Format
from careleaf.model.tailoring import Visit
from careleaf.problem import errors_in
from careleaf.web.interface.answers import disposition
from careleaf.web.tailor.desk import Laid
from careleaf.web.workshop import Workshop

_TYPES: Mapping[Format, str] = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "text": "text/plain; charset=utf-8",
}

FILES: Mapping[str, tuple[Format, Literal["inline", "attachment"]]] = {
    "print": ("pdf", "inline"),
    "pdf": ("pdf", "attachment"),
    "pptx": ("pptx", "attachment"),
    "html": ("html", "attachment"),
}
"""What a button asks for, and whether a browser shows or keeps it."""


async def file_answer(workshop: Workshop, laid: Laid, kind: str) -> Response:
    """Raises as `engine.made`, and `RefusedError` where an error kept it from being made."""
    form, shown = FILES[kind]
    job = _for(laid.settled.job, form)
    data = await _made(workshop, job)
    named = made_name(laid.held.id, form, job)
    headers = {"Content-Disposition": disposition(shown, named)}
    return Response(data, media_type=_TYPES[form], headers=headers)


async def portal_text(workshop: Workshop, laid: Laid) -> str:
    """Plain text, in both languages one after the other where there are two. Name and note are left
    out: a portal knows whose it is, and a note is for paper."""
    job = _for(laid.settled.job, "text")
    job = replace(job, tailoring=replace(job.tailoring, visit=Visit()))
    codes = [job.language, *([laid.settled.job.beside] if laid.settled.job.beside else [])]
    texts = [await _made(workshop, replace(job, languages=(code,))) for code in codes]
    return "\n\n".join(text.decode() for text in texts)


def _for(job: Job, form: Format) -> Job:
    """The job for a handout as one for another format, without what is only for paper."""
    if form == "pdf":
        return job
    return replace(job, formats=(form,), beside=None, profile="standard", paper=None)


async def _made(workshop: Workshop, job: Job) -> bytes:
    given = await workshop.made(job)
    if not given.pieces:
        wrong = errors_in(given.problems)
        raise RefusedError(wrong[0].message if wrong else "nothing was made")
    return given.pieces[0].data
