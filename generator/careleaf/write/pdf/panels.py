"""Callouts in; boxes that stand out from the page out. None is ever split."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.art import Paint
from careleaf.model.shape import Callout, Shape, Tone
from careleaf.write.pdf.icons import disc_icon
from careleaf.write.pdf.marks import Box, Panel, at, stacked
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

Inner = Callable[[tuple[Shape, ...], Element, float], list[Box]]
"""Lays out the shapes inside a box: given by `flow`, which knows them all."""


class Look(Struct, frozen=True):
    """How a panel shows what it is for: its tint, and its icon on a disc."""

    fill: Paint
    icon: str
    disc: Paint
    glyph: Paint
    edge: Paint | None = None

    def panel(self, width: float, height: float) -> Panel:
        """What the words lie on, of so many points."""
        return Panel(
            x=0,
            y=0,
            width=width,
            height=height,
            radius=8,
            fill=self.fill,
            edge=self.edge,
            edge_width=1 if self.edge else 0,
        )


LOOKS = {
    Tone.KEY: Look("teal-tint", "info", "teal-deep", "white"),
    Tone.TIP: Look("teal-tint", "idea", "teal-deep", "white"),
    Tone.SUMMARY: Look("teal-tint", "tick", "teal-deep", "white"),
    Tone.WARNING: Look("amber-tint", "exclamation", "amber-deep", "white", "amber-deep"),
    Tone.UNKNOWN: Look("panel", "question", "slate", "white"),
}
_PAD_X, _PAD_Y = 14.0, 11.0
_DISC, _GLYPH, _TEXT = 24.0, 16.0, 36.0
_KEY_DISC, _KEY_GLYPH, _KEY_X, _KEY_TEXT = 34.0, 22.0, 16.0, 64.0
_NARROW = 260.0
"""Of a page: there the main message has its whole width, without an icon beside it."""


def callout(shape: Callout, setting: Setting, parent: Element, inner: Inner) -> list[Box]:
    """A tinted panel with an icon, a bold lead and what is inside."""
    look = LOOKS[shape.tone]
    styles = setting.styles
    disc, indent = styles.grown(_DISC), styles.grown(_TEXT)
    element = parent.add("Div")
    room = styles.width - 2 * _PAD_X - indent
    boxes: list[Box] = []
    if shape.title:
        boxes.append(setting.block(shape.title, styles.lead, room, element.add("P")))
    for place, box in enumerate(inner(shape.body, element, room)):
        boxes.append(replace(box, gap=3.0 if not place and boxes else box.gap))
    boxes += _note(shape, setting, element, room)
    text = stacked(boxes)
    height = max(text.height, disc) + 2 * _PAD_Y
    panel = look.panel(styles.width, height)
    glyph = styles.grown(_GLYPH)
    icon = disc_icon(look.icon, _PAD_X, _PAD_Y, disc, glyph, fill=look.disc, colour=look.glyph)
    top = _PAD_Y + max(0.0, (disc - text.height) / 2)
    return [Box(height=height, marks=(panel, icon, at(text, _PAD_X + indent, top)))]


def _note(shape: Callout, setting: Setting, element: Element, room: float) -> list[Box]:
    """That these are the usual words: smaller, and apart from them."""
    if not shape.note:
        return []
    return [
        replace(setting.block(shape.note, setting.styles.note, room, element.add("P")), gap=8.0)
    ]


def key_message(shape: Callout, label: str, setting: Setting, parent: Element, inner: Inner) -> Box:
    """The one thing to remember, large."""
    styles = setting.styles
    element = parent.add("Div")
    disc, left = styles.grown(_KEY_DISC), styles.grown(_KEY_TEXT)
    if styles.width < _NARROW:
        disc, left = 0.0, styles.grown(_KEY_X)
    room = styles.width - left - 18.0
    lead = setting.block(setting.words(label), styles.key_label, room, element.add("P"))
    boxes = [lead, *(replace(box, gap=2.0) for box in inner(shape.body, element, room))]
    boxes += _note(shape, setting, element, room)
    text = stacked(boxes)
    above = styles.air * _PAD_Y
    height = text.height + 2 * above
    panel = Panel(x=0, y=0, width=styles.width, height=height, radius=8, fill="teal-tint")
    icon = disc_icon(
        "info",
        styles.grown(_KEY_X),
        (height - disc) / 2,
        disc,
        styles.grown(_KEY_GLYPH),
        fill="teal-deep",
        colour="white",
    )
    shown = (panel, icon) if disc else (panel,)
    return Box(height=height, marks=(*shown, at(text, left, above)))
