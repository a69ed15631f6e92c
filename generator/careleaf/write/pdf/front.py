"""Title and first-page material in; what stands on page one, and what had to move on, out.

Page one always holds title, key message, red flags and phone, and the actions where it can. Where
that is too deep, things give way in a fixed order: air, the figure beside the title, then the
contact panel moves on (the number stands in the red-flag box too), then a title that takes two
lines is set as large as a part's, then the daytime hours are left to that panel, then the air
inside boxes, then the subtitle goes; then the words behind each action's lead move on, last the
actions. Danger signs and whom to call while the clinic is closed never give way, and nothing else
is set smaller. Danger signs of a programme's other topics stand here too where all else but the
actions can give way to them; if not, a line says on which page they are.

Where a page has one column it cannot hold all of this, and everything flows over pages. Danger
signs come before the actions there, those of an emergency on page one, to which air, person and
subtitle give way. Where they are too deep even so page one says on which page they are and whom to
call in an emergency, before the actions where it has room for all of these; where a visit's note is
too long for that, right below the title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import product
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.model.leaflet import Leaflet, Signs
from careleaf.model.shape import Contact, Tone
from careleaf.write.pdf.front_sections import (
    Laid,
    Section,
    Share,
    actions_overleaf,
    front_sections,
    own_sections,
    title_section,
    told_section,
    with_more,
)
from careleaf.write.pdf.marks import Box, stacked_height
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.signs_told import found
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.title import Person

_GAPS = (15.0, 13.0, 11.0, 9.0)
_LEAST_GAPS, _LESS_AIR = (7.0, 5.0), 0.55
"""Between blocks: from airy to tight, and the least, for when all has given way that may."""


class Front(Struct, frozen=True):
    """Page one as laid out. `contact` is the panel where there was room for it. Where page one is
    too deep even so, its boxes must flow over pages."""

    boxes: tuple[Box, ...]
    contact: Contact | None
    flows: bool = False
    """Whether it is laid out for more than one page."""


Moves = Literal["nothing", "words", "actions"]
"""What moves on of the actions: the words behind their leads, or all."""


class _Way(Struct, frozen=True):
    """One way to fill page one: what it keeps of what may give way."""

    subtitle: bool = True
    contact: bool = True
    hours: bool = True
    large_title: bool = True
    airy: bool = True


_WAYS = (
    _Way(),
    _Way(contact=False),
    _Way(contact=False, large_title=False),
    _Way(contact=False, large_title=False, hours=False),
    _Way(contact=False, large_title=False, hours=False, airy=False),
    _Way(contact=False, large_title=False, hours=False, airy=False, subtitle=False),
)
"""From all that there is to what must be there: what another page says goes before what none does.
"""


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
    page = _Page(leaflet, setting, depth)
    for moves in _moves(leaflet):
        for share in _shares(leaflet.first.more_signs):
            if found := _filled(page, replace(share, numbers=numbers or {}), moves):
                return _settled(leaflet, found, root)
    return _flowing(leaflet, numbers or {}, setting, root, depth)


_OPENING = ("visit", "key")
"""What stands before anything else below the title."""


class _Flow(Struct, frozen=True):
    """What flows over pages, as laid out with so much air."""

    opening: list[Section]
    told: list[Section]
    signs: list[Section]
    after: list[Section]
    """The actions, and all that comes after them."""


def _flowing(
    leaflet: Leaflet,
    numbers: Mapping[str, int],
    setting: Setting,
    root: Element,
    depth: float,
) -> Front:
    """Everything, for as many pages as it takes. Blocks are closer, nobody stands beside the title,
    and it is as large as a part's, if signs or actions then fit on its page; for the signs of an
    emergency, or the line that says where they are, the air inside gives way too, then the
    subtitle."""
    normal = setting.styles.block_gap
    ways: list[tuple[_Flow, bool]] = []
    for flow, subtitle in _flows(leaflet, numbers, setting):
        ways.append((flow, subtitle))
        urgent, less = _parted(flow.signs)
        for here, after in (
            ([*flow.opening, *flow.signs], flow.after),
            ([*flow.opening, *urgent], [*less, *flow.after]),
        ):
            if found := _opened(leaflet, setting, here, depth, subtitle=subtitle):
                return _flowed(leaflet, found, after, normal, root)
    airy, _ = ways[0]
    actions = [section for section in airy.after if section.name == "actions"]
    rest = [section for section in airy.after if section.name != "actions"]
    if found := _opened(leaflet, setting, [*airy.opening, *airy.told, *actions], depth):
        return _flowed(leaflet, found, [*airy.signs, *rest], normal, root)
    after = [*airy.signs, *airy.after]
    for flow, subtitle in ways:
        here = [*flow.opening, *flow.told]
        if found := _opened(leaflet, setting, here, depth, subtitle=subtitle):
            return _flowed(leaflet, found, after, normal, root)
    # The opening may be of any depth: what to do in an emergency stands right below the title.
    told = [title_section(leaflet, setting, "nobody", large=False), *airy.told]
    held = _Filled(tuple(_held(_spaced(told, normal))), told)
    return _flowed(leaflet, held, [*airy.opening, *after], normal, root)


def _flows(
    leaflet: Leaflet, numbers: Mapping[str, int], setting: Setting
) -> Iterator[tuple[_Flow, bool]]:
    """The ways to let it flow, each laid out when it is asked for, and whether with a subtitle."""
    yield _flow(leaflet, numbers, setting), True
    tight = _flow(leaflet, numbers, _tight(setting))
    yield tight, True
    yield tight, False


def _flow(leaflet: Leaflet, numbers: Mapping[str, int], setting: Setting) -> _Flow:
    share = Share((), leaflet.first.more_signs, numbers)
    sections = list(front_sections(leaflet, setting, share, flows=True))
    opening = [section for section in sections if section.name in _OPENING]
    signs = [
        replace(section, boxes=(found(section.boxes[0], leaflet), *section.boxes[1:]))
        for section in sections
        if section.name == "flags"
    ]
    after = [section for section in sections if section.name not in {*_OPENING, "flags"}]
    told = [told_section(leaflet, numbers, setting)] if signs else []
    return _Flow(opening, told, signs, after)


def _opened(
    leaflet: Leaflet, setting: Setting, here: list[Section], depth: float, *, subtitle: bool = True
) -> _Filled | None:
    """A first page of a title and these, held together; None where they do not fit on it."""
    gaps = (setting.styles.block_gap, *_GAPS)
    for top, gap in product(_titles(leaflet, setting, subtitle=subtitle), gaps):
        boxes = list(_spaced([top, *here], gap))
        if stacked_height(boxes) <= depth:
            return _Filled(tuple(_held(boxes)), [top, *here])
    return None


def _held(boxes: Iterable[Box]) -> Iterator[Box]:
    """Each but the last bound to the next."""
    *some, last = boxes
    yield from (replace(box, keep=True) for box in some)
    yield last


def _parted(signs: list[Section]) -> tuple[list[Section], list[Section]]:
    """The box that has the signs of an emergency, and those after it, where they are in several."""
    first = [replace(section, boxes=section.boxes[:1]) for section in signs]
    return first, [
        Section("less urgent", section.boxes[1:], Element("Document")) for section in signs
    ]


def _titles(leaflet: Leaflet, setting: Setting, *, subtitle: bool = True) -> Iterator[Section]:
    if not subtitle:
        yield title_section(leaflet, setting, "nobody", large=False, subtitle=False)
        return
    if leaflet.pose:
        yield title_section(leaflet, setting, "large")
    yield title_section(leaflet, setting, "nobody")
    yield title_section(leaflet, setting, "nobody", large=False)


def _flowed(
    leaflet: Leaflet, first: _Filled, after: list[Section], gap: float, root: Element
) -> Front:
    boxes = (*first.boxes, *_spaced(after, gap))
    filled = _Filled(boxes, [*first.chosen, *after])
    return replace(_settled(leaflet, filled, root), flows=True)


def _shares(more: tuple[Signs, ...]) -> Iterator[Share]:
    """As many here as can be. That the first topic has more signs, further on in its own pages, is
    said where there is room."""
    others = tuple(signs for signs in more if signs.whole)
    for count in range(len(others), -1, -1):
        here = others[:count]
        yield Share(here, tuple(signs for signs in more if signs not in here))
    if len(others) < len(more):
        yield Share((), others)


class _Filled(Struct, frozen=True):
    """Page one as filled, and what moves on from it to the next."""

    boxes: tuple[Box, ...]
    chosen: list[Section]
    moved: list[Section] = []


class _Page(Struct, frozen=True):
    """What page one is filled with, and how deep it is. What is `laid` out for one try serves the
    next."""

    leaflet: Leaflet
    setting: Setting
    depth: float
    laid: Laid = field(default_factory=Laid)

    def sections(self, share: Share, moves: Moves, *, hours: bool, airy: bool) -> Iterator[Section]:
        """Everything below the title."""
        leaflet = self.leaflet if hours else _without_hours(self.leaflet)
        setting = self.setting if airy else _tight(self.setting)
        brief, flows = moves == "words", moves == "actions"
        own = own_sections(
            leaflet, setting, self.laid, hours=hours, airy=airy, flows=flows, brief=brief
        )
        return with_more(own, share, setting)

    def title(self, person: Person, way: _Way) -> Section:
        """The title, with whom there is room for beside it."""
        large, subtitle = way.large_title, way.subtitle
        make = partial(
            title_section, self.leaflet, self.setting, person, large=large, subtitle=subtitle
        )
        return self.laid.once(make, f"title and {person}", large, subtitle)

    def overleaf(self, moves: Moves) -> list[Section]:
        """What is told again on the next page, since page one has its leads alone."""
        return actions_overleaf(self.leaflet, self.setting) if moves == "words" else []


def _filled(page: _Page, share: Share, moves: Moves) -> _Filled | None:
    """The first way in which everything fits but what has moved on, else none; in each, gaps get
    tighter first."""
    made: dict[tuple[bool, bool], list[Section]] = {}
    for way, person in _ways(page.leaflet):
        hours = way.hours or not page.leaflet.first.contact
        kind = hours, way.airy
        if kind not in made:
            made[kind] = list(page.sections(share, moves, hours=hours, airy=way.airy))
        rest = [one for one in made[kind] if way.contact or one.name != "contact"]
        here = [one for one in rest if moves != "actions" or one.name != "actions"]
        chosen = [page.title(person, way), *here]
        for gap in _GAPS if way.hours else (*_GAPS, *_LEAST_GAPS):
            boxes = tuple(_spaced(chosen, gap))
            if stacked_height(boxes) <= page.depth:
                moved = [one for one in rest if moves == "actions" and one.name == "actions"]
                return _Filled(boxes, chosen, [*moved, *page.overleaf(moves)])
    return None


def _moves(leaflet: Leaflet) -> Iterator[Moves]:
    yield "nothing"
    if leaflet.first.actions:
        yield "words"
    yield "actions"


def _ways(leaflet: Leaflet) -> Iterator[tuple[_Way, Person]]:
    if leaflet.pose:
        yield _WAYS[0], "large"
    for way in _WAYS:
        if leaflet.pose:
            yield way, "small"
        yield way, "nobody"


def _without_hours(leaflet: Leaflet) -> Leaflet:
    """The call of the same day by its number, with whom to call while the clinic is closed."""
    flags = tuple(
        replace(flag, advice=flag.brief) if flag.tone is Tone.SAME_DAY and flag.number else flag
        for flag in leaflet.first.flags
    )
    return replace(leaflet, first=replace(leaflet.first, flags=flags))


def _tight(setting: Setting) -> Setting:
    """With less air inside danger signs and the main message."""
    return replace(setting, styles=replace(setting.styles, air=_LESS_AIR))


def _spaced(sections: Iterable[Section], gap: float) -> Iterator[Box]:
    for section in sections:
        for place, box in enumerate(section.boxes):
            yield replace(box, gap=gap) if section.name != "title" and not place else box


def _settled(leaflet: Leaflet, found: _Filled, root: Element) -> Front:
    for section in (*found.chosen, *found.moved):
        root.kids += section.tree.kids
    has_contact = any(section.name == "contact" for section in found.chosen)
    moved = tuple(box for section in found.moved for box in section.boxes)
    contact = leaflet.first.contact if has_contact else None
    boxes = tuple(_held(found.boxes)) if moved else found.boxes
    return Front((*boxes, *moved), contact, flows=bool(moved))
