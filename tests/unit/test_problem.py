"""A problem in; the line with carets, the JSON record and the CI annotation out."""

from __future__ import annotations

from careleaf.problem import (
    Problem,
    Severity,
    as_annotation,
    as_records,
    as_text,
    did_you_mean,
    has_errors,
    in_order,
)
from careleaf.source import Source, Span

SOURCE = Source("topics/a/en.md", "---\nreps: five\n痛み rest\n")
SOURCES = {SOURCE.path: SOURCE}


def problem(start: int, end: int, code: str = "E204", hint: str = "") -> Problem:
    return Problem(code, Span(SOURCE.path, start, end), "'reps' needs a number", hint)


def test_text_has_the_line_carets_and_the_hint() -> None:
    assert as_text(problem(10, 14, hint="for example: reps: 5"), SOURCES) == (
        "topics/a/en.md:2:7: E204 'reps' needs a number\n"
        "  2 | reps: five\n"
        "    |       ^^^^\n"
        "    = for example: reps: 5"
    )


def test_carets_stop_at_the_end_of_the_line() -> None:
    assert as_text(problem(10, 20), SOURCES).endswith("|       ^^^^")


def test_an_empty_place_still_has_a_caret() -> None:
    assert as_text(problem(4, 4), SOURCES).endswith("    | ^")


def test_a_long_line_is_cut_around_its_carets() -> None:
    source = Source("a.md", "x" * 5000 + "HERE" + "y" * 5000)
    text = as_text(Problem("E204", Span("a.md", 5000, 5004), "wrong"), {"a.md": source})
    _, shown, carets = text.split("\n")
    assert len(shown) < 140
    assert shown[carets.index("^") :].startswith("HERE")
    assert carets.count("^") == 4


def test_a_long_line_is_cut_between_words_and_says_so() -> None:
    line = "some words of it " * 20 + "HERE " + "more words of it " * 20
    start = line.index("HERE")
    source = Source("a.md", line)
    text = as_text(Problem("E204", Span("a.md", start, start + 4), "wrong"), {"a.md": source})
    shown = text.split("\n")[1].removeprefix("  1 | ")
    assert len(shown) <= 120
    assert (shown[0], shown[-1]) == ("…", "…")
    assert f" {line} ".count(f" {shown.strip('…')} ") == 1
    assert text.split("\n")[2].index("^") == text.split("\n")[1].index("HERE")


def test_carets_stand_under_wide_letters_accents_and_tabs() -> None:
    line = "\t痛み e\u0301 HERE"
    start = line.index("HERE")
    text = as_text(
        Problem("E204", Span("a.md", start, len(line)), "wrong"), {"a.md": Source("a.md", line)}
    )
    _, shown, carets = text.split("\n")
    assert shown == "  1 |  痛み e\u0301 HERE"
    assert carets == "    | " + " " * len(" 1122 e ") + "^^^^"
    wide = as_text(Problem("E204", Span("a.md", 1, 3), "wrong"), {"a.md": Source("a.md", line)})
    assert wide.endswith("    |  ^^^^")


def test_control_characters_do_not_reach_the_terminal() -> None:
    source = Source("a.md", "a\x1b[31mb\x07")
    text = as_text(Problem("E002", Span("a.md", 1, 2), "wrong"), {"a.md": source})
    assert "\x1b" not in text
    assert "\x07" not in text


def test_a_file_that_was_not_read_is_named_all_the_same() -> None:
    assert as_text(problem(0, 0), {}) == "topics/a/en.md: E204 'reps' needs a number"


def test_records_count_lines_and_columns_from_one() -> None:
    (record,) = as_records([problem(15, 17, "W501", "rest")], SOURCES)
    assert record == {
        "code": "W501",
        "severity": "warning",
        "file": "topics/a/en.md",
        "line": 3,
        "column": 1,
        "endLine": 3,
        "endColumn": 3,
        "message": "'reps' needs a number",
        "hint": "rest",
    }


def test_annotations_escape_what_would_end_them() -> None:
    wrong = Problem("E204", Span("a,b:c.md", 0, 1), "50%\nof it", "a hint")
    line = as_annotation(wrong, {"a,b:c.md": Source("a,b:c.md", "x")})
    assert line == ("::error file=a%2Cb%3Ac.md,line=1,col=1,title=E204::50%25%0Aof it (a hint)")


def test_problems_are_sorted_by_place_and_told_once() -> None:
    late, early = problem(10, 14), problem(4, 8)
    assert in_order([late, early, late]) == [early, late]


def test_only_errors_stop_a_build() -> None:
    assert problem(0, 1).severity is Severity.ERROR
    assert not has_errors([problem(0, 1, "W501")])
    assert has_errors([problem(0, 1, "W501"), problem(0, 1)])


def test_the_nearest_word_is_named() -> None:
    assert did_you_mean("rep", ["sets", "reps"]) == "did you mean 'reps'?"
    assert did_you_mean("carousel", ["sets", "reps"]) == ""


def test_problems_that_differ_in_their_hints_alone_have_an_order_too() -> None:
    """A set has another order in every process, and reports must not."""
    some = [Problem("W544", Span("a.md", 0, 1), "'ibuprofen'", hint) for hint in "dacb"]
    for turn in range(4):
        turned = some[turn:] + some[:turn]
        assert [one.hint for one in in_order(turned)] == ["a", "b", "c", "d"]
