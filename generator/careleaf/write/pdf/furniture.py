"""What stands at the head and foot of every page in; marks, all artifacts, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from careleaf.model.art import Art
from careleaf.model.leaflet import Masthead
from careleaf.problem import Problem
from careleaf.problem_codes import DOES_NOT_FIT
from careleaf.text import BrokenLine
from careleaf.write.pdf.geometry import FOOT_TEXT, Sheet
from careleaf.write.pdf.icons import plain_icon
from careleaf.write.pdf.marks import ArtMark, Box, Mark, Panel, Rule, TextLine, at
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.styles import SEMIBOLD, Style

_LOGO, _SMALL_LOGO, _LOGO_WIDTH = 30.0, 18.0, 150.0
_DRAFT_PAD, _DRAFT_HEIGHT = 31.0, 20.0
"""Beside the draft mark's words: pencil and padding."""
_ABOVE_RULE, _BELOW_RULE = 4.0, 9.0
FIRST_HEADER, LATER_HEADER = 40.5, 27.0
"""Depth of the running head with its rule, on the first page and on later ones."""


_Ways = Sequence[tuple[Style, int]]


def head_depth(masthead: Masthead, setting: Setting, *, first: bool) -> float:
    """How deep the running head is; where the page has one column, the draft mark stands below the
    rule."""
    deep = _rule_depth(setting, first=first)
    below = masthead.draft and setting.styles.stacks
    return deep + (_BELOW_RULE + draft_mark(masthead.draft, setting).height if below else 0.0)


def _rule_depth(setting: Setting, *, first: bool) -> float:
    """From the top margin to the rule: below logo and words, in scripts that need more room too."""
    styles = setting.styles
    if not first:
        return styles.grown(LATER_HEADER)
    words = styles.clinic.lead + styles.tagline.lead
    return max(styles.grown(FIRST_HEADER), words + _ABOVE_RULE)


def header(masthead: Masthead, title: str, setting: Setting, *, first: bool) -> list[Mark]:
    """Clinic, draft mark and rule, on later pages also the title; y counts from the top margin."""
    rest = _first(masthead, setting) if first else _later(masthead, title, setting)
    draft = draft_mark(masthead.draft, setting)
    if setting.styles.stacks:
        y = head_depth(masthead, setting, first=first) - draft.height
        return [at(draft, 0.0, y), *rest]
    x = setting.styles.width - _draft_width(masthead.draft, setting)
    return [at(draft, x, 3.0 if first else 0.0), *rest]


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
    grown = setting.styles.grown
    logo = (
        _logo(masthead.logo, grown(_SMALL_LOGO), setting)[1],
        _logo(masthead.logo, grown(_LOGO), setting)[1],
    )
    rooms = [(_later_ways(setting), logo[0]), *([(_first_ways(setting), logo[1])] if first else [])]
    free = _free(masthead, setting)
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
    logo, x = _logo(masthead.logo, setting.styles.grown(_LOGO), setting)
    room = _free(masthead, setting) - x
    name = _name(masthead.clinic, _first_ways(setting), room, setting)
    deep = _rule_depth(setting, first=True)
    rule = Rule(0, deep, setting.styles.width, deep, "navy", 1.5)
    marks = [*logo, *_drawn(name, x, 0.0, setting)]
    if name.style is setting.styles.clinic:
        tagline = _fitted(masthead.tagline, setting.styles.tagline, room, setting)
        marks += _words(tagline, setting.styles.tagline, x, name.style.lead, setting)
    return [*marks, rule]


def _later(masthead: Masthead, title: str, setting: Setting) -> list[Mark]:
    """The title stands beside a name that takes one line, where there is room for all of it: the
    foot of the page has it too."""
    logo, x = _logo(masthead.logo, setting.styles.grown(_SMALL_LOGO), setting)
    room = _free(masthead, setting) - x
    name = _name(masthead.clinic, _later_ways(setting), room, setting)
    one_line = name.style is setting.styles.running
    marks = [*logo, *_drawn(name, x, 2.0 if one_line else -1.0, setting)]
    if one_line:
        after = setting.width(masthead.clinic, setting.styles.running) + 8
        if setting.width(title, setting.styles.tagline) <= room - after:
            marks += _words(title, setting.styles.tagline, x + after, 2.0, setting)
    deep = _rule_depth(setting, first=False)
    return [*marks, Rule(0, deep, setting.styles.width, deep, "hair", 0.75)]


