"""Cases in `tests/suite/leaflet`, those beside it, `tags` and `forms`: what paper shows.

What must come out of `leaflet` is every mark in its place, in points (all pages of a whole topic
file); of `tags` the structure tree, read back from the file itself, and of `forms` the same of a
file to fill in.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careleaf.model.leaflet import Profile
from careleaf.write.pdf.options import PdfOptions
from tests.tools import tags
from tests.tools.cases import Case, cases, compare
from tests.tools.leaflets import SIDEWAYS, composed, placed, written


@pytest.mark.parametrize("case", [*cases("leaflet")], ids=str)
def test_a_leaflet_shows(case: Case) -> None:
    found = placed(composed(case.text, folder=case.folder))
    compare(case, found if case.whole else _below_heading(found))


@pytest.mark.parametrize("case", [*cases("leaflet-rtl")], ids=str)
def test_a_leaflet_read_from_right_to_left_shows(case: Case) -> None:
    found = placed(composed(case.text, folder=case.folder, spoken=SIDEWAYS))
    compare(case, found if case.whole else _below_heading(found))


PROFILES: tuple[Profile, ...] = ("large", "easy-read", "ink-saver")


@pytest.mark.parametrize(
    ("profile", "case"),
    [(one, case) for one in PROFILES for case in cases(f"leaflet-{one}")],
    ids=str,
)
def test_a_leaflet_printed_in_another_way_shows(profile: Profile, case: Case) -> None:
    found = placed(composed(case.text, folder=case.folder, profile=profile))
    compare(case, _below_heading(found))


@pytest.mark.parametrize("case", [*cases("tags"), *cases("forms")], ids=str)
def test_a_leaflet_is_tagged(case: Case, tmp_path: Path) -> None:
    options = PdfOptions(fillable=case.file.parent.name == "forms")
    result = written(composed(case.text, folder=case.folder), options)
    assert not result.problems
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(result.data)
    assert tags.faults(path) == []
    found = tags.tree(path)
    if not case.whole:
        found = _of_section(found)
    compare(case, found)


@pytest.mark.parametrize("case", [*cases("tags-rtl")], ids=str)
def test_a_leaflet_read_from_right_to_left_is_tagged(case: Case, tmp_path: Path) -> None:
    """Nothing is wrong but that the product's own phrases are English here."""
    result = written(composed(case.text, folder=case.folder, spoken=SIDEWAYS))
    assert not result.problems
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(result.data)
    faults = (fault for fault in tags.faults(path) if "reads as en" not in fault)
    assert list(faults) == []
    compare(case, _of_section(tags.tree(path)))


_SECTION = re.compile(r"<[\d.]+/700 navy> A section\n")
_SMALL_PRINT = (" About this guide", " What is not here")


def _below_heading(pages: str) -> str:
    """From the case's section up to the small print and the rule above it."""
    lines = _SECTION.split(pages, maxsplit=1)[1].splitlines()
    end = next(number for number, line in enumerate(lines) if line.endswith(_SMALL_PRINT))
    return "\n".join(lines[: end - 1])


def _of_section(tree: str) -> str:
    """From the case's section up to the small print."""
    return tree.partition("  H3 'A section'\n")[2].partition("  H2 'About this guide'")[0]
