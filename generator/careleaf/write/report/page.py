"""A report in; one self-contained page for people out: no script, nothing fetched."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import jinja2
from markupsafe import Markup

from careleaf.language import language
from careleaf.model.goals import points
from careleaf.model.report import (
    CheckedTopic,
    Item,
    Rating,
    Reading,
    Report,
    ReportedProblem,
    Spot,
    Stretch,
)
from careleaf.problem import Severity, carets
from careleaf.theme import Theme
from careleaf.theme.icons import icon
from careleaf.write.html.escaping import escaping
from careleaf.write.html.vector import paths

_STYLE = Path(__file__).with_name("style.css")
_OPEN = 8
"""So many topics and languages stand open; more are folded up, each under its name."""
_ALL = 100
"""Of more topics and languages than these, what is in order is left to the JSON, and that is said:
a page of 40 MB opens in no browser."""
_TOP = {"school grade": 12.0, "points of ease": 100.0}
"""Where a bar is full: grade 12 ends school; 100 points is the end of the scale."""
_ANSWERS = {
    "yes": ("good", "tick", "Yes"),
    "no": ("bad", "cross", "No"),
    "not applicable": ("none", "", "Does not apply"),
    "needs a person": ("ask", "person-outline", "You decide"),
}
"""Class, icon and words of an answer."""
_ICONS = ("tick", "cross", "exclamation", "warning", "person-outline", "pencil")


def page(report: Report, theme: Theme) -> str:
    """HTML in English; what it quotes is marked with its own language."""
    style = _style(theme)
    return (
        _environment()
        .get_template("page.html")
        .render(
            report=report,
            title=_title(report),
            day=language("en").date(report.day),
            topics=[one for one in report.topics if one.kind == "topic"],
            folded=len(report.topics) > _OPEN,
            brief=len(report.topics) > _ALL,
            most=_ALL,
            by_file=[(path, list(group)) for path, group in groupby(report.problems, _file)],
            style=style,
            policy=_policy(style),
            symbols=_symbols(),
        )
    )


def _title(report: Report) -> str:
    names = list(
        dict.fromkeys((one.id, one.title) for one in report.topics if one.language == "en")
    )
    names = names or [(one.id, one.title) for one in report.topics]
    ids = {one.id for one in report.topics}
    return names[0][1] if len(ids) == 1 and names else "All that was checked"


def _file(one: ReportedProblem) -> str:
    return one.at.file


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    made = escaping("careleaf.write.report")
    made.globals |= {
        "answer": lambda item: _ANSWERS[item.answer],
        "bar": _bar,
        "carets": _carets,
        "counted": _counted,
        "date": language("en").date,
        "graded": _graded,
        "goal": _goal,
        "is_error": lambda one: one.severity is Severity.ERROR,
        "items_shown": _items_shown,
        "own_name": lambda code: language(code).own_name(),
        "place": _place,
        "sections_shown": _sections_shown,
        "tallied": _tallied,
        "total": _total,
        "points": points,
    }
    return made


def _place(at: Spot) -> str:
    return at.file if at.line is None else f"{at.file}:{at.line}:{at.column}"


def _carets(one: ReportedProblem) -> str:
    """The line of carets below the source line; none below one that runs from the right, where
    blanks from the left would lead elsewhere: what is meant is marked in the line itself."""
    shown = one.excerpt
    if shown is None or any(unicodedata.bidirectional(c) in {"R", "AL"} for c in shown.line):
        return ""
    return carets(shown)


def _graded(score: float, unit: str) -> str:
    """One decimal, as goals are held against. No school has a grade below 1: a formula gives one
    for very short words and sentences."""
    if unit == "school grade" and score < 1:
        return "under 1"
    return f"{score:.1f}".replace("-", "\u2212")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _total(errors: int, warnings: int) -> str:
    parts = [(errors, "error"), (warnings, "warning")]
    return ", ".join(_counted(number, noun) for number, noun in parts if number)


def _goal(reading: Reading) -> str:
    """The goal in words, for the head of a column or a tile."""
    if reading.goal is None:
        return "no goal"
    return f"{reading.goal:g} or {'less' if reading.unit == 'school grade' else 'more'}"


def _sections_shown(topic: CheckedTopic, brief: bool) -> list[Stretch]:
    return [one for one in topic.sections if not brief or False in one.met]


def _items_shown(rating: Rating, brief: bool) -> list[Item]:
    wanted = ("no", "needs a person")
    return [one for one in rating.items if not brief or one.answer in wanted]


def _tallied(items: tuple[Item, ...]) -> str:
    """How many items have which answer: "13 yes, 2 no, 9 for you to decide"."""
    words = {
        "yes": "yes",
        "no": "no",
        "needs a person": "for you to decide",
        "not applicable": "not for this topic",
    }
    found = {answer: sum(one.answer == answer for one in items) for answer in words}
    return ", ".join(f"{found[answer]} {said}" for answer, said in words.items() if found[answer])


def _bar(topic: CheckedTopic, number: int, score: float, met: bool | None) -> Markup:
    """As long as the score on its scale, with a line at the goal. The number stands beside it."""
    reading = topic.readings[number]
    top = _TOP[reading.unit]
    share = round(100 * min(max(score, 0) / top, 1), 1)
    rects = [_RECT.format("over" if met is False else "fine", share)]
    if reading.goal is not None:
        rects.append(_LINE.format(round(100 * min(reading.goal / top, 1), 1)))
    return Markup('<svg class="bar" aria-hidden="true">{}</svg>').format(Markup("").join(rects))


_RECT = Markup('<rect class="{}" width="{:g}%" height="100%"/>')
_LINE = Markup('<line x1="{0:g}%" x2="{0:g}%" y1="0" y2="100%"/>')


@lru_cache(maxsize=1)
def _symbols() -> Markup:
    """The icons, each once; used by name."""
    return Markup("\n").join(_symbol(name) for name in _ICONS)


def _symbol(name: str) -> Markup:
    drawing = icon(name)
    box = f"0 0 {drawing.width:g} {drawing.height:g}"
    inner = paths(drawing, Theme(colours=()))
    return Markup('<symbol id="i-{}" viewBox="{}">{}</symbol>').format(name, box, inner)


def _style(theme: Theme) -> Markup:
    """The colours as custom properties, then the sheet; trimmed, since the Nu checker works out
    the hash of trimmed text."""
    colours = "".join(f"--{token}:{theme.colour(token)};" for token in theme.tokens)
    sheet = _STYLE.read_text(encoding="utf-8").strip()
    return Markup(f":root{{{colours}}}\n{sheet}")  # noqa: S704 - our own file only


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
