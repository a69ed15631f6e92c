"""A change that mends a problem in; what a button without a script sends to know it again out."""

from __future__ import annotations


def fix_name(code: str, line: int | None, old: str, new: str) -> str:
    """Of the problem's code and line and the words that change: the check's screen makes it, and
    the editor's finds the change by it."""
    return "\t".join((code, str(line), old, new))
