"""Every language of the shipped topic, read back from its PDFs by poppler and PDFium."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from careleaf.write.pdf.options import Ua
from tests.tools import reading, tags
from tests.tools.matrix import Kind, built, languages

ALPHABETS = {"en", "es", "vi"}
"""Written letter by letter, so that every word must come out whole."""
ELSEWHERE = 0.99
"""The least share of whole words in scripts whose letters join, stack or change places. What is
measured is in READING.md."""
ODD = re.compile(r"[\ufb00-\ufb06\ufffd\ue000-\uf8ff]")
"""Ligatures as one letter, what could not be read, and letters that mean nothing elsewhere."""


@pytest.mark.needs("poppler")
@pytest.mark.parametrize("ua", get_args(Ua))
@pytest.mark.parametrize("language", languages())
def test_words_numbers_and_ranges_are_read(language: str, ua: Ua, tmp_path: Path) -> None:
    kind = Kind(topic=languages()[language], language=language, ua=ua)
    least = 1.0 if language in ALPHABETS else ELSEWHERE
    for path in built(kind, tmp_path):
        for name, score in reading.scores(path, language).items():
            assert score.said > 100, path
            assert score.whole >= least, f"{name}: {path.name}"
            assert score.lost_numbers == (), f"{name}: {path.name}"
        for text in (tags.said(path), *reading.texts(path, language).values()):
            assert ODD.search(text) is None, path
