"""A PDF in; its words in reading order, by two extractors that know nothing of each other, out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2

from tests.tools.outside import path_of, run

SOFT_HYPHEN = "\u00ad"


def by_poppler(pdf: Path, *, raw: bool = True) -> str:
    """The text as `pdftotext` reads it, in the order of the content stream; not `raw`: in the order
    in which it takes the page to be read, which right-to-left letters need."""
    order = ("-raw",) if raw else ()
    return run(path_of("poppler"), *order, "-enc", "UTF-8", pdf, "-").stdout


def by_pdfium(pdf: Path) -> str:
    """The text as PDFium (Chrome's reader) finds it."""
    return "\n".join(pages_by_pdfium(pdf))


def pages_by_pdfium(pdf: Path) -> list[str]:
    """The same, page by page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page_text(document, number) for number in range(len(document))]
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range())
    finally:
        text_page.close()
        page.close()


def tokens(text: str) -> list[str]:
    """Words and numbers, in order: ligatures taken apart, case and punctuation dropped."""
    plain = unicodedata.normalize("NFKC", text.replace(SOFT_HYPHEN, ""))
    return re.findall(r"[^\W_]+", plain.casefold())


def numbers(text: str) -> list[str]:
    """Every number as written, with what joins its digits ("1.5", "10:30", "2028-05-12")."""
    return re.findall(r"\d+(?:[.,:/-]\d+)*", unicodedata.normalize("NFKC", text))


def missing(expected: Sequence[str], found: Sequence[str]) -> list[str]:
    """The expected words that are not found in their order; what is found besides is no fault."""
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    return [
        word
        for tag, start, end, _, _ in matcher.get_opcodes()
        if tag in ("delete", "replace")
        for word in expected[start:end]
    ]


def joined(texts: Iterable[str]) -> list[str]:
    """The tokens of several texts, one after the other."""
    return [token for text in texts for token in tokens(text)]
