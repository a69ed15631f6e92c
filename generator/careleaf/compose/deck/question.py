"""A teach-back question in; a speech bubble out. The answer stays in the notes."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import bare_icon, icon_disc, label, words
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.sentences import evenly
from careleaf.compose.deck.type import Style, largest, spell, steps
from careleaf.figure.outline import KAPPA
from careleaf.model.art import Command, Drawing, Path
from careleaf.model.deck import Box, Mark, Placed, Placeholder
from careleaf.model.inline import Line
from careleaf.source import Span

_STEPS = steps(Style(size=54, lead=66, bold=True), (48, 58), (42, 52), (36, 46), (32, 40))
_WIDTH, _HEIGHT, _TAIL = 864.0, 318.0, 271.0
_QUESTION = Box(96, 106, 768, 258)


class Question(Struct, frozen=True, kw_only=True):
    """`prompt` asks people to talk to one another first."""

    at: Span
    question: Line
    prompt: str
    layout: str = layouts.QUESTION
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether the bubble holds the question."""
        return largest(_STEPS, self._good) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Bubble and question, then what to do."""
        style = largest(_STEPS, self._good) or _STEPS[-1]
        question = evenly(spell(self.question, style), _QUESTION)
        box = Box(48, 100, _WIDTH, _HEIGHT)
        return (
            *icon_disc(48, 30, 48, "speech", ground="white"),
            Mark(name="Bubble", box=box, drawing=_bubble()),
            words(
                "Question", _QUESTION, (question,), anchor="middle", placeholder=Placeholder.BODY
            ),
            bare_icon(190, 412, 60, "group"),
            label("Prompt", Box(264, 412, 640, 60), self.prompt, Style(size=26, lead=33)),
        )

    def _good(self, style: Style) -> bool:
        return fits((spell(self.question, style),), _QUESTION.width, _QUESTION.height)


def _bubble() -> Drawing:
    """A rounded box whose outline runs into the tail: one path, so that the edge has no seam."""
    r, c = 12.0, 12.0 * (1 - KAPPA)
    w, h = _WIDTH, _TAIL
    outline: tuple[Command, ...] = (
        ("M", r, 0.0),
        ("L", w - r, 0.0),
        ("C", w - c, 0.0, w, c, w, r),
        ("L", w, h - r),
        ("C", w, h - c, w - c, h, w - r, h),
        ("L", 160.0, h),
        ("L", 118.0, _HEIGHT - 4),
        ("L", 104.0, h),
        ("L", r, h),
        ("C", c, h, 0.0, h - c, 0.0, h - r),
        ("L", 0.0, r),
        ("C", 0.0, c, c, 0.0, r, 0.0),
        ("Z",),
    )
    path = Path(commands=outline, fill="white", stroke="navy", stroke_width=3)
    return Drawing(width=w, height=_HEIGHT, paths=(path,))
