"""A manuscript in; the frames of all its slides but the cover, in order, out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from careleaf.compose.deck.body import pages
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.notes import plain_prompt, sources_line, spoken_notes
from careleaf.compose.deck.on_slide import frame_fits
from careleaf.compose.deck.parts import Agenda, AgendaPart, Opener
from careleaf.compose.deck.section import section_frames
from careleaf.compose.deck.source_slides import source_frames
from careleaf.language import Language
from careleaf.model.inline import Line, plain
from careleaf.model.manuscript import Chapter, Manuscript
from careleaf.model.shape import Definitions, Paragraph, Shape
from careleaf.model.stops import as_name


def outline(manuscript: Manuscript, language: Language) -> list[Frame]:
    """Agenda, parts with their sections, words to know, sources."""
    frames = [*_agenda(manuscript, language)]
    several = len(manuscript.chapters) > 1
    for number, chapter in enumerate(manuscript.chapters, 1):
        part = plain(chapter.title) if several else ""
        own = _part(number, chapter, manuscript, language)
        frames += [replace(frame, part=part) for frame in own]
    frames += _glossary(manuscript, language)
    frames += source_frames(manuscript, language)
    return frames


def _agenda(manuscript: Manuscript, language: Language) -> Iterator[Frame]:
    parts = tuple(
        AgendaPart(
            number=number,
            title=chapter.title,
            line=_opening(chapter)[0],
            minutes=_minutes(chapter, language),
        )
        for number, chapter in enumerate(manuscript.chapters, 1)
    )
    if len(parts) < 2:
        return
    title = language.say("What we will talk about")
    said = language.say("Say what comes, and ask which part matters most to the group.")

    def frame(share: tuple[AgendaPart, ...]) -> Frame:
        body = Agenda(at=manuscript.at, parts=share)
        return Frame(at=manuscript.at, title=title, body=body, said=(said,))

    for share in pages(parts, lambda share: frame_fits(frame(share))):
        yield frame(share)


def _minutes(chapter: Chapter, language: Language) -> str:
    """ "10 minutes", where a programme says so."""
    if chapter.minutes is None:
        return ""
    return language.say_many("{n} minute", "{n} minutes", chapter.minutes)


def _opening(chapter: Chapter) -> tuple[Line, tuple[Shape, ...]]:
    """A part's first paragraph, if it begins with one, and the shapes that are left."""
    first = chapter.shapes[0] if chapter.shapes else None
    if isinstance(first, Paragraph):
        return first.body, chapter.shapes[1:]
    return (), chapter.shapes


def _label(number: int, total: int, chapter: Chapter, language: Language) -> str:
    """ "Part 2 of 4, 15 minutes"."""
    label = language.say("Part {number} of {total}", number=number, total=total)
    return language.listed(part for part in (label, _minutes(chapter, language)) if part)


def _part(
    number: int, chapter: Chapter, manuscript: Manuscript, language: Language
) -> Iterator[Frame]:
    line, shapes = _opening(chapter)
    total = len(manuscript.chapters)
    if total > 1:
        opener = Opener(
            at=chapter.at,
            number=number,
            titles=tuple(one.title for one in manuscript.chapters),
            label=_label(number, total, chapter, language),
            line=line,
        )
        frame = Frame(at=chapter.at, title=plain(chapter.title), body=opener)
        own = section_frames(chapter, language, shapes)
        yield from _spoken([frame, *own], chapter, manuscript, language)
    else:
        own = section_frames(chapter, language, chapter.shapes)
        yield from _spoken(own, chapter, manuscript, language)
    for section in chapter.sections:
        frames = section_frames(section, language, section.shapes)
        yield from _spoken(frames, section, manuscript, language)


def _spoken(
    frames: list[Frame], chapter: Chapter, manuscript: Manuscript, language: Language
) -> Iterator[Frame]:
    """The section's notes on its first slide, its sources on every one; none without words. Where
    its blocks have titles of their own, so that no slide shows the section's, the speaker says it.
    """
    references = {one.key: one for one in manuscript.references}
    sources = sources_line(chapter.cited, references, language)
    for place, frame in enumerate(frames):
        said = list(frame.said)
        if place == 0:
            said = [*spoken_notes(chapter.notes), *said]
        if not said:
            said = [plain_prompt(frame.title, language)]
        if place == 0:
            said = [*_lead_over(chapter, frames, language), *said]
        if sources:
            said.append(sources)
        anchors = (chapter.id,) if place == 0 else ()
        yield replace(frame, said=tuple(said), anchors=anchors, heading=plain(chapter.title))


def _lead_over(chapter: Chapter, frames: list[Frame], language: Language) -> list[str]:
    heading = as_name(plain(chapter.title))
    if not heading or any(heading in frame.title for frame in frames):
        return []
    return [language.say("We now come to “{title}”.", title=heading)]


def _glossary(manuscript: Manuscript, language: Language) -> Iterator[Frame]:
    if not manuscript.definitions:
        return
    title = language.say("Words to know")
    shape = Definitions(at=manuscript.at, title=title, entries=manuscript.definitions)
    chapter = _chapter_of(manuscript, shape)
    said = language.say("Use this slide when someone asks what a word means.")
    for frame in section_frames(chapter, language, (shape,)):
        yield replace(frame, said=(said,), section="", heading=title)


def _chapter_of(manuscript: Manuscript, shape: Definitions) -> Chapter:
    return Chapter(at=manuscript.at, id="", level=2, title=(), shapes=(shape,), notes=(), cited=())
