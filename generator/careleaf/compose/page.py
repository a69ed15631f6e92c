"""A manuscript in; a page out: key message on top, red flags early, then the topic's own order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.visit import tailored, visit_rows
from careleaf.language import Language
from careleaf.model.art import Pose
from careleaf.model.inline import Bound, Break, Line, Run, plain
from careleaf.model.manuscript import Chapter, Manuscript
from careleaf.model.page import Block, Gallery, Page, PageSection, Questions, RedFlags, Version
from careleaf.model.shape import Callout, Definitions, Figure, Paragraph, Prompt, Shape, Tone
from careleaf.problem import Problem
from careleaf.theme import Theme

_RED_TONES = (Tone.EMERGENCY, Tone.SAME_DAY)


def compose_page(
    manuscript: Manuscript, theme: Theme, language: Language, versions: tuple[Version, ...] = ()
) -> tuple[Page, list[Problem]]:
    """Nothing is left out but speaker notes and answers to teach-back questions. A browser lays
    out anything, so there is nothing to report. `versions` are the languages to choose from."""
    del theme
    opened = _open_with_key_message(manuscript.chapters)
    chapters = _red_flags_early(opened.chapters)
    sources = tuple(manuscript.cited())
    builder = _Builder(
        numbers={reference.key: n for n, reference in enumerate(sources, 1)},
        language=language,
    )
    page = Page(
        at=manuscript.at,
        title=manuscript.title,
        subtitle=manuscript.subtitle,
        pose=manuscript.pose,
        description=_description(manuscript, opened.key),
        audience=manuscript.audience,
        version=manuscript.version,
        written=manuscript.written,
        review_due=manuscript.review_due,
        visit=visit_rows(manuscript.tailoring.visit, language),
        tailored=tailored(manuscript.tailoring, language),
        standing=manuscript.standing,
        reviewed=manuscript.reviewed,
        clinic=manuscript.clinic,
        versions=versions,
        key=_sentence_a_line(opened.key) if opened.key else None,
        key_id=opened.key_id,
        alarm=_alarm(chapters),
        sections=tuple(builder.section(chapter) for chapter in chapters),
        words=_words(manuscript, language),
        references=sources,
    )
    return page, []


class _Opened(Struct, frozen=True, kw_only=True):
    """The key message taken out of the chapters; `key_id` as in Page."""

    key: Callout | None
    key_id: str
    chapters: tuple[Chapter, ...]


def _open_with_key_message(chapters: tuple[Chapter, ...]) -> _Opened:
    """The first key message stands alone, so it can move to the top. Later ones stay."""
    home, key = next(_key_messages(chapters), (None, None))
    if home is None or key is None:
        return _Opened(key=None, key_id="", chapters=chapters)
    rest = replace(home, shapes=tuple(shape for shape in home.shapes if shape is not key))
    empty = not rest.shapes and not rest.sections
    left = tuple(_without(chapters, home, None if empty else rest))
    return _Opened(key=key, key_id=home.id if empty else "", chapters=left)


def _key_messages(chapters: tuple[Chapter, ...]) -> Iterator[tuple[Chapter, Callout]]:
    for chapter in chapters:
        for shape in chapter.shapes:
            if isinstance(shape, Callout) and shape.tone is Tone.KEY:
                yield chapter, shape
        yield from _key_messages(chapter.sections)


_SENTENCE = re.compile(r"(?<=[.!?؟।]) +(?=\S)|(?<=[。！？])(?=\S)")


def _sentence_a_line(key: Callout) -> Callout:
    """Each sentence of the key message begins a line, as on paper."""
    body = (
        replace(shape, body=tuple(_parted(shape.body))) if isinstance(shape, Paragraph) else shape
        for shape in key.body
    )
    return replace(key, body=tuple(body))


def _parted(line: Line) -> Iterator[Bound]:
    """The line with a break after each sentence that another one follows."""
    for part in line:
        if not isinstance(part, Run):
            yield part
            continue
        for place, sentence in enumerate(_SENTENCE.split(part.text)):
            if place:
                yield Break(at=part.at)
            yield replace(part, text=sentence)


def _without(chapters: tuple[Chapter, ...], old: Chapter, new: Chapter | None) -> Iterator[Chapter]:
    """The chapters with `old`, wherever it is, replaced by `new` or taken out."""
    for chapter in chapters:
        if chapter is not old:
            yield replace(chapter, sections=tuple(_without(chapter.sections, old, new)))
        elif new is not None:
            yield new


def _red_flags_early(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Red flags that an author left for later come before the second part, whole sections at a
    time: a list apart from the words around it would lose its sense."""
    first, later = chapters[:1], chapters[1:]
    moved: list[Chapter] = []
    kept: list[Chapter] = []
    for part in later:
        early = tuple(inner for inner in part.sections if _has_red_flags(inner))
        if _has_red_flags(part) or (early and early == part.sections and not part.shapes):
            moved.append(part)
            continue
        moved += [replace(inner, level=1) for inner in early]
        kept.append(replace(part, sections=tuple(s for s in part.sections if s not in early)))
    return (*first, *moved, *kept)


