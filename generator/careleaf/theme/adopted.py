"""A theme and the colours of a clinic's template in; our theme in those colours out.

The template's leading colour takes the place of navy by the brand rule, which checks every
contrast; its text colour takes the place of ink where it is as dark. Signals and skin stay ours.
"""

from __future__ import annotations

from collections.abc import Mapping

from careleaf.theme.brand import BrandUse, brand
from careleaf.theme.contrast import contrast
from careleaf.theme.theme import Theme

_LEADING = ("tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
"""Where a theme keeps the colour of its titles and shapes, in the order of trying."""
_INK = 12.0
"""Least contrast with white of what all words are set in: ours has 13.7."""


def adopt(theme: Theme, colours: Mapping[str, str]) -> Theme:
    """The theme led by the first colour that may lead; as it is where none may. Keys are the names
    that shapes use: bg1, tx1 ... accent6."""
    tried = (brand(theme, colours[name]) for name in _LEADING if name in colours)
    found = next((one.theme for one in tried if one.use is BrandUse.FIELD), theme)
    return with_ink(found, colours)


def with_ink(theme: Theme, colours: Mapping[str, str]) -> Theme:
    """The theme with the template's text colour as ink, if that is dark enough."""
    text = colours.get("tx1", "")
    dark = text and contrast(text, theme.colour("white")) >= _INK
    return theme.replace(ink=text) if dark else theme
