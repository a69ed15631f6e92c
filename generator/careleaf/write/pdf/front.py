"""Title and first-page material in; what stands on page one, and what had to move on, out.

Page one always holds title, key message, actions, red flags and phone. Where that is too deep,
things give way in a fixed order: air, the figure beside the title, the subtitle, then the contact
panel moves on (the number stands in the red-flag box too), then the hours are left to that panel,
then a title that takes two lines is set as large as a part's. A red flag never gives way, and
nothing else is set smaller. Danger signs of a programme's other topics stand here too where all
else can give way to them; if not, a line says on which page they are.

Where a page has one column it cannot hold all of this: nothing gives way, and everything flows over
pages in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.inline import Bound, Break, Line, Run
from careleaf.model.leaflet import Leaflet, Signs
from careleaf.model.shape import Contact, Items, Paragraph, Shape, Tone
from careleaf.write.pdf.contact import contact
from careleaf.write.pdf.flags import red_flags, signs_elsewhere
from careleaf.write.pdf.flow import inner
from careleaf.write.pdf.marks import Anchor, ArtMark, Box, at, spaced, stacked
from careleaf.write.pdf.panels import key_message
from careleaf.write.pdf.prose import icon_grid, titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.visit import visit

_SENTENCE = re.compile(r"(?<=[.!?؟।]) +(?=\S)|(?<=[。！？])(?=\S)")

_TALLEST = 108.0
"""How high someone beside the title stands where there is room, in points."""
_RAISED, _TALLER = 12.0, 30.0
"""How far they may reach above the title: into the air below the running head, or more, where the
words then stand lower."""
_GAPS = (15.0, 13.0, 11.0, 9.0)
"""Between blocks: from airy to the least."""


class Front(Struct, frozen=True):
    """Page one as laid out. `contact` is the panel where there was room for it. Where page one is
    too deep even so, its boxes must flow over pages."""

    boxes: tuple[Box, ...]
    contact: Contact | None
    flows: bool = False
    """Whether it is laid out for more than one page."""


class Section(Struct, frozen=True):
    """One thing on page one: its boxes, and what they say."""

    name: str
    boxes: tuple[Box, ...]
    tree: Element


_Person = Literal["large", "small", "nobody"]
"""How tall someone beside the title stands: in two columns, or as high as the words."""


class _Way(Struct, frozen=True):
    """One way to fill page one: what it keeps of what may give way."""

    subtitle: bool = True
    contact: bool = True
    hours: bool = True
    large_title: bool = True


_WAYS = (
    _Way(),
    _Way(subtitle=False),
    _Way(contact=False),
    _Way(contact=False, subtitle=False),
    _Way(contact=False, subtitle=False, hours=False),
    _Way(contact=False, subtitle=False, hours=False, large_title=False),
    _Way(contact=False, hours=False),
)
"""From all that there is to what must be there; the last is for words that flow over pages."""


def front(
    leaflet: Leaflet,
    setting: Setting,
    root: Element,
    depth: float,
    numbers: Mapping[str, int] | None = None,
) -> Front:
    """As many topics' danger signs as fit; `numbers` are the pages of the others, once known."""
    if setting.styles.stacks:
        return _flowing(leaflet, numbers or {}, setting, root, depth)
    for share in _shares(leaflet.first.more_signs):
        found = _filled(leaflet, replace(share, numbers=numbers or {}), setting, depth)
        if found.fits:
            break
    return _settled(leaflet, found.boxes, found.chosen, root)


_OPENING = ("visit", "key", "actions")
"""What should share the first page with the title, if no more fits."""


def _flowing(
    leaflet: Leaflet,
    numbers: Mapping[str, int],
    setting: Setting,
    root: Element,
    depth: float,
) -> Front:
    """Everything in its order, for as many pages as it takes. The subtitle goes if the actions then
    stay on the page of the title."""
    share = _Share((), leaflet.first.more_signs, numbers)
    rest = list(_sections(leaflet, share, setting))
    opening = [section for section in rest if section.name in _OPENING]
    person: _Person = "large" if leaflet.pose else "nobody"
    for way in _WAYS[:2]:
        title = _title(leaflet, setting, person, way)
        together = list(_spaced([title, *opening], setting.styles.block_gap))
        if stacked(together).height <= depth:
            break
    chosen = [title, *rest]
    boxes = tuple(_spaced(chosen, setting.styles.block_gap))
    return replace(_settled(leaflet, boxes, chosen, root), flows=True)


