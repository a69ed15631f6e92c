"""Every way out in our code that names a command in; what a page says in its place out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import careleaf
from careleaf.cli.arguments import parser
from careleaf.web.interface.hints import page_hint

PACKAGES = ("blocks", "check", "compose", "engine", "model", "read", "write")
"""What a page asks. Only `cli` besides names commands, to somebody who types them."""
COMMANDS = re.findall(r"(?m)^    ([a-z]+)(?: |$)", parser().format_help())
NAMED = re.compile(rf"\bcareleaf (?:{'|'.join(COMMANDS)})\b")

ON_THE_PAGE = {
    "a clinician signs with: careleaf review x --lang x": (
        "a clinician signs with: the check report"
    ),
    "careleaf check x --lang x": "the check report",
    "careleaf review x --lang x": "the check report",
    "its hardest sentences and words: careleaf check x": "a triangle marks what is too hard",
    "mend it first: careleaf check x": "mend it first: the check report",
    "review each of its topics: careleaf review --status": (
        "review each of its topics: the check report"
    ),
    "see: careleaf check x": "see: the check report",
    "see: careleaf list": "see the list of topics",
    "start it first: careleaf new topic x": "start it on the list of topics first",
    "start one: careleaf new topic NAME": "start one on the list of topics",
    "what it lacks, and what to do: careleaf check x": (
        "what it lacks, and what to do: the check report"
    ),
}
AS_IT_IS = {
    "'careleaf figures' lists them",
    "a language and a day, such as en-2026-01-31.md: careleaf review names them",
    "a language and an item, such as en-pemat-2.md: careleaf judge names them",
    'add it under msgctxt "x": careleaf translate export writes it',
    "add it in the slide master view, or start from ours: careleaf template FILE.pptx",
    "add 'pose:' to these exercises: 'careleaf figures' lists them",
    "fill in each msgstr; careleaf translate status says how far it is",
    "name it: careleaf translate import x TOPIC --lang CODE",
    "say the plain word: 'careleaf check --fix' knows many",
    "the source lost them: careleaf translate export keeps what is left over apart",
    "translate them: careleaf translate export clinics/x --lang x",
}
"""No page can do this, or says so of a file that a program has written."""


def sentences() -> Iterator[str]:
    """Every text in the code that is no docstring, with an x for each value in it."""
    root = Path(careleaf.__file__).parent
    for file in (file for one in PACKAGES for file in (root / one).rglob("*.py")):
        tree = [*ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
        aside = {id(one.value) for one in tree if isinstance(one, ast.Expr)}
        aside |= {id(part) for one in tree if isinstance(one, ast.JoinedStr) for part in one.values}
        for one in tree:
            if isinstance(one, ast.JoinedStr):
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "x"
                    for part in one.values
                )
            elif isinstance(one, ast.Constant) and id(one) not in aside:
                yield str(one.value)


def test_whoever_names_a_command_has_thought_of_who_reads_it_on_a_page() -> None:
    """A hint in other words is one that no page knows: say here what it says of it."""
    assert {"build", "check", "review", "translate"} <= set(COMMANDS)
    assert {one for one in sentences() if NAMED.search(one)} == {*ON_THE_PAGE, *AS_IT_IS}


@pytest.mark.parametrize(("hint", "said"), ON_THE_PAGE.items())
def test_a_page_names_its_own_way(hint: str, said: str) -> None:
    assert page_hint(hint) == said
    # As it is with a real topic and language.
    assert page_hint(re.sub(r"(?<= )x\b", "knee-pain", hint)) == said


@pytest.mark.parametrize("hint", sorted(AS_IT_IS))
def test_what_can_be_done_at_a_command_line_alone_is_told_whole(hint: str) -> None:
    assert page_hint(hint) == hint
