"""Words of the engine in; the same as a page quotes them, or as a sentence of it, out."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"""(?<!\w)(?:'([^'\n]+)'|"([^"\n]+)")(?!\w)""")


def quoted(words: str) -> str:
    """The engine quotes with 'straight' marks, as terminals do; a page says “curly”, as its own
    phrases do. An apostrophe is none."""
    return _QUOTED.sub(lambda found: f"“{found[1] or found[2]}”", words)


def sentence(words: str) -> str:
    """A message or a hint of the engine, which begins small and has no stop, as terminals do: on a
    page, where others stand around it, with its capital and its stop. Nothing of nothing."""
    words = quoted(words.strip())
    stop = "" if words.endswith((".", "?", "!")) else "."
    return f"{words[:1].upper()}{words[1:]}{stop}" if words else ""
