"""A job in; nothing out, or a refusal of what no job can be."""

from __future__ import annotations

from careleaf.engine.job import Job, RefusedError


def refuse_nonsense(job: Job) -> None:
    """Raise `RefusedError` for ways to make a piece that go with none that is asked for, or not
    with one another."""
    if job.template is not None and not {"pptx", "notes-pages"}.intersection(job.formats):
        raise RefusedError("a template is for decks, and no deck is asked for", "add: --to pptx")
    if job.fillable and "pdf" not in job.formats:
        raise RefusedError("only a handout is filled in, and none is asked for", "add: --to pdf")
    if job.pdf_ua != 1 and not {"pdf", "notes-pages"}.intersection(job.formats):
        raise RefusedError("--pdf-ua is for PDF files, and none is asked for", "add: --to pdf")
    if job.paper is not None and not {"pdf", "notes-pages"}.intersection(job.formats):
        raise RefusedError("--paper is for PDF files, and none is asked for", "add: --to pdf")
    _refuse_print(job)
    _refuse_beside(job)
    _refuse_one_patient(job)


def _refuse_print(job: Job) -> None:
    """Ways of printing that go to no handout, or to one that cannot be."""
    asked = "--fold" if job.fold else "--print" if job.profile != "standard" else ""
    if asked and "pdf" not in job.formats:
        raise RefusedError(f"{asked} is for handouts, and none is asked for", "add: --to pdf")
    if job.fold and job.fillable:
        message = "a folded sheet is for paper, and fields are for a screen"
        raise RefusedError(message, "leave out --fold, or --fillable")
    if job.fold and job.profile in {"large", "easy-read"}:
        message = f"words as large as in '{job.profile}' do not fit on a folded sheet"
        raise RefusedError(message, "leave out --fold, or --print")


def _refuse_beside(job: Job) -> None:
    """Raise `RefusedError` for a job that asks for two languages side by side and for something
    that they cannot be in."""
    if job.beside is None:
        return
    if len(job.languages) > 1:
        raise RefusedError(
            "a handout has two languages, not more", "give one --lang and one --with"
        )
    if job.beside == job.language:
        message = f"'{job.beside}' twice: a handout in two languages needs two"
        raise RefusedError(message, "choose another language for --with")
    if set(job.formats) != {"pdf"}:
        others = ", ".join(name for name in job.formats if name != "pdf")
        message = f"two languages side by side are for the handout, not for: {others}"
        raise RefusedError(message, "add: --to pdf")
    asked = {"--print": job.profile != "standard", "--fold": job.fold, "--fillable": job.fillable}
    for name in (name for name, wanted in asked.items() if wanted):
        message = f"a handout in two languages does not go with {name}"
        raise RefusedError(message, f"leave out {name}, or build each language alone")


def _refuse_one_patient(job: Job) -> None:
    """Raise `RefusedError` where every topic that there is would be made for one patient."""
    if job.tailoring.personal and not job.topics and job.programme is None:
        message = "what is for one patient is of one topic, and none is named"
        raise RefusedError(message, "name a topic")
