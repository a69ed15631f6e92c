"""The query of an address in; what was typed and ticked in the library out, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import replace
from starlette.datastructures import QueryParams

from careleaf.web.library.areas import AREAS
from careleaf.web.shelf import State

Order = Literal["used", "title"]

STATES: tuple[State, ...] = get_args(State)
PAGE = 24
"""Topics on a screen, until more are asked for."""

_LONGEST = 200
"""Letters of a search."""


class Choice(Struct, frozen=True, kw_only=True):
    """Within a group one is enough ("Hip" or "Back"); the groups must all hold."""

    typed: str = ""
    areas: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    favourites: bool = False
    order: Order = "used"
    shown: int = PAGE

    @property
    def address(self) -> str:
        """Where this very choice is shown."""
        pairs = [
            *([("q", self.typed)] if self.typed else []),
            *([("favourites", "1")] if self.favourites else []),
            *(("area", one) for one in self.areas),
            *(("language", one) for one in self.languages),
            *(("review", one) for one in self.states),
            *([("order", self.order)] if self.order != "used" else []),
            *([("shown", str(self.shown))] if self.shown != PAGE else []),
        ]
        return f"/library?{urlencode(pairs)}" if pairs else "/library"

    @property
    def title(self) -> str:
        """The words typed as a topic would be called; "" for a code."""
        coded = any(letter.isdigit() for letter in self.typed)
        return "" if coded else self.typed[:1].upper() + self.typed[1:]

    def without_filters(self) -> Choice:
        """The same words."""
        return Choice(typed=self.typed, order=self.order)

    def typing(self, words: str) -> Choice:
        """The same filters."""
        return replace(self, typed=words, shown=PAGE)

    def ordered(self, order: Order) -> Choice:
        """The same in another order."""
        return replace(self, order=order, shown=PAGE)

    def with_more(self) -> Choice:
        """The same, and more of them on the screen."""
        return replace(self, shown=self.shown + PAGE)


def choice(asked: QueryParams, languages: Iterable[str]) -> Choice:
    """Of an address. What there is not (a language that no topic has any more, a word somebody
    added) counts for nothing, so that old bookmarks still lead somewhere."""
    there = set(languages)
    shown = asked.get("shown", "")
    return Choice(
        typed=" ".join(asked.get("q", "")[:_LONGEST].split()),
        areas=tuple(one for one in AREAS if one in asked.getlist("area")),
        languages=tuple(sorted(there.intersection(asked.getlist("language")))),
        states=tuple(one for one in STATES if one in asked.getlist("review")),
        favourites=asked.get("favourites") == "1",
        order="title" if asked.get("order") == "title" else "used",
        shown=max(PAGE, int(shown))
        if shown.isascii() and shown.isdigit() and len(shown) < 7
        else PAGE,
    )
