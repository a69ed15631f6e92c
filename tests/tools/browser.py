"""A page in; what a person's browser makes of it (Chromium, with axe-core where asked), out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.tools.outside import path_of, run

SCRIPT = Path(__file__).with_name("browser.mjs")
DESKTOP = 1280
PHONE = 320
"""CSS pixels: the width at which WCAG 2.2, 1.4.10 asks for no sideways scrolling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A rule of axe-core that the page breaks, and the elements that break it."""

    rule: str
    impact: str
    help: str
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page as it stands in a window."""

    text: str
    """What is shown of the body."""
    main: str
    """What is shown of `<main>`."""
    smallest: float
    """CSS pixels: the size of the smallest words shown."""
    sideways: int
    """CSS pixels that one has to scroll sideways."""
    sticks_out: tuple[str, ...]
    """Elements that reach over a side of the window."""
    requests: tuple[str, ...]
    """Addresses asked for besides the page itself."""
    console: tuple[str, ...]
    """Errors and warnings in the console; a breach of the Content-Security-Policy is one."""


def view(
    page: Path,
    *,
    width: int = DESKTOP,
    javascript: bool = True,
    large: bool = False,
    media: str | None = None,
    screenshot: Path | None = None,
) -> View:
    """Open the page and look, in `large` print if so wished; `screenshot` also takes a picture of
    the whole page. `media`: "print" for the style of paper."""
    seen = _open(
        page,
        width=width,
        javascript=javascript,
        large=large,
        media=media,
        screenshot=screenshot,
    )
    return View(
        text=seen["text"],
        main=seen["main"],
        smallest=seen["smallest"],
        sideways=max(0, seen["scrollWidth"] - seen["clientWidth"]),
        sticks_out=tuple(seen["sticksOut"]),
        requests=tuple(seen["requests"]),
        console=tuple(seen["console"]),
    )


def violations(
    page: Path, *, width: int = DESKTOP, media: str | None = None, large: bool = False
) -> list[Violation]:
    """What axe-core finds, best practices included. The page's own policy is set aside for it,
    because axe-core is put into the page from outside.

    Raises RuntimeError if axe-core checked nothing.
    """
    seen = _open(page, width=width, media=media, large=large, bypassPolicy=True, axe=path_of("axe"))
    if not seen["axeRules"] and not seen["violations"]:
        raise RuntimeError(f"axe-core found nothing to check in {page.name}")
    return [
        Violation(
            rule=found["id"],
            impact=found["impact"],
            help=found["help"],
            elements=tuple(found["nodes"]),
        )
        for found in seen["violations"]
    ]


def printed(page: Path, pdf: Path, *, large: bool = False) -> Path:
    """Print the page on Letter paper into `pdf`, colours included."""
    _open(page, pdf=pdf, large=large)
    return pdf


def _open(page: Path, **wish: object) -> dict[str, Any]:
    request = {"width": DESKTOP, "height": 900, "javascript": True, "bypassPolicy": False} | wish
    done = run(
        *(path_of("node"), SCRIPT, path_of("playwright"), path_of("chromium")),
        *(page.resolve().as_uri(), json.dumps(request, default=str)),
    )
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen
