"""The canvas marks all it paints, and every hook into ReportLab does what it is there for."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from careleaf.model.art import Picture
from careleaf.write.pdf.canvas import TaggedCanvas, UntaggedError
from careleaf.write.pdf.pictures import Pictures
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.tree import structure_tree
from tests.tools import tags


def saved(canvas: TaggedCanvas, root: Element, path: Path) -> pikepdf.Pdf:
    canvas.document.Catalog.StructTreeRoot = structure_tree(canvas.document, root, canvas.tagging)
    path.write_bytes(canvas.finish())
    return pikepdf.open(path)


@pytest.fixture
def canvas() -> TaggedCanvas:
    return TaggedCanvas((200, 200))


@pytest.fixture
def root() -> Element:
    return Element("Document")


def test_text_outside_the_structure_is_refused(canvas: TaggedCanvas) -> None:
    with pytest.raises(UntaggedError):
        canvas.paint_text("BT ET", None, artifact=False)


def test_text_may_be_said_to_be_an_artifact(canvas: TaggedCanvas) -> None:
    canvas.paint_text("BT ET", None, artifact=True)


def test_what_follows_in_the_same_content_joins_it(
    canvas: TaggedCanvas, root: Element, tmp_path: Path
) -> None:
    content = root.add("P").content()
    for _ in range(2):
        canvas.paint("0 0 10 10 re f", content)
    canvas.paint("0 0 10 10 re f", None)
    canvas.showPage()
    pdf = saved(canvas, root, tmp_path / "a.pdf")
    stream = pdf.pages[0].Contents.read_bytes()
    assert stream.count(b"BDC") == 1
    assert stream.count(b"/Artifact BMC") == 1
    assert stream.count(b"EMC") == 2


def test_content_over_two_pages_belongs_to_one_element(
    canvas: TaggedCanvas, root: Element, tmp_path: Path
) -> None:
    content = root.add("P").content()
    for _ in range(2):
        canvas.paint("0 0 10 10 re f", content)
        canvas.showPage()
    saved(canvas, root, tmp_path / "a.pdf")
    assert tags.faults(tmp_path / "a.pdf") == []


def test_pages_have_structure_keys_and_tab_order(
    canvas: TaggedCanvas, root: Element, tmp_path: Path
) -> None:
    canvas.showPage()
    canvas.showPage()
    pages = saved(canvas, root, tmp_path / "a.pdf").pages
    assert [(int(page.obj.StructParents), str(page.obj.Tabs)) for page in pages] == [
        (0, "/S"),
        (1, "/S"),
    ]


def test_no_helvetica_and_no_ascii85(canvas: TaggedCanvas, root: Element, tmp_path: Path) -> None:
    canvas.paint("0 0 10 10 re f", root.add("P").content())
    canvas.showPage()
    saved(canvas, root, tmp_path / "a.pdf")
    data = (tmp_path / "a.pdf").read_bytes()
    assert b"Helvetica" not in data
    assert b"ASCII85" not in data


def test_a_link_is_bound_to_its_element(
    canvas: TaggedCanvas, root: Element, tmp_path: Path
) -> None:
    link = root.add("P").add("Link", link="https://example.example")
    canvas.paint("0 0 10 10 re f", link.content())
    canvas.link(link, "our page", (0, 0, 10, 10))
    canvas.showPage()
    pdf = saved(canvas, root, tmp_path / "a.pdf")
    assert tags.faults(tmp_path / "a.pdf") == []
    [annotation] = pdf.pages[0].Annots
    assert str(annotation.Contents) == "our page"
    assert str(annotation.A.URI) == "https://example.example"


def png(width: int, height: int, colour_type: int, row: bytes) -> Picture:
    """A PNG of equal rows, eight bits a channel."""
    header = struct.pack(">IIBBBBB", width, height, 8, colour_type, 0, 0, 0)
    pixels = zlib.compress((b"\0" + row) * height)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return Picture(data=data, mime="image/png", width=width, height=height)


def drawn(picture: Picture, path: Path) -> tuple[pikepdf.Pdf, Any]:
    """The file, which must stay open, and the image in it."""
    canvas, root = TaggedCanvas((200, 200)), Element("Document")
    name = Pictures(canvas).name(picture)
    canvas.paint(f"/{name} Do", None)
    canvas.showPage()
    pdf = saved(canvas, root, path)
    return pdf, pdf.pages[0].Resources.XObject[f"/{name}"]


def test_a_png_is_passed_through_untouched(tmp_path: Path) -> None:
    picture = png(2, 2, 2, b"\xff\0\0\0\xff\0")
    _pdf, image = drawn(picture, tmp_path / "a.pdf")
    assert image.read_raw_bytes() in picture.data
    shown = pikepdf.PdfImage(image).as_pil_image()
    assert [shown.getpixel((x, 0)) for x in (0, 1)] == [(255, 0, 0), (0, 255, 0)]


def test_transparency_becomes_a_soft_mask(tmp_path: Path) -> None:
    _pdf, image = drawn(png(1, 1, 6, b"\x01\x02\x03\x80"), tmp_path / "a.pdf")
    assert image.read_bytes() == b"\x01\x02\x03"
    assert image.SMask.read_bytes() == b"\x80"


def test_a_jpeg_is_passed_through_untouched(tmp_path: Path) -> None:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", (3, 2), 128).save(buffer, "JPEG")
    picture = Picture(data=buffer.getvalue(), mime="image/jpeg", width=3, height=2)
    _pdf, image = drawn(picture, tmp_path / "a.pdf")
    assert image.read_raw_bytes() == picture.data
    assert str(image.ColorSpace) == "/DeviceGray"