def _logo(art: Art | None, height: float, setting: Setting) -> tuple[list[Mark], float]:
    """The logo in its slot, and where words may begin."""
    if art is None:
        return [], 0.0
    widest = min(_LOGO_WIDTH, 0.3 * setting.styles.width)
    scale = min(height / art.height, widest / art.width)
    width, tall = art.width * scale, art.height * scale
    mark = ArtMark(x=0, y=(height - tall) / 2, width=width, height=tall, art=art)
    return [mark], width + 9.0


def _words(text: str, style: Style, x: float, y: float, setting: Setting) -> list[Mark]:
    """One line of an artifact; `_fitted` has made it short enough."""
    lines = setting.lines(setting.words(text), style, 2 * setting.styles.width, None)
    return [TextLine(x, y + setting.baseline(style), line) for line in lines]


def _fitted(text: str, style: Style, width: float, setting: Setting) -> str:
    """A tagline, shortened at a word where it is too wide: it stands in the clinic's own papers."""
    words = text.split(" ")
    while len(words) > 1 and setting.width(text, style) > width:
        words.pop()
        text = " ".join(words) + "\u2026"
    return text if setting.width(text, style) <= width else ""


def _free(masthead: Masthead, setting: Setting) -> float:
    """The width beside the draft mark, with air between."""
    words = masthead.draft
    beside = words and not setting.styles.stacks
    return setting.styles.width - (_draft_width(words, setting) + 12 if beside else 0.0)


def _draft_width(words: str, setting: Setting) -> float:
    styles = setting.styles
    return setting.width(words, styles.draft) + styles.grown(_DRAFT_PAD)


def _draft_lines(words: str, setting: Setting) -> tuple[BrokenLine, ...]:
    """One line, unless the page is narrower."""
    styles = setting.styles
    room = max(styles.width - styles.grown(_DRAFT_PAD), 1.0)
    return setting.lines(setting.words(words), styles.draft, room, None, even=True)


def draft_mark(words: str, setting: Setting) -> Box:
    """A pencil and words on amber, until a clinician has signed."""
    if not words:
        return Box(height=0.0)
    styles = setting.styles
    grown, lead = styles.grown, styles.draft.lead
    lines = _draft_lines(words, setting)
    height = max(grown(_DRAFT_HEIGHT), lead + 4) + (len(lines) - 1) * lead
    wide = max(line.extent for line in lines) + grown(_DRAFT_PAD)
    panel = draft_panel(0, wide, height)
    pencil = plain_icon("pencil-outline", grown(8), grown(4), grown(12), "ink")
    top = (height - len(lines) * lead) / 2 + setting.baseline(styles.draft)
    text = [TextLine(grown(23), top + place * lead, line) for place, line in enumerate(lines)]
    return Box(height=height, marks=(panel, pencil, *text))


def draft_panel(x: float, width: float, height: float) -> Panel:
    """What the draft mark stands on. Its dashes are seen without colour too."""
    return Panel(
        x=x + 0.5,
        y=0.5,
        width=width - 1,
        height=height - 1,
        radius=4,
        fill="amber-tint",
        edge="amber-deep",
        edge_width=1,
        dash=(3, 2),
    )


def footer(
    says: str, page: int, pages: int, sheet: Sheet, setting: Setting, *, title: str
) -> list[Mark]:
    """Topic and version at the start, "Page x of y" at the end; y counts from the page's top. Where
    they are too wide, the title in what it says is cut."""
    styles = setting.styles
    number = setting.language.say("Page {page} of {pages}", page=page, pages=pages)
    strong = styles.footer.weighted(SEMIBOLD).coloured("ink")
    top = sheet.height - FOOT_TEXT - setting.baseline(styles.footer)
    end = styles.width - setting.width(number, strong)
    topic = _less_of(title, says, styles.footer, end - 12, setting)
    rule = sheet.height - sheet.foot
    return [
        Rule(0, rule, styles.width, rule, "hair", 0.75),
        *_words(topic, styles.footer, 0, top, setting),
        *_words(number, strong, end, top, setting),
    ]


def _less_of(title: str, says: str, style: Style, width: float, setting: Setting) -> str:
    """Words that name a title, with as much of it as there is room for: what comes after it, the
    version, is nowhere else."""
    before, _, after = says.partition(title)
    words, text = title.split(" "), says
    while words and setting.width(text, style) > width:
        words.pop()
        short = f"{' '.join(words)}\u2026 " if words else ""
        text = f"{before}{short}{after.lstrip(_AFTER_TITLE)}"
    return text


_AFTER_TITLE = ".。। "
"""What ends a title as a sentence, in each script."""
