"""Nothing in; the named layouts of a deck, with the art that lies behind their slides, out."""

from __future__ import annotations

from careleaf.compose.deck.draw import BODY_END, BODY_TOP, LEFT, RIGHT, WIDE, rule
from careleaf.model.art import Paint
from careleaf.model.deck import HEIGHT, WIDTH, Box, Layout, Panel, Placed, Placeholder, Slot

TITLE_BOX = Box(LEFT, 30, WIDE, 44)
TALL_TITLE_BOX = Box(LEFT, 30, WIDE, 86)
STAGE_TITLE_BOX = Box(LEFT, 30, 512, 86)

COVER = "Title Slide"
CONTENT = "Title and Content"
OPENER = "Section Header"
TITLE_ONLY = "Title Only"
TWO = "Two Content"
STATEMENT = "Statement"
EXERCISE = "Exercise"
EMERGENCY = "Red Flags Now"
SAME_DAY = "Red Flags Today"
QUESTION = "Question"
CONTACT = "Contact"
PICTURE = "Picture with Caption"
STAGE = "Text and Figure"

ZONES = {
    OPENER: Box(LEFT, BODY_TOP, WIDE, BODY_END - BODY_TOP),
    STATEMENT: Box(LEFT, 116, WIDE, 352),
    EXERCISE: Box(LEFT, 92, WIDE, 392),
    EMERGENCY: Box(LEFT, 112, WIDE, 372),
    SAME_DAY: Box(LEFT, 104, WIDE, 380),
    QUESTION: Box(LEFT, BODY_TOP, WIDE, 372),
    CONTACT: Box(LEFT, 98, WIDE, 390),
}
"""Where the body lies on layouts whose title has a place of its own. On all others it begins below
the title."""


def ground(name: str, box: Box, fill: Paint) -> Panel:
    """A flat surface that reaches the slide's edge."""
    return Panel(name=name, box=box, fill=fill)


STAGE_BOX = Box(584, 0, 376, BODY_END)
"""The wall that people stand before. Their feet are a little below its end, on the floor."""

STAGE_ART = (
    ground("Stage", STAGE_BOX, "tint"),
    ground("Floor", Box(584, BODY_END, 376, 56), "floor"),
)

_FOOT_RULE = rule(LEFT, 500, RIGHT)

_FOOTER = Slot(placeholder=Placeholder.FOOTER, box=Box(72, 509, 400, 20), size=12, lead=20)
_NUMBER = Slot(
    placeholder=Placeholder.NUMBER,
    box=Box(832, 509, 80, 20),
    size=12,
    lead=20,
    align="end",
    bold=True,
)
_TITLE = Slot(
    placeholder=Placeholder.TITLE, box=TITLE_BOX, size=36, lead=42, colour="navy", bold=True
)


def _slot(placeholder: Placeholder, x: float, y: float, width: float, height: float) -> Slot:
    return Slot(
        placeholder=placeholder,
        box=Box(x, y, width, height),
        size=28,
        lead=36,
        bulleted=placeholder in (Placeholder.BODY, Placeholder.SECOND),
    )


def _head(placeholder: Placeholder, x: float) -> Slot:
    return Slot(
        placeholder=placeholder,
        box=Box(x, 100, 420, 44),
        size=30,
        lead=36,
        colour="navy",
        bold=True,
    )


def _layout(name: str, *slots: Slot, art: tuple[Placed, ...] = (_FOOT_RULE,)) -> Layout:
    return Layout(name=name, background="white", art=art, slots=(*slots, _FOOTER, _NUMBER))


_BODY, _SECOND = Placeholder.BODY, Placeholder.SECOND

_COVER = Layout(
    name=COVER,
    background="navy",
    art=(),
    slots=(
        Slot(
            placeholder=Placeholder.TITLE,
            box=Box(48, 150, 512, 132),
            size=62,
            lead=72,
            colour="white",
            bold=True,
            anchor="bottom",
        ),
        Slot(
            placeholder=Placeholder.SUBTITLE,
            box=Box(48, 302, 480, 102),
            size=26,
            lead=34,
            colour="onfield",
        ),
    ),
)

_OPENER = Layout(
    name=OPENER,
    background="navy",
    art=(),
    slots=(
        Slot(
            placeholder=Placeholder.TITLE,
            box=Box(208, 144, 704, 72),
            size=62,
            lead=74,
            colour="white",
            bold=True,
        ),
        Slot(
            placeholder=Placeholder.BODY,
            box=Box(208, 222, 704, 80),
            size=28,
            lead=36,
            colour="onfield",
        ),
        Slot(
            placeholder=Placeholder.FOOTER,
            box=_FOOTER.box,
            size=12,
            lead=20,
            colour="onfield",
        ),
        Slot(
            placeholder=Placeholder.NUMBER,
            box=_NUMBER.box,
            size=12,
            lead=20,
            colour="white",
            align="end",
            bold=True,
        ),
    ),
)

