"""Nothing in; topics that press on every layout of a deck, as text, out.

The examples of the guide use every block there is, so a new block's example joins by itself: as it
stands, and with a word of forty letters in every line, cell and option that holds words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, cycle

from tests.test_guide import examples
from tests.tools.topics import NEEDED

LONG_WORDS = (
    "Wirbelsäulenbandscheibenvorfallsnachsorge",
    "Hüftgelenksbeweglichkeitsübungsanleitung",
    "Rückenschmerzbehandlungszentrumsleitung",
)
LONG_LINK = "https://www.example.example/patienteninformationen/rueckenschmerzen/uebungen.html"
"""As the words of a link too."""
ITEMS, ROWS, SECTIONS = 45, 30, 120

FRONT = """\
---
title: {title}
subtitle: What to do today, and when to get help
audience: adults with low back or hip pain, and those who care for them
minutes: 45
icon: back-pain
version: 0.1
written: 2026-11-23
review-due: 2028-11-23
sources: nice-ng59
---
"""
_SENTENCES = (
    "Walk a little, often, and add a few minutes every day",
    "Stand up about every thirty minutes when you sit",
    "Sleep on your side with a pillow between your knees",
    "Call us if the pain keeps you awake for more than a week",
    "Lift with your knees and hips, and keep the load close to you",
)
_PARTS = ("Start here", "Why it hurts", "What helps", "Your exercises", "Every day", "Plan")
_TEXT_OPTIONS = "name|why|stop|caution|label|takeaway|caption|answer|scale|subtitle|title|audience"
_WORDED = re.compile(rf"^({_TEXT_OPTIONS}):(?= )")
_SILENT = re.compile(
    r"^(:::(?!tip |warning |unknown |table |compare |chart |plan |diary |do-dont |evidence )"
    r"|[\w-]+:(?= )|---|\|[-|]+\|$)"
)
_PLAIN_WORD = re.compile(
    r"(?<![\w@/.{\[(:#-])(?!(?:very |fairly )?sure\b)[A-Za-z]{4,}(?![\w@/:}\])-]|\.\w)"
)


def every_block() -> str:
    """Each example of the guide in a section of its own, in several parts."""
    return _whole("Every block there is", [example.text for example in examples("block")])


def long_words() -> str:
    """The same with long words, and a list and a table of nothing else."""
    longest = cycle(LONG_WORDS)
    blocks = [lengthened(example.text, longest) for example in examples("block")]
    return _whole(f"{LONG_WORDS[0]} and more", [*blocks, *_of_long_words()])


def many_items() -> str:
    """Lists of 45 items, tables of 30 rows."""
    return _whole("Long lists and tables", [*_lists(), *_tables()])


def lists_in_lists() -> str:
    """Lists four deep, marked in several ways."""
    return _whole("Lists in lists", [*_nested()])


def many_sections() -> str:
    """Twelve parts of ten sections."""
    lines = [FRONT.format(title="A hundred and twenty sections")]
    said = cycle(_SENTENCES)
    for number in range(SECTIONS):
        if number % 10 == 0:
            part = number // 10 + 1
            lines.append(f"# Part {part}: {next(said)} {{#part-{part}}}\n{next(said)}.\n")
        items = "\n".join(f"- {next(said)}." for _ in range(number % 4 + 1))
        lines.append(f"## {next(said)}, step {number} {{#section-{number}}}\n{items}\n")
    return "\n".join([*lines, NEEDED])


def lengthened(block: str, words: Iterator[str]) -> str:
    """The block with a plain word of every line that people read, or cell, made long."""
    return "\n".join(_longer(line, words) for line in block.split("\n"))


def _longer(line: str, words: Iterator[str]) -> str:
    if _SILENT.match(line) and not _WORDED.match(line):
        return line
    start = found.end() if (found := re.match(r"(:::|[\w-]+:)\S*", line)) else 0
    cells = line[start:].split("|") if line.startswith("|") else [line[start:]]
    return line[:start] + "|".join(
        _PLAIN_WORD.sub(lambda _: next(words), cell, count=1) for cell in cells
    )


def _whole(title: str, blocks: list[str]) -> str:
    lines = [FRONT.format(title=title)]
    for number, block in enumerate(blocks):
        if number % 6 == 0:
            part = _PARTS[number // 6 % len(_PARTS)]
            lines.append(f"# {part} {{#part-{number}}}\n{_SENTENCES[number % 5]}.\n")
        shown = _renamed(block, number)
        said = f"{_SENTENCES[1]}.\n" if shown.startswith(":::notes") else ""
        lines.append(f"## Section {number + 1} {{#section-{number}}}\n{said}{shown}\n")
    return "\n".join([*lines, NEEDED])


def _renamed(block: str, number: int) -> str:
    """Exercises with an id that no other block has."""
    numbers = count()
    return re.sub(
        r"^:::exercise .*", lambda _: f":::exercise e{number}-{next(numbers)}", block, flags=re.M
    )


def _of_long_words() -> Iterator[str]:
    words = cycle(LONG_WORDS)
    yield "\n".join(f"- {next(words)} {next(words)} {next(words)}." for _ in range(5))
    yield "\n".join(f"- :walk: **{next(words)}.** {next(words)}." for _ in range(4))
    yield f"- See [{LONG_LINK}]({LONG_LINK}).\n- Two.\n- Three.\n"
    said = ", ".join(_SENTENCES)
    yield f"- Read [{said}]({LONG_LINK}) first.\n- Two.\n- Three.\n"
    for marks in (("-", "-", "-", "-"), ("1.", "-", "1.", "-")):
        yield "\n".join(_four_levels(marks, words))
    rows = "\n".join(f"| {next(words)} | {next(words)} |" for _ in range(4))
    yield f":::table {next(words)}\n| Word | {next(words)} |\n|---|---|\n{rows}\n:::"


def _lists() -> Iterator[str]:
    for form in ("- {}.", "{n}. {}.", "- :walk: **Lead.** {}.", "- **Lead.** {}."):
        said = cycle(_SENTENCES)
        yield "\n".join(form.format(next(said), n=n + 1) for n in range(ITEMS))
    yield from _nested()


def _nested() -> Iterator[str]:
    said = cycle(_SENTENCES)
    yield "\n".join(f"- {next(said)}:\n  - {next(said)}.\n  - {next(said)}." for _ in range(15))
    for marks in (("-", "-", "-", "-"), ("1.", "1.", "1.", "1."), ("-", "1.", "-", "1.")):
        yield "\n".join(_four_levels(marks, said))


def _four_levels(marks: Sequence[str], words: Iterator[str], indent: str = "") -> Iterator[str]:
    """Two items a level, each with a list inside it; on the fourth level four items: 46 in all."""
    mark, *deeper = marks
    for place in range(2 if deeper else 4):
        number = f"{place + 1}." if mark == "1." else mark
        yield f"{indent}{number} {next(words)}."
        if deeper:
            yield from _four_levels(deeper, words, indent + " " * (len(number) + 1))


def _tables() -> Iterator[str]:
    said = cycle(_SENTENCES)
    for columns in (2, 3, 4, 5):
        head = "|".join(f" Column {n + 1} " for n in range(columns))
        rows = "\n".join(
            "|" + "|".join(f" {next(said)[: 60 // columns * 2]} " for _ in range(columns)) + "|"
            for _ in range(ROWS)
        )
        yield f":::table A table of {columns} columns\n|{head}|\n|{'---|' * columns}\n{rows}\n:::"
