"""Words of the engine in; the same with the quotation marks of a page, out."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"""(?<!\w)(?:'([^'\n]+)'|"([^"\n]+)")(?!\w)""")


def quoted(words: str) -> str:
    """The engine quotes with 'straight' marks, as terminals do; a page says “curly”, as its own
    phrases do. An apostrophe is none."""
    return _QUOTED.sub(lambda found: f"“{found[1] or found[2]}”", words)
