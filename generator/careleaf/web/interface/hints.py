"""A way out as the engine tells it, to somebody at a command line, in; the same in words of the
page out."""

from __future__ import annotations

import re

_SAID = (
    (r"its hardest sentences and words: careleaf check .*", "a triangle marks what is too hard"),
    (r"start it first: careleaf new topic .*", "start it on the list of topics first"),
    (r"careleaf (?:check|review) .*", "the check report"),
    (r"work in a folder of your own: --content DIR", "start Careleaf in a folder of your own"),
)
"""What a hint of the engine says, and what stands on the page instead. No page asks its reader to
type a command."""


def page_hint(hint: str) -> str:
    """A hint without a command to type, where there is another way on the page."""
    for said, instead in _SAID:
        hint = re.sub(said, instead, hint)
    return hint
