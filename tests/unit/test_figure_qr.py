"""QR codes: a scanner that is not ours must read them from what would be printed."""

from __future__ import annotations

import pytest
import zxingcpp

from careleaf.figure.qr import LONGEST, QUIET_ZONE, QrError, qr_code
from careleaf.model.art import Drawing


def printed(drawing: Drawing, scale: int = 4) -> memoryview:
    """The drawing as grey paper, one byte a pixel: rectangles filled one after another."""
    side = (int(drawing.width) + 2 * QUIET_ZONE) * scale
    paper = bytearray(b"\xff" * side * side)
    (path,) = drawing.paths
    for place in range(0, len(path.commands), 5):
        left, top = (int(float(n)) + QUIET_ZONE for n in path.commands[place][1:])
        right, bottom = (int(float(n)) + QUIET_ZONE for n in path.commands[place + 2][1:])
        for y in range(top * scale, bottom * scale):
            row = y * side
            paper[row + left * scale : row + right * scale] = bytes((right - left) * scale)
    return memoryview(paper).cast("B", (side, side))


@pytest.mark.parametrize(
    "address",
    [
        "https://clinic.example/back",
        "https://clinic.example/" + "back-and-hip/" * 20,
        "tel:555-0142",
        "https://clinic.example/espalda?idioma=español",
    ],
)
def test_a_scanner_reads_it(address: str) -> None:
    (result,) = zxingcpp.read_barcodes(printed(qr_code(address)))
    assert result.text == address


def test_it_is_dark_whatever_the_brand_and_has_no_margin_of_its_own() -> None:
    drawing = qr_code("https://clinic.example")
    (path,) = drawing.paths
    assert path.fill == "ink"
    assert path.commands[0] == ("M", 0, 0)
    assert drawing.width == drawing.height == 25


@pytest.mark.parametrize("text", ["", "x" * (LONGEST + 1)])
def test_what_nobody_could_scan_is_refused(text: str) -> None:
    with pytest.raises(QrError):
        qr_code(text)
