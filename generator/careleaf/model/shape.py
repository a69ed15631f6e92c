"""The closed set of shapes that every writer can draw. Each block lowers to these."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from msgspec import Struct

from careleaf.model.art import Art, Drawing, Pose
from careleaf.model.inline import Line, Node


class Tone(Enum):
    """What a callout is for. Icon and word carry it; colour only helps."""

    KEY = "key"
    EMERGENCY = "emergency"
    SAME_DAY = "same-day"
    WARNING = "warning"
    TIP = "tip"
    UNKNOWN = "unknown"
    SUMMARY = "summary"


class Sureness(Enum):
    """How sure the evidence is: boxes filled of three, always beside the words."""

    NOT_SURE = 1
    FAIRLY_SURE = 2
    VERY_SURE = 3


class Heading(Node, frozen=True, kw_only=True):
    """A heading inside a section (level 3) or of a section in a leaflet or page."""

    level: int
    title: Line
    anchor: str = ""


class Paragraph(Node, frozen=True, kw_only=True):
    """Running text."""

    body: Line


class Item(Node, frozen=True, kw_only=True):
    """One entry of a list. `lead` is its opening bold words, kept apart from `body`."""

    body: Line
    lead: Line = ()
    icon: str | None = None
    inner: Items | None = None
    """The list inside it, if it has one; lists stand up to four deep."""


Mark = Literal["bullet", "number", "tick", "icon", "write-in"]
"""How a list is marked: `tick` has boxes to tick, `icon` a disc with each item's icon (the
actions), `write-in` lines with blanks (the plan)."""


class Items(Node, frozen=True, kw_only=True):
    """A list. It may break across pages and slides between items only."""

    mark: Mark
    items: tuple[Item, ...]
    start: int = 1
    """The number of the first item, for a numbered list that carries on."""


class Cell(Node, frozen=True, kw_only=True):
    """One table cell; with `sureness`, the meter stands before the words."""

    body: Line
    sureness: Sureness | None = None


TableRole = Literal["plain", "evidence", "diary"]


class Table(Node, cache_hash=True, frozen=True, kw_only=True):
    """Rows under a head; the first column is the row's head. A diary's other cells are empty to
    write in. Every row has as many cells as the head."""

    role: TableRole
    caption: Line
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Figure(Node, frozen=True, kw_only=True):
    """A picture that says something: `alt` is never empty. A human figure has an `alt` for each of
    its drawings too."""

    art: Art | Pose
    alt: str
    caption: Line = ()
    credit: Line = ()


class Callout(Node, frozen=True, kw_only=True):
    """A box that stands out and is never split across pages. For EMERGENCY and SAME_DAY the body is
    one list of signs, and `title` is the call ("Call 911 now if:")."""

    tone: Tone
    title: Line
    body: tuple[Shape, ...]
    advice: Line = ()
    """For the two red flags: the number and what to do ("Do not wait. Do not drive yourself.")."""
    brief: Line = ()
    """For the two red flags: what stands where there is no room for all of the advice, in words
    that need none of it: whom to call while the clinic is closed."""
    number: str = ""
    """For the two red flags: the telephone number to call, as printed."""
    pose: Pose | None = None
    """For KEY: who shows it."""
    note: Line = ()
    """On an easy-read sheet, where there are no easy words: that these are the usual ones."""
    topic: str = ""
    """For the two red flags, where a programme has several topics: the title of theirs."""
    anchor: str = ""
    """For the two red flags, on paper: where the line on page one leads that names their page."""


class Dose(Struct, frozen=True, kw_only=True):
    """One cell of an exercise's dose strip: "5 seconds" over "each hold"."""

    value: str
    unit: str


class Card(Node, frozen=True, kw_only=True):
    """One exercise: never split. `number` counts the exercises of the topic from 1."""

    key: str
    number: int
    title: Line
    reason: Line
    doses: tuple[Dose, ...]
    steps: tuple[Item, ...]
    stop: Line
    caution: Line = ()
    note: Line = ()
    """As for a callout."""
    pose: Pose | None = None


class Side(Node, frozen=True, kw_only=True):
    """Half of a pair."""

    title: Line
    items: tuple[Item, ...]
    pose: Pose | None = None


class Pair(Node, frozen=True, kw_only=True):
    """Do on the start side, Don't on the end side; never split."""

    title: Line
    do: Side
    dont: Side


class Count(Node, frozen=True, kw_only=True):
    """`count` of `of` people; `of` is 10, 100 or 1000."""

    count: int
    of: int
    label: Line
    """What is true of the counted ("people with back pain need care soon")."""


class IconArray(Node, frozen=True, kw_only=True):
    """One count, or two on the same denominator: people drawn filled and outlined, with `sentence`
    saying the same in words (both framings)."""

    title: Line
    counts: tuple[Count, ...]
    sentences: tuple[Line, ...]
    """One for each count: "3 in 100 people ... . 97 in 100 do not."."""
    so_what: Line = ()
    source: str = ""
    """Where the numbers come from, in a few words."""


class Bar(Node, frozen=True, kw_only=True):
    """One bar of a chart: what it stands for ("Week 6"), and its number, never below 0."""

    name: Line
    value: int
    highlighted: bool = False


class Chart(Node, frozen=True, kw_only=True):
    """Three to seven numbers of one kind, as bars that start at 0. At most one is highlighted: it
    is filled, the others are outlined; where none is, all are filled."""

    title: Line
    label: Line
    """What every number counts: "People who feel much better, out of 100"."""
    bars: tuple[Bar, ...]
    of: int | None = None
    """Out of how many people, if the numbers count people."""
    number: str = ""
    """The highlighted number as said ("75 in 100"); empty where no bar is highlighted."""
    takeaway: Line = ()
    """What goes on after that number ("people feel much better by week 6")."""
    so_what: Line = ()
    source: str = ""
    """Where the numbers come from, in a few words."""

    @property
    def top(self) -> int:
        """Where the scale ends: at `of`, unless all numbers are so small that no bar would reach
        half way."""
        most = max(bar.value for bar in self.bars)
        return self.of if self.of is not None and 2 * most >= self.of else max(most, 1)


class Prompt(Node, frozen=True, kw_only=True):
    """A teach-back question. `answer` is for staff: the deck keeps it in the notes only."""

    question: Line
    answer: Line


class Scale(Node, frozen=True, kw_only=True):
    """A question answered by circling a number from 0 to 10."""

    question: Line
    low: str
    high: str


class Contact(Node, frozen=True, kw_only=True):
    """How to reach the clinic. `rows` are (icon name, words); `code` is the QR code of `web`."""

    title: str
    phone: str
    rows: tuple[tuple[str, str], ...]
    web: str
    code: Drawing
    web_lead: str
    web_words: str
    emergency: str


class Definition(Node, frozen=True, kw_only=True):
    """A glossary entry: the term, how to say it (may be empty) and its plain meaning."""

    key: str
    term: str
    say: Line
    meaning: Line


class Definitions(Node, frozen=True, kw_only=True):
    """Words to know."""

    title: str
    entries: tuple[Definition, ...]


Shape = (
    Heading
    | Paragraph
    | Items
    | Table
    | Figure
    | Callout
    | Card
    | Pair
    | IconArray
    | Chart
    | Prompt
    | Scale
    | Contact
    | Definitions
)
"""What a writer must draw; a writer that forgets one does not pass mypy (`assert_never`)."""
