"""A topic with the name of one block misspelt in; that mistake alone out."""

from __future__ import annotations

import re

import pytest

from careleaf.engine import Job, check
from careleaf.engine.content import bundled_library
from careleaf.engine.job import Unsaved
from careleaf.problem import Problem, in_order
from careleaf.problem_codes import NO_KEY_MESSAGE, UNKNOWN_BLOCK, WRONG_COUNT
from careleaf.source import Span
from tests.conftest import TOPIC

CONTENT = bundled_library()
TEXT = (CONTENT / "topics" / TOPIC / "en.md").read_text(encoding="utf-8")
BLOCKS = list(re.finditer(r"^:::([a-z-]+)", TEXT, re.MULTILINE))
NAMES = sorted({found[1] for found in BLOCKS})


@pytest.mark.parametrize("name", NAMES)
def test_whatever_block_cannot_be_read_only_that_is_told(name: str) -> None:
    """Wherever such a block stands first and last in the real topic: what it is for is missed by
    nobody who is told of it."""
    places = [found.end() for found in BLOCKS if found[1] == name]
    for at in {places[0], places[-1]}:
        text = f"{TEXT[:at]}x{TEXT[at:]}"
        unsaved = Unsaved(topic=TOPIC, language="en", text=text)
        job = Job(topics=(TOPIC,), languages=("en",), content=CONTENT, unsaved=(unsaved,))
        assert [one.code for one in check(job).problems] == [UNKNOWN_BLOCK]


def test_what_another_file_lacks_and_what_is_there_is_told_all_the_same() -> None:
    def problem(code: str, file: str) -> Problem:
        return Problem(code, Span(file, 0, 1), "as it is")

    here = [problem(one, "en.md") for one in (UNKNOWN_BLOCK, NO_KEY_MESSAGE, WRONG_COUNT)]
    there = problem(NO_KEY_MESSAGE, "other.md")
    told = [(one.span.path, one.code) for one in in_order([*here, there])]
    assert told == [
        ("en.md", UNKNOWN_BLOCK),
        ("en.md", WRONG_COUNT),
        ("other.md", NO_KEY_MESSAGE),
    ]
