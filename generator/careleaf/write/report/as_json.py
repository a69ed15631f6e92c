"""A report in; the same as JSON, name by name, out."""

from __future__ import annotations

import msgspec

from careleaf.model.report import Report


def as_json(report: Report) -> bytes:
    """Indented by two blanks, for people who look into it, with a line end behind it."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"
