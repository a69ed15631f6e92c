"""What to note each day in; an empty table with a column for each day out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import flat, listing, spoken
from careleaf.blocks.field import labels, text
from careleaf.blocks.prose import Entry, Listing
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node, Strong, Words
from careleaf.model.shape import Cell, Shape, Table
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen

WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Diary(Node, frozen=True, kw_only=True):
    """A table to fill in. `days` is empty where the days of the week are meant."""

    called: ClassVar[str] = "diary"
    title: Draft
    days: tuple[str, ...]
    rows: Listing
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One table: a row each for what to note, a column each for the days."""
        days = self.days or tuple(pen.say(day) for day in WEEK)
        head = tuple(
            Cell(at=self.at, body=spoken(self.at, words)) for words in (pen.say("Each day"), *days)
        )
        rows = tuple(self._row(pen, entry, len(days)) for entry in self.rows.entries)
        caption = pen.bind(self.title)
        return (Table(at=self.at, role="diary", caption=caption, head=head, rows=rows),)

    def _row(self, pen: Pen, entry: Entry, days: int) -> tuple[Cell, ...]:
        first = Cell(at=entry.at, body=pen.bind(_words(entry)))
        return (first, *(Cell(at=entry.at, body=()) for _ in range(days)))

    def drafts(self) -> Iterator[Draft]:
        """Title, then what to note."""
        yield self.title
        yield from self.rows.drafts()

    def children(self) -> tuple[Block, ...]:
        """The list."""
        return (self.rows,)


def _words(entry: Entry) -> Draft:
    """An item's words on one line again: a row has no place for a lead of its own."""
    if not entry.lead:
        return entry.body
    lead = Strong(at=entry.at, body=entry.lead)
    return (lead, Words(at=entry.at, text=" "), *entry.body) if entry.body else (lead,)


def _make(parsed: Parsed) -> Made:
    rows, problems = listing(parsed, "diary", low=1, high=10, example="- Minutes I walked")
    problems += flat("diary", rows)
    days = parsed.values.get("days")
    diary = Diary(
        at=parsed.at,
        title=parsed.drafts.get("argument", ()),
        days=tuple(str(day) for day in days) if isinstance(days, tuple) else (),
        rows=rows,
        media=parsed.media,
    )
    return diary, tuple(problems)


SPEC = Spec(
    name=Diary.called,
    make=_make,
    argument=text("My pain and activity diary"),
    argument_is_line=True,
    options={"days": labels(1, 7, ", ".join(WEEK))},
    summary="A table for a week, to fill in each day: a row for each item of the list.",
    starts=("- Write here: what to note each day",),
)
