"""Two to four things to do today in; a list with an icon for each out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import listing
from careleaf.blocks.prose import Entry, Listing
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Items, Shape
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.problem import Problem
from careleaf.problem_codes import MISSING_CONTENT

_EXAMPLE = "- :walk: **Walk a little, often.** Try 5 to 10 minutes."


class Actions(Node, frozen=True, kw_only=True):
    """What a patient can do today."""

    called: ClassVar[str] = "actions"
    actions: Listing
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One list marked by icons."""
        items = tuple(entry.lower(pen) for entry in self.actions.entries)
        return (Items(at=self.at, mark="icon", items=items),)

    def drafts(self) -> Iterator[Draft]:
        """Every action's lines."""
        yield from self.actions.drafts()

    def children(self) -> tuple[Block, ...]:
        """The list."""
        return (self.actions,)


def _make(parsed: Parsed) -> Made:
    actions, problems = listing(parsed, "actions", low=2, high=4, example=_EXAMPLE)
    for entry in actions.entries:
        problems += _incomplete(entry)
    return Actions(at=parsed.at, actions=actions, media=parsed.media), tuple(problems)


def _incomplete(entry: Entry) -> list[Problem]:
    """An action is drawn as icon, bold lead and words: without one of them it looks broken."""
    missing = [
        what
        for what, there in (
            ("an icon", entry.icon),
            ("a lead in bold", entry.lead),
            ("words after its lead", entry.body),
        )
        if not there
    ]
    if not missing:
        return []
    message = f"this action lacks {' and '.join(missing)}"
    return [Problem(MISSING_CONTENT, entry.at, message, f"for example: {_EXAMPLE}")]


SPEC = Spec(
    name=Actions.called,
    make=_make,
    summary="Two to four things to do today, each with an icon, a bold lead and a few words.",
    starts=(
        "- :walk: **Do this first.** Write here: how much and how often.",
        "- :clock: **Then do this.** Write here: for how long.",
    ),
)
