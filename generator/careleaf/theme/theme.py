"""A file of colour tokens in; a Theme that turns a token into "#rrggbb" out."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from careleaf.problem import did_you_mean
from careleaf.theme.contrast import luminance

_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_DEFAULT = Path(__file__).with_name("default.toml")


class UnknownColourError(LookupError):
    """Code asked for a token that the theme does not have: a defect, not a content mistake."""


class Theme(Struct, frozen=True, kw_only=True):
    """Every colour by name, in the order of the file; each value is "#rrggbb", lower case."""

    colours: tuple[tuple[str, str], ...]
    black: bool = False
    """Whether what is drawn in colours of its own, such as skin and hair, is drawn in greys."""

    def colour(self, token: str) -> str:
        """The "#rrggbb" of a token. A "#rrggbb" comes back in lower case, or as a grey.

        Raises UnknownColourError, also for "current": that is the place of use's to know.
        """
        if is_hex(token):
            return _grey(token) if self.black else token.lower()
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
        colours = tuple((name, named.get(name, value)) for name, value in self.colours)
        return Theme(colours=colours, black=self.black)


_DARK = 0.07
"""Relative luminance below which a colour of a drawing stays dark: hair, a logo."""
_PALEST_DROP = 0.28
"""How far from white the darkest of the other greys is."""


def _grey(code: str) -> str:
    """Dark for the darkest colours; pale for all others, so that outlines stand out from them."""
    light = luminance(code)
    if light < _DARK:
        return "#333333"
    level = round(255 * (1 - _PALEST_DROP * (1 - light**0.5)))
    return f"#{level:02x}{level:02x}{level:02x}"


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
