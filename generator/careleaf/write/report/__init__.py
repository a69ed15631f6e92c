"""A report in; the bytes of one file of it out: a page for people, JSON, or SARIF."""

from __future__ import annotations

from typing import Literal, assert_never

from careleaf.model.report import Report
from careleaf.theme import Theme

__all__ = ("KINDS", "Kind", "write")

Kind = Literal["html", "json", "sarif"]
KINDS: tuple[Kind, ...] = ("html", "json", "sarif")


def write(report: Report, kind: Kind, theme: Theme) -> bytes:
    """UTF-8 with LF line ends; the same report gives the same bytes."""
    match kind:
        case "html":
            from careleaf.write.report.page import page

            return page(report, theme).encode("utf-8")
        case "json":
            from careleaf.write.report.as_json import as_json

            return as_json(report)
        case "sarif":
            from careleaf.write.report.sarif import sarif

            return sarif(report)
    assert_never(kind)
