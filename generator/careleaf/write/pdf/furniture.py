"""What stands at the head and foot of every page in; marks, all artifacts, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from careleaf.model.art import Art
from careleaf.model.leaflet import Masthead
from careleaf.problem import Problem
from careleaf.problem_codes import DOES_NOT_FIT
from careleaf.text import BrokenLine
from careleaf.write.pdf.geometry import FOOT_RULE, FOOT_TEXT, Sheet
from careleaf.write.pdf.icons import plain_icon
from careleaf.write.pdf.marks import ArtMark, Group, Mark, Panel, Rule, TextLine
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.styles import SEMIBOLD, Style

_LOGO, _SMALL_LOGO, _LOGO_WIDTH = 30.0, 18.0, 150.0
_DRAFT_PAD = 31.0
"""Beside the draft mark's words: pencil and padding."""
FIRST_HEADER, LATER_HEADER = 40.5, 27.0
"""Depth of the running head with its rule, on the first page and on later ones."""


_Ways = Sequence[tuple[Style, int]]


def header(masthead: Masthead, title: str, setting: Setting, *, first: bool) -> list[Mark]:
    """Clinic, draft mark and rule, on later pages also the title; y counts from the top margin."""
    marks = _draft(masthead.draft, setting, 3.0 if first else 0.0)
    return [*marks, *(_first(masthead, setting) if first else _later(masthead, title, setting))]


def _first_ways(setting: Setting) -> _Ways:
    """Sizes of the clinic's name, and how many lines of each the head has room for."""
    styles = setting.styles
    return ((styles.clinic, 1), (styles.running, 2), (styles.clinic_narrow, 3))


def _later_ways(setting: Setting) -> _Ways:
    return ((setting.styles.running, 1), (setting.styles.clinic_narrow, 2))


class _Name(Struct, frozen=True):
    """The clinic's name as broken into lines."""

    style: Style
    lines: tuple[BrokenLine, ...]
    whole: bool


def name_problems(masthead: Masthead, setting: Setting, *, first: bool = True) -> Iterator[Problem]:
    """A name of which the head of a page cannot show all."""
    logo = _logo(masthead.logo, _SMALL_LOGO)[1], _logo(masthead.logo, _LOGO)[1]
    rooms = [(_later_ways(setting), logo[0]), *([(_first_ways(setting), logo[1])] if first else [])]
    free = setting.styles.width - _draft_width(masthead, setting)
    if not all(_name(masthead.clinic, ways, free - x, setting).whole for ways, x in rooms):
        message = "the clinic's name is too long for the head of a page"
        yield Problem(DOES_NOT_FIT, masthead.at, message, "give a shorter name in the clinic file")


def _name(text: str, ways: _Ways, room: float, setting: Setting) -> _Name:
    """At the first size at which it fits; else as many of its words as the last has room for."""
    style, most = ways[-1]
    for style, most in ways:
        if lines := _set_name(text, style, most, room, setting):
            return _Name(style, lines, whole=True)
    words = text.split(" ")
    while words := words[:-1]:
        if lines := _set_name(" ".join(words) + "\u2026", style, most, room, setting):
            return _Name(style, lines, whole=False)
    return _Name(style, (), whole=False)


def _set_name(
    text: str, style: Style, most: int, room: float, setting: Setting
) -> tuple[BrokenLine, ...]:
    """Lines, or none where there are too many or a word is too wide."""
    if any(setting.width(word, style) > room for word in text.split(" ")):
        return ()
    lines = setting.lines(setting.words(text), style, room, None, even=True)
    return lines if len(lines) <= most else ()


def _drawn(name: _Name, x: float, y: float, setting: Setting) -> list[Mark]:
    down = y + setting.baseline(name.style)
    return [
        TextLine(x, down + number * name.style.lead, line) for number, line in enumerate(name.lines)
    ]


def _first(masthead: Masthead, setting: Setting) -> list[Mark]:
    """A name too long for one line is set smaller on two or three, in place of the tagline."""
    logo, x = _logo(masthead.logo, _LOGO)
    room = setting.styles.width - x - _draft_width(masthead, setting)
    name = _name(masthead.clinic, _first_ways(setting), room, setting)
    rule = Rule(0, FIRST_HEADER, setting.styles.width, FIRST_HEADER, "navy", 1.5)
    marks = [*logo, *_drawn(name, x, 0.0, setting)]
    if name.style is setting.styles.clinic:
        tagline = _fitted(masthead.tagline, setting.styles.tagline, room, setting)
        marks += _words(tagline, setting.styles.tagline, x, 16.0, setting)
    return [*marks, rule]


def _later(masthead: Masthead, title: str, setting: Setting) -> list[Mark]:
    """The title stands beside a name that takes one line."""
    logo, x = _logo(masthead.logo, _SMALL_LOGO)
    room = setting.styles.width - x - _draft_width(masthead, setting)
    name = _name(masthead.clinic, _later_ways(setting), room, setting)
    one_line = name.style is setting.styles.running
    marks = [*logo, *_drawn(name, x, 2.0 if one_line else -1.0, setting)]
    if one_line:
        after = setting.width(masthead.clinic, setting.styles.running) + 8
        shown = _fitted(title, setting.styles.tagline, room - after, setting)
        marks += _words(shown, setting.styles.tagline, x + after, 2.0, setting)
    return [*marks, Rule(0, LATER_HEADER, setting.styles.width, LATER_HEADER, "hair", 0.75)]


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
    lines = setting.lines(setting.words(text), style, 2 * setting.styles.width, None)
    return [TextLine(x, y + setting.baseline(style), line) for line in lines]


def _fitted(text: str, style: Style, width: float, setting: Setting) -> str:
    """A title or tagline, shortened at a word where it is too wide. A title stands in full on page
    one, a tagline in the clinic's own papers."""
    words = text.split(" ")
    while len(words) > 1 and setting.width(text, style) > width:
        words.pop()
        text = " ".join(words) + "\u2026"
    return text if setting.width(text, style) <= width else ""


def _draft_width(masthead: Masthead, setting: Setting) -> float:
    """The room that the draft mark takes, with air beside it."""
    words = masthead.draft
    return setting.width(words, setting.styles.draft) + _DRAFT_PAD + 12 if words else 0.0


def _draft(words: str, setting: Setting, y: float) -> list[Mark]:
    """A pencil and words on amber, until a clinician has signed."""
    if not words:
        return []
    width = setting.width(words, setting.styles.draft) + _DRAFT_PAD
    x, height = setting.styles.width - width, 20.0
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
    text = _words(words, setting.styles.draft, 23, 3.5, setting)
    return [Group(x, y, (panel, plain_icon("pencil-outline", 8, 4, 12, "ink"), *text))]


def footer(says: str, page: int, pages: int, sheet: Sheet, setting: Setting) -> list[Mark]:
    """Topic and version at the start, "Page x of y" at the end; y counts from the page's top."""
    number = setting.language.say("Page {page} of {pages}", page=page, pages=pages)
    strong = setting.styles.footer.weighted(SEMIBOLD).coloured("ink")
    top = sheet.height - FOOT_TEXT - setting.baseline(setting.styles.footer)
    end = setting.styles.width - setting.width(number, strong)
    topic = _fitted(says, setting.styles.footer, end - 12, setting)
    return [
        Rule(
            0,
            sheet.height - FOOT_RULE,
            setting.styles.width,
            sheet.height - FOOT_RULE,
            "hair",
            0.75,
        ),
        *_words(topic, setting.styles.footer, 0, top, setting),
        *_words(number, strong, end, top, setting),
    ]
