"""Topics made to keep the checks busy: they stop looking after some hundred problems."""

from __future__ import annotations

import time

import pytest

from careleaf.check.limit import MOST_PROBLEMS
from tests.tools.topics import FRONT, checked

HEADING = "# A part {#part}\n"


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join("".join(f"[[a{i}b{j}]]" for j in range(300)) for i in range(30)),
        "\n\n".join("1-2 " * 1000 for _ in range(30)),
        "\n\n".join(f"[@a{i}]" * 500 for i in range(60)),
        "\n\n".join(f"## A title {{#a{i}}}\n[words](#b{i})" for i in range(1500)),
    ],
    ids=["terms", "ranges", "citations", "anchors"],
)
def test_many_problems_take_a_few_seconds(body: str) -> None:
    started = time.thread_time()
    said = checked(FRONT + HEADING + body)
    assert time.thread_time() - started < 15
    assert len(said) == MOST_PROBLEMS + 1
    assert said[-1].startswith("E007 ")


@pytest.mark.parametrize("line", ["take " + "0" * 9_900, "8 days " * 1_400], ids=["zeros", "days"])
def test_a_line_of_numbers_takes_a_moment(line: str) -> None:
    started = time.thread_time()
    checked(FRONT + HEADING + "\n\n".join([line] * 20))
    assert time.thread_time() - started < 15


def test_a_table_of_dashes_takes_a_moment() -> None:
    row = "| " + " | ".join("-" * 6) + " |\n"
    head = ":::table A\n| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n"
    started = time.thread_time()
    checked(FRONT + HEADING + head + row * 4_000 + ":::\n")
    assert time.thread_time() - started < 8
