"""A topic in; what PEMAT-P asks of its pictures and tables, answered, out.

PEMAT-P items 15 to 19 (AHRQ publication 14-0002-EF, 2013), in our own words. Whether a picture is
clear, and fits its words, is for a person to say."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.blocks.compare import Compare
from careleaf.blocks.do_dont import Half
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.figure import Figure
from careleaf.blocks.key_message import KeyMessage
from careleaf.blocks.prose import Grid
from careleaf.blocks.risk import Risk
from careleaf.check.passage import passage
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
from careleaf.check.scores.view import PICTURES, View
from careleaf.readability import words
from careleaf.source import Span

_LONGEST_HEAD = 6
"""Words in the head of a column."""
_LONGEST_CELL = 20
_MOST_ROWS = 8
_MOST_COLUMNS = 4
_NONE = "no pictures"


def pictures_that_explain(view: View) -> Finding:
    """PEMAT-P item 15: there are pictures wherever they make things easier to understand. A program
    sees that there are some besides those of exercises, and not where one more would help."""
    shown = [at for block, at in drawn(view) if not isinstance(block, Exercise)]
    if not shown:
        return no(
            "draw what is hard to say: 'figure', 'risk', or 'pose:' in the key message",
            Evidence("nothing is drawn but exercises", view.top),
        )
    with_some = [
        part
        for part in view.topic.parts
        if any(part.at.start <= at.start < part.at.end for at in shown)
    ]
    count = counted(len(shown), "picture or chart", "pictures and charts")
    told = Evidence(f"{count} besides exercises", shown[0])
    if view.mostly(len(with_some), len(view.topic.parts)):
        parts = counted(len(view.topic.parts), "part")
        return yes(told, Evidence(f"in {len(with_some)} of {parts}", view.top))
    return person("is there anything that a picture would make easier to understand?", told)


def pictures_that_fit(view: View) -> Finding:
    """PEMAT-P item 16: pictures say what the words say, and do not lead away from them."""
    shown = [at for _, at in drawn(view)]
    if not shown:
        return not_applicable(_NONE, view.top)
    look = "does each picture show what the words beside it say?"
    return person(look, Evidence(counted(len(shown), "picture"), shown[0]))


def named_pictures(view: View) -> Finding:
    """PEMAT-P item 17: pictures have a title or a caption. Exercises, charts and counted people
    always do; figures may lack one."""
    shown = [*drawn(view)]
    if not shown:
        return not_applicable(_NONE, view.top)
    bare = [at for block, at in shown if isinstance(block, Figure) and not block.caption]
    places = [Evidence("a picture without a caption", at) for at in bare]
    if not view.mostly(len(shown) - len(bare), len(shown)):
        return no("add 'caption:' to these figures", *places)
    told = f"pictures with a title or a caption: {len(shown) - len(bare)} of {len(shown)}"
    return yes(Evidence(told, shown[0][1]), *places)


def clear_pictures(view: View) -> Finding:
    """PEMAT-P item 18: pictures are clear and hold nothing that is not needed."""
    shown = [at for _, at in drawn(view)]
    if not shown:
        return not_applicable(_NONE, view.top)
    look = "look at them as they come out: is each clear at once, with nothing too much in it?"
    return person(look, Evidence(counted(len(shown), "picture"), shown[0]))


def simple_tables(view: View) -> Finding:
    """PEMAT-P item 19: tables are simple, and their heads short and clear."""
    tables = [*view.blocks(Grid)]
    if not tables:
        return not_applicable("no tables", view.top)
    faults = [(table, fault) for table in tables for fault in _faults(table)]
    hard = {id(table) for table, _ in faults}
    if not view.mostly(len(tables) - len(hard), len(tables)):
        return no("make it smaller, or its heads shorter", *(fault for _, fault in faults))
    told = f"small tables with short heads: {len(tables) - len(hard)} of {len(tables)}"
    return yes(Evidence(told, tables[0].at), *(fault for _, fault in faults))


def drawn(view: View) -> Iterator[tuple[object, Span]]:
    """Every block with a picture in it, and its place. The risks of a comparison are one."""
    inside = {id(risk) for one in view.blocks(Compare) for risk in one.risks}
    for block in view.blocks(*PICTURES):
        match block:
            case Exercise(pose=None) | KeyMessage(pose=None) | Half(pose=None):
                continue
            case Risk() if id(block) in inside:
                continue
            case _:
                yield block, block.at


def _faults(table: Grid) -> Iterator[Evidence]:
    if len(table.head) > _MOST_COLUMNS:
        yield Evidence(f"a table of {len(table.head)} columns", table.at)
    if len(table.rows) > _MOST_ROWS:
        yield Evidence(f"a table of {len(table.rows)} rows", table.at)
    for line, most in (
        *((head, _LONGEST_HEAD) for head in table.head),
        *((cell, _LONGEST_CELL) for row in table.rows for cell in row),
    ):
        count = sum(1 for _ in words(passage(line).text))
        if count > most:
            yield Evidence(
                f"{count} words in a {'head' if most == _LONGEST_HEAD else 'cell'}", line[0].at
            )


ITEMS = (
    Item("pemat-15", "Pictures help to understand", pictures_that_explain, View.around_pictures),
    Item("pemat-16", "Pictures fit the words", pictures_that_fit, View.around_pictures),
    Item("pemat-17", "Pictures have titles or captions", named_pictures, View.pictures),
    Item("pemat-18", "Pictures are clear", clear_pictures, View.pictures),
    Item("pemat-19", "Tables are simple", simple_tables, View.around_tables),
)