def _has_red_flags(chapter: Chapter) -> bool:
    """Of its own, not in its sections."""
    return any(_is_red_flag(shape) for shape in chapter.shapes)


def _is_red_flag(shape: Shape) -> bool:
    return isinstance(shape, Callout) and shape.tone in _RED_TONES


def _alarm(chapters: tuple[Chapter, ...]) -> str:
    flat = (section for part in chapters for section in (part, *part.sections))
    return next((section.id for section in flat if _has_red_flags(section)), "")


def _description(manuscript: Manuscript, key: Callout | None) -> str:
    """The key message, else the subtitle, else the title: in one line."""
    body = key.body if key else ()
    said = " ".join(plain(shape.body) for shape in body if isinstance(shape, Paragraph))
    return " ".join((said or manuscript.subtitle or manuscript.title).split())


def _words(manuscript: Manuscript, language: Language) -> Definitions | None:
    if not manuscript.definitions:
        return None
    return Definitions(
        at=manuscript.at, title=language.say("Words to know"), entries=manuscript.definitions
    )


class _Builder(Struct, frozen=True, kw_only=True):
    """Turns chapters into sections of the page."""

    numbers: Mapping[str, int]
    """The number of each source."""
    language: Language

    def section(self, chapter: Chapter) -> PageSection:
        """With its inner sections."""
        return PageSection(
            at=chapter.at,
            id=chapter.id,
            level=chapter.level,
            title=chapter.title,
            blocks=tuple(self._blocks(chapter.shapes)),
            cited=tuple(sorted(self.numbers[k] for k in chapter.cited if k in self.numbers)),
            sections=tuple(self.section(inner) for inner in chapter.sections),
        )

    def _blocks(self, shapes: tuple[Shape, ...]) -> Iterator[Block]:
        """Red flags that stand together share a box, and so do questions; people stand in rows."""
        for kind, group in groupby(shapes, key=_company):
            members = tuple(group)
            if kind == "red flags":
                sides = tuple(shape for shape in members if isinstance(shape, Callout))
                yield self._red_flags(sides)
            elif kind == "people" and len(members) > 1:
                figures = tuple(shape for shape in members if isinstance(shape, Figure))
                yield Gallery(at=members[0].at, figures=figures)
            elif kind == "questions":
                yield self._questions(tuple(s for s in members if isinstance(s, Prompt)))
            else:
                yield from members

    def _red_flags(self, sides: tuple[Callout, ...]) -> RedFlags:
        title = self.language.say("Get help right away")
        if topic := sides[0].topic:
            title = f"{title}: {topic}"
        return RedFlags(at=sides[0].at, title=title, sides=sides)

    def _questions(self, prompts: tuple[Prompt, ...]) -> Questions:
        return Questions(
            at=prompts[0].at,
            title=self.language.say("Can you answer these?"),
            invitation=self.language.say("Tick each one that you can say in your own words."),
            prompts=tuple(replace(prompt, answer=()) for prompt in prompts),
        )


def _company(shape: Shape) -> str:
    """Shapes of the same company are drawn together; empty for those that stand alone."""
    if _is_red_flag(shape):
        return "red flags"
    if isinstance(shape, Figure) and isinstance(shape.art, Pose):
        return "people"
    return "questions" if isinstance(shape, Prompt) else ""
