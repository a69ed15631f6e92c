"""A theme in; the page's one style sheet and the Content-Security-Policy that lets it in out."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from careleaf.theme import Theme

_SHEETS = (
    *("page.css", "blocks.css", "cards.css", "tables.css", "narrow.css"),
    *("scripts.css", "print.css", "large.css"),
)
_FOLDER = Path(__file__).with_name("style")


def style_sheet(theme: Theme) -> Markup:
    """The colours as custom properties (`--navy`), then the sheets in order."""
    colours = "".join(f"--{token}:{theme.colour(token)};" for token in theme.tokens)
    return Markup(f":root{{{colours}}}\n{_sheets()}")  # noqa: S704 - our own files only


@lru_cache(maxsize=1)
def _sheets() -> str:
    """Trimmed: the Nu checker works out the hash of the trimmed text."""
    sheets = ((_FOLDER / name).read_text(encoding="utf-8") for name in _SHEETS)
    return "".join(sheets).strip()


def policy(style: str) -> str:
    """Nothing is fetched and nothing runs; only this very style sheet applies (CSP Level 3,
    "hash-source")."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
