"""A teach-back question in; a speech bubble out. The answer stays in the notes."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import bare_icon, icon_disc, label, words
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.once import once
from careleaf.compose.deck.sentences import evenly
from careleaf.compose.deck.type import Style, largest, spell, steps
from careleaf.figure.outline import KAPPA
from careleaf.model.art import Command, Drawing, Path
from careleaf.model.deck import Box, Mark, Placed, Placeholder
from careleaf.model.inline import Line
from careleaf.source import Span

_STEPS = steps(Style(size=64, lead=78, bold=True), (54, 66), (48, 58), (42, 52), (36, 46), (32, 40))
_TAIL = 47.0
"""What the bubble's tail takes of its height."""
_PROMPT = 54.0
_ASK = Style(size=26, lead=33)


class Question(Struct, frozen=True, kw_only=True):
    """`prompt` asks people to talk to one another first."""

    at: Span
    question: Line
    prompt: str
    layout: str = layouts.QUESTION
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether the bubble holds the question."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Bubble and question, then what to do."""
        style = self._choice(zone) or _STEPS[-1]
        bubble, inner = _bubble_box(zone), _question_box(zone)
        question = evenly(spell(self.question, style), inner)
        below = bubble.bottom - 6
        return (
            *self._sign(),
            Mark(
                name="Bubble",
                box=bubble,
                drawing=_bubble(bubble.width, bubble.height),
                runs=True,
            ),
            words("Question", inner, (question,), anchor="middle", placeholder=Placeholder.BODY),
            bare_icon(zone.x + 142, below, 60, "group"),
            label("Prompt", Box(zone.x + 216, below, zone.width - 224, 60), self.prompt, _ASK),
        )

    def _sign(self) -> tuple[Placed, ...]:
        """Beside the title, where the layout keeps a place for it."""
        own = self.layout == layouts.QUESTION
        return icon_disc(48, 30, 48, "speech", ground="white") if own else ()

    @once
    def _choice(self, zone: Box) -> Style | None:
        inner = _question_box(zone)
        return largest(
            _STEPS, lambda style: fits((spell(self.question, style),), inner.width, inner.height)
        )


def _bubble_box(zone: Box) -> Box:
    return Box(zone.x, zone.y, zone.width, zone.height - _PROMPT)


def _question_box(zone: Box) -> Box:
    body = zone.height - _PROMPT - _TAIL
    return Box(zone.x + 48, zone.y + 6, zone.width - 96, body - 13)


def _bubble(width: float, height: float) -> Drawing:
    """A rounded box whose outline runs into the tail: one path, so that the edge has no seam."""
    r, c = 12.0, 12.0 * (1 - KAPPA)
    w, h = width, height - _TAIL
    outline: tuple[Command, ...] = (
        ("M", r, 0.0),
        ("L", w - r, 0.0),
        ("C", w - c, 0.0, w, c, w, r),
        ("L", w, h - r),
        ("C", w, h - c, w - c, h, w - r, h),
        ("L", 160.0, h),
        ("L", 118.0, height - 4),
        ("L", 104.0, h),
        ("L", r, h),
        ("C", c, h, 0.0, h - c, 0.0, h - r),
        ("L", 0.0, r),
        ("C", 0.0, c, c, 0.0, r, 0.0),
        ("Z",),
    )
    path = Path(commands=outline, fill="white", stroke="navy", stroke_width=3)
    return Drawing(width=w, height=height, paths=(path,))
