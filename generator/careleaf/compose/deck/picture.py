"""A picture with its caption in; the slide that shows it large out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GUTTER, RADIUS, drawing_mark, words
from careleaf.compose.deck.measure import fits, measure
from careleaf.compose.deck.type import BODY, SOURCE, Style, largest, spell, steps
from careleaf.figure.beside import beside
from careleaf.model.art import Art, Drawing, Picture, Pose
from careleaf.model.deck import Box, Illustration, Image, Panel, Placed, Placeholder
from careleaf.model.shape import Figure
from careleaf.source import Span

_CAPTION = steps(BODY.at(28, 36), (26, 33), (24, 31), (22, 28), (20, 26))
_PAD = 20.0
_FRAME = 548 / 864
"""Share of the width that the picture beside a caption takes."""


class PictureBody(Struct, frozen=True, kw_only=True):
    """The caption stands beside a picture; below one that is much wider than high, and where a word
    of it is too long to stand beside."""

    at: Span
    figure: Figure
    layout: str = layouts.PICTURE
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether the caption has room."""
        _, caption = self._boxes(zone)
        return not self.figure.caption or self._style(caption) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Picture, caption, credit."""
        frame, caption = self._boxes(zone)
        shown: list[Placed] = [
            Panel(name="Frame", box=frame, form="round", radius=RADIUS, fill="tint"),
            self._art(
                Box(frame.x + _PAD, frame.y + _PAD, frame.width - 2 * _PAD, frame.height - 2 * _PAD)
            ),
        ]
        if self.figure.caption:
            style = self._style(caption) or _CAPTION[-1]
            text = (spell(self.figure.caption, style),)
            shown.append(words("Caption", caption, text, placeholder=Placeholder.BODY))
        if self.figure.credit:
            credit = spell(self.figure.credit, SOURCE)
            deep = measure((credit,), caption.width).height
            box = Box(caption.x, zone.bottom - deep, caption.width, deep)
            shown.append(words("Credit", box, (credit,)))
        return tuple(shown)

    def _style(self, caption: Box) -> Style | None:
        return largest(
            _CAPTION,
            lambda style: fits((spell(self.figure.caption, style),), caption.width, caption.height),
        )

    def _boxes(self, zone: Box) -> tuple[Box, Box]:
        """Frame and caption."""
        under = 24.0 if self.figure.credit else 0.0
        if not (self.figure.caption or self.figure.credit):
            return zone, zone
        width, height = _size(self.figure.art)
        frame = Box(zone.x, zone.y, zone.width * _FRAME, zone.height)
        start = frame.end + GUTTER
        caption = Box(start, zone.y, zone.end - start, zone.height - under)
        wide = Box(zone.x, zone.y, zone.width, zone.height - 100)
        below = Box(zone.x, wide.bottom + 16, zone.width, 84 - under)
        too_long = self._style(caption) is None and self._style(below) is not None
        return (wide, below) if width > 2.2 * height or too_long else (frame, caption)

    def _art(self, box: Box) -> Placed:
        match self.figure.art:
            case Drawing() as drawing:
                return drawing_mark("Figure", box, drawing, alt=self.figure.alt)
            case Picture() as picture:
                inner = _centred(box, picture.width, picture.height)
                return Image(name="Figure", box=inner, picture=picture, alt=self.figure.alt)
            case Pose() as pose:
                return Illustration(
                    name="Figure",
                    box=_centred(box, *_size(pose)),
                    drawing=beside(pose),
                    ground="tint",
                    alt=self.figure.alt,
                )


def _size(art: Art | Pose) -> tuple[float, float]:
    drawn = beside(art) if isinstance(art, Pose) else art
    return drawn.width, drawn.height


def _centred(box: Box, width: float, height: float) -> Box:
    """As large as it can be in the middle of a box."""
    scale = min(box.width / width, box.height / height)
    wide, high = width * scale, height * scale
    return Box(box.x + (box.width - wide) / 2, box.y + (box.height - high) / 2, wide, high)
