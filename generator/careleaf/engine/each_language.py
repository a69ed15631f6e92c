"""A job without a language in; one job for each language that its topics are there in out.

Whoever asks whether all is well means the translations too."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from careleaf.engine.content import Content, NoContentError, find_content
from careleaf.engine.job import Job
from careleaf.engine.programme import read_one_programme
from careleaf.model.clinic import Clinic


def in_each_language(job: Job) -> list[Job]:
    """English first. Each has the topics that are there in its language; a programme is there in
    one. What cannot be done is left in a job in English, where it is refused."""
    in_english = replace(job, languages=("en",))
    try:
        content = find_content(job.content)
    except NoContentError:
        return [in_english]
    if job.programme is not None:
        return [replace(job, languages=(_language(content, job.programme),))]
    there = {name: content.languages(name) for name in job.topics or content.topics()}
    codes = sorted({code for some in there.values() for code in some}, key=lambda c: (c != "en", c))
    if not codes or not all(there.values()):
        return [in_english]
    jobs = [
        replace(
            job,
            languages=(code,),
            topics=tuple(name for name in job.topics if code in there[name]),
        )
        for code in codes
    ]
    return [*jobs, *([] if job.topics else _alone(content, job, codes))]


def _alone(content: Content, job: Job, codes: list[str]) -> list[Job]:
    """The programmes in languages that no topic is there in: they are checked with no topics."""
    found = {name: _language(content, name) for name in content.programmes()}
    return [
        replace(job, programme=name, languages=(code,))
        for name, code in found.items()
        if code not in codes
    ]


def _language(content: Content, programme: str) -> str:
    if programme not in content.programmes():
        return "en"
    found, _ = read_one_programme(content, programme, {})
    return found.language if found else "en"


def speaking(clinics: Iterable[Clinic], language: str) -> list[Clinic]:
    """Those that speak the language, by themselves or translated; all where none does. A clinic
    that has no translation yet does not spoil the topics of one that has."""
    some = list(clinics)
    spoken = language.partition("-")[0]
    return [one for one in some if one.language.partition("-")[0] == spoken] or some
