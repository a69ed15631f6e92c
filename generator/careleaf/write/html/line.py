"""A line of final text in; its HTML out: links, terms that open, numbers to tap, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from markupsafe import Markup, escape
from msgspec.structs import replace

from careleaf.language import Language, language
from careleaf.model.inline import Blank, Bound, Break, Line, Run
from careleaf.model.page import Page
from careleaf.model.shape import Definition
from careleaf.problem import Problem
from careleaf.problem_codes import BAD_LINK
from careleaf.source import Span
from careleaf.text.order_marks import marked
from careleaf.write.html.order import ordered

_SAFE = re.compile(r"(?:https://|mailto:|tel:|#)[^\s\x00-\x1f]+")
_EXTENSION = re.compile(r"(.*?) ?(?:ext\.?|x) ?([0-9]+)")
_TRUNK = re.compile(r"(?<=[0-9]) ?\(0\) ?")
"""The "(0)" of "+44 (0)20 ...": only for callers within the country, who leave out the +44."""
_NOT_DIALLED = re.compile(r"[^0-9+]")
_TERM = Markup('<button type="button" class="term" popovertarget="_say-{}">{}</button>')
"""Ids of our own making start with an underscore, which keeps them apart from an author's."""
_FOREIGN = Markup('<span lang="{}" dir="{}">{}</span>')
_NUMBER = Markup('<bdi dir="ltr">{}</bdi>')
"""A number with spaces in it would be read from its end among Arabic words."""
_TURNED = Markup('<bdi dir="rtl">{}</bdi>')
_BLANK = Markup('<span class="blank {}" role="img" aria-label="{}"></span>')
_BUTTON = r"<button[^>]*>[^<]*</button>"
_NEAR = r"[^\s<>\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
"""What clings to a word: not letters of scripts without spaces (Thai, Lao, Burmese, Khmer, Kana,
Han), where a sentence is one run of them."""
_TOUCHING = re.compile(rf"{_NEAR}{{1,12}}{_BUTTON}{_NEAR}{{0,12}}|{_BUTTON}{_NEAR}{{1,12}}")
_TOGETHER = r'<span class="together">\g<0></span>'
_COUNTED = re.compile(r"(?<![\w.,-])(\d+(?:[.,]\d+)* [^\W\d_]\S{0,13}(?!\S))")
"""A number and the short word for what it counts, as in "20 minutes": no line ends between them."""
_HELD = Markup('<span class="counted">{}</span>')
_UNSAFE_ID = re.compile(r"[^a-z0-9]+")


