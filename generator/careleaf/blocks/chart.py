"""A list of names and numbers in; bars to compare them by, with their words, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from careleaf.blocks.content import (
    cited,
    cited_keys,
    counted,
    lacking,
    one_only,
    option,
    spoken,
    unwanted,
)
from careleaf.blocks.field import keys, text
from careleaf.blocks.prose import Entry, Listing, Prose
from careleaf.blocks.risk import denominator
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Line, Node, Words
from careleaf.model.shape import Bar, Chart, Shape
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.model.walk import written
from careleaf.problem import Problem, did_you_mean
from careleaf.problem_codes import (
    BAD_BAR,
    COUNT_ABOVE_OF,
    MISSING_CONTENT,
    MISSING_OPTION,
    REPEATED_BAR,
    UNKNOWN_BAR,
)

FEWEST, MOST = 3, 7
"""Bars: two are a comparison, and more than seven cannot be read from the back of a room."""
LARGEST = 9999

_EXAMPLE = "- Week 1: 15"
_BAR = re.compile(r"(?P<name>.*\S)\s*:\s*(?P<number>[0-9]+)")
_OUT_OF = re.compile(r".*:\s*[0-9]+\s*(?:%|(?:in|of|out of|/)\s*[0-9]+)")
_GOES_ON = re.compile(r".*:\s*[0-9]+\s+\D.*")
_FRACTION = re.compile(r".*:\s*[0-9]+[.,][0-9]+")


class WrittenBar(Node, frozen=True, kw_only=True):
    """One line of its list."""

    name: str
    value: int


class Figures(Node, frozen=True, kw_only=True):
    """A chart as written."""

    called: ClassVar[str] = "chart"
    title: Draft
    label: Draft
    bars: tuple[WrittenBar, ...]
    of: int | None
    highlight: str
    takeaway: Draft
    so_what: Draft
    source: Draft
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One chart."""
        pen.bind(self.source)
        chart = Chart(
            at=self.at,
            title=pen.bind(self.title),
            label=self._label(pen),
            bars=tuple(
                Bar(
                    at=bar.at,
                    name=spoken(bar.at, bar.name),
                    value=bar.value,
                    highlighted=bar.name == self.highlight,
                )
                for bar in self.bars
            ),
            of=self.of,
            number=self._number(pen),
            takeaway=pen.bind(self.takeaway),
            so_what=pen.bind(self.so_what),
            source=pen.credit(cited_keys(self.source)),
        )
        return (chart,)

    def _label(self, pen: Pen) -> Line:
        """Never a number without "out of 100"."""
        label = pen.bind(self.label)
        if self.of is None:
            return label
        return (*label, *spoken(self.at, pen.say(", out of {of}", of=self.of)))

    def _number(self, pen: Pen) -> str:
        for bar in self.bars:
            if bar.name == self.highlight:
                number = bar.value
                return (
                    pen.say("{count} in {of}", count=number, of=self.of) if self.of else f"{number}"
                )
        return ""

    def drafts(self) -> Iterator[Draft]:
        """Title, label, names, then the words about it."""
        yield from (self.title, self.label)
        yield from ((Words(at=bar.at, text=bar.name),) for bar in self.bars)
        yield from (self.takeaway, self.so_what, self.source)

    def children(self) -> tuple[Block, ...]:
        """None."""
        return ()


def _make(parsed: Parsed) -> Made:
    problems = unwanted(parsed, "chart", (Listing, Prose), "only a list and a sentence")
    lists = [block for block in parsed.content if isinstance(block, Listing)]
    words = [block for block in parsed.content if isinstance(block, Prose)]
    problems += [one_only("chart", "list", extra.at) for extra in lists[1:]]
    problems += [one_only("chart", "paragraph", extra.at) for extra in words[1:]]
    of = option(parsed, "of", int)
    bars: list[WrittenBar] = []
    if not lists:
        problems.append(lacking(parsed, "chart", "a list of names and numbers", _EXAMPLE))
    else:
        entries = lists[0].entries
        at = lists[0].at
        problems += counted("chart", "bar", len(entries), at, low=FEWEST, high=MOST)
        for entry in entries:
            bar = _bar(entry)
            if isinstance(bar, Problem):
                problems.append(bar)
            else:
                bars.append(bar)
        problems += _checked(bars, of, complete=len(bars) == len(entries))
    highlight = option(parsed, "highlight", str) or ""
    problems += _highlighted(parsed, highlight, [bar.name for bar in bars])
    chart = Figures(
        at=parsed.at,
        title=parsed.drafts.get("argument", ()),
        label=parsed.drafts.get("label", ()),
        bars=tuple(bars),
        of=of,
        highlight=highlight,
        takeaway=parsed.drafts.get("takeaway", ()),
        so_what=words[0].body if words else (),
        source=cited(parsed, "source"),
        media=parsed.media,
    )
    return chart, tuple(problems)


