"""A leaflet for six panels in; the panels in reading order, each a page, out.

Cover, then the flap that is seen when the cover is opened, three panels inside, and the back.
Danger signs begin on the flap, the rest flows on inside; how to reach the clinic is at the back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from careleaf.model.leaflet import Group as Part
from careleaf.model.leaflet import Leaflet
from careleaf.model.shape import Heading
from careleaf.problem import Problem
from careleaf.problem_codes import DOES_NOT_FIT, LEFT_OUT
from careleaf.write.pdf.contact import contact
from careleaf.write.pdf.flow import Flow
from careleaf.write.pdf.front_sections import front_sections
from careleaf.write.pdf.furniture import draft_mark, head_depth, header, name_problems
from careleaf.write.pdf.geometry import Sheet
from careleaf.write.pdf.imposition import panels
from careleaf.write.pdf.imprint import imprint
from careleaf.write.pdf.marks import ArtMark, Box, Group, Mark, at, stacked, stacked_height
from careleaf.write.pdf.page import Page, too_deep
from careleaf.write.pdf.pagination import FEWEST, Standing, paginated, used
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.title import title

_TOP, _FOOT = 30.0, 50.0
"""Free at a panel's edges: the foot has room for the draft mark."""
_SIDES = 56.0
_FLOWING = 4
"""Panels between cover and back."""
_COVER_GAP = 16.0
_LARGER = (1.2, 1.15, 1.1, 1.05)
"""Shares of the size of words that are tried on the panels between."""


def panel_pages(leaflet: Leaflet, page: Sheet, setting: Setting, root: Element) -> list[Page]:
    """Six pages. What does not fit and is optional is left out and reported; what must be there and
    does not fit is a mistake that names what does."""
    live = panels(leaflet.paper)[0] - _SIDES
    setting.styles = replace(setting.styles, width=live, measure=live)
    setting.depth = page.height - _TOP - _FOOT
    cover = _cover(leaflet, setting, root)
    flowing, root_of_it = _flowing(leaflet, setting)
    root.kids += root_of_it.kids
    back = _back(leaflet, page, setting, root)
    setting.problems += name_problems(leaflet.masthead, setting)
    pages = [cover, *flowing, back]
    setting.problems += too_deep(pages, replace(page, foot=_FOOT - 10), leaflet)
    return pages


def _cover(leaflet: Leaflet, setting: Setting, root: Element) -> Page:
    """Clinic and draft mark, title, whoever shows it as tall as there is room, the main message."""
    sections = {section.name: section for section in front_sections(leaflet, setting)}
    head = tuple(header(leaflet.masthead, leaflet.title, setting, first=True))
    top = _TOP + head_depth(leaflet.masthead, setting, first=True) + _COVER_GAP
    room = setting.depth + _TOP - top
    boxes = [title(leaflet, setting, root)]
    for name in ("visit", "key"):
        if name in sections:
            root.kids += sections[name].tree.kids
            boxes += [replace(box, gap=_COVER_GAP) for box in sections[name].boxes]
    free = room - stacked_height(boxes) - 2 * _COVER_GAP
    if leaflet.pose and free > 2 * _COVER_GAP:
        frame = leaflet.pose.frames[-1]
        scale = min(free / frame.height, setting.styles.width / frame.width, 1.5)
        wide, high = frame.width * scale, frame.height * scale
        x = (setting.styles.width - wide) / 2
        art = ArtMark(x=x, y=0, width=wide, height=high, art=frame, colour="white")
        gap = _COVER_GAP + (free - high) / 2
        boxes.insert(1, Box(height=high, marks=(art,), gap=gap))
    return Page(top, (Standing(0, stacked(boxes)),), (Group(0, _TOP, head),))


def _flowing(leaflet: Leaflet, setting: Setting) -> tuple[list[Page], Element]:
    """Danger signs, what to do today, then as many parts as there is room for; then words as large
    as there is."""
    groups = leaflet.groups
    chosen: list[int] = []
    for place in sorted(range(len(groups)), key=lambda place: groups[place].optional):
        tried = sorted([*chosen, place])
        if _fits([groups[one] for one in tried], leaflet, setting):
            chosen = tried
    parts = [groups[place] for place in chosen]
    setting = _as_large_as_fits(parts, leaflet, setting)
    tree = Element("Document")
    placed = _placed(parts, leaflet, setting, tree)
    left = [part for place, part in enumerate(groups) if place not in chosen]
    setting.problems += _reported(leaflet, left, parts, len(placed))
    shown = [Page(_TOP, tuple(standings)) for standings in placed]
    shown += [Page(_TOP, ()) for _ in range(_FLOWING - len(shown))]
    draft = draft_mark(leaflet.masthead.draft, setting)
    inside = Group(0, _TOP + setting.depth + 12, draft.marks)
    shown[1] = replace(shown[1], foot=(inside,))
    return shown[:_FLOWING], tree


