"""A way out as the engine tells it, to somebody at a command line, in; the same in words of the
page, where the page has that way too, out."""

from __future__ import annotations

import re

_ABOUT = r"(?:--status|[\w-]+(?: --lang [\w-]+)?)"
"""What follows a command: a topic, and a language perhaps."""
_SAID = (
    (
        rf"its hardest sentences and words: careleaf check {_ABOUT}",
        "a triangle marks what is too hard",
    ),
    (rf"start it first: careleaf new topic {_ABOUT}", "start it on the list of topics first"),
    (rf"start one: careleaf new topic {_ABOUT}", "start one on the list of topics"),
    (r"see: careleaf list", "see the list of topics"),
    (rf"((?:.*: )?)careleaf (?:check|review) {_ABOUT}", r"\1the check report"),
    (r"work in a folder of your own: --content DIR", "start Careleaf in a folder of your own"),
)
"""What a hint of the engine says, the whole of it, and what stands on the page instead. A hint that
is here no longer as the engine words it is found by a test."""


def page_hint(hint: str) -> str:
    """A hint without a command to type, where there is another way on the page. What can be done
    at a command line alone, such as a translation, is told as it is."""
    for said, instead in _SAID:
        if found := re.fullmatch(said, hint):
            return found.expand(instead)
    return hint
