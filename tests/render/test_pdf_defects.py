"""A right file with one defect planted at a time: official veraPDF or our own checks find each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import leaflet_of
from tests.tools import form_fields, pdf_two, tags
from tests.tools.defects import IN_FORMS, IN_TWO, STUDIED, Defect, planted
from tests.tools.verapdf import verdicts

Check = Callable[[Path], list[str]]

OURS: tuple[Check, ...] = (tags.faults, form_fields.faults, form_fields.order_faults)
BOTH, VERAPDF, CHECKS = "veraPDF and our checks", "veraPDF", "our checks"

FOUND_BY = {
    "no language": BOTH,
    "no metadata": VERAPDF,
    "title not shown": VERAPDF,
    "not said to be tagged": VERAPDF,
    "figure without words": BOTH,
    "figure without its box": CHECKS,
    "no tab order": BOTH,
    "link without words": VERAPDF,
    "annotation without its element": BOTH,
    "skipped heading": BOTH,
    "head cells without scope": VERAPDF,
    "paragraph in a list": VERAPDF,
    "cells in no row": VERAPDF,
    "unmarked content": BOTH,
    "fonts without unicode": BOTH,
    "unknown element": BOTH,
    "parent tree names another element": CHECKS,
    "heading tagged as a paragraph": BOTH,
    "words are a file's name": CHECKS,
    "reading order reversed": BOTH,
    "real text turned into an artifact": CHECKS,
    "wrong language": CHECKS,
    "field without words": BOTH,
    "field in no form element": BOTH,
    "two fields of one name": CHECKS,
    "two fields told alike": CHECKS,
    "a script": CHECKS,
    "looks left to the reader": CHECKS,
    "a tick that is not seen": CHECKS,
    "no look at all": CHECKS,
    "typed in a font that is not there": CHECKS,
    "fields told in another order": CHECKS,
    "bookmark without its element": BOTH,
    "element without namespace": CHECKS,
    "title in the old place": CHECKS,
    "old list of procedures": CHECKS,
}
"""Who finds what, as measured with veraPDF 1.28.2. An entry that changes is news: look at it."""


def test_twenty_two_defects_were_studied() -> None:
    assert len(STUDIED) == 22
    assert FOUND_BY.keys() == {*STUDIED, *IN_FORMS, *IN_TWO}


@pytest.mark.needs("verapdf")
@pytest.mark.parametrize(
    ("ua", "defects", "checks"),
    [("1", {**STUDIED, **IN_FORMS}, OURS), ("2", IN_TWO, (*OURS, pdf_two.faults))],
)
def test_every_defect_is_found(
    ua: str, defects: dict[str, Defect], checks: tuple[Check, ...], tmp_path: Path
) -> None:
    parts = ("--only", "glance", "--only", "plan", "--only", "lying")
    sound = leaflet_of(tmp_path, "--fillable", "--pdf-ua", ua, *parts)
    files = planted(sound, defects, tmp_path)
    told = verdicts([sound, *files.values()], f"ua{ua}")
    assert told[sound].failed == ()
    assert [fault for check in checks for fault in check(sound)] == []
    found = {
        name: _finder(bool(told[path].failed), any(check(path) for check in checks))
        for name, path in files.items()
    }
    assert found == {name: FOUND_BY[name] for name in defects}


def _finder(verapdf: bool, ours: bool) -> str:
    return {(True, True): BOTH, (True, False): VERAPDF, (False, True): CHECKS}.get(
        (verapdf, ours), "nobody"
    )
