"""Leaflets in two languages, side by side: what faces what, and how it is drawn."""
