"""How sentences and headings end, in every script; and what is kept on one line."""

from __future__ import annotations

import pytest

from careleaf.model.inline import unbroken
from careleaf.model.stops import as_name, ends_sentence, gap_after, without_full_stop


@pytest.mark.parametrize(
    ("text", "ends", "bare", "name"),
    [
        ("Walk.", True, "Walk", "Walk"),
        ("Walk", False, "Walk", "Walk"),
        ("Why walk?", True, "Why walk?", "Why walk?"),
        ("Call us if:", True, "Call us if:", "Call us if"),
        ("And then...", True, "And then...", "And then"),
        ("继续活动。", True, "继续活动", "继续活动"),
        ("请打电话：", True, "请打电话：", "请打电话"),
        ("चलते रहें।", True, "चलते रहें", "चलते रहें"),
        ("لماذا المشي؟", True, "لماذا المشي؟", "لماذا المشي؟"),
    ],
)
def test_a_stop_is_known_in_every_script(text: str, ends: bool, bare: str, name: str) -> None:
    assert ends_sentence(text) is ends
    assert without_full_stop(text) == bare
    assert as_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "15 to 20",
        "1 in 3",
        "15 a 20",
        "1 de cada 13",
        "15 إلى 20",
        "1 من 100",
        "15 से 20",
        "100 में से 1",
        "15 đến 20",
        "1 trong 100",
    ],
)
def test_both_numbers_of_a_range_stay_on_one_line(text: str) -> None:
    assert unbroken(f"x {text} y") == f"x {text.replace(' ', chr(0xA0))} y"


def test_a_wide_stop_has_its_space_in_it() -> None:
    assert [gap_after(text) for text in ("平躺。", "Lie down.", "लेटें।")] == ["", " ", " "]
