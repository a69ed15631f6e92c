"""How many lines of the example a topic still has in; why it is not printed, and where it is
written, out."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.language import Language
from careleaf.web.tailor.refused import Refused


def refused_example(lines: int, editor: str, spoken: Language) -> Iterator[Refused]:
    """Nothing for none. `editor` is the address of the topic's editor. "A sign that needs an
    ambulance" on a sheet is worse than no sheet: a clinician cannot decide this for a patient."""
    if not lines:
        return
    yield Refused(
        key="unwritten",
        sentence=spoken.say_many(
            "{n} line of this topic still has the words of the example.",
            "{n} lines of this topic still have the words of the example.",
            lines,
        ),
        shown=spoken.say("Nothing is printed until somebody writes their own there."),
        editor=editor,
    )
