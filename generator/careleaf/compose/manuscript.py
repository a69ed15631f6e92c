"""A topic, a medium, a library, a clinic and a tailoring in; a manuscript for a composer out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct, field

from careleaf.blocks.easy import easy_wordings
from careleaf.blocks.notes import Notes
from careleaf.blocks.pose import drawn
from careleaf.compose.choose import anchors, choose
from careleaf.compose.pen import WorkingPen
from careleaf.figure import pose as poses
from careleaf.figure.qr import qr_code
from careleaf.language import Language
from careleaf.model.art import Drawing, Pose
from careleaf.model.clinic import Clinic
from careleaf.model.library import Library, Reference
from careleaf.model.manuscript import Chapter, Manuscript
from careleaf.model.review import State
from careleaf.model.shape import Definition, Items, Shape
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Block, Medium, Section, Topic
from careleaf.problem import Problem
from careleaf.source import Span


def manuscript(
    topic: Topic,
    medium: Medium,
    *,
    library: Library,
    clinic: Clinic,
    language: Language,
    tailoring: Tailoring,
    figures: Callable[[str], Pose] = poses.pose,
    codes: Callable[[str], Drawing] = qr_code,
    easy: bool = False,
) -> tuple[Manuscript, list[Problem]]:
    """Lower every block meant for the medium. The tailoring must have been accepted
    (`choose.refusals`): a section it names and the topic lacks is simply not there. `figures` draws
    a pose by its name, `codes` an address to scan: whoever has drawn it before may answer from
    memory. `easy`: with what the
    author says again in easy words."""
    parts = choose(topic, medium, tailoring)
    pen = WorkingPen(
        clinic,
        language,
        anchors=frozenset(anchors(parts)),
        references=library.references,
        figures=figures,
        codes=codes,
    )
    reworded = _Reworded(dict(_easy(topic, pen)) if easy else {})
    chapters = tuple(_chapter(part, pen, reworded) for part in parts)
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
        review_due=topic.next_review,
        standing=_mark(topic, language),
        reviewed=_reviewed(topic, language),
        clinic=clinic,
        chapters=chapters,
        easy=reworded.shapes,
        definitions=_definitions(library, pen),
        references=_references(topic, library, chapters),
        programme=topic.programme,
        tailoring=tailoring,
    )
    return ready, pen.problems


def _easy(topic: Topic, pen: WorkingPen) -> Iterator[tuple[Span, Items]]:
    """Easy words by the place of the block that they say again."""
    for section in topic.sections():
        for block, wording in easy_wordings(section.blocks):
            [ideas] = wording.lower(pen)
            if block is not None and isinstance(ideas, Items):
                yield block.at, ideas


class _Reworded(Struct):
    """Easy words by the place of the block that they say again, then by that of its shape."""

    blocks: Mapping[Span, Items]
    shapes: dict[Span, Items] = field(default_factory=dict)

    def note(self, block: Block, shapes: tuple[Shape, ...]) -> None:
        """Remember a block's easy words at its first shape."""
        if shapes and block.at in self.blocks:
            self.shapes[shapes[0].at] = self.blocks[block.at]


def _mark(topic: Topic, language: Language) -> str:
    """What every page bears unless a clinician has signed it. A translation needs a reviewer of its
    own."""
    match topic.standing.state:
        case State.SIGNED:
            return ""
        case State.OVERDUE:
            return language.say("Review overdue")
        case State.DRAFT if topic.translated:
            return language.say("Draft: not yet reviewed by a clinician who speaks it")
        case State.DRAFT:
            return language.say("Draft: not yet reviewed by a clinician")


def _reviewed(topic: Topic, language: Language) -> tuple[str, ...]:
    """Who stands behind it, each once: a programme has several."""
    if topic.standing.state is State.DRAFT:
        return ()
    signed = (
        (one.reviewer.name, one.reviewer.role, language.month(one.signed))
        for one in topic.standing.reviews
    )
    return tuple(language.listed(one) for one in dict.fromkeys(signed))


def _chapter(section: Section, pen: WorkingPen, reworded: _Reworded) -> Chapter:
    pen.take_cited()
    title = pen.bind(section.title)
    shapes: list[Shape] = []
    notes: list[Shape] = []
    for block in section.blocks:
        target = notes if isinstance(block, Notes) else shapes
        lowered = _lowered(block, pen)
        reworded.note(block, lowered)
        target.extend(lowered)
    return Chapter(
        at=section.at,
        id=section.id,
        level=section.level,
        title=title,
        shapes=tuple(shapes),
        notes=tuple(notes),
        cited=pen.take_cited(),
        minutes=section.minutes,
        sections=tuple(_chapter(inner, pen, reworded) for inner in section.sections),
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
