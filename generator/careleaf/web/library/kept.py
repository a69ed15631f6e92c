"""A request in; what its browser keeps of the library out: favourites, and topics opened last.

They are ids of topics in two cookies, so that they work without JavaScript and the server stores
nothing. They say nothing of any patient."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from careleaf.web.library.results import Kept

_FAVOURITES = "careleaf-favourites"
_RECENT = "careleaf-recent"
_A_YEAR = 365 * 24 * 3600
_ID = r"[\w-]{1,120}"
_BETWEEN = "."
_MOST_LETTERS = 3500
"""Browsers keep 4096 of a cookie."""
_MOST_RECENT = 20


class FullError(Exception):
    """The browser has no room for one more favourite."""


def kept(request: Request) -> Kept:
    """What the cookies say."""
    return Kept(
        favourites=_ids(request.cookies.get(_FAVOURITES, "")),
        recent=_ids(request.cookies.get(_RECENT, "")),
    )


def _ids(value: str) -> tuple[str, ...]:
    found = value.split(_BETWEEN)
    return tuple(dict.fromkeys(one for one in found if re.fullmatch(_ID, one, re.ASCII)))


def keep_favourite(request: Request, response: Response, topic: str, *, on: bool) -> None:
    """Make a topic one of the browser's favourites, or no more. Raises `FullError`."""
    others = tuple(one for one in kept(request).favourites if one != topic)
    _set(response, _FAVOURITES, (topic, *others) if on else others)


def keep_opened(request: Request, response: Response, topic: str) -> None:
    """Remember that a topic was opened just now."""
    others = (one for one in kept(request).recent if one != topic)
    _set(response, _RECENT, (topic, *others)[:_MOST_RECENT])


def _set(response: Response, name: str, ids: tuple[str, ...]) -> None:
    value = _BETWEEN.join(ids)
    if len(value) > _MOST_LETTERS:
        raise FullError
    response.set_cookie(name, value, max_age=_A_YEAR, httponly=True, samesite="lax")
