"""A file of colour tokens in; a Theme that turns a token into "#rrggbb" out."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from careleaf.problem import did_you_mean

_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_DEFAULT = Path(__file__).with_name("default.toml")


class UnknownColourError(LookupError):
    """Code asked for a token that the theme does not have: a defect, not a content mistake."""


class Theme(Struct, frozen=True, kw_only=True):
    """Every colour by name, in the order of the file; each value is "#rrggbb", lower case."""

    colours: tuple[tuple[str, str], ...]

    def colour(self, token: str) -> str:
        """The "#rrggbb" of a token. A "#rrggbb" comes back in lower case.

        Raises UnknownColourError, also for "current": that is the place of use's to know.
        """
        if is_hex(token):
            return token.lower()
        for name, value in self.colours:
            if name == token:
                return value
        raise UnknownColourError(f"no colour '{token}'; {did_you_mean(token, self.tokens)}")

    @property
    def tokens(self) -> tuple[str, ...]:
        """The names of all colours."""
        return tuple(name for name, _ in self.colours)

    def replace(self, **changes: str) -> Theme:
        """The same theme with some colours changed; `_` in a keyword stands for `-`."""
        named = {name.replace("_", "-"): value.lower() for name, value in changes.items()}
        for name in named:
            self.colour(name)
        return Theme(colours=tuple((name, named.get(name, value)) for name, value in self.colours))


def is_hex(text: str) -> bool:
    """Whether this is "#" and six hexadecimal digits."""
    return _HEX.fullmatch(text) is not None


def parse_theme(text: str) -> Theme:
    """Read the form of default.toml: tables of `token = "#rrggbb"` or `token = "other token"`.

    Raises ValueError for anything else.
    """
    values: dict[str, str] = {}
    for table in tomllib.loads(text).values():
        for token, value in table.items():
            values[token] = str(value)
    return Theme(colours=tuple((token, _resolve(token, values)) for token in values))


def _resolve(token: str, values: dict[str, str]) -> str:
    value = values.get(token, "")
    if is_hex(value):
        return value.lower()
    followed = values.get(value, "")
    if not is_hex(followed):
        raise ValueError(f"colour '{token}' is neither #rrggbb nor the name of one: '{value}'")
    return followed.lower()


@lru_cache(maxsize=1)
def default_theme() -> Theme:
    """Careleaf's own theme."""
    return parse_theme(_DEFAULT.read_text(encoding="utf-8"))
