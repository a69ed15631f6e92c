"""A few lines of a topic in; what reading, checking and lowering makes of them out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path

from careleaf.check import check_topic
from careleaf.compose.pen import WorkingPen
from careleaf.language import language
from careleaf.model.art import Drawing, Picture, Pose
from careleaf.model.clinic import Clinic
from careleaf.model.inline import Blank, Break, Node, Run, Term, Words
from careleaf.model.library import Entry, Library, Reference
from careleaf.model.shape import Cell, Shape
from careleaf.model.topic import Topic
from careleaf.problem import Problem, in_order
from careleaf.read import read_topic
from careleaf.source import Source, Span, decode

PATH = "en.md"
WRITTEN = date(2026, 11, 23)
GLOSSARY = Span("glossary/en.md", 0, 0)

FRONT = """\
---
title: A topic
version: 0.1
written: 2026-11-23
review-due: 2028-11-23
sources: nice-ng59
---
"""
HEADINGS = "# A part {#part}\n## A section {#section}\n"
NEEDED = """
## What every topic has {#needed}
:::key-message
Keep moving.
:::
:::red-flag emergency
- You cannot stand.
:::
"""

CLINIC = Clinic(
    at=Span("clinics/example.md", 0, 0),
    key="example",
    name="Example Clinic",
    tagline="",
    language="en",
    country="US",
    phone="555-0142",
    hours="Monday to Friday, 8 am to 5 pm",
    after_hours="",
    after_hours_phone="555-0199",
    interpreter="Free interpreter. Just ask.",
    address="12 Example Street",
    email="",
    web="https://example.example",
    emergency_number="911",
    emergency_advice="Do not wait.",
    same_day_words="",
    colour="",
    logo=None,
)


def entry(key: str, meaning: Words | Term) -> Entry:
    """A glossary entry that nobody has said how to pronounce."""
    return Entry(at=GLOSSARY, key=key, shown=key, say=(), meaning=(meaning,))


def reference(key: str, *, review_due: date = date(2028, 11, 23)) -> Reference:
    """A source that nothing is known of but its key and dates."""
    return Reference(
        at=Span(f"sources/{key}.md", 0, 0),
        key=key,
        title=key,
        publisher="A publisher",
        year=2020,
        kind="guideline",
        jurisdiction="US",
        url="https://example.example",
        checked=WRITTEN,
        review_due=review_due,
    )


LIBRARY = Library(
    glossary={
        "sciatica": entry("sciatica", Words(at=GLOSSARY, text="A sore nerve.")),
        "disk": entry("disk", Term(at=GLOSSARY, key="slipping", shown="It slips.")),
        "healing": entry("healing", Words(at=GLOSSARY, text="It takes 4-6 weeks.")),
    },
    references={
        "nice-ng59": reference("nice-ng59"),
        "acp-2017": reference("acp-2017"),
        "who-2023": reference("who-2023"),
        "opal-2023": reference("opal-2023"),
        "old-study": reference("old-study", review_due=date(2026, 11, 22)),
    },
    clinics={"example": CLINIC},
    icons=frozenset({"walk", "clock", "toilet"}),
)


def read(text: str, folder: Path = Path()) -> tuple[Topic, list[Problem], Source]:
    """A whole topic file, read."""
    data = text.encode()
    topic, problems = read_topic(PATH, data, topic_id="a-topic", language="en", folder=folder)
    assert topic is not None
    return topic, list(problems), decode(PATH, data)[0]


def found(problems: list[Problem], source: Source) -> list[str]:
    """Problems as "code 'the words it points at' message"."""
    return [
        f"{problem.code} {_pointed_at(problem.span, source)!r} {problem.message}"
        for problem in in_order(problems)
    ]


def _pointed_at(span: Span, source: Source) -> str:
    return source.text[span.start : span.end] if span.path == source.path else span.path


def read_problems(block: str) -> list[str]:
    """What the reader and the block itself say of a block."""
    _, problems, source = read(FRONT + HEADINGS + block + NEEDED)
    return found(problems, source)


def checked(text: str, *, library: Library = LIBRARY, clinic: Clinic = CLINIC) -> list[str]:
    """What the checks alone say of a whole topic file."""
    topic, _, source = read(text)
    return found(check_topic(topic, library, clinic, today=WRITTEN), source)


def check_problems(block: str, *, clinic: Clinic = CLINIC) -> list[str]:
    """What the checks alone say of a block, in a topic that lacks nothing."""
    return checked(FRONT + HEADINGS + block + NEEDED, clinic=clinic)


def lowered(block: str, *, clinic: Clinic = CLINIC, folder: Path = Path()) -> str:
    """The shapes of a block, as `outline` writes them. The block must be without problems."""
    topic, problems, source = read(FRONT + HEADINGS + block + NEEDED, folder)
    assert not problems, found(problems, source)
    pen = WorkingPen(clinic, language("en"))
    section = next(section for section in topic.sections() if section.id == "section")
    shapes = [shape for block in section.blocks for shape in block.lower(pen)]
    return outline(shapes) + "".join(f"cited {key}\n" for key in pen.take_cited())


def outline(shapes: list[Shape]) -> str:
    """One line for each shape, its parts indented below it; what is empty is left out."""
    return "".join(line + "\n" for shape in shapes for line in _outline(shape, 0))


def _outline(node: Node, depth: int) -> Iterator[str]:
    words: list[str] = []
    below: list[Node] = []
    rows: list[str] = []
    for name in node.__struct_fields__:
        value = getattr(node, name)
        if name == "at" or value is None or value in ((), ""):
            continue
        if _is_line(value):
            words.append(f"{name}={_words(value)!r}")
        elif isinstance(value, tuple) and isinstance(value[0], Cell):
            words.append(f"{name}={_row(value)}")
        elif isinstance(value, tuple) and isinstance(value[0], tuple):
            rows += [_below(row) for row in value]
        elif isinstance(value, tuple) and isinstance(value[0], Node):
            below += value
        elif isinstance(value, Node):
            below.append(value)
        else:
            words.append(f"{name}={_scalar(value)}")
    yield "  " * depth + " ".join([type(node).__name__, *words])
    for row in rows:
        yield "  " * (depth + 1) + row
    for inner in below:
        yield from _outline(inner, depth + 1)


def _below(row: tuple[object, ...]) -> str:
    """A table row, a sentence, or a contact row."""
    if isinstance(row[0], str):
        return ": ".join(str(part) for part in row)
    return _words(row) if _is_line(row) else _row(row)  # type: ignore[arg-type]


def _row(cells: tuple[Cell, ...]) -> str:
    return " | ".join(_cell(cell) for cell in cells)


def _cell(cell: Cell) -> str:
    meter = f" ({cell.sureness.value} of 3)" if cell.sureness else ""
    return (_words(cell.body) or "-") + meter


def _is_line(value: object) -> bool:
    return isinstance(value, tuple) and isinstance(value[0], Run | Blank | Break)


def _words(line: tuple[Run | Blank | Break, ...]) -> str:
    return "".join(_part(part) for part in line)


def _part(part: Run | Blank | Break) -> str:
    match part:
        case Run(text=text, strong=strong, link=link, term=term):
            text = f"**{text}**" if strong else text
            text = f"[{text}]({link})" if link else text
            return f"[[{term}|{text}]]" if term else text
        case Blank(width=width):
            return "_" * width
        case Break():
            return "\\"


def _scalar(value: object) -> str:
    match value:
        case Enum(value=inner):
            return str(inner)
        case Drawing() | Picture():
            return type(value).__name__
        case Pose(name=name):
            return name
        case tuple():
            return repr([_scalar(item) for item in value])
        case _:
            return repr(value)
