"""What kind of PDF is wanted: for writers, in one value."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Ua = Literal[1, 2]
"""The part of ISO 14289, PDF/UA: 1 asks for PDF 1.7, 2 for PDF 2.0."""


class PdfOptions(Struct, frozen=True, kw_only=True):
    """The standard that a file keeps to, and whether it can be filled in on a screen."""

    ua: Ua = 1
    fillable: bool = False
    """Whether lines to write on and boxes to tick are fields of a form."""


PLAIN = PdfOptions()
"""What every reader opens: PDF/UA-1."""