class _Share(Struct, frozen=True):
    """Which danger signs of later pages stand here, and which are told by their page."""

    here: tuple[Signs, ...]
    told: tuple[Signs, ...]
    numbers: Mapping[str, int] = {}


def _shares(more: tuple[Signs, ...]) -> Iterator[_Share]:
    """As many here as can be. That the first topic has more signs, further on in its own pages, is
    said where there is room."""
    others = tuple(signs for signs in more if signs.whole)
    for count in range(len(others), -1, -1):
        here = others[:count]
        yield _Share(here, tuple(signs for signs in more if signs not in here))
    if len(others) < len(more):
        yield _Share((), others)


class _Filled(Struct, frozen=True):
    """One try at page one."""

    boxes: tuple[Box, ...]
    chosen: list[Section]
    fits: bool


def _filled(leaflet: Leaflet, share: _Share, setting: Setting, depth: float) -> _Filled:
    """The first way in which everything fits, else the last; in each, gaps get tighter first."""
    sections = list(_sections(leaflet, share, setting))
    chosen = sections
    boxes: tuple[Box, ...] = ()
    for way, person in _ways(leaflet):
        if not way.hours and leaflet.first.contact:
            sections = list(_sections(_without_hours(leaflet), share, setting))
        rest = [section for section in sections if way.contact or section.name != "contact"]
        chosen = [_title(leaflet, setting, person, way), *rest]
        for gap in _GAPS:
            boxes = tuple(_spaced(chosen, gap))
            if stacked(list(boxes)).height <= depth:
                return _Filled(boxes, chosen, fits=True)
    return _Filled(boxes, chosen, fits=False)


def _ways(leaflet: Leaflet) -> Iterator[tuple[_Way, _Person]]:
    if leaflet.pose:
        yield _WAYS[0], "large"
    for way in _WAYS:
        if leaflet.pose:
            yield way, "small"
        yield way, "nobody"


def _without_hours(leaflet: Leaflet) -> Leaflet:
    """The call of the same day by its number alone."""
    flags = tuple(
        replace(flag, advice=()) if flag.tone is Tone.SAME_DAY and flag.number else flag
        for flag in leaflet.first.flags
    )
    return replace(leaflet, first=replace(leaflet.first, flags=flags))


def _spaced(sections: list[Section], gap: float) -> Iterator[Box]:
    for section in sections:
        for place, box in enumerate(section.boxes):
            yield replace(box, gap=gap) if section.name != "title" and not place else box


def _settled(
    leaflet: Leaflet, boxes: tuple[Box, ...], chosen: list[Section], root: Element
) -> Front:
    for section in chosen:
        root.kids += section.tree.kids
    has_contact = any(section.name == "contact" for section in chosen)
    return Front(boxes, leaflet.first.contact if has_contact else None)


def front_sections(leaflet: Leaflet, setting: Setting) -> Iterator[Section]:
    """All that a first page may hold below its title, with every topic's danger signs, for another
    arrangement."""
    yield from _sections(leaflet, _Share(leaflet.first.more_signs, ()), setting)


def title_words(leaflet: Leaflet, setting: Setting, tree: Element) -> Box:
    """Title and subtitle as wide as the page."""
    return _words(leaflet, setting, tree, setting.styles.width, _WAYS[0])


def _sections(leaflet: Leaflet, share: _Share, setting: Setting) -> Iterator[Section]:
    """Everything below the title, laid out once, in reading order."""
    first = leaflet.first
    if first.visit:
        tree = Element("Document")
        yield Section("visit", (visit(first.visit, setting, tree),), tree)
    if first.key:
        tree = Element("Document")
        large = partial(_large, setting=setting)
        key = key_message(first.key, first.key_label, setting, tree, large)
        yield Section("key", (key,), tree)
    if first.actions:
        yield _actions(first.actions, first.actions_title, setting)
    if first.flags:
        tree = Element("Document")
        flags = red_flags(first.flags, first.flags_title, setting, tree, 2)
        yield Section("flags", tuple(flags), tree)
    for signs in share.here:
        tree = Element("Document")
        flags = red_flags(signs.flags, signs.title, setting, tree, 2)
        yield Section("more signs", tuple(flags), tree)
    if share.told:
        tree = Element("Document")
        lines = [_elsewhere(signs, setting, share.numbers) for signs in share.told]
        yield Section("elsewhere", (signs_elsewhere(lines, setting, tree),), tree)
    if first.contact:
        tree = Element("Document")
        yield Section("contact", (contact(first.contact, setting, tree),), tree)