def _bar(entry: Entry) -> WrittenBar | Problem:
    """The name and number of one line, or what is wrong with it."""
    line = written((*entry.lead, *entry.body))
    plain = all(isinstance(one, Words) for one in entry.body) and not entry.lead
    if not plain or entry.icon or entry.ticked or entry.inner:
        message = "a bar has a name in plain words and a number, and nothing else"
        return Problem(BAD_BAR, entry.at, message, f"for example: {_EXAMPLE}")
    found = _BAR.fullmatch(line.strip())
    if found and int(found["number"][:9]) <= LARGEST:
        return WrittenBar(at=entry.at, name=found["name"], value=int(found["number"]))
    message = f"'{line}' is not a name, a colon and a whole number"
    hint = f"for example: {_EXAMPLE}"
    if found:
        message = f"{found['number']} is too large to be read from a chart"
        hint = f"{LARGEST} is the most: count in thousands, and say so in 'label'"
    elif _OUT_OF.fullmatch(line):
        hint = "write the number alone: 'of: 100' says once out of how many, for all bars"
    elif _FRACTION.fullmatch(line):
        hint = "round it: whole numbers are easier to understand"
    elif _GOES_ON.fullmatch(line):
        hint = "end with the number; leave a line free before a sentence below the list"
    return Problem(BAD_BAR, entry.at, message, hint)


def _checked(bars: list[WrittenBar], of: int | None, *, complete: bool) -> Iterator[Problem]:
    """Numbers above `of`, names that are there twice, and a chart of nothing but zeros."""
    seen: set[str] = set()
    for bar in bars:
        if of is not None and bar.value > of:
            message = f"{bar.value} people cannot be counted out of {of}"
            yield Problem(COUNT_ABOVE_OF, bar.at, message)
        if bar.name in seen:
            yield Problem(REPEATED_BAR, bar.at, f"two bars are named '{bar.name}'", "keep one")
        seen.add(bar.name)
    if complete and bars and not any(bar.value for bar in bars):
        message = "all numbers are 0, and there is nothing to draw"
        yield Problem(MISSING_CONTENT, bars[0].at, message, "say it in a sentence")


def _highlighted(parsed: Parsed, highlight: str, names: list[str]) -> Iterator[Problem]:
    if highlight and names and highlight not in names:
        hint = did_you_mean(highlight, names) or f"there is: {', '.join(names)}"
        message = f"no bar is named '{highlight}'"
        yield Problem(UNKNOWN_BAR, parsed.places["highlight"], message, hint)
    if "takeaway" in parsed.drafts and "highlight" not in parsed.places:
        message = "'takeaway' goes on from the highlighted number, and none is highlighted"
        hint = "add 'highlight:' with the name of a bar"
        yield Problem(MISSING_OPTION, parsed.places["takeaway"], message, hint)


SPEC = Spec(
    name=Figures.called,
    make=_make,
    argument=text("Disk changes come with age", required=True),
    argument_is_line=True,
    options={
        "label": text("People with no pain who had disk changes", required=True),
        "of": denominator(),
        "highlight": text("Age 50"),
        "takeaway": text("people aged 50 had disk changes and no pain"),
        "source": keys("brinjikji-2015", required=True),
    },
    lines=frozenset({"label", "takeaway"}),
    summary="Three to seven numbers of one kind as bars, one of them highlighted.",
    starts=("of: 100", *["- Write here: "] * 3),
)
