"""Paragraphs as patients read them: what is drawn where, from the left. `tests/test_unicode.py`
has the standard's own cases."""

from __future__ import annotations

import subprocess
import sys

import pytest

from careleaf.text.bidi import Base, VisualRun, embedding, visual_runs

ALEF, BEH, TEH = "\u0627", "\u0628", "\u062a"
ISOLATE, CLOSE = "\u2066", "\u2069"


def _drawn(text: str, base: Base, start: int = 0, end: int | None = None) -> str:
    runs = visual_runs(embedding(text, base), start, len(text) if end is None else end)
    return "".join(
        text[run.start : run.end][:: 1 if run.direction == "ltr" else -1] for run in runs
    )


def test_left_to_right_text_is_one_run_and_costs_nothing() -> None:
    paragraph = embedding("Uống thuốc hai lần – mỗi ngày 1,5 ml.", "auto")
    assert paragraph.letters == ""
    assert visual_runs(paragraph, 4, 9) == [VisualRun(4, 9, 0)]
    assert visual_runs(paragraph, 4, 4) == []


def test_left_to_right_text_loads_no_tables() -> None:
    code = """
import sys
from careleaf.text.bidi import embedding
embedding("Take one tablet – twice a day.")
print([name for name in sys.modules if name.startswith("careleaf.text.bidi_")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "base", "drawn"),
    [
        pytest.param("", "rtl", "", id="nothing"),
        pytest.param("a\u0627", "ltr", "a\u0627", id="one letter each"),
        pytest.param(f"{ALEF}{BEH} 25 mg.", "rtl", f".mg 25 {BEH}{ALEF}", id="a dose turns"),
        pytest.param(
            f"{ALEF}{BEH} {ISOLATE}25 mg{CLOSE}.",
            "rtl",
            f".{CLOSE}25 mg{ISOLATE} {BEH}{ALEF}",
            id="a dose in an isolate",
        ),
        pytest.param(f"{ALEF}{BEH} 10-12", "rtl", f"12-10 {BEH}{ALEF}", id="a range turns"),
        pytest.param(f"{BEH} ({ALEF})", "auto", f"){ALEF}( {BEH}", id="brackets"),
        pytest.param(f"see {ALEF}{BEH}.", "auto", f"see {BEH}{ALEF}.", id="in an English line"),
        pytest.param("5.", "auto", "5.", id="no letter at all"),
        pytest.param("5.", "rtl", ".5", id="no letter, right to left"),
    ],
)
def test_what_is_drawn_from_the_left(text: str, base: Base, drawn: str) -> None:
    assert _drawn(text, base) == drawn


def test_a_telephone_number_in_an_isolate_keeps_its_order() -> None:
    number = "+1 555 0142"
    loose = _drawn(f"{ALEF}{BEH} {number}", "rtl")
    isolated = _drawn(f"{ALEF}{BEH} {ISOLATE}{number}{CLOSE}", "rtl")
    assert number not in loose
    assert number in isolated


def test_lines_are_turned_one_by_one() -> None:
    text = f"{ALEF}{BEH} {TEH}{ALEF} ab cd"
    assert _drawn(text, "rtl", 0, 6) == f" {ALEF}{TEH} {BEH}{ALEF}"
    assert _drawn(text, "rtl", 6) == "ab cd"
    # "ab " ends a line: its space is the paragraph's, so at the left.
    assert _drawn(text, "rtl", 6, 9) == " ab"


def test_a_tab_parts_what_is_turned() -> None:
    assert _drawn(f"{ALEF} \t{BEH}", "ltr") == f"{ALEF} \t{BEH}"
