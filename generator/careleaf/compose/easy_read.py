"""A manuscript with easy words in; what the easy-read handout says, and what it lacks, out.

Easy words take the place of what they say again. What keeps a patient safe is there in any case, in
the usual words where there are no easy ones, with a line that says so. Everything else that nobody
wrote in easy words is left out, and named at the end and in the report."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.compose.leaflet import call_us
from careleaf.language import Language
from careleaf.model.inline import Run
from careleaf.model.manuscript import Chapter, Manuscript
from careleaf.model.shape import (
    Callout,
    Card,
    Contact,
    Item,
    Items,
    Paragraph,
    Shape,
    Tone,
)
from careleaf.problem import Problem
from careleaf.problem_codes import NOT_IN_EASY_WORDS
from careleaf.source import Span

LEFT_OUT = "_left-out"
"""The id of the part that names what is left out."""


def easy_read(ready: Manuscript, spoken: Language) -> tuple[Manuscript, list[Problem]]:
    """The same manuscript in easy words, without a glossary and sources: nobody asked for more to
    read."""
    told = _Told()
    chapters: list[Chapter] = []
    for part in ready.chapters:
        own = tuple(_shapes(part, ready, spoken, told))
        sections = [
            replace(section, shapes=shapes)
            for section in part.sections
            if (shapes := tuple(_shapes(section, ready, spoken, told)))
        ]
        if own or sections:
            chapters.append(replace(part, shapes=own, sections=tuple(sections)))
    easy = replace(
        ready,
        clinic=replace(ready.clinic, tagline=spoken.say("Easy read")),
        chapters=(*chapters, _ending(ready, told, spoken)),
        definitions=(),
        references=(),
    )
    return easy, list(_report(ready, told))


class _Told(Struct):
    """Of which sections nothing is told, of which not all, and which have to do with the usual
    words."""

    missing: list[Chapter] = field(default_factory=list)
    shortened: list[Chapter] = field(default_factory=list)
    usual: list[Chapter] = field(default_factory=list)
    contact: bool = False
    """Whether the clinic's panel is there."""


def _shapes(chapter: Chapter, ready: Manuscript, spoken: Language, told: _Told) -> Iterator[Shape]:
    """What is told of a chapter; that something of it is not is noted. A part's opening words only
    lead to its sections."""
    kept, dropped, usual = 0, 0, 0
    for shape in chapter.shapes:
        wording = ready.easy.get(shape.at)
        if wording is not None:
            yield _reworded(shape, wording)
        elif _keeps_safe(shape):
            told.contact = told.contact or isinstance(shape, Contact)
            usual += not isinstance(shape, Contact)
            yield from _marked(shape, spoken)
        else:
            dropped += 1
            continue
        kept += 1
    if dropped and not chapter.sections:
        (told.shortened if kept else told.missing).append(chapter)
    if usual:
        told.usual.append(chapter)


def _keeps_safe(shape: Shape) -> bool:
    """What every patient must get, in whatever words."""
    match shape:
        case Callout(tone=Tone.KEY | Tone.EMERGENCY | Tone.SAME_DAY | Tone.WARNING):
            return True
        case Card() | Contact():
            return True
        case _:
            return False


def _marked(shape: Shape, spoken: Language) -> Iterator[Shape]:
    """The usual words, with a line that says that they are, in the box that they stand in: the
    first page takes some boxes out of their sections, and no page parts a line from its box."""
    note = Run(at=shape.at, text=spoken.say("This part is not in easy words yet."))
    yield replace(shape, note=(note,)) if isinstance(shape, Callout | Card) else shape


def _reworded(shape: Shape, wording: Items) -> Shape:
    """Easy words in the box of what they say again; else as rows of pictures and words."""
    match shape:
        case Callout(tone=Tone.KEY):
            return replace(shape, body=tuple(_paragraph(item) for item in wording.items))
        case Callout(tone=Tone.EMERGENCY | Tone.SAME_DAY):
            return replace(shape, body=(replace(wording, mark="bullet"),))
        case Callout():
            return replace(shape, body=(replace(wording, mark="bullet"),), advice=())
        case Card():
            return replace(shape, steps=wording.items)
        case Items(mark="icon"):
            return wording
        case _:
            # Not marked as actions are: the first page takes those, under a heading of their own.
            return replace(wording, mark="bullet")


def _paragraph(item: Item) -> Paragraph:
    gap = (Run(at=item.at, text=" "),) if item.lead and item.body else ()
    return Paragraph(at=item.at, body=(*item.lead, *gap, *item.body))


def _ending(ready: Manuscript, told: _Told, spoken: Language) -> Chapter:
    """That there is more, what is not here or not all of it, and how to get it: the number too,
    where the clinic's panel is not there."""
    at = ready.at
    says = spoken.say("This sheet is shorter than our full guide. Ask us for the guide.")
    shapes = [_said(at, says)]
    for words, chapters in (
        (spoken.say("These parts are not in easy words yet. Ask us about them."), told.missing),
        (spoken.say("Our full guide says more about these parts."), told.shortened),
    ):
        if chapters:
            items = tuple(_by_part(chapters, ready))
            shapes += [_said(at, words), Items(at=at, mark="bullet", items=items)]
    if not told.contact:
        shapes.append(_said(at, call_us(ready, spoken)))
    return Chapter(
        at=at,
        id=LEFT_OUT,
        level=1,
        title=(Run(at=at, text=spoken.say("What is not here")),),
        shapes=tuple(shapes),
        notes=(),
        cited=(),
    )


def _by_part(chapters: list[Chapter], ready: Manuscript) -> Iterator[Item]:
    """Their names, those of one part in a row: a row each would fill pages with names alone. A part
    of whose sections all are named is named itself."""
    named = {one.id for one in chapters}
    for part in ready.chapters:
        titles = [one.title for one in part.sections if one.id in named]
        if not titles and part.id not in named:
            continue
        if 1 < len(titles) == len(part.sections):
            titles = []
        dot = Run(at=part.at, text=" \u00b7 ")
        body = [bound for title in titles for bound in (dot, *title)][1:]
        yield Item(at=part.at, lead=part.title, body=tuple(body))


def _said(at: Span, text: str) -> Shape:
    return Paragraph(at=at, body=(Run(at=at, text=text),))


def _report(ready: Manuscript, told: _Told) -> Iterator[Problem]:
    """One warning for all: a clinician must know before the sheet is handed out."""
    parts = [
        f"{says}: {', '.join(one.id for one in chapters)}"
        for says, chapters in (
            ("not in the easy-read handout", told.missing),
            ("in part only", told.shortened),
            ("in the usual words", told.usual),
        )
        if chapters
    ]
    if parts:
        message = f"for want of easy words: {'; '.join(parts)}"
        hint = "add ':::easy' after the block that it says again"
        yield Problem(NOT_IN_EASY_WORDS, ready.at, message, hint)
