"""A topic, a medium, a library, a clinic and a tailoring in; a manuscript for a composer out."""

from __future__ import annotations

from collections.abc import Callable

from careleaf.blocks.notes import Notes
from careleaf.blocks.pose import drawn
from careleaf.compose.choose import anchors, choose
from careleaf.compose.pen import WorkingPen
from careleaf.figure import pose as poses
from careleaf.language import Language
from careleaf.model.art import Pose
from careleaf.model.clinic import Clinic
from careleaf.model.library import Library, Reference
from careleaf.model.manuscript import Chapter, Manuscript
from careleaf.model.shape import Definition, Shape
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Block, Medium, Section, Topic
from careleaf.problem import Problem


def manuscript(
    topic: Topic,
    medium: Medium,
    *,
    library: Library,
    clinic: Clinic,
    language: Language,
    tailoring: Tailoring,
    figures: Callable[[str], Pose] = poses.pose,
) -> tuple[Manuscript, list[Problem]]:
    """Lower every block meant for the medium. The tailoring must have been accepted
    (`choose.refusals`): a section it names and the topic lacks is simply not there. `figures` draws
    a pose by its name: whoever has drawn it before may answer from memory."""
    parts = choose(topic, medium, tailoring)
    pen = WorkingPen(
        clinic,
        language,
        anchors=frozenset(anchors(parts)),
        references=library.references,
        figures=figures,
    )
    chapters = tuple(_chapter(part, pen) for part in parts)
    ready = Manuscript(
        at=topic.at,
        topic_id=topic.id,
        language=topic.language,
        title=topic.title,
        subtitle=topic.subtitle,
        version=topic.version,
        audience=topic.audience,
        minutes=topic.minutes,
        icon=topic.icon,
        pose=drawn(topic.pose, pen),
        written=topic.written,
        review_due=topic.review_due,
        standing=_standing(topic, language),
        clinic=clinic,
        chapters=chapters,
        definitions=_definitions(library, pen),
        references=_references(topic, library, chapters),
        programme=topic.programme,
        tailoring=tailoring,
    )
    return ready, pen.problems


def _standing(topic: Topic, language: Language) -> str:
    """The draft mark. A translation needs a reviewer of its own."""
    if topic.translated:
        return language.say("Draft: not yet reviewed by a clinician who speaks it")
    return language.say("Draft: not yet reviewed by a clinician")


def _chapter(section: Section, pen: WorkingPen) -> Chapter:
    pen.take_cited()
    title = pen.bind(section.title)
    shapes: list[Shape] = []
    notes: list[Shape] = []
    for block in section.blocks:
        target = notes if isinstance(block, Notes) else shapes
        target.extend(_lowered(block, pen))
    return Chapter(
        at=section.at,
        id=section.id,
        level=section.level,
        title=title,
        shapes=tuple(shapes),
        notes=tuple(notes),
        cited=pen.take_cited(),
        minutes=section.minutes,
        sections=tuple(_chapter(inner, pen) for inner in section.sections),
    )


def _lowered(block: Block, pen: WorkingPen) -> tuple[Shape, ...]:
    """A block's shapes. Notes lower to what is said aloud; their terms need no glossary entry."""
    if not isinstance(block, Notes):
        return block.lower(pen)
    terms = dict(pen.terms)
    shapes = block.lower(pen)
    pen.terms = terms
    return shapes


def _definitions(library: Library, pen: WorkingPen) -> tuple[Definition, ...]:
    """The glossary entries used. A meaning may use a term too: that one is explained as well."""
    entries: list[Definition] = []
    done: set[str] = set()
    while waiting := [key for key in pen.terms if key not in done]:
        key = waiting[0]
        done.add(key)
        if entry := library.glossary.get(key):
            say, meaning = pen.bind(entry.say), pen.bind(entry.meaning)
            entries.append(
                Definition(at=entry.at, key=key, term=entry.shown, say=say, meaning=meaning)
            )
    return tuple(entries)


def _references(
    topic: Topic, library: Library, chapters: tuple[Chapter, ...]
) -> tuple[Reference, ...]:
    """Sources in order of first use, then the rest of the front matter's."""
    keys: dict[str, None] = {}
    for chapter in chapters:
        for part in (chapter, *chapter.sections):
            keys.update(dict.fromkeys(part.cited))
    keys.update(dict.fromkeys(topic.sources))
    return tuple(library.references[key] for key in keys if key in library.references)
