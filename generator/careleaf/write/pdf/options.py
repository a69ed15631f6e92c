"""What kind of PDF is wanted: for writers, in one value."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Ua = Literal[1, 2]
"""The part of ISO 14289, PDF/UA: 1 asks for PDF 1.7, 2 for PDF 2.0."""


class PdfOptions(Struct, frozen=True, kw_only=True):
    """The standard that a file keeps to."""

    ua: Ua = 1


PLAIN = PdfOptions()
"""What every reader opens: PDF/UA-1."""
