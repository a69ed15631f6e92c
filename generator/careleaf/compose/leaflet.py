"""A manuscript in; a leaflet out: what must be seen at once on page one, the rest in its order."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.compose.reviewed import next_review, reviewed_by
from careleaf.compose.visit import Row, tailored, visit_rows
from careleaf.language import Language
from careleaf.model.inline import Line, Run
from careleaf.model.leaflet import (
    Contents,
    ContentsLine,
    FirstPage,
    Group,
    Imprint,
    Leaflet,
    Masthead,
    Paper,
    Profile,
    Signs,
)
from careleaf.model.library import Reference
from careleaf.model.manuscript import Chapter, Manuscript
from careleaf.model.shape import (
    Callout,
    Card,
    Contact,
    Definitions,
    Heading,
    Items,
    Paragraph,
    Scale,
    Shape,
    Tone,
)
from careleaf.problem import Problem
from careleaf.theme import Theme

PART, SECTION, SMALL = 2, 3, 4
"""Heading levels on paper; the title is level 1."""


def compose_leaflet(
    ready: Manuscript,
    theme: Theme,
    spoken: Language,
    *,
    paper: Paper,
    profile: Profile = "standard",
) -> tuple[Leaflet, list[Problem]]:
    """Arrange a manuscript for paper. Nothing can go wrong here: problems come with the writing."""
    visit = visit_rows(ready.tailoring.visit, spoken)
    taken = _Taken(signs_of=_home(ready))
    groups = tuple(_groups(ready, taken, spoken))
    leaflet = Leaflet(
        at=ready.at,
        title=ready.title,
        subtitle=ready.subtitle,
        pose=ready.pose,
        language=spoken.code,
        direction=spoken.direction,
        publisher=ready.clinic.name,
        written=ready.written,
        paper=paper,
        profile=profile,
        masthead=masthead(ready),
        first=_first_page(visit, taken, spoken),
        groups=groups,
        contents=_contents(ready, spoken) if ready.programme else None,
        imprint=_imprint(ready, spoken),
        footer=footer(ready, spoken),
        fonts=ready.clinic.fonts,
    )
    return leaflet, []


def masthead(ready: Manuscript) -> Masthead:
    """Who anything printed is from."""
    clinic = ready.clinic
    return Masthead(
        at=clinic.at,
        clinic=clinic.name,
        tagline=clinic.tagline,
        logo=clinic.logo,
        draft=ready.standing,
    )


def footer(ready: Manuscript, spoken: Language) -> str:
    """What stands at the foot of anything printed."""
    return spoken.say("{title}. Version {version}.", title=ready.title, version=ready.version)


def call_us(ready: Manuscript, spoken: Language) -> str:
    """The clinic's number in one line, for a piece without its panel."""
    return spoken.say(
        "{times}: {number}", times=spoken.say("Questions? Call us"), number=ready.clinic.phone
    )


_FLAGS = (Tone.EMERGENCY, Tone.SAME_DAY)


def _home(ready: Manuscript) -> str:
    """Whose danger signs page one takes: those of the first topic that has emergencies, else of
    the first that has any."""
    flags = [
        shape
        for chapter in ready.flat()
        for shape in chapter.shapes
        if isinstance(shape, Callout) and shape.tone in _FLAGS
    ]
    first = next((flag for flag in flags if flag.tone is Tone.EMERGENCY), None)
    return first.topic if first else flags[0].topic if flags else ""


class _Taken(Struct):
    """What page one takes out of the chapters: the first of each kind. The contact panel it only
    borrows: the writer sees whether there is room for it. Danger signs of two topics are
    never mixed: "call now" of the one would be read with "call today" of the other."""

    signs_of: str
    """The title of the topic whose danger signs it takes; empty where there is one topic."""
    key: Callout | None = None
    actions: Items | None = None
    flags: list[Callout] = field(default_factory=list)
    later_flags: list[Callout] = field(default_factory=list)
    contact: Contact | None = None
    anchors: list[str] = field(default_factory=list)

    def take(self, shape: Shape) -> bool:
        """Whether page one takes this shape."""
        match shape:
            case Callout(tone=Tone.KEY) if self.key is None:
                self.key = shape
            case Callout(tone=Tone.EMERGENCY | Tone.SAME_DAY) if self._is_next(shape):
                self.flags.append(shape)
            case Items(mark="icon") if self.actions is None:
                self.actions = shape
            case Contact():
                self.contact = self.contact or shape
                return False
            case _:
                return False
        return True

    def _is_next(self, flag: Callout) -> bool:
        """The first of its tone, of the topic whose signs page one has."""
        return flag.topic == self.signs_of and all(one.tone is not flag.tone for one in self.flags)

    def leave(self, shape: Shape) -> Shape:
        """A shape for the pages that follow; danger signs can be found from page one."""
        if not isinstance(shape, Callout) or shape.tone not in _FLAGS:
            return shape
        left = replace(shape, anchor=f"_signs-{len(self.later_flags) + 1}")
        self.later_flags.append(left)
        return left


