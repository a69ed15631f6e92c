"""Words for one patient: which of their letters no handout can print, whatever its languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careleaf.engine import Job
from careleaf.engine.content import bundled_library
from careleaf.engine.letters import unprintable
from tests.tools.outside import path_of

NAMES = ("José 王 مريم Ễ", "Ma \u1000\u1001 \u1000", "", "\u05d0\u05d1")
LACKING = ("", "\u1000\u1001", "", "\u05d0\u05d1")
"""Letters of Burmese and Hebrew, which no bundled font has."""


@pytest.mark.parametrize(
    ("language", "beside"),
    [("en", None), ("ar", None), ("en", "ar"), ("vi", "zh-Hans"), ("zh-Hans", "en")],
)
def test_letters_that_no_font_has_are_told_each_once(language: str, beside: str | None) -> None:
    job = Job(content=bundled_library(), languages=(language,), beside=beside)
    assert unprintable(job, NAMES) == LACKING


@pytest.mark.needs("dejavu")
@pytest.mark.parametrize("beside", [None, "ar"])
def test_a_clinic_can_bring_the_letters(tmp_path: Path, beside: str | None) -> None:
    content = Path(shutil.copytree(bundled_library(), tmp_path / "content"))
    shutil.copy(path_of("dejavu"), content / "clinics/more.ttf")
    file = content / "clinics/example.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("logo:", "fonts: more.ttf\nlogo:", 1), encoding="utf-8")
    job = Job(content=content, beside=beside)
    assert unprintable(job, NAMES) == ("", "\u1000\u1001", "", ""), "DejaVu has Hebrew"
