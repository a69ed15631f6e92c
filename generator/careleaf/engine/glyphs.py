"""A topic with all that it says in; every character that our fonts or the clinic's cannot draw, at
its true place, out.

A writer finds them too, where it draws: of words that are put together there (a title, a clinic's
hours, what is said of a visit) it knows no place. A build asks here once a writer has found one;
`careleaf check` always does, and needs no writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from careleaf.check.parts import lines, meanings
from careleaf.engine.edition import Edition
from careleaf.engine.job import FORMATS, Format, Job
from careleaf.model.clinic import VARIABLES, Clinic, FontFile
from careleaf.model.inline import Citation, Draft, Term, Words
from careleaf.model.library import Library
from careleaf.model.review import State
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Topic
from careleaf.model.walk import inlines
from careleaf.problem import Problem
from careleaf.problem_codes import NO_GLYPH
from careleaf.source import Span
from careleaf.text import Typeface, missing_in, typeface
from careleaf.theme.fontfiles import body_fonts, with_own
from careleaf.theme.stand_ins import stand_in

_Said = tuple[str, Span]
_FRONT = ("title", "subtitle", "audience")


def undrawable(
    edition: Edition,
    formats: Iterable[Format],
    texts: Mapping[str, str],
    tailoring: Tailoring | None = None,
) -> list[Problem]:
    """One problem a script and stretch of words, for what is drawn with our fonts: a web page has
    those of its reader. What is said of a patient is not quoted."""
    topic, clinic = edition.topic, edition.clinic
    said = [*_topic(topic, edition.library), *_reviewers(topic, texts), *_clinic(clinic, texts)]
    visit = tailoring.places if tailoring else ()
    faces = list(_faces(topic.language, clinic.fonts, formats))
    private = (
        one.private() for face in faces for text, at in visit for one in missing_in(text, at, face)
    )
    return list(dict.fromkeys([*_lacking(said, faces), *private]))


def undrawable_in_topic(
    topic: Topic,
    library: Library,
    clinics: Iterable[Clinic],
    formats: Iterable[Format],
    texts: Mapping[str, str],
) -> list[Problem]:
    """The same, of the topic's own words and its reviewers, for clinics with whatever fonts."""
    asked = list(formats)
    faces = (
        face
        for fonts in dict.fromkeys(clinic.fonts for clinic in clinics)
        for face in _faces(topic.language, fonts, asked)
    )
    said = [*_topic(topic, library), *_reviewers(topic, texts)]
    return _lacking(said, dict.fromkeys(faces))


def undrawable_in_clinic(
    clinic: Clinic, language: str, formats: Iterable[Format], texts: Mapping[str, str]
) -> list[Problem]:
    """The same, of the clinic's own words."""
    return _lacking(list(_clinic(clinic, texts)), _faces(language, clinic.fonts, formats))


def undrawable_words(
    texts: Iterable[str], language: str, clinics: Iterable[Clinic]
) -> list[Problem]:
    """The same, of words that are in no file yet."""
    fonts = dict.fromkeys(clinic.fonts for clinic in clinics)
    faces = (face for own in fonts for face in _faces(language, own, FORMATS))
    return _lacking([(text, Span("", 0, 0)) for text in texts], dict.fromkeys(faces))


def _lacking(said: Sequence[_Said], faces: Iterable[Typeface]) -> list[Problem]:
    used = "".join(sorted({*chain.from_iterable(text for text, _ in said)}))
    problems: list[Problem] = []
    for face in faces:
        if lacking := set(face.missing(used)):
            problems += [
                one.problem()
                for text, at in said
                if lacking.intersection(text)
                for one in missing_in(text, at, face)
            ]
    return list(dict.fromkeys(problems))


def at_true_places(
    late: list[Problem], edition: Edition, job: Job, texts: Mapping[str, str]
) -> list[Problem]:
    """What writers found, each character where it stands in a file and nowhere else."""
    found = undrawable(edition, job.formats, texts, job.tailoring)
    told = {one.message for one in found}
    start = edition.topic.at.start
    rest = [
        one
        for one in late
        if one.code != NO_GLYPH or not (one.message in told or one.span.start == start)
    ]
    return [*rest, *found] if found else late


def _faces(
    language: str, fonts: tuple[FontFile, ...], formats: Iterable[Format]
) -> Iterator[Typeface]:
    """Those of the handout, and those that measure a deck."""
    asked = set(formats)
    if "pdf" in asked:
        yield typeface(body_fonts(language, fonts))
    if asked & {"pptx", "notes-pages"}:
        yield typeface(with_own(stand_in("", language).stack, fonts))


def _topic(topic: Topic, library: Library) -> Iterator[_Said]:
    values = dict(zip(_FRONT, (topic.title, topic.subtitle, topic.audience), strict=True))
    yield from ((text, topic.place(name)) for name, text in values.items() if text)
    drafts = [*lines(topic), *meanings(topic, library)]
    for draft in drafts:
        yield from _line(draft)
    cited = {key for draft in drafts for key in _cited(draft)}
    for key in sorted(cited & {*library.references}):
        reference = library.references[key]
        at = Span(reference.at.path, reference.at.start, reference.at.start)
        yield from ((reference.title, at), (reference.publisher, at))


def _line(draft: Draft) -> Iterator[_Said]:
    for inline in inlines(draft):
        if isinstance(inline, Words):
            yield inline.text, inline.at
        elif isinstance(inline, Term):
            yield inline.shown, inline.at


def _cited(draft: Draft) -> Iterator[str]:
    for inline in inlines(draft):
        if isinstance(inline, Citation):
            yield from inline.keys


def _reviewers(topic: Topic, texts: Mapping[str, str]) -> Iterator[_Said]:
    """Who is printed as having signed it, where a review says so."""
    if topic.standing.state is not State.DRAFT:
        for review in topic.standing.reviews:
            for value in (review.reviewer.name, review.reviewer.role):
                yield value, _place(value, review.at, texts)


def _clinic(clinic: Clinic, texts: Mapping[str, str]) -> Iterator[_Said]:
    for name in VARIABLES:
        if value := clinic.value(name):
            yield value, _place(value, clinic.at, texts)


def _place(value: str, file: Span, texts: Mapping[str, str]) -> Span:
    """Where a value stands in its file, or the top of that."""
    place = texts.get(file.path, "").find(value)
    there = Span(file.path, place, place + len(value))
    return there if place >= 0 else Span(file.path, file.start, file.start)
