"""Colours, fonts and icons in; a Theme that a writer can draw with out."""

from careleaf.theme.theme import Theme, default_theme

__all__ = ["Theme", "default_theme"]
