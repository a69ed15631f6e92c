"""A page in; the bytes of one self-contained HTML file out."""

from __future__ import annotations

from careleaf.language import Language
from careleaf.model.page import Page
from careleaf.problem import Problem
from careleaf.theme import Theme
from careleaf.write.html.art import Artist
from careleaf.write.html.line import Liner
from careleaf.write.html.style import policy, style_sheet
from careleaf.write.html.templates import environment

__all__ = ("write",)


def write(page: Page, theme: Theme, language: Language) -> tuple[bytes, list[Problem]]:
    """UTF-8 with LF line ends. Problems are those that only drawing shows: an icon that is not
    there, a link to an unsafe place, an address too long for a QR code."""
    artist = Artist(theme)
    liner = Liner(page, language)
    style = style_sheet(theme)
    text = (
        environment()
        .get_template("page.html")
        .render(
            page=page,
            language=language,
            say=language.say,
            say_many=language.say_many,
            day=language.date,
            art=artist,
            line=liner.line,
            reach=liner.reachable,
            href=liner.address,
            ids=liner.ids,
            style=style,
            policy=policy(style),
        )
    )
    return text.encode("utf-8"), [*artist.problems, *liner.problems]
