"""An address in; its QR code as a drawing out, one unit a module."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from careleaf.figure.outline import rectangle
from careleaf.model.art import Command, Drawing, Path

QUIET_ZONE = 4
"""Empty modules that must stay free on every side (ISO/IEC 18004): the drawing leaves them out,
so that whoever places it measures them on its own paper."""
LONGEST = 300
"""Characters; a longer address would make modules too small to scan at handout size."""


class QrError(ValueError):
    """The text cannot be a code that people can scan from paper."""


@lru_cache(maxsize=16)
def qr_code(text: str) -> Drawing:
    """Error correction M or better, at least version 1. Width and height are the modules a side.

    Painted in `ink`, never in a brand colour: scanners need dark on light. Raises QrError.
    """
    if not text or len(text) > LONGEST:
        raise QrError(f"a QR code needs 1 to {LONGEST} characters; this has {len(text)}")
    from qrcodegen import QrCode  # seldom needed: codes are kept

    code = QrCode.encode_text(text, QrCode.Ecc.MEDIUM)
    side = range(code.get_size())
    rows = tuple(bytes(code.get_module(x, y) for x in side) for y in side)
    commands: list[Command] = []
    for x, y, width in _runs(rows):
        commands.extend(rectangle(x, y, width, 1))
    path = Path(commands=tuple(commands), fill="ink")
    return Drawing(width=float(len(rows)), height=float(len(rows)), paths=(path,))


def _runs(rows: tuple[bytes, ...]) -> Iterator[tuple[int, int, int]]:
    """Column, row and length of every run of dark modules."""
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = len(row[x:]) - len(row[x:].lstrip(b"\x01"))
            if length:
                yield x, y, length
            x += max(1, length)
