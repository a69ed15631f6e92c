"""A body with its title and bar in; the shapes of one slide out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts, on_clinic
from careleaf.compose.deck.bar import BAR_GAP, Bar
from careleaf.compose.deck.body import Body
from careleaf.compose.deck.draw import (
    BODY_END,
    BODY_TOP,
    BODY_TOP_LOW,
    LEFT,
    WIDE,
    icon_disc,
    words,
)
from careleaf.compose.deck.exercise import Exercise, exercise_title
from careleaf.compose.deck.ground import current
from careleaf.compose.deck.measure import even, fits
from careleaf.compose.deck.moves import Moves
from careleaf.compose.deck.parts import Opener
from careleaf.compose.deck.type import TITLE, Style, largest, paragraph
from careleaf.model.deck import Box, Paragraph, Piece, Placed, Placeholder, Slot
from careleaf.source import Span
from careleaf.text.kept import forgotten_by

_STEPS = ((36, 42), (34, 40), (32, 38), (30, 36))
_PLAIN = (layouts.TITLE_ONLY, layouts.CONTENT, layouts.TWO, layouts.PICTURE, layouts.STAGE)
_ICON = 44.0


class Frame(Struct, frozen=True, kw_only=True):
    """One slide before it is drawn."""

    at: Span
    title: str
    body: Body
    icon: str = ""
    """Before the title: what kind of callout the slide is."""
    suffix: str = ""
    """" (1 of 2)", and whatever else makes the title one of its kind."""
    bar: Bar | None = None
    said: tuple[str, ...] = ()
    """Speaker notes: a paragraph each."""
    section: str = ""
    """The title of the section, for notes and for titles that repeat."""
    part: str = ""
    """The title of the part, for titles that repeat across parts; empty where there is one part."""
    anchors: tuple[str, ...] = ()
    heading: str = ""
    """Of the part or section that it stands under, for the list of slides; empty on the agenda,
    which goes with the cover."""

    @property
    def whole_title(self) -> str:
        """As a screen reader says it."""
        return self.title + self.suffix

    def fits(self) -> bool:
        """Whether title and body have room."""
        if ground := current():
            return on_clinic.frame_fits(self, ground)
        title = self._title_style()
        return title is not None and self._numbered().fits(self.zone())

    def _numbered(self) -> Body:
        """The body; one that draws its title itself is told what makes it one of its kind."""
        if isinstance(self.body, Opener):
            return replace(self.body, suffix=self.suffix)
        return self.body

    def zone(self) -> Box:
        """What is left for the body under the title and above the bar."""
        if ground := current():
            return on_clinic.zone(self, ground)
        if own := layouts.ZONES.get(self.body.layout):
            return own
        style = self._title_style() or _steps()[-1]
        one_line = fits((self._title_paragraph(style),), self._title_box.width, style.lead)
        top = BODY_TOP if one_line else BODY_TOP_LOW
        end = BODY_END - (self.bar.height(self.bar_width()) + BAR_GAP if self.bar else 0.0)
        return Box(LEFT, top, WIDE, end - top)

    def bar_width(self) -> float:
        """Of a bar below the body: beside a stage it has the words' column."""
        if current():
            return self.zone().width
        return layouts.STAGE_TITLE_BOX.width if self.body.layout == layouts.STAGE else WIDE

    def draw(self) -> tuple[Placed, ...]:
        """Title, body, bar, in the order in which they are read."""
        if ground := current():
            return on_clinic.draw_frame(self, ground)
        match self.body:
            case Opener():
                return self._numbered().draw(self.zone())
            case Exercise() | Moves():
                title = exercise_title(self.body.card, self.suffix)
                return (title, *self.body.draw(self.zone()))
            case _:
                bar = (
                    (self.bar.draw(Box(LEFT, BODY_TOP, self.bar_width(), BODY_END - BODY_TOP)),)
                    if self.bar
                    else ()
                )
                return (*self._title(), *self.body.draw(self.zone()), *bar)

    def _title(self) -> tuple[Placed, ...]:
        if self.body.layout not in _PLAIN:
            return (self._slot_title(),)
        style = self._title_style() or _steps()[-1]
        shown = even(self._title_paragraph(style), self._title_box.width)
        text = words("Title", self._title_box, (shown,), placeholder=Placeholder.TITLE)
        if not self.icon:
            return (text,)
        return (text, *icon_disc(LEFT, 29, _ICON, self.icon, ground="navy", colour="white"))

    @property
    def _title_box(self) -> Box:
        staged = self.body.layout == layouts.STAGE
        box = layouts.STAGE_TITLE_BOX if staged else layouts.TALL_TITLE_BOX
        return Box(box.x + 60, box.y, box.width - 60, box.height) if self.icon else box

    def _title_style(self) -> Style | None:
        """Large on one line or two; smaller only where two lines would not hold it."""
        if self.body.layout not in _PLAIN:
            return TITLE
        return _plain_title_style(self.title, self.suffix, self._title_box.width)

    def _title_paragraph(self, style: Style) -> Paragraph:
        return _title_paragraph(self.title, self.suffix, style)

    def _slot_title(self) -> Placed:
        """In a slot of a layout's own, smaller where it must be."""
        slot = _title_slot(self.body.layout)
        sizes = [slot.size, slot.size - 4, slot.size - 8, slot.size - 12]
        styles = [
            Style(size=size, lead=size * 1.2, colour=slot.colour) for size in sizes if size >= 20
        ]
        style = (
            largest(styles, lambda s: fits((self._title_paragraph(s),), slot.box.width, s.lead))
            or styles[-1]
        )
        shown = self._title_paragraph(style)
        if slot.colour == "white":
            shown = replace(shown, parts=tuple(_uncoloured(shown)))
        return words("Title", slot.box, (shown,), anchor=slot.anchor, placeholder=Placeholder.TITLE)


@lru_cache(maxsize=1024)
def _plain_title_style(title: str, suffix: str, width: float) -> Style | None:
    """Kept, because a frame is asked for its zone again and again while slides are shared out."""
    return largest(
        _steps(),
        lambda style: fits((_title_paragraph(title, suffix, style),), width, 2 * style.lead),
    )


forgotten_by(_plain_title_style.cache_clear)


def _title_paragraph(title: str, suffix: str, style: Style) -> Paragraph:
    parts = [Piece(text=title, bold=True)]
    if suffix:
        parts.append(Piece(text=suffix, colour="slate"))
    return paragraph(tuple(parts), style)


def _uncoloured(shown: Paragraph) -> Sequence[Piece]:
    return [replace(part, colour=None) for part in shown.parts if isinstance(part, Piece)]


def _steps() -> tuple[Style, ...]:
    return tuple(TITLE.at(size, lead) for size, lead in _STEPS)


def _title_slot(name: str) -> Slot:
    layout = next(one for one in layouts.LAYOUTS if one.name == name)
    return next(slot for slot in layout.slots if slot.placeholder is Placeholder.TITLE)