def _elsewhere(signs: Signs, setting: Setting, numbers: Mapping[str, int]) -> Line:
    """A link that says the page. Until pages are known, one stands in that is as wide."""
    at, anchor = signs.flags[0].at, signs.flags[0].anchor
    on = sorted({numbers.get(flag.anchor, 99) for flag in signs.flags})
    page = setting.language.listed(str(number) for number in on)
    if signs.topic:
        text = setting.language.say(
            "More danger signs, {topic}: page {page}", topic=signs.topic, page=page
        )
    else:
        text = setting.language.say("More danger signs: page {page}", page=page)
    return (Run(at=at, text=text, link=f"#{anchor}"),)


def _title(leaflet: Leaflet, setting: Setting, person: _Person, way: _Way) -> Section:
    """Title and subtitle; who stands beside them has their ground on the last line."""
    tree = Element("Document")
    if leaflet.pose is None or person == "nobody":
        words = _words(leaflet, setting, tree, setting.styles.width, way)
        return Section("title", (words,), tree)
    frame, ground = leaflet.pose.frames[-1], leaflet.pose.ground[-1]
    room = setting.styles.columns(2 if person == "large" else 1)
    words = _words(leaflet, setting, tree, setting.styles.width - room - setting.styles.gutter, way)
    tall = min(_TALLEST, words.height + (_TALLER if person == "large" else _RAISED))
    scale = min(tall / ground, room / frame.width)
    height = max(words.height, ground * scale - _RAISED)
    wide, high = frame.width * scale, frame.height * scale
    x, y = setting.styles.width - wide, height - ground * scale
    art = ArtMark(x=x, y=y, width=wide, height=high, art=frame, colour="white")
    marks = (at(words, 0, height - words.height), art)
    return Section("title", (Box(height=height, marks=marks),), tree)


def _words(leaflet: Leaflet, setting: Setting, tree: Element, width: float, way: _Way) -> Box:
    title = setting.words(leaflet.title)
    style = setting.styles.title if way.large_title else setting.styles.part
    box = stacked(setting.paragraph(title, style, width, tree.add("H1"), even=True))
    anchors = tuple(Anchor(0, name, leaflet.title, None) for name in leaflet.first.anchors)
    top = Anchor(0, "_top", leaflet.title, 0)
    boxes = [replace(box, marks=(top, *anchors, *box.marks))]
    if leaflet.subtitle and way.subtitle:
        line = setting.words(leaflet.subtitle)
        boxes.append(
            replace(setting.block(line, setting.styles.subtitle, width, tree.add("P")), gap=3.0)
        )
    return stacked(boxes)


def _actions(actions: Items, title: str, setting: Setting) -> Section:
    tree = Element("Document")
    heading = titled(setting.words(title), setting.styles.section, setting, tree, 2, gap=0)
    lists = tree.add("L").set("List", "ListNumbering", "None")
    rows = icon_grid(actions.items, setting, lists, setting.styles.width)
    if setting.styles.stacks:
        return Section("actions", (*heading, *spaced(rows, 7.0)), tree)
    return Section("actions", (stacked(heading), stacked(rows, gap=7.0)), tree)


def _large(
    shapes: tuple[Shape, ...], element: Element, width: float, *, setting: Setting
) -> list[Box]:
    """The key message's words: a sentence a line where that fits, else lines evened out."""
    boxes: list[Box] = []
    for shape in shapes:
        if isinstance(shape, Paragraph):
            body = _by_sentence(shape.body, setting, width)
            boxes += setting.paragraph(body, setting.styles.key, width, element.add("P"), even=True)
        else:
            boxes += inner((shape,), element, width, setting, setting.styles.key)
    return boxes


def _by_sentence(line: Line, setting: Setting, width: float) -> Line:
    """A plain line that needs more than one line of type: a break after each sentence, if every
    sentence then fits on one."""
    if len(line) != 1 or not isinstance(run := line[0], Run):
        return line
    sentences = _SENTENCE.split(run.text)
    if setting.width(run.text, setting.styles.key) <= width or any(
        setting.width(sentence, setting.styles.key) > width for sentence in sentences
    ):
        return line
    parts: list[Bound] = []
    for sentence in sentences:
        parts += [Break(at=run.at)] if parts else []
        parts.append(replace(run, text=sentence))
    return tuple(parts)
