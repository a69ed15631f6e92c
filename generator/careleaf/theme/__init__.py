"""Colours, fonts and icons in; a Theme that a writer can draw with out."""
