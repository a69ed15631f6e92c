"""The bytes of a source file in; the reference that claims can rest on, and every mistake, out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from careleaf.blocks.field import Field, choice, day, matching, text, whole
from careleaf.language import CODE
from careleaf.model.library import Reference
from careleaf.read.header import read_header
from careleaf.read.link import HTTPS
from careleaf.read.reading import Reading

FIELDS: Mapping[str, Field[object]] = {
    "title": text("Low back pain and sciatica in over 16s", required=True),
    "publisher": text("National Institute for Health and Care Excellence", required=True),
    "year": whole(1900, 2199, required=True, example="2020"),
    "kind": choice(
        "guideline", "review", "trial", "study", "health-service page", "other", required=True
    ),
    "jurisdiction": text("England", required=True),
    "url": matching(HTTPS, "an https address", "https://www.nice.org.uk/guidance/ng59"),
    "checked": day("2026-01-31", required=True),
    "review-due": day("2028-01-31", required=True),
    "language": matching(CODE, "a language code", "en"),
}
"""The front matter of a source file. Below it stands our own note, which is not read."""


def read_reference(reading: Reading, key: str) -> Reference | None:
    """The reference in a file that has been taken in; None where a required field is wrong."""
    values = read_header(reading, FIELDS).typed.values
    if any(field.required and name not in values for name, field in FIELDS.items()):
        return None
    return Reference(
        at=reading.span(0, len(reading.text)),
        key=key,
        title=cast(str, values["title"]),
        publisher=cast(str, values["publisher"]),
        year=cast(int, values["year"]),
        kind=cast(str, values["kind"]),
        jurisdiction=cast(str, values["jurisdiction"]),
        url=cast(str, values.get("url", "")),
        checked=cast(date, values["checked"]),
        review_due=cast(date, values["review-due"]),
        language=cast(str, values.get("language", "en")),
    )
