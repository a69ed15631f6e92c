"""The name of an icon in; its drawing as inline SVG, out of sight of screen readers, out.

The words beside an icon say what it means; none stands alone. They are Lucide's, vendored."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from careleaf.web.interface.assets import VENDORED

_OPENING = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'


@lru_cache(maxsize=128)
def icon(name: str) -> Markup:
    """Raises FileNotFoundError for one that is not vendored (`tests/tools/vendor.py`)."""
    text = (VENDORED / "lucide" / f"{name}.svg").read_text(encoding="utf-8")
    inside = re.sub(r"\s+", " ", text[text.index(">", text.index("<svg")) + 1 :].strip())
    return Markup(_OPENING + inside)  # noqa: S704 - a file of the project
