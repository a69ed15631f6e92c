"""A request in; the language that its screen speaks, with the page's own phrases, out.

Each part of the page has its phrases beside it, in `phrases/<language>.po`; English is in the code
itself. The language of a screen has nothing to do with that of what is printed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from starlette.requests import Request

from careleaf.language import Language, language
from careleaf.language.catalogue import Catalogue, catalogue_of

LANGUAGES = ("en", "es", "ar")
"""What screens can speak."""

COOKIE = "careleaf-language"
"""Where a browser keeps the language that was chosen."""

CHOSEN = "careleaf.language"
"""Where a request's scope says what was chosen with it, which its cookie cannot say yet."""

SPEAKS = "careleaf.speaks"
"""Where a request's scope says what the screen that it comes from speaks."""

_PARTS = Path(__file__).parents[1]


@lru_cache(maxsize=len(LANGUAGES))
def spoken(code: str) -> Language:
    """One of `LANGUAGES`, with the phrases of every part of the page."""
    plain = language(code)
    files = sorted(_PARTS.glob(f"*/phrases/{code}.po"))
    phrases = dict(plain.catalogue.phrases)
    for file in files:
        phrases |= catalogue_of(file.read_text(encoding="utf-8")).phrases
    return Language(code, plain.direction, Catalogue(phrases, plain.catalogue.plural))


def spoken_to(request: Request) -> Language:
    """What was chosen in this browser, else what the browser asks for, else English."""
    scope = request.scope
    chosen = scope.get(CHOSEN) or scope.get(SPEAKS) or request.cookies.get(COOKIE, "")
    asked = [chosen, *_asked_for(request.headers.get("accept-language", ""))]
    return spoken(next((code for code in asked if code in LANGUAGES), "en"))


def _asked_for(header: str) -> list[str]:
    """The languages of an Accept-Language header without countries, the dearest first."""
    found: list[tuple[float, str]] = []
    for part in header[:200].split(","):
        tag, _, quality = part.partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            continue
        found.append((-weight, tag.strip().lower().partition("-")[0]))
    return [code for _, code in sorted(found, key=lambda one: one[0])]
