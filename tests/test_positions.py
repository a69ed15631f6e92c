"""Random documents in; every node must lie exactly where its text stands in the file.

Two proofs that do not lean on each other. Every `[[term]]` is looked for in the plain text of the
file, and the reader must have found each at that line and column, in that order. And each node's
slice of the file must spell the node, with nothing but blanks between one node and the next.
`CARELEAF_FUZZ=20000` reads more documents than usual.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from msgspec import Struct

from careleaf.blocks.prose import Entry, Grid, Listing, Prose
from careleaf.model.inline import (
    Blank,
    Break,
    Citation,
    Draft,
    Link,
    Node,
    Strong,
    Term,
    Variable,
    Words,
)
from careleaf.model.topic import Topic
from careleaf.read import read_topic
from careleaf.source import Source, decode
from tests.tools.random_topics import RandomTopic

DOCUMENTS = int(os.environ.get("CARELEAF_FUZZ", "2000"))
BATCH = 250


@pytest.mark.parametrize("first", range(0, DOCUMENTS, BATCH))
def test_every_node_lies_where_its_text_stands(first: int) -> None:
    terms = nodes = 0
    for seed in range(first, first + BATCH):
        data = RandomTopic(seed).document().encode()
        source, _ = decode("en.md", data)
        topic, problems = read_topic("en.md", data, topic_id="t", language="en", folder=None)
        assert topic is not None, seed
        assert all(p.code.startswith("E4") for p in problems), (seed, problems)
        terms += check_terms(seed, topic, source)
        nodes += check_slices(seed, topic, source)
    assert terms > BATCH
    assert nodes > 20 * BATCH


def check_terms(seed: int, topic: Topic, source: Source) -> int:
    """Every term at its line and column, none missing, none twice."""
    wanted = []
    for number, line in enumerate(source.text.split("\n"), 1):
        for found in re.finditer(r"\[\[([^\]|]*)(?:\|[^\]]*)?\]\]", line):
            wanted.append((number, found.start() + 1, found[1].lower()))
    places = [
        (source.place(node.at.start).line, source.place(node.at.start).column, node.key)
        for node in all_nodes(topic)
        if isinstance(node, Term)
    ]
    assert sorted(places) == wanted, seed
    return len(wanted)


def check_slices(seed: int, topic: Topic, source: Source) -> int:
    count = 0
    for node in all_nodes(topic):
        count += 1
        piece = source.text[node.at.start : node.at.end]
        assert node.at.path == "en.md"
        assert spells(node, piece), (seed, node, piece)
        match node:
            case Prose(body=body):
                assert_whole(body, source, node.at.start, node.at.end)
            case Strong(body=body) | Link(body=body):
                assert_in_order(body, source)
            case Grid(head=head, rows=rows):
                for row in (head, *rows):
                    assert_columns(row, source)
            case _:
                pass
    return count


def spells(node: Node, piece: str) -> bool:
    """Whether a piece of the file is how the node is written."""
    match node:
        case Words(text=text):
            return read_aloud(piece) == text
        case Entry(icon=icon, icon_at=icon_at) if icon_at is not None:
            inner = piece[icon_at.start - node.at.start : icon_at.end - node.at.start]
            return inner == icon and matches(node, piece)
        case _:
            return matches(node, piece)


def matches(node: Node, piece: str) -> bool:
    return re.fullmatch(pattern(node), piece, re.DOTALL | re.IGNORECASE) is not None


def pattern(node: Node) -> str:
    """How a node other than plain words is written."""
    match node:
        case Strong():
            found = r"\*.*\*"
        case Link(target=target):
            found = rf"\[.*\]\({re.escape(target)}\)"
        case Term(key=key, shown=shown):
            found = rf"\[\[{key}(\|{shown})?\]\]"
        case Variable(expression=expression):
            found = rf"\{{\{{ ?{re.escape(expression)} ?\}}\}}"
        case Blank(width=width):
            found = rf"_{{{width}}}"
        case Break():
            found = r"\\\n"
        case Citation(keys=keys):
            found = rf"\[@{', @'.join(keys)}\]"
        case Entry() | Listing():
            found = r"(?:[-*]|\d+\.) .*\S"
        case Grid():
            found = r"\|.*\|"
        case _:
            found = r"\S(?:.*\S)?"
    return found


def read_aloud(piece: str) -> str:
    """The words that a piece of the file stands for."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", re.sub(r" *\n *", " ", piece))


def assert_in_order(draft: Draft, source: Source) -> None:
    for left, right in pairwise(draft):
        between = source.text[left.at.end : right.at.start]
        assert left.at.end <= right.at.start
        assert not between.strip(), (between, left, right)


def assert_whole(draft: Draft, source: Source, start: int, end: int) -> None:
    """From the first letter of a paragraph to its last, all is accounted for."""
    assert_in_order(draft, source)
    assert draft[0].at.start == start
    assert draft[-1].at.end == end


def assert_columns(row: tuple[Draft, ...], source: Source) -> None:
    """A cell has as many bars before it on its line as its number says."""
    for number, draft in enumerate(row):
        assert_in_order(draft, source)
        for inline in draft:
            line = source.text.rfind("\n", 0, inline.at.start) + 1
            before = source.text[line : inline.at.start]
            bars = re.sub(r"\\.|\[\[[^\]]*\]\]", "", before).count("|")
            assert bars == number + 1


def all_nodes(root: object) -> Iterator[Node]:
    """Every node below a topic, whatever kind of block it stands in."""
    if isinstance(root, tuple):
        for part in root:
            yield from all_nodes(part)
    elif isinstance(root, Struct):
        if isinstance(root, Node) and not isinstance(root, Topic) and is_from_file(root):
            yield root
        for name in root.__struct_fields__:
            yield from all_nodes(getattr(root, name))


def is_from_file(node: Node) -> bool:
    """Not a node that a block made out of an option, such as a citation out of `sources: a`."""
    return not isinstance(node, Citation) or node.at.end - node.at.start > len("a")