_STATEMENT = _layout(
    STATEMENT,
    Slot(
        placeholder=Placeholder.TITLE,
        box=Box(112, 52, 800, 48),
        size=24,
        lead=30,
        colour="navy",
        bold=True,
        anchor="middle",
    ),
    Slot(
        placeholder=_BODY,
        box=ZONES[STATEMENT],
        size=54,
        lead=64,
        bold=True,
        anchor="middle",
    ),
    art=(
        ground("Ground", Box(0, 0, WIDTH, BODY_END), "tint"),
        ground("Floor", Box(0, BODY_END, WIDTH, HEIGHT - BODY_END), "floor"),
    ),
)

_QUESTION = _layout(
    QUESTION,
    Slot(
        placeholder=Placeholder.TITLE,
        box=Box(112, 30, 800, 48),
        size=36,
        lead=42,
        colour="navy",
        bold=True,
        anchor="middle",
    ),
    Slot(
        placeholder=_BODY,
        box=Box(96, 100, 768, 270),
        size=54,
        lead=66,
        bold=True,
        anchor="middle",
    ),
    art=(ground("Ground", Box(0, 0, WIDTH, HEIGHT), "tint"), _FOOT_RULE),
)

_CONTACT = _layout(
    CONTACT,
    Slot(
        placeholder=Placeholder.TITLE,
        box=Box(48, 30, 512, 44),
        size=36,
        lead=42,
        colour="navy",
        bold=True,
    ),
    art=(ground("Stage", Box(584, 0, 376, HEIGHT), "tint"), rule(LEFT, 500, 560)),
)

_EMERGENCY = _layout(
    EMERGENCY,
    Slot(
        placeholder=Placeholder.TITLE,
        box=Box(116, 14, 796, 64),
        size=40,
        lead=48,
        colour="white",
        bold=True,
        anchor="middle",
    ),
    art=(ground("Danger band", Box(0, 0, WIDTH, 92), "red"), _FOOT_RULE),
)

_SAME_DAY = _layout(
    SAME_DAY,
    Slot(
        placeholder=Placeholder.TITLE,
        box=Box(108, 20, 804, 56),
        size=40,
        lead=48,
        colour="red",
        bold=True,
        anchor="middle",
    ),
    art=(rule(LEFT, 84, RIGHT, colour="red", width=3), _FOOT_RULE),
)

_EXERCISE = _layout(
    EXERCISE,
    Slot(
        placeholder=Placeholder.TITLE,
        box=Box(108, 26, 804, 52),
        size=36,
        lead=42,
        colour="navy",
        bold=True,
        anchor="middle",
    ),
)

_STAGE = _layout(
    STAGE,
    Slot(
        placeholder=Placeholder.TITLE,
        box=STAGE_TITLE_BOX,
        size=36,
        lead=42,
        colour="navy",
        bold=True,
    ),
    _slot(_BODY, 48, 140, 512, 344),
    art=(*STAGE_ART, rule(LEFT, 500, 560)),
)

LAYOUTS = (
    _COVER,
    _layout(CONTENT, _TITLE, _slot(_BODY, 48, 100, 864, 384)),
    _OPENER,
    _layout(TWO, _TITLE, _slot(_BODY, 48, 100, 420, 384), _slot(_SECOND, 492, 100, 420, 384)),
    _layout(
        "Comparison",
        _TITLE,
        _head(Placeholder.FIRST_HEAD, 48),
        _slot(_BODY, 48, 156, 420, 328),
        _head(Placeholder.SECOND_HEAD, 492),
        _slot(_SECOND, 492, 156, 420, 328),
    ),
    _layout(TITLE_ONLY, _TITLE),
    _layout("Blank"),
    _layout(
        "Content with Caption",
        _TITLE,
        _slot(_BODY, 416, 100, 496, 384),
        _slot(_SECOND, 48, 100, 344, 384),
    ),
    _layout(
        PICTURE,
        _TITLE,
        _slot(_BODY, 620, 100, 292, 384),
        _slot(Placeholder.PICTURE, 48, 100, 548, 384),
    ),
    _STAGE,
    _STATEMENT,
    _EXERCISE,
    _EMERGENCY,
    _SAME_DAY,
    _QUESTION,
    _CONTACT,
)
"""The seven names that pandoc looks for are among them, so the template serves it too."""