class Liner:
    """Writes the lines of one page."""

    def __init__(self, page: Page, spoken: Language) -> None:
        self._blank = spoken.say("blank to fill in")
        self._base = spoken.direction
        self.problems: list[Problem] = []
        self.ids = _distinct(page.words.entries) if page.words else {}
        """The part of an id that stands for each glossary key explained on this page."""
        clinic = page.clinic
        self._at = clinic.at
        self._email = clinic.email
        self._reach = _pattern((clinic.phone, clinic.after_hours_phone, clinic.email))

    def line(self, line: Line, *, terms: bool = True) -> Markup:
        """All of a line. Without `terms`, glossary words do not open: there is no button in a
        button, and none in the explanation itself."""
        written = Markup("")
        for turned, parts in ordered(line, self._base):
            inner = Markup("").join(self._part(part, terms=terms) for part in parts)
            written += _TURNED.format(inner) if turned else inner
        # Unlike a link, a button lets the line end between it and the full stop behind it.
        return _clinging(written) if "<button" in written else written

    def _part(self, part: Bound, *, terms: bool) -> Markup:
        match part:
            case Run():
                return self._run(part, terms=terms)
            case Blank():
                return _BLANK.format(_width(part), self._blank)
            case Break():
                return Markup("<br>")
        assert_never(part)

    def _run(self, run: Run, *, terms: bool) -> Markup:
        direction = language(run.language).direction if run.language else self._base
        if run.language:
            [text] = marked([run.text], direction)
            run = replace(run, text=text)
        shown = self._words(run, terms=terms)
        if run.strong:
            shown = Markup("<strong>{}</strong>").format(shown)
        if run.language:
            shown = _FOREIGN.format(run.language, direction, shown)
        return shown

    def _words(self, run: Run, *, terms: bool) -> Markup:
        if run.link and (target := self.address(run.link, run.at)):
            return Markup('<a href="{}">{}</a>').format(target, run.text)
        if run.term in self.ids and terms:
            return _TERM.format(self.ids[run.term], run.text)
        return self._reachable(run.text)

    def reachable(self, text: str) -> Markup:
        """Text in which the clinic's own numbers and e-mail address answer to a tap."""
        return self.line((Run(at=self._at, text=text),))

    def _reachable(self, text: str) -> Markup:
        if self._reach is None:
            return _counted(text)
        # With one group in the pattern, every second piece is a number or the address.
        return Markup("").join(
            self._way(piece) if place % 2 else _counted(piece)
            for place, piece in enumerate(self._reach.split(text))
        )

    def _way(self, piece: str) -> Markup:
        if piece == self._email:
            return Markup('<a class="mail" dir="ltr" href="mailto:{0}">{0}</a>').format(piece)
        return Markup('<a class="tel" dir="ltr" href="{}">{}</a>').format(dialled(piece), piece)

    def address(self, target: str, at: Span) -> str:
        """The target, if a page may lead there; else nothing, and a problem."""
        if _SAFE.fullmatch(target):
            return target
        message = f"a link to '{target[:60]}' is not safe on a page"
        hint = "links start with https://, mailto:, tel: or #"
        self.problems.append(Problem(BAD_LINK, at, message, hint))
        return ""


def _pattern(ways: Iterable[str]) -> re.Pattern[str] | None:
    """The longest first: one number may be the beginning of another, with an extension."""
    known = [re.escape(way) for way in sorted(set(ways), key=len, reverse=True) if way]
    return re.compile(rf"(?<![\w-])({'|'.join(known)})(?![\w-])") if known else None


def _counted(text: str) -> Markup:
    """The text with each number held to the word behind it."""
    return Markup("").join(
        _HELD.format(piece) if place % 2 else escape(piece)
        for place, piece in enumerate(_COUNTED.split(text))
    )


def isolated(text: str, number: str) -> Markup:
    """The text with the number in it held in its own order, whichever way words run."""
    before, found, after = text.partition(number)
    return escape(before) + (_NUMBER.format(found) if found else Markup("")) + escape(after)


def dialled(number: str) -> str:
    """The `tel:` address of a telephone number as printed: digits and plus, then the extension
    (RFC 3966, section 5.3), which run together with the number would call a stranger."""
    found = _EXTENSION.fullmatch(number)
    main, extension = found.groups() if found else (number, "")
    if main.startswith("+"):
        main = _TRUNK.sub("", main)
    return f"tel:{_NOT_DIALLED.sub('', main)}" + (f";ext={extension}" if extension else "")


def _clinging(line: Markup) -> Markup:
    """The line with each term held together with the punctuation that touches it."""
    return Markup(_TOUCHING.sub(_TOGETHER, str(line)))  # noqa: S704 - escaped


def _distinct(entries: Iterable[Definition]) -> dict[str, str]:
    """A short name of its own for each key: two keys may come down to the same letters."""
    names: dict[str, str] = {}
    for entry in entries:
        name = _UNSAFE_ID.sub("-", entry.key.casefold()).strip("-")
        taken = not name or name in names.values()
        names[entry.key] = f"{name}-{len(names) + 1}" if taken else name
    return names


def _width(blank: Blank) -> str:
    """Blanks come in three widths; the last one fills the line."""
    if blank.width <= 5:
        return "short"
    return "medium" if blank.width <= 9 else "long"
