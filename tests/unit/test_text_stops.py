"""What ends and joins words, by the script that they end in."""

from __future__ import annotations

import pytest

from careleaf.text.stops import comma, full_stop, sentences_joined, space_behind


@pytest.mark.parametrize(
    ("words", "stop", "and_then"),
    [
        ("Walk", ".", ", "),
        ("Camine (5)", ".", ", "),
        ("Đi bộ", ".", ", "),
        ("امش", ".", "\u060c "),
        ("चलें", "\u0964", ", "),
        ("走路", "\u3002", "\uff0c"),
        ("走 5", "\u3002", "\uff0c"),
        ("5", ".", ", "),
        ("", ".", ", "),
    ],
)
def test_words_end_as_their_script_ends_them(words: str, stop: str, and_then: str) -> None:
    assert full_stop(words) == stop
    assert comma(words) == and_then


def test_wide_stops_have_no_space_behind_them() -> None:
    assert space_behind("走路。") == ""
    assert space_behind("Walk.") == space_behind("चलें।") == space_behind("امش.") == " "
    assert sentences_joined(["走路。", "休息。"]) == "走路。休息。"
    assert sentences_joined(["Walk.", "Rest."]) == "Walk. Rest."
    assert sentences_joined([]) == ""
