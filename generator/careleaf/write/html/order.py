"""A line in; its parts in groups that read one way, with the marks that keep numbers in order, out.

Marks of `text.order_marks` keep numbers; words from the right inside a line from the left are a
group of their own, which the page puts in an element that runs their way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from careleaf.model.inline import Bound, Line, Run
from careleaf.text.bidi import Base
from careleaf.text.order_marks import NEUTRAL, marked, stretches


class Group(NamedTuple):
    """Neighbours in a line; `turned` where they run from the right and the line does not."""

    turned: bool
    parts: Line


def ordered(line: Line, base: Base) -> list[Group]:
    """The groups of a line from its first to its last. A link or a glossary word is never cut: one
    that begins or ends a group half-way is in it as a whole."""
    if base == "rtl":
        return [Group(turned=False, parts=_marked(line))]
    found = stretches("".join(map(_text, line)))
    if not found:
        return [Group(turned=False, parts=line)]
    groups: list[Group] = []
    rest: Sequence[Bound] = line
    place = 0
    for start, end in found:
        before, rest = _cut(rest, start - place)
        place += sum(len(_text(part)) for part in before)
        turned, rest = _cut(rest, end - place, whole=True)
        place += sum(len(_text(part)) for part in turned)
        groups += [Group(turned=False, parts=before), Group(turned=True, parts=_marked(turned))]
    return [one for one in [*groups, Group(turned=False, parts=tuple(rest))] if one.parts]


def _cut(parts: Sequence[Bound], after: int, *, whole: bool = False) -> tuple[Line, Line]:
    """The parts up to so many characters, and those behind; a part that must not be cut goes to
    those behind, or with `whole` to those before."""
    for number, part in enumerate(parts):
        width = len(_text(part))
        if after <= 0:
            return tuple(parts[:number]), tuple(parts[number:])
        if after < width:
            if not isinstance(part, Run) or part.link or part.term:
                place = number + whole
                return tuple(parts[:place]), tuple(parts[place:])
            first, last = (
                replace(part, text=part.text[:after]),
                replace(part, text=part.text[after:]),
            )
            return (*parts[:number], first), (last, *parts[number + 1 :])
        after -= width
    return tuple(parts), ()


def _marked(parts: Line) -> Line:
    texts = marked([_text(part) for part in parts], "rtl")
    return tuple(
        replace(part, text=text) if isinstance(part, Run) and not part.language else part
        for part, text in zip(parts, texts, strict=True)
    )


def _text(part: Bound) -> str:
    """What counts in the line: words in another language have an element of their own."""
    return part.text if isinstance(part, Run) and not part.language else NEUTRAL
