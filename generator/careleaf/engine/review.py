"""A topic in one language in; what a clinician signs and who has signed before, and a new review in
the topic's folder, out. The command and the web page sign by these functions alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from careleaf.check.reviewed import reviewed_parts
from careleaf.engine.chosen import checked_topic, chosen_topics
from careleaf.engine.content import Content
from careleaf.engine.each_language import speaking
from careleaf.engine.files import write_new
from careleaf.engine.glyphs import undrawable_words
from careleaf.engine.job import Job, RefusedError, Result
from careleaf.engine.opened import Opened, open_content
from careleaf.engine.own_library import refuse_bundled
from careleaf.engine.standing import topic_folder
from careleaf.model.clinic import Clinic
from careleaf.model.review import (
    DRAFT,
    MOST_DAYS,
    Change,
    Part,
    Review,
    Reviewer,
    Standing,
    State,
    text_digest,
)
from careleaf.problem import Problem, in_order
from careleaf.problem_codes import UNWRITTEN
from careleaf.read.review import FOLDER, new_name, read_review, read_reviews, review_text
from careleaf.source import Place, Span


class Reviewing(Struct, frozen=True, kw_only=True):
    """One topic in one language, as it is read by a clinician. `result` holds the problems: with an
    error in it, it cannot be signed."""

    content: Content
    folder: Path
    topic_id: str
    title: str
    language: str
    version: str
    review_due: date
    """The day that the author plans for."""
    today: date
    clinics: tuple[Clinic, ...]
    """That speak the language: it is signed for all of them."""
    parts: tuple[Part, ...]
    reviews: tuple[Review, ...]
    """All that there were, oldest first."""
    standing: Standing
    result: Result

    @property
    def text(self) -> str:
        """The digest of all that would be signed."""
        return text_digest(self.parts)

    @property
    def unsigned(self) -> tuple[Problem, ...]:
        """What nobody can sign: errors, and words of the example that a topic starts from."""
        found = self.result.problems
        return tuple(one for one in found if one.code[0] == "E" or one.code == UNWRITTEN)

    @property
    def usual_until(self) -> date | None:
        """Until when a review holds unless its reviewer says otherwise; None where the day that the
        author plans for is past, or too far."""
        ahead = (self.review_due - self.today).days
        return self.review_due if 0 < ahead <= MOST_DAYS else None

    def where(self, change: Change) -> tuple[str, Place]:
        """The file and place of a change."""
        source = self.result.sources.get(change.at.path)
        return change.at.path, source.place(change.at.start) if source else Place(1, 1)


def reviewing(job: Job) -> list[Reviewing]:
    """Each topic of a job in its language as it is on disk, for all clinics that speak it.

    Raises `RefusedError` for a topic that is not there, or not in that language.
    """
    job = replace(job, unsaved=())
    opened = open_content(job)
    clinics = speaking(opened.library.clinics.values(), job.language)
    names = chosen_topics(opened.content, job)
    return [_reviewing(opened, name, job, clinics) for name in names]


def _reviewing(opened: Opened, name: str, job: Job, clinics: Sequence[Clinic]) -> Reviewing:
    topic, problems = checked_topic(opened, name, job, clinics)
    folder = topic_folder(opened, name)
    reviews = read_reviews(folder, job.language, opened.content.root)
    standing = topic.standing if topic else DRAFT
    return Reviewing(
        content=opened.content,
        folder=folder,
        topic_id=name,
        title=topic.title if topic else "",
        language=job.language,
        version=topic.version if topic else "",
        review_due=topic.review_due if topic else date.max,
        today=job.today,
        clinics=tuple(clinics),
        parts=reviewed_parts(topic, opened.library, clinics) if topic else (),
        reviews=reviews.found,
        standing=Standing(
            state=standing.state,
            reviews=standing.reviews,
            changes=tuple(_placed(one, opened.place(one.at)) for one in standing.changes),
        ),
        result=Result(
            problems=tuple(in_order(opened.placed([*opened.problems, *problems]))),
            sources=opened.sources,
        ),
    )


def _placed(change: Change, at: Span) -> Change:
    return Change(kind=change.kind, what=change.what, at=at)


def refuse_signing(some: Reviewing) -> None:
    """Raises `RefusedError` where nobody can sign this: the library that ships with careleaf."""
    refuse_bundled(some.content)


def sign(some: Reviewing, reviewer: Reviewer, until: date, *, seen: str) -> Path:
    """Write the review of exactly this text into the topic's folder; the new file. `seen` is the
    `text` of what the reviewer has read: it must be this.

    Raises `RefusedError` where the text has errors or is another one, and for a day or a name that
    cannot be; `CareleafError` where the disk says no.
    """
    refuse_signing(some)
    if some.result.failed:
        hint = f"careleaf check {some.topic_id} --lang {some.language}"
        raise RefusedError(f"'{some.topic_id}' has errors: mend these first", hint)
    if some.unsigned:
        hint = f"careleaf check {some.topic_id} --lang {some.language}"
        raise RefusedError(f"'{some.topic_id}' still has words of the example", hint)
    if seen != some.text:
        message = f"'{some.topic_id}' was changed while it was read"
        raise RefusedError(message, "read it again: what is signed is what was seen")
    refuse_until(until, some.today)
    reviewer = _as_printed(reviewer, some)
    review = Review(
        at=Span("", 0, 0),
        language=some.language,
        reviewer=reviewer,
        signed=some.today,
        until=until,
        version=some.version,
        parts=some.parts,
    )
    data = review_text(review).encode()
    path = some.folder / FOLDER / new_name(some.folder, some.language, some.today)
    _refuse_unreadable(path, data)
    write_new(path, data)
    return path


def refuse_until(until: date, today: date) -> None:
    """Raises `RefusedError` for a day until which no review can hold."""
    if until <= today:
        raise RefusedError(f"{until} is not after today", "a review holds for up to three years")
    if (until - today).days > MOST_DAYS:
        hint = "whoever advises patients looks again every three years at least"
        raise RefusedError(f"{until} is more than three years away", hint)


def _as_printed(reviewer: Reviewer, some: Reviewing) -> Reviewer:
    """Without blanks at the ends of what was typed. Raises `RefusedError` for a name that no
    handout could print: a change of it afterwards would void the review."""
    found = Reviewer(
        name=reviewer.name.strip(),
        role=reviewer.role.strip(),
        registration=reviewer.registration.strip(),
    )
    for problem in undrawable_words((found.name, found.role), some.language, some.clinics):
        raise RefusedError(f"this cannot be signed: {problem.message}", problem.hint)
    return found


def _refuse_unreadable(path: Path, data: bytes) -> None:
    """Raises `RefusedError` where what is to be written would not be read back: a name with a line
    end in it, or of marks."""
    reading, review = read_review(path, data)
    if review is None:
        problem = reading.found()[0]
        raise RefusedError(f"this cannot be signed: {problem.message}", problem.hint)


def needs_review(some: Sequence[Reviewing]) -> bool:
    """Whether any of them is not signed today, or cannot be read."""
    return any(one.standing.state is not State.SIGNED or one.result.failed for one in some)
