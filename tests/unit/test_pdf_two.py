"""A canvas for PDF/UA-2: what its file has that one for PDF/UA-1 has not."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from careleaf.write.pdf.canvas import TaggedCanvas
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.tree import structure_tree
from tests.tools import pdf_two, tags

DRAWN = "0 0 10 10 re f"


@pytest.fixture
def canvas() -> TaggedCanvas:
    return TaggedCanvas((200, 200), 2)


@pytest.fixture
def root() -> Element:
    return Element("Document")


def saved(canvas: TaggedCanvas, root: Element, path: Path) -> pikepdf.Pdf:
    document = canvas.document
    document.Catalog.StructTreeRoot = structure_tree(document, root, canvas.tagging, canvas.ua)
    path.write_bytes(canvas.finish())
    assert tags.faults(path) == []
    assert pdf_two.faults(path) == []
    return pikepdf.open(path)


def test_links_and_bookmarks_lead_to_elements(
    canvas: TaggedCanvas, root: Element, tmp_path: Path
) -> None:
    link = root.add("P").add("Link", link="#rest")
    canvas.paint(DRAWN, link.content())
    canvas.link(link, "Rest: #rest", (0, 0, 10, 10))
    canvas.showPage()
    canvas.place("rest", 150)
    canvas.addOutlineEntry("Rest", "rest", 0)
    canvas.paint(DRAWN, None)
    canvas.paint(DRAWN, root.add("H1").content())
    canvas.showPage()
    pdf = saved(canvas, root, tmp_path / "two.pdf")
    [annotation] = pdf.pages[0].Annots
    for action in (annotation.A, pdf.Root.Outlines.First.A):
        assert action.SD[0].S == "/H1"
        assert action.D[0].objgen == pdf.pages[1].obj.objgen


def test_a_place_with_nothing_behind_it_is_at_the_last_element(
    canvas: TaggedCanvas, root: Element, tmp_path: Path
) -> None:
    canvas.paint(DRAWN, root.add("P").content())
    canvas.place("end", 10)
    canvas.addOutlineEntry("End", "end", 0)
    canvas.showPage()
    pdf = saved(canvas, root, tmp_path / "two.pdf")
    assert pdf.Root.Outlines.First.A.SD[0].S == "/P"


def test_an_entry_of_a_table_of_contents_names_what_it_leads_to(
    canvas: TaggedCanvas, root: Element, tmp_path: Path
) -> None:
    link = root.add("TOC").add("TOCI").add("Reference").add("Link", link="#rest")
    canvas.paint(DRAWN, link.content())
    canvas.link(link, "Rest: #rest", (0, 0, 10, 10))
    canvas.place("rest", 150)
    canvas.paint(DRAWN, root.add("H1").content())
    canvas.showPage()
    pdf = saved(canvas, root, tmp_path / "two.pdf")
    [toc, heading] = pdf.Root.StructTreeRoot.K[0].K
    assert toc.K[0].K[0].Ref[0].objgen == heading.objgen


def test_a_list_of_labels_and_words_is_a_description(
    canvas: TaggedCanvas, root: Element, tmp_path: Path
) -> None:
    for labelled in (True, False):
        item = root.add("L").set("List", "ListNumbering", "None").add("LI")
        if labelled:
            canvas.paint(DRAWN, item.add("Lbl").content())
        canvas.paint(DRAWN, item.add("LBody").content())
    canvas.showPage()
    pdf = saved(canvas, root, tmp_path / "two.pdf")
    lists = pdf.Root.StructTreeRoot.K[0].K
    assert [str(one.A[0].ListNumbering) for one in lists] == ["/Description", "/None"]


def test_what_pdf_two_drops_is_found_in_a_file_of_pdf_one(root: Element, tmp_path: Path) -> None:
    canvas = TaggedCanvas((200, 200))
    canvas.paint(DRAWN, root.add("P").content())
    canvas.showPage()
    path = tmp_path / "one.pdf"
    canvas.document.Catalog.StructTreeRoot = structure_tree(canvas.document, root, canvas.tagging)
    path.write_bytes(canvas.finish())
    found = pdf_two.faults(path)
    assert "the header is not that of 2.0" in found
    assert "Info has /Title" in found
    assert "/ProcSet is there" in found
    assert "/P is not of the namespace of PDF 2.0" in found
