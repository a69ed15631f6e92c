"""A content folder in; nothing out, or a refusal where it is not its user's to change."""

from __future__ import annotations

from careleaf.engine.content import Content
from careleaf.engine.job import RefusedError


def refuse_bundled(content: Content) -> None:
    """Raises `RefusedError` for the library that ships with careleaf."""
    if content.bundled:
        hint = "work in a folder of your own: --content DIR"
        raise RefusedError("the library that ships with careleaf is not yours to change", hint)
