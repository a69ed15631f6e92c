"""A topic in; what PEMAT-P asks of its order and of what stands out, answered, out.

PEMAT-P items 8 to 12 (AHRQ publication 14-0002-EF, 2013), in our own words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from careleaf.blocks.actions import Actions
from careleaf.blocks.callouts import Aside
from careleaf.blocks.compare import Compare
from careleaf.blocks.do_dont import DoDont
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.key_message import KeyMessage
from careleaf.blocks.prose import Grid, Listing, Prose
from careleaf.blocks.red_flag import RedFlag
from careleaf.blocks.risk import Risk
from careleaf.blocks.summary import Summary
from careleaf.check.scores.item import (
    Evidence,
    Finding,
    Item,
    counted,
    no,
    not_applicable,
    person,
    yes,
)
from careleaf.check.scores.view import Portion, View
from careleaf.model.inline import Strong
from careleaf.model.walk import inlines
from careleaf.problem_codes import LONG_PARAGRAPH
from careleaf.source import Span

LONGEST_SECTION = 300
"""Words: about a page of our handout. PEMAT asks for short sections and gives no number."""
_RUN = 4
"""Paragraphs one after the other, with no list, box or table between them."""
_WORTH_A_CUE = 40
"""Words of a section from which on something in it must stand out."""

_CUES = (
    KeyMessage,
    RedFlag,
    Aside,
    Actions,
    Summary,
    DoDont,
    Exercise,
    Listing,
    Grid,
    Risk,
    Compare,
)
"""Blocks that every output draws as a box, a card, a list or a table."""

_SAYS_NOTHING = frozenset(
    {
        "about",
        "background",
        "content",
        "details",
        "further information",
        "general",
        "general information",
        "important information",
        "information",
        "introduction",
        "more",
        "more information",
        "notes",
        "other",
        "overview",
        "topic",
        "miscellaneous",
    }
)
"""Headings that could stand over anything."""

_VERY_SHORT = "a very short text"


def short_sections(view: View) -> Finding:
    """PEMAT-P item 8: what is said is cut into short pieces."""
    if view.very_short:
        return not_applicable(_VERY_SHORT, view.top)
    faults = long_pieces(view)
    if len(view.portions) < 2:
        return no("part it into sections", Evidence("one section", view.top))
    if not view.rare(one.at for one in faults):
        return no("part it: a heading, a list or a new paragraph", *faults)
    return yes(_longest(view), *faults)


def telling_headings(view: View) -> Finding:
    """PEMAT-P item 9: headings say what stands below them."""
    if view.very_short:
        return not_applicable(_VERY_SHORT, view.top)
    vague = [
        Evidence(f"this heading could stand over anything: '{one.title}'", one.heading_at)
        for one in view.portions
        if one.title.strip(" .:?").lower() in _SAYS_NOTHING
    ]
    if not view.rare(one.at for one in vague):
        return no("say in each heading what its section tells", *vague)
    if not view.english:
        return person("does each heading say what stands below it?")
    count = len(view.portions)
    told = f"headings that name their subject: {count - len(vague)} of {count}"
    return yes(Evidence(told, view.top), *vague)


def one_after_another(view: View) -> Finding:
    """PEMAT-P item 10: things come in an order that makes sense. A program sees only what comes far
    too late: the key message and the signs of an emergency."""
    late = [
        Evidence(f"{what} stands in the second half", at)
        for what, kind in (("the key message", KeyMessage), ("the first danger sign", RedFlag))
        for before, at in _first(view, kind)
        if before > view.words / 2
    ]
    if late:
        return no("move it up: who reads one page must meet it", *late)
    look = "is each thing said where the reader needs it, and nothing before what it builds on?"
    return person(look, Evidence(" / ".join(one.title for one in view.portions[:4]), view.top))


def summary(view: View) -> Finding:
    """PEMAT-P item 11: the main points are said again in short."""
    if view.very_short:
        return not_applicable(_VERY_SHORT, view.top)
    for block in view.blocks(Summary):
        return yes(Evidence(f"a summary of {len(block.points.entries)} points", block.at))
    return no("add ':::summary', three to six points, and ':::'", Evidence("no summary", view.top))


def points_stand_out(view: View) -> Finding:
    """PEMAT-P item 12: boxes, lists, bold words and the like lead the eye to what matters."""
    long = [one for one in view.portions if one.words > _WORTH_A_CUE]
    plain = [one for one in long if not _has_cue(one)]
    places = [Evidence("nothing stands out here", one.heading_at) for one in plain]
    if not any(map(_has_cue, view.portions)) or not view.mostly(len(long) - len(plain), len(long)):
        places = places or [Evidence("nothing stands out", view.top)]
        return no("make a list or a box of what matters, or its words bold", *places)
    cued = sum(map(_has_cue, view.portions))
    told = (
        f"boxes, lists, tables or bold words in {cued} of {counted(len(view.portions), 'section')}"
    )
    return yes(Evidence(told, view.top), *places)


def long_pieces(view: View) -> list[Evidence]:
    """Sections, runs of paragraphs and paragraphs that are too long to take in."""
    found = [
        Evidence(f"a section of {one.words} words", one.heading_at)
        for one in view.portions
        if one.words > LONGEST_SECTION
    ]
    for portion in view.portions:
        for prose, run in groupby(portion.blocks, key=lambda block: isinstance(block, Prose)):
            row = list(run)
            if prose and len(row) > _RUN:
                found.append(Evidence(f"{len(row)} paragraphs in a row", row[_RUN].at))
    faults = view.faults(LONG_PARAGRAPH)
    return [*found, *(Evidence(f"{one.code} {one.message}", one.span) for one in faults)]


def _longest(view: View) -> Evidence:
    longest = max(view.portions, key=lambda one: one.words)
    told = f"{counted(len(view.portions), 'section')}; the longest has {longest.words} words"
    return Evidence(told, longest.heading_at)


def _first(view: View, kind: type[KeyMessage] | type[RedFlag]) -> Iterator[tuple[int, Span]]:
    """How many words are read before the section with the first block of a kind, and its place."""
    before = 0
    for portion in view.portions:
        for block in portion.blocks:
            if isinstance(block, kind):
                yield before, block.at
                return
        before += portion.words


def _has_cue(portion: Portion) -> bool:
    return portion.has(*_CUES) or any(
        isinstance(one, Strong)
        for block in portion.blocks
        if isinstance(block, Prose)
        for one in inlines(block.body)
    )


ITEMS = (
    Item("pemat-8", "It is cut into short sections", short_sections),
    Item("pemat-9", "Headings say what follows", telling_headings),
    Item("pemat-10", "One thing follows from another", one_after_another),
    Item("pemat-11", "It sums up", summary),
    Item("pemat-12", "What matters stands out", points_stand_out),
)
