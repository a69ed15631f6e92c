"""A leaflet in; the same words as plain text out, for a patient portal that takes nothing else.

Paragraphs are lines of their own, whatever their length: where it is read breaks them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from careleaf.language import Language
from careleaf.model.inline import Line, plain
from careleaf.model.leaflet import Leaflet
from careleaf.model.shape import (
    Callout,
    Card,
    Chart,
    Contact,
    Definitions,
    Figure,
    Heading,
    IconArray,
    Item,
    Items,
    Pair,
    Paragraph,
    Prompt,
    Scale,
    Shape,
    Side,
    Table,
)
from careleaf.write.text.direction import in_order

_INSET = "  "


def write(leaflet: Leaflet, spoken: Language) -> str:
    """UTF-8 when it is stored. Blocks are parted by an empty line; nothing of the leaflet is left
    out but pictures, whose descriptions stand in their place. Only where words run from the right
    are there signs that nobody sees, which keep numbers in order."""
    blocks = [block for block in _leaflet(leaflet, spoken) if block]
    text = "\n\n".join("\n".join(block) for block in blocks) + "\n"
    # What keeps "1 in 100" on one line of paper comes out of some portals as a question mark.
    text = text.replace("\u00a0", " ")
    return "\n".join(in_order(line, spoken.direction) for line in text.split("\n"))


def _leaflet(leaflet: Leaflet, spoken: Language) -> Iterator[list[str]]:
    head, first = leaflet.masthead, leaflet.first
    yield [one for one in (head.clinic, head.tagline) if one]
    yield [one for one in (leaflet.title, leaflet.subtitle) if one]
    yield [head.draft] if head.draft else []
    yield [f"{label}: {words}" for label, words in first.visit]
    if first.key:
        yield from _shape(first.key, spoken)
    if first.actions:
        yield [first.actions_title, *_items(first.actions)]
    for flag in first.flags:
        yield from _shape(flag, spoken)
    for signs in first.more_signs:
        for flag in signs.flags:
            yield from _shape(flag, spoken)
    if first.contact and not _in_groups(first.contact, leaflet):
        yield from _shape(first.contact, spoken)
    told = {id(flag) for signs in first.more_signs for flag in signs.flags}
    for group in leaflet.groups:
        for shape in group.shapes:
            if id(shape) not in told:
                yield from _shape(shape, spoken)
    imprint = leaflet.imprint
    if imprint.sources:
        numbered = enumerate(map(plain, imprint.sources), 1)
        yield [imprint.sources_title, *(f"{n}. {words}" for n, words in numbered)]
    yield [imprint.about_title, *imprint.about]
    yield [leaflet.footer]


def _in_groups(contact: Contact, leaflet: Leaflet) -> bool:
    return any(shape == contact for group in leaflet.groups for shape in group.shapes)


def _shapes(shapes: Iterable[Shape], spoken: Language) -> Iterator[list[str]]:
    for shape in shapes:
        yield from _shape(shape, spoken)


def _shape(shape: Shape, spoken: Language) -> Iterator[list[str]]:  # noqa: C901, PLR0912 - one case a shape
    match shape:
        case Heading():
            yield [plain(shape.title)]
        case Paragraph():
            yield [plain(shape.body)]
        case Items():
            yield list(_items(shape))
        case Table():
            yield list(_table(shape))
        case Figure():
            yield [shape.alt, *_lines(shape.caption, shape.credit)]
        case Callout():
            yield from _callout(shape, spoken)
        case Card():
            yield list(_card(shape))
        case Pair():
            yield _lines(shape.title)
            yield list(_side(shape.do))
            yield list(_side(shape.dont))
        case IconArray():
            source = [shape.source] if shape.source else []
            yield [*_lines(shape.title, *shape.sentences, shape.so_what), *source]
        case Chart():
            yield list(_chart(shape))
        case Prompt():
            yield [plain(shape.question)]
        case Scale():
            # Two spaces part them: with one they would be a number of many digits, which runs from
            # the left in Arabic too, and 10 would stand beside the words for 0.
            steps = map(str, range(11))
            yield [plain(shape.question), "  ".join((shape.low, *steps, shape.high))]
        case Contact():
            rows = (words for _, words in shape.rows)
            web = [one for one in (shape.web_lead, shape.web) if one]
            yield [f"{shape.title}: {shape.phone}", *rows, *web, shape.emergency]
        case Definitions():
            meanings = (
                f"- {one.term}{_said(one.say)}: {plain(one.meaning)}" for one in shape.entries
            )
            yield [shape.title, *meanings]
        case _:
            assert_never(shape)


def _said(say: Line) -> str:
    return f" ({plain(say)})" if say else ""


def _callout(callout: Callout, spoken: Language) -> Iterator[list[str]]:
    inner = list(_shapes(callout.body, spoken))
    first = inner.pop(0) if inner else []
    yield [*_lines(callout.title, callout.note), *first]
    yield from inner[:-1]
    yield [*(inner[-1] if inner else []), *_lines(callout.advice)]


def _card(card: Card) -> Iterator[str]:
    yield f"{card.number}. {plain(card.title)}: {plain(card.reason)}"
    yield from (f"{_INSET}{one.value} {one.unit}" for one in card.doses)
    yield from _listed(card.steps, "number", 1, _INSET)
    yield from (f"{_INSET}{words}" for words in _lines(card.stop, card.caution, card.note))


def _side(side: Side) -> Iterator[str]:
    yield plain(side.title)
    yield from _listed(side.items, "bullet", 1, "")


def _chart(chart: Chart) -> Iterator[str]:
    yield from _lines(chart.title, chart.label)
    yield from (f"- {plain(bar.name)}: {bar.value}" for bar in chart.bars)
    takeaway = " ".join(one for one in (chart.number, plain(chart.takeaway)) if one)
    yield from (one for one in (takeaway, plain(chart.so_what), chart.source) if one)


def _table(table: Table) -> Iterator[str]:
    """A row is what its first cell names, and each other cell under what its column is called."""
    yield from _lines(table.caption)
    heads = [plain(cell.body) for cell in table.head]
    for row in table.rows:
        first, *others = [plain(cell.body) for cell in row]
        yield f"- {first}"
        for head, words in zip(heads[1:], others, strict=True):
            yield f"{_INSET}{head}: {words or '____'}"


def _items(items: Items) -> Iterator[str]:
    yield from _listed(items.items, items.mark, items.start, "")


def _listed(items: Iterable[Item], mark: str, start: int, inset: str) -> Iterator[str]:
    for number, item in enumerate(items, start):
        sign = {"number": f"{number}.", "tick": "[ ]", "write-in": "[ ]"}.get(mark, "-")
        words = " ".join(one for one in (plain(item.lead), plain(item.body)) if one)
        yield f"{inset}{sign} {words}"
        if item.inner:
            yield from _listed(item.inner.items, item.inner.mark, item.inner.start, inset + _INSET)


def _lines(*lines: Line) -> list[str]:
    return [words for line in lines if (words := plain(line))]
