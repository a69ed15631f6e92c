"""Handouts and notes in every language, print profile and paper, to print and to fill in, to both
parts of PDF/UA: no rule of the standard fails, and our own checks find nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.tools import form_fields, pdf_two, tags
from tests.tools.matrix import Kind, built, kinds
from tests.tools.verapdf import verdicts


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Kind, tuple[Path, ...]]:
    """Every kind, built."""
    return {kind: built(kind, tmp_path_factory.mktemp(str(kind))) for kind in kinds()}


@pytest.mark.needs("verapdf")
@pytest.mark.parametrize("flavour", ["ua1", "ua2", "wt1a"])
def test_no_rule_fails(flavour: str, files: dict[Kind, tuple[Path, ...]]) -> None:
    """One run of veraPDF for all files of a flavour. A file of PDF/UA-2 says that it is Well-Tagged
    PDF too, whose rules are nearly the same: the standard profile on one paper tells."""
    ua = 1 if flavour == "ua1" else 2
    found = [kind for kind in files if kind.ua == ua]
    if flavour == "wt1a":
        found = [one for one in found if (one.profile, one.paper) == ("standard", "letter")]
    paths = [path for kind in found for path in files[kind]]
    assert paths
    for path, told in verdicts(paths, flavour).items():
        assert [str(rule) for rule in told.failed] == [], path


def test_what_verapdf_does_not_see_is_right_too(files: dict[Kind, tuple[Path, ...]]) -> None:
    for kind, some in files.items():
        for path in some:
            assert tags.faults(path) == [], path
            assert (pdf_two.faults(path) == []) == (kind.ua == 2), path
            if kind.fillable:
                assert form_fields.faults(path) == [], path
                assert form_fields.order_faults(path) == [], path


def test_both_parts_say_the_same(files: dict[Kind, tuple[Path, ...]]) -> None:
    """The two differ in how a file is written, never in what it says."""
    said: dict[str, set[str]] = {}
    for kind, some in files.items():
        for path in some:
            alike = f"{replace(kind, ua=1)} {path.name}"
            said.setdefault(alike, set()).add(tags.said(path))
    assert {alike: len(texts) for alike, texts in said.items()} == dict.fromkeys(said, 1)


def test_title_language_bookmarks_and_links(files: dict[Kind, tuple[Path, ...]]) -> None:
    for kind, some in files.items():
        for path in some:
            with pikepdf.open(path) as pdf:
                _looked_into(pdf, kind)


def _looked_into(pdf: pikepdf.Pdf, kind: Kind) -> None:
    """A window's title, the language, and for every bookmark and link where it leads and what it
    is called."""
    with pdf.open_metadata() as told:
        title = told["dc:title"]
    assert title
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.Root.Lang).startswith(kind.language)
    with pdf.open_outline() as outline:
        marks = list(_flat(outline.root))
    assert marks
    assert all(mark.title and (mark.destination or mark.action) for mark in marks)
    links = [one for page in pdf.pages for one in page.get("/Annots", []) if one.Subtype == "/Link"]
    assert links or kind.profile == "easy-read"
    for link in links:
        words, _, target = str(link.Contents).rpartition(": ")
        assert words.strip()
        assert target.startswith(("#", "https://", "tel:", "mailto:")) or str(link.A.URI), target


def _flat(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _flat(item.children)
