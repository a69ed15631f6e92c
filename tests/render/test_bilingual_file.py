"""Every topic in every language beside English, as a file: valid PDF/UA-1, all words in order."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from careleaf.cli import main
from careleaf.engine.content import find_content
from tests.tools import tags
from tests.tools.outside import CHECKOUT
from tests.tools.verapdf import verdict

CONTENT = CHECKOUT / "content"


def pairs() -> list[tuple[str, str]]:
    """Each topic with each language that it is there in, but English."""
    known = find_content(CONTENT)
    return [
        (topic, code)
        for topic in known.topics()
        for code in known.languages(topic)
        if code != "en" and "en" in known.languages(topic)
    ]


@pytest.mark.needs("verapdf")
@pytest.mark.parametrize(("topic", "code"), pairs())
@pytest.mark.parametrize("leads", [True, False], ids=["first", "second"])
def test_no_rule_of_pdf_ua_fails(topic: str, code: str, tmp_path: Path, *, leads: bool) -> None:
    first, second = (code, "en") if leads else ("en", code)
    options = ["--lang", first, "--with", second, "--output", str(tmp_path)]
    assert main(["build", topic, "--content", str(CONTENT), "--clinic", "example", *options]) == 0
    path = tmp_path / f"{topic}-{first}-{second}.pdf"
    assert [str(rule) for rule in verdict(path).failed] == []
    assert tags.faults(path) == []
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang).partition("-")[0] == first.partition("-")[0]
    assert f"Lang='{second.partition('-')[0]}" in tags.tree(path)
