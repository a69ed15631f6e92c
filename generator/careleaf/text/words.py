"""A text in; the pieces that lines are filled with out, each with the spaces behind it."""

from __future__ import annotations

import re
from functools import lru_cache

_PIECE = re.compile(
    r"""
    [^ \t\n\u200b]*?            # a word ...
    (?: [ \t\n\u200b]+          # ... up to spaces (a no-break space is part of the word),
      | [-/\u2010](?=[^\W\d_]{2})  # or to a hyphen or slash that a word follows: never "555-0142",
      | $ )                     # or to the end
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The pieces in order; joined they are the text. A line may end after any of them."""
    return tuple(piece for piece in _PIECE.findall(text) if piece)
