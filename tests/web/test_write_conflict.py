"""Two texts of one file: where they differ, who changed what, and what somebody's picks make."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.web.write.conflict import Place, Side, merged, places, resolved

BASE = "title\n\nreps: 8\nsteps\n- You cannot walk.\nend"
YOURS = BASE.replace("8", "10")
FILE = BASE.replace("cannot walk", "cannot put weight on it")


def both(place: Place) -> tuple[str, str]:
    return "".join(s.text for s in place.yours), "".join(s.text for s in place.file)


def test_each_place_has_its_line_and_both_sides() -> None:
    first, second = places(YOURS, FILE, BASE)
    assert (first.line, both(first)) == (3, ("reps: 10", "reps: 8"))
    assert (second.line, both(second)) == (
        5,
        ("- You cannot walk.", "- You cannot put weight on it."),
    )


def test_the_words_that_differ_are_marked() -> None:
    first, _ = places(YOURS, FILE)
    assert [(one.text, one.marked) for one in first.yours] == [("reps: ", False), ("10", True)]


def test_who_changed_a_place_is_known_from_the_text_that_both_had() -> None:
    assert [one.changed for one in places(YOURS, FILE, BASE)] == ["yours", "file"]
    assert [one.changed for one in places(YOURS, FILE)] == [None, None]
    other = BASE.replace("8", "12")
    assert [one.changed for one in places(YOURS, other, BASE)] == [None]


@pytest.mark.parametrize(
    ("yours", "file", "changed"),
    [
        ("title\nnew\n" + BASE[6:], BASE, "yours"),
        (BASE, "title\nnew\n" + BASE[6:], "file"),
        (BASE.replace("steps\n", ""), BASE, "yours"),
        (BASE, BASE.replace("steps\n", ""), "file"),
        (BASE + "\nmore", BASE, "yours"),
    ],
)
def test_lines_that_were_added_or_left_out_are_told_apart(
    yours: str, file: str, changed: Side
) -> None:
    assert [one.changed for one in places(yours, file, BASE)] == [changed]


@pytest.mark.parametrize(
    ("picks", "wanted"),
    [
        (["yours", "yours"], YOURS),
        (["file", "file"], FILE),
        (["yours", "file"], YOURS.replace("cannot walk", "cannot put weight on it")),
    ],
)
def test_picks_make_one_text(picks: list[Side], wanted: str) -> None:
    assert merged(YOURS, FILE, picks) == wanted


def test_a_pick_for_each_place_or_none_at_all() -> None:
    with pytest.raises(ValueError, match="shorter"):
        merged(YOURS, FILE, ["yours"])


def test_picks_of_a_form_make_one_text_or_none() -> None:
    assert resolved(YOURS, FILE, {"place-0": "yours", "place-1": "yours"}) == YOURS
    assert resolved(YOURS, FILE, {"place-0": "file", "place-1": "file", "x": "y"}) == FILE
    assert resolved(YOURS, FILE, {"place-0": "file"}) is None
    assert resolved(YOURS, FILE, {"place-0": "file", "place-1": "both"}) is None


def test_a_long_text_of_lines_that_are_often_there_is_no_trap() -> None:
    """Without the rule that frequent lines anchor nothing this takes minutes."""
    yours, file = "a\nb\n" * 4500, "b\na\n" * 4500
    started = time.thread_time()
    found = places(yours, file)
    assert time.thread_time() - started < 5
    assert merged(yours, file, ["file"] * len(found)) == file


def test_many_places_of_many_words_are_no_trap() -> None:
    """Each pair of lines is short enough to compare its words; all of them take minutes."""
    yours = "".join(f"{'a b ' * 120}\n{n}\n" for n in range(500))
    file = yours.replace("a b", "b c")
    started = time.thread_time()
    found = places(yours, file)
    assert time.thread_time() - started < 5
    assert len(found) == 500
    assert any(not one.marked for one in found[0].yours), "of the first the words are told apart"
    assert merged(yours, file, ["file"] * len(found)) == file


def test_words_of_very_long_lines_are_not_told_apart() -> None:
    [place] = places("x " * 10_000, "y " * 10_000)
    assert [one.marked for one in place.yours] == [True]


TEXT = st.text(alphabet="ab\n", max_size=40)


@given(TEXT, TEXT, TEXT)
def test_nothing_is_lost_whatever_the_texts(yours: str, file: str, base: str) -> None:
    found = places(yours, file, base)
    assert merged(yours, file, ["yours"] * len(found)) == yours
    assert merged(yours, file, ["file"] * len(found)) == file
