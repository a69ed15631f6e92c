"""The draft marks of two languages in; what heads their columns on every page, an artifact, out."""

from __future__ import annotations

import re

from careleaf.language import Language, language
from careleaf.model.leaflet import Leaflet
from careleaf.write.pdf.bilingual.columns import Columns
from careleaf.write.pdf.furniture import draft_panel
from careleaf.write.pdf.icons import plain_icon
from careleaf.write.pdf.marks import Box, Mark, at
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.styles import BOLD, Style

HEAD_GAP = 9.0
"""Free below the heads."""
_COUNTRY = re.compile(r"-[A-Z]{2}$")
_NAME = Style(14, 18, BOLD, "teal-deep")
_PENCIL, _PAD_X, _PAD_Y = 23.0, 8.0, 3.0


def own_name(spoken: Language) -> str:
    """The language without the clinic's country."""
    return language(_COUNTRY.sub("", spoken.code)).own_name()


def language_heads(drafts: tuple[str, str], columns: Columns) -> Box:
    """Each language's own name, and beside it what clinicians have not yet reviewed."""
    heads = [
        _head(words, setting, columns.room)
        for words, setting in zip(drafts, (columns.first, columns.second), strict=True)
    ]
    return columns.row(*heads)


def _head(words: str, setting: Setting, room: float) -> Box:
    name = own_name(setting.language)
    label = setting.block(setting.words(name), _NAME, room, None)
    if not words:
        return label
    begin = setting.width(name, _NAME) + 10
    style = setting.styles.draft
    text = setting.block(
        setting.words(words), style, room - begin - _PENCIL - _PAD_X, None, even=True
    )
    height = text.height + 2 * _PAD_Y
    panel = draft_panel(begin, room - begin, height)
    pencil = plain_icon("pencil-outline", begin + _PAD_X, (height - 12) / 2, 12, "ink")
    marks: tuple[Mark, ...] = (
        at(label, 0, (height - label.height) / 2),
        panel,
        pencil,
        at(text, begin + _PENCIL, _PAD_Y),
    )
    return Box(height=height, marks=marks)


def footer_words(first: Leaflet, columns: Columns) -> str:
    """Topic and version, and which languages these are, each by its own name."""
    names = (own_name(one.language) for one in (columns.first, columns.second))
    return f"{first.footer} {', '.join(names)}"