def _as_large_as_fits(parts: Sequence[Part], leaflet: Leaflet, setting: Setting) -> Setting:
    """Words as large as all these panels have room for."""
    for share in _LARGER:
        larger = replace(setting, styles=setting.styles.larger(share))
        placed = _placed(parts, leaflet, larger, Element("Document"))
        if len(placed) <= _FLOWING and all(used(panel) <= setting.depth for panel in placed):
            return larger
    return setting


def _placed(
    parts: Sequence[Part], leaflet: Leaflet, setting: Setting, tree: Element
) -> list[list[Standing]]:
    boxes = [*_first_boxes(leaflet, setting, tree), *_boxes(parts, setting, tree)]
    return paginated(boxes, setting.depth, page_cost=FEWEST)


def _fits(parts: Sequence[Part], leaflet: Leaflet, setting: Setting) -> bool:
    return len(_placed(parts, leaflet, setting, Element("Document"))) <= _FLOWING


def _first_boxes(leaflet: Leaflet, setting: Setting, tree: Element) -> Iterator[Box]:
    sections = list(front_sections(leaflet, setting))
    for name in ("flags", "more signs", "actions"):
        for section in sections:
            if section.name == name:
                tree.kids += section.tree.kids
                first, *rest = section.boxes
                yield replace(first, gap=setting.styles.block_gap)
                yield from rest


def _boxes(parts: Sequence[Part], setting: Setting, tree: Element) -> Iterator[Box]:
    flow = Flow(setting)
    for part in parts:
        yield from flow.boxes(part.shapes, tree)


def _reported(
    leaflet: Leaflet, left: list[Part], fitting: list[Part], panels_used: int
) -> Iterator[Problem]:
    if panels_used > _FLOWING:
        message = "the danger signs and what to do today do not fit on four panels"
        yield Problem(DOES_NOT_FIT, leaflet.at, message, "say it in fewer words, or fold a booklet")
    names = ", ".join(name for part in left for name in _names(part))
    if not names:
        return
    if all(part.optional for part in left):
        yield Problem(LEFT_OUT, leaflet.at, _no_room(left), _FEWER)
        return
    chosen = [name for part in left if not part.optional for name in _names(part)]
    fits = ", ".join(name for part in fitting for name in _names(part))
    message = f"what is chosen does not fit in a brochure: {', '.join(chosen)}"
    hint = "choose single exercises or a shorter section with --only, or fold a booklet"
    if fits:
        message = f"no room in the brochure beside the other chosen sections: {', '.join(chosen)}"
        hint = f"leave out what has no room, or fold a booklet; there is room for {fits}"
    yield Problem(DOES_NOT_FIT, leaflet.at, message, hint)


_FEWER = "choose fewer sections, or others, with --only"


def _no_room(left: list[Part]) -> str:
    """Of a section that opens on the first panels, only the rest is missing: nobody must fear that
    danger signs are."""
    gone = [name for part in left if not part.opens for name in _names(part)]
    part_of = [name for part in left if part.opens for name in _names(part)]
    said = [f"no room for: {', '.join(gone)}"] if gone else []
    if part_of:
        said.append(f"in part only: {', '.join(part_of)} (all danger signs are there)")
    return f"the brochure has {'; '.join(said)}"


def _names(part: Part) -> Iterator[str]:
    for shape in part.shapes:
        if isinstance(shape, Heading) and shape.anchor:
            yield shape.anchor


def _back(leaflet: Leaflet, page: Sheet, setting: Setting, root: Element) -> Page:
    """How to reach the clinic, who printed it, which version it is."""
    boxes: list[Box] = []
    if leaflet.first.contact:
        boxes.append(contact(leaflet.first.contact, setting, root))
    small = imprint(leaflet.imprint, setting, root)
    whole = stacked([*boxes, *small])
    words = setting.words(leaflet.footer)
    foot = setting.block(words, setting.styles.footer, setting.styles.width, None)
    marks: tuple[Mark, ...] = (at(foot, 0, page.height - _FOOT),)
    return Page(_TOP, (Standing(0, whole),), foot=marks)
