"""Do and don't in; two cards side by side, with people who show them where there are any, out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GUTTER, bare_icon, card, disc, label, rule, words
from careleaf.compose.deck.figures import last_frame, said_of_last, scale_of, standing
from careleaf.compose.deck.measure import fits, measure, natural_width
from careleaf.compose.deck.nested import inner_paragraphs
from careleaf.compose.deck.once import once
from careleaf.compose.deck.rows import item_paragraph
from careleaf.compose.deck.type import BODY, Style, largest, say, steps
from careleaf.model.art import Paint, Pose
from careleaf.model.deck import Box, Bullet, Paragraph, Placed
from careleaf.model.inline import plain
from careleaf.model.shape import Pair, Side
from careleaf.source import Span

_STEPS = steps(
    BODY.at(34, 42), (32, 40), (30, 37), (28, 34), (26, 32), (24, 30), (22, 28), (20, 26)
)
_POSED_STEPS = steps(BODY.at(24, 30), (22, 28), (20, 26))
_HEAD = 84.0
"""What the heading of a card takes."""

_LEAST_PERSON = 150.0
"""Points that people get at least: smaller ones show nothing."""

_ABOVE_PERSON, _BELOW_PERSON = 14.0, 18.0
"""From the card's edge to the head, and from the ground to the rule below it."""

HEAD_STYLE = Style(size=34, lead=42, bold=True)


class DoDont(Struct, frozen=True, kw_only=True):
    """Both halves at one size."""

    at: Span
    pair: Pair
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether both lists have room."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Edge, icon and word tell the halves apart; colour only helps."""
        style = self._choice(zone) or self._steps[-1]
        first, second = _halves(zone)
        room = self._person_room(zone, style)
        scale = self._scale(zone, room)
        return (
            *_half(self.pair.do, first, style, LOOKS[0], (room, scale)),
            *_half(self.pair.dont, second, style, LOOKS[1], (room, scale)),
        )

    @property
    def _poses(self) -> tuple[Pose, ...]:
        return tuple(side.pose for side in self._sides if side.pose)

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self.pair.do, self.pair.dont

    @property
    def _gap(self) -> float:
        return 4.0 if self._poses else 14.0

    @property
    def _steps(self) -> tuple[Style, ...]:
        """With people the words are smaller, so that these are not."""
        return _POSED_STEPS if self._poses else _STEPS

    @once
    def _choice(self, zone: Box) -> Style | None:
        def good(style: Style) -> bool:
            room = self._person_room(zone, style)
            return (not self._poses or room >= _LEAST_PERSON) and all(
                fits(
                    listed(side, style, "ink", self._gap),
                    _inner(box).width,
                    zone.height if self._poses else _inner(box).height,
                )
                for side, box in zip(self._sides, _halves(zone), strict=True)
            )

        return largest(self._steps, good)

    def _person_room(self, zone: Box, style: Style) -> float:
        """The height that the longer list leaves to people, from the card's edge down; none where
        there are none."""
        if not self._poses:
            return 0.0
        half = _halves(zone)[0]
        width = _inner(half).width
        lists = (
            measure(listed(side, style, "ink", self._gap), width).height for side in self._sides
        )
        return half.height - max(lists) - _BELOW_PERSON - 14 - 10 - _ABOVE_PERSON

    def _scale(self, zone: Box, room: float) -> float:
        """Of both people: each stands beside its heading."""
        if not self._poses:
            return 0.0
        return min(
            scale_of([side.pose], box.end - 20 - heading_end(side, box), room)
            for side, box in zip(self._sides, _halves(zone), strict=True)
            if side.pose
        )


def _centre(side: Side, pose: Pose, box: Box, scale: float) -> float:
    """The middle of the card, or as far from it as the heading needs."""
    half = pose.frames[last_frame(pose)].width * scale / 2
    return max(box.x + box.width / 2, heading_end(side, box) + half)


def heading_end(side: Side, box: Box) -> float:
    """Where the heading of a card ends."""
    return box.x + 80 + natural_width(say(plain(side.title), HEAD_STYLE)) + 12


def _halves(zone: Box) -> tuple[Box, Box]:
    width = (zone.width - GUTTER) / 2
    return (
        Box(zone.x, zone.y, width, zone.height),
        Box(zone.x + width + GUTTER, zone.y, width, zone.height),
    )


def _inner(box: Box) -> Box:
    return Box(box.x + 24, box.y + _HEAD + 14, box.width - 44, box.height - _HEAD - 24)


def listed(side: Side, style: Style, colour: Paint, gap: float) -> list[Paragraph]:
    """The items of a half, each with a dot of that colour."""
    dot = Bullet(colour=colour, width=style.size)
    shown: list[Paragraph] = []
    for item in side.items:
        shown.append(replace(item_paragraph(item, style), before=gap, bullet=dot))
        shown += inner_paragraphs(item, style, indent=style.size)
    return shown


class Look(Struct, frozen=True, kw_only=True):
    """How a half is told from the other."""

    edge: Paint
    words: Paint
    sign: str


LOOKS = (
    Look(edge="teal", words="teal-deep", sign="tick"),
    Look(edge="red", words="red", sign="cross"),
)


def _half(
    side: Side, box: Box, style: Style, look: Look, person: tuple[float, float]
) -> tuple[Placed, ...]:
    """`person` is the height of the room for people, and their scale: none where that is 0."""
    head = replace(HEAD_STYLE, colour=look.words)
    title = Box(box.x + 80, box.y + 18, box.width - 104, 48)
    room, scale = person
    line, inner = box.y + _HEAD, _inner(box)
    figure: tuple[Placed, ...] = ()
    if scale:
        line = box.y + _ABOVE_PERSON + room + _BELOW_PERSON
        top = line + 14
        inner = Box(inner.x, top, inner.width, inner.bottom - top)
    if scale and side.pose:
        figure = (
            standing(
                side.pose,
                last_frame(side.pose),
                centre=_centre(side, side.pose, box, scale),
                floor=line - _BELOW_PERSON,
                scale=scale,
                ground="white",
                alt=said_of_last(side.pose, side.pose.alt),
            ),
        )
    return (
        card("Card", box, "white", edge=look.edge, edge_width=2.0),
        disc(box.x + 24, box.y + 20, 44, look.edge),
        bare_icon(box.x + 34, box.y + 30, 24, look.sign, "white"),
        label("Heading", title, plain(side.title), head),
        *figure,
        rule(box.x + 24, line, box.end - 24),
        words(
            f"List: {plain(side.title)}",
            inner,
            listed(side, style, look.edge, 4.0 if scale else 14.0),
        ),
    )
