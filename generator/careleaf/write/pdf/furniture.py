"""What stands at the head and foot of every page in; marks, all artifacts, out."""

from __future__ import annotations

from careleaf.model.art import Art
from careleaf.model.leaflet import Masthead
from careleaf.write.pdf.geometry import FOOT_RULE, FOOT_TEXT, Sheet
from careleaf.write.pdf.icons import plain_icon
from careleaf.write.pdf.marks import ArtMark, Group, Mark, Panel, Rule, TextLine
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.styles import (
    CLINIC,
    DRAFT,
    FOOTER,
    RUNNING,
    TAGLINE,
    WIDTH,
    Style,
)

_LOGO, _SMALL_LOGO, _LOGO_WIDTH = 30.0, 18.0, 150.0
_DRAFT_PAD = 31.0
"""Beside the draft mark's words: pencil and padding."""
FIRST_HEADER, LATER_HEADER = 40.5, 27.0
"""Depth of the running head with its rule, on the first page and on later ones."""


def header(masthead: Masthead, title: str, setting: Setting, *, first: bool) -> list[Mark]:
    """Clinic, draft mark and rule, on later pages also the title; y counts from the top margin."""
    marks = _draft(masthead.draft, setting, 3.0 if first else 0.0)
    return [*marks, *(_first(masthead, setting) if first else _later(masthead, title, setting))]


def _first(masthead: Masthead, setting: Setting) -> list[Mark]:
    """A name too long for one line is set smaller on two, in place of the tagline."""
    logo, x = _logo(masthead.logo, _LOGO)
    room = WIDTH - x - _draft_width(masthead, setting)
    rule = Rule(0, FIRST_HEADER, WIDTH, FIRST_HEADER, "navy", 1.5)
    if setting.width(masthead.clinic, CLINIC) > room:
        name = setting.words(_fitted(masthead.clinic, RUNNING, room * 1.8, setting))
        lines = setting.lines(name, RUNNING, room, None, even=True)
        drops = (setting.baseline(RUNNING) + number * RUNNING.lead for number in range(len(lines)))
        return [*logo, *(TextLine(x, y, one) for one, y in zip(lines, drops, strict=True)), rule]
    tagline = _fitted(masthead.tagline, TAGLINE, room, setting)
    texts = [
        *_words(masthead.clinic, CLINIC, x, 0.0, setting),
        *_words(tagline, TAGLINE, x, 16.0, setting),
    ]
    return [*logo, *texts, rule]


def _later(masthead: Masthead, title: str, setting: Setting) -> list[Mark]:
    logo, x = _logo(masthead.logo, _SMALL_LOGO)
    room = WIDTH - x - _draft_width(masthead, setting)
    clinic = _fitted(masthead.clinic, RUNNING, room, setting)
    after = setting.width(clinic, RUNNING) + 8
    shown = _fitted(title, TAGLINE, room - after, setting)
    return [
        *logo,
        *_words(clinic, RUNNING, x, 2.0, setting),
        *_words(shown, TAGLINE, x + after, 2.0, setting),
        Rule(0, LATER_HEADER, WIDTH, LATER_HEADER, "hair", 0.75),
    ]


def _logo(art: Art | None, height: float) -> tuple[list[Mark], float]:
    """The logo in its slot, and where words may begin."""
    if art is None:
        return [], 0.0
    scale = min(height / art.height, _LOGO_WIDTH / art.width)
    width, tall = art.width * scale, art.height * scale
    mark = ArtMark(x=0, y=(height - tall) / 2, width=width, height=tall, art=art)
    return [mark], width + 9.0


def _words(text: str, style: Style, x: float, y: float, setting: Setting) -> list[Mark]:
    """One line of an artifact; `_fitted` has made it short enough."""
    lines = setting.lines(setting.words(text), style, 2 * WIDTH, None)
    return [TextLine(x, y + setting.baseline(style), line) for line in lines]


def _fitted(text: str, style: Style, width: float, setting: Setting) -> str:
    """The text, shortened at a word where it is too wide. It stands in full on page one, or in the
    clinic's own papers: here it only says whose page this is."""
    words = text.split(" ")
    while len(words) > 1 and setting.width(text, style) > width:
        words.pop()
        text = " ".join(words) + "\u2026"
    return text if setting.width(text, style) <= width else ""


def _draft_width(masthead: Masthead, setting: Setting) -> float:
    """The room that the draft mark takes, with air beside it."""
    words = masthead.draft
    return setting.width(words, DRAFT) + _DRAFT_PAD + 12 if words else 0.0


def _draft(words: str, setting: Setting, y: float) -> list[Mark]:
    """A pencil and words on amber, until a clinician has signed."""
    if not words:
        return []
    width = setting.width(words, DRAFT) + _DRAFT_PAD
    x, height = WIDTH - width, 20.0
    panel = Panel(
        x=0.5,
        y=0.5,
        width=width - 1,
        height=height - 1,
        radius=4,
        fill="amber-tint",
        edge="amber-deep",
        edge_width=1,
        dash=(3, 2),
    )
    text = _words(words, DRAFT, 23, 3.5, setting)
    return [Group(x, y, (panel, plain_icon("pencil-outline", 8, 4, 12, "ink"), *text))]


def footer(says: str, page: int, pages: int, sheet: Sheet, setting: Setting) -> list[Mark]:
    """Topic and version at the start, "Page x of y" at the end; y counts from the page's top."""
    number = setting.language.say("Page {page} of {pages}", page=page, pages=pages)
    strong = Style(FOOTER.size, FOOTER.lead, 600)
    top = sheet.height - FOOT_TEXT - setting.baseline(FOOTER)
    end = WIDTH - setting.width(number, strong)
    topic = _fitted(says, FOOTER, end - 12, setting)
    return [
        Rule(0, sheet.height - FOOT_RULE, WIDTH, sheet.height - FOOT_RULE, "hair", 0.75),
        *_words(topic, FOOTER, 0, top, setting),
        *_words(number, strong, end, top, setting),
    ]
