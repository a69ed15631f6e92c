"""What a page in two languages is set with, in points. Both languages have the same sizes."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.write.pdf.styles import BOLD, SEMIBOLD, STANDARD, Style

BILINGUAL = replace(
    STANDARD,
    title=Style(24, 27, BOLD, "navy"),
    subtitle=Style(13.5, 17),
    part=Style(20, 24, BOLD, "navy"),
    section=Style(16, 20, BOLD, "navy"),
    small_heading=Style(13.5, 17, BOLD, "navy"),
    key=Style(15, 19, SEMIBOLD),
    card_title=Style(14, 18, BOLD, "navy"),
    flag_title=Style(15, 19, BOLD, "white"),
    flag_head=Style(13.5, 17, BOLD, "red"),
    flag_number=Style(15, 19, BOLD, "navy"),
    phone=Style(20, 24, BOLD, "navy"),
    block_gap=9.0,
    list_gap=5.0,
)
"""Headings are smaller than on a page in one language, words to act on are not."""
