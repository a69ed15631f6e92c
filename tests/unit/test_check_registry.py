"""The registry of codes: each kind of mistake has a code of its own, a meaning and a case."""

from __future__ import annotations

import re
from pathlib import Path

from careleaf import problem_codes

PACKAGE = Path(problem_codes.__file__).parent
ELSEWHERE = {
    "W706",
    "E709",
    "E710",
    problem_codes.TOO_MANY_PROBLEMS,
    problem_codes.TAKEN_NAME,
    problem_codes.TOO_HARD,
    problem_codes.REVIEW_IN_FUTURE,
    problem_codes.REVIEW_VOID,
}
"""Codes with a test of their own: a case would be too long to read, or lies in a file's name."""
SUITE = Path(__file__).parents[1] / "suite"
CONSTANTS = {name: value for name, value in vars(problem_codes).items() if isinstance(value, str)}
CODES = {
    name: value for name, value in CONSTANTS.items() if name.isupper() and value[:1] in {"E", "W"}
}


def test_no_two_mistakes_share_a_code() -> None:
    assert len(set(CODES.values())) == len(CODES)


def test_every_code_has_a_meaning() -> None:
    assert set(CODES.values()) == set(problem_codes.MEANINGS)


def test_what_a_build_does_not_look_at_says_so() -> None:
    told = {code for code, words in problem_codes.MEANINGS.items() if "a build does not" in words}
    assert told == problem_codes.CHECK_ALONE


def test_every_mistake_in_a_block_or_topic_has_a_case() -> None:
    cases = "".join(file.read_text(encoding="utf-8") for file in SUITE.glob("*/*.md"))
    ours = "".join(
        file.read_text(encoding="utf-8")
        for folder in ("blocks", "check")
        for file in (PACKAGE / folder).glob("*.py")
    )
    used = [code for name, code in CODES.items() if re.search(rf"\b{name}\b", ours)]
    assert len(used) > 20
    assert not [code for code in used if f" {code} " not in cases and code not in ELSEWHERE]