def _first_page(visit: tuple[Row, ...], taken: _Taken, spoken: Language) -> FirstPage:
    return FirstPage(
        key=taken.key,
        key_label=spoken.say("The main thing to know"),
        actions=taken.actions,
        actions_title=spoken.say("What you can do today"),
        flags=_urgent_first(taken.flags),
        flags_title=_flags_title(taken.signs_of, spoken),
        more_signs=tuple(_more_signs(taken, spoken)),
        contact=taken.contact,
        visit=visit,
        anchors=tuple(taken.anchors),
    )


def _flags_title(topic: str, spoken: Language) -> str:
    title = spoken.say("Get help right away")
    return f"{title}: {topic}" if topic else title


def _urgent_first(flags: list[Callout]) -> tuple[Callout, ...]:
    return tuple(sorted(flags, key=lambda flag: flag.tone is Tone.SAME_DAY))


def _more_signs(taken: _Taken, spoken: Language) -> Iterator[Signs]:
    """A box for each other topic; what the first one still has is told by its page alone."""
    for topic in dict.fromkeys(flag.topic for flag in taken.later_flags):
        flags = [flag for flag in taken.later_flags if flag.topic == topic]
        yield Signs(
            topic=topic,
            title=_flags_title(topic, spoken),
            flags=_urgent_first(flags),
            whole=topic != taken.signs_of,
        )


def _contents(ready: Manuscript, spoken: Language) -> Contents:
    """Every part and section, those too that page one holds."""
    lines = tuple(
        ContentsLine(level=chapter.level, title=chapter.title, anchor=chapter.id)
        for chapter in ready.flat()
    )
    return Contents(title=spoken.say("What is inside"), lines=lines)


def _groups(ready: Manuscript, taken: _Taken, spoken: Language) -> Iterator[Group]:
    """A group for each part's opening and each section that has something left."""
    exercises_begun = False
    for part in ready.chapters:
        own = _left(part, taken)
        sections = [(section, _left(section, taken)) for section in part.sections]
        filled = [(section, shapes) for section, shapes in sections if shapes]
        _note_emptied([part, *part.sections], [part] if own or filled else [], filled, taken)
        if not own and not filled:
            continue
        moves = any(isinstance(shape, Card) for _, shapes in filled for shape in shapes)
        opens = (moves or _has_card(own)) and not exercises_begun
        exercises_begun = exercises_begun or opens
        opening = not any(_has_box(shape) for shape in own) and bool(filled)
        yield Group(shapes=(_heading(part, PART), *own), starts_page=opens, keeps_next=opening)
        for section, shapes in filled:
            starts = any(isinstance(shape, Scale) or _is_plan(shape) for shape in shapes)
            yield Group(shapes=(_heading(section, SECTION), *shapes), starts_page=starts)
    if ready.definitions:
        words = Definitions(
            at=ready.at, title=spoken.say("Words to know"), entries=ready.definitions
        )
        yield Group(shapes=(words,))


def _left(chapter: Chapter, taken: _Taken) -> tuple[Shape, ...]:
    """What page one leaves to a chapter."""
    return tuple(taken.leave(_lowered(shape)) for shape in chapter.shapes if not taken.take(shape))


def _lowered(shape: Shape) -> Shape:
    """A heading inside a section stands below the section's own."""
    if isinstance(shape, Heading):
        return Heading(at=shape.at, level=SMALL, title=shape.title, anchor=shape.anchor)
    return shape


def _note_emptied(
    chapters: list[Chapter],
    part: list[Chapter],
    filled: list[tuple[Chapter, tuple[Shape, ...]]],
    taken: _Taken,
) -> None:
    """Sections that page one has emptied: links to them lead there."""
    there = {chapter.id for chapter in part} | {section.id for section, _ in filled}
    taken.anchors += [chapter.id for chapter in chapters if chapter.id not in there]


def _has_box(shape: Shape) -> bool:
    return not isinstance(shape, Heading | Paragraph)


def _has_card(shapes: tuple[Shape, ...]) -> bool:
    return any(isinstance(shape, Card) for shape in shapes)


def _is_plan(shape: Shape) -> bool:
    return isinstance(shape, Items) and shape.mark == "write-in"


def _heading(chapter: Chapter, level: int) -> Heading:
    return Heading(at=chapter.at, level=level, title=chapter.title, anchor=chapter.id)


def _imprint(ready: Manuscript, spoken: Language) -> Imprint:
    about = [
        spoken.say("Printed by: {name}", name=ready.clinic.name),
        *(reviewed_by(ready, spoken) or [spoken.say("Reviewed by: not yet reviewed")]),
        spoken.say("Written: {date}", date=spoken.date(ready.written)),
        next_review(ready, spoken),
        tailored(ready.tailoring, spoken),
    ]
    return Imprint(
        sources_title=spoken.say("Where this comes from"),
        sources=tuple(_source(reference, spoken) for reference in ready.cited()),
        about_title=spoken.say("About this guide"),
        about=tuple(line for line in about if line),
    )


def _source(reference: Reference, spoken: Language) -> Line:
    """ "Publisher. Title, year." with a link on the title where there is one. Publisher and title
    are in their own language, and are said to be."""
    at, language = reference.at, spoken.foreign(reference.language)
    title = reference.title.rstrip(".")
    return (
        Run(at=at, text=f"{reference.publisher.rstrip('.')}. ", language=language),
        Run(at=at, text=title, link=reference.url or None, language=language),
        Run(at=at, text=f", {reference.year}."),
    )
