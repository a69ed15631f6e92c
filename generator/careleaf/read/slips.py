"""Plain words of a paragraph in; marks that are nearly right, or of another language, out.

Whatever is left as words after all marks were read will be printed as it stands. A bracket there,
or a tag, is never what an author meant; a backslash before it says that it is."""

from __future__ import annotations

import re

from msgspec import Struct

from careleaf.problem_codes import NEAR_MISS, NOT_IN_DIALECT, TOO_LONG
from careleaf.read.reading import Reading
from careleaf.read.stretch import Stretch


class Slip(Struct, frozen=True):
    """One kind: its pattern, and what to say about it. `{0}` in the message is what was found."""

    name: str
    pattern: str
    code: str
    message: str
    hint: str


_SLIPS = (
    Slip(
        "image",
        r"!\[[^\[\]]*\]?(?:\([^()]*\)?)?",
        NOT_IN_DIALECT,
        "pictures do not stand inside text",
        "write a block: ':::figure file.svg', then 'alt: what it shows', then ':::'",
    ),
    Slip(
        "term",
        r"\[\[[^\[\]]*\]*|\[[^\[\]]*\]\]+",
        NEAR_MISS,
        "this is nearly a glossary term",
        "write [[term]] or [[term|shown words]], with two brackets on each side",
    ),
    Slip(
        "citation",
        r"\[@[a-zA-Z0-9@, -]*\]?",
        NEAR_MISS,
        "this is nearly a citation",
        "write [@key] or [@key-1, @key-2]",
    ),
    Slip(
        "variable",
        r"\{\{[^{}]{0,60}\}?|\{[^{}#]{0,60}\}\}|\{ *[a-z_]+\.[a-z_-]+ *\}?",
        NEAR_MISS,
        "this is nearly a variable",
        "write {{ clinic.phone }}, with two braces on each side",
    ),
    Slip(
        "id",
        r"\{#[^{}]*\}?",
        NEAR_MISS,
        "an id stands at the end of a '#' or '##' heading only",
        "delete it, or move it to the heading",
    ),
    Slip(
        "tick",
        r"\[[xX]?\]",
        NEAR_MISS,
        "a tick box stands at the start of a list item, empty",
        "write '- [ ] words'",
    ),
    Slip(
        "blank_box",
        r"\[ \]",
        NEAR_MISS,
        "a tick box stands at the start of a list item only",
        "write '- [ ] words', or ____ for a blank",
    ),
    Slip(
        "link",
        r"\[[^\[\]]*\] ?\([^()]*\)?|\[[^\[\]]*\](?=\[)",
        NEAR_MISS,
        "this is nearly a link",
        "write [words](https://...), with no space between and no title",
    ),
    Slip(
        "bracket",
        r"\[[^\[\]]*\]|[\[\]]",
        NEAR_MISS,
        "brackets that are part of no mark",
        "write \\[ and \\] to show brackets",
    ),
    Slip(
        "brace",
        r"\{[^{}]{0,60}\}|[{}]",
        NEAR_MISS,
        "braces that are part of no mark",
        "write \\{ and \\} to show braces",
    ),
    Slip(
        "code",
        r"`+[^`]*`*",
        NOT_IN_DIALECT,
        "text in backticks means nothing here",
        "use plain quotes, or delete the backticks",
    ),
    Slip(
        "tag",
        r"</?[A-Za-z][^<>]{0,500}>|<!--",
        NOT_IN_DIALECT,
        "HTML means nothing here",
        "delete it: it would be shown as it stands",
    ),
    Slip(
        "entity",
        r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",
        NOT_IN_DIALECT,
        "'{0}' would be shown as it stands",
        "write the character itself",
    ),
    Slip(
        "icon",
        r"(?<![\w:]):[a-z][a-z0-9-]*:(?![\w:])",
        NEAR_MISS,
        "an icon stands at the start of a list item only",
        "write '- :walk: words'",
    ),
    Slip(
        "underline",
        r"(?<!\w)_{1,2}[^\s_](?:[^_]{0,200}[^\s_])?_{1,2}(?!\w)",
        NOT_IN_DIALECT,
        "underscores do not make words stand out",
        "write **words**",
    ),
    Slip(
        "short_blank",
        r"(?<![\w_])__?(?![\w_])",
        NEAR_MISS,
        "this is too short for a blank to write in",
        "write three or more underscores: ____",
    ),
    Slip(
        "backslash",
        r"\\",
        NEAR_MISS,
        "a backslash with nothing to act on",
        "delete it, or write \\\\ to show one",
    ),
    Slip(
        "bar",
        r"\|",
        NEAR_MISS,
        "an upright bar outside a table",
        "write \\| to show a bar",
    ),
    Slip(
        "word",
        r"[A-Za-z0-9]{60,}",
        TOO_LONG,
        "this word is too long to be read, or to fit a line",
        "part it; for an address write [words](https://...)",
    ),
    Slip("strike", r"~~", NOT_IN_DIALECT, "words cannot be struck out", "delete the '~~'"),
)
_BY_NAME = {slip.name: slip for slip in _SLIPS}
_ANY = re.compile("|".join(f"(?P<{slip.name}>{slip.pattern})" for slip in _SLIPS))
_SUSPECT = re.compile(r"[\[\]{}`<&_~|\\]|:[a-z]|[A-Za-z0-9]{60}")
"""Most text holds none of these: one quick look spares it the rest."""


def report_slips(reading: Reading, stretch: Stretch, start: int, text: str) -> None:
    """Note each slip in `text`, which stands at `start` in the stretch."""
    if not _SUSPECT.search(text):
        return
    for found in _ANY.finditer(text):
        slip = _BY_NAME[found.lastgroup or ""]
        at = stretch.start(start + found.start())
        end = stretch.end(start + found.start() + len(found[0].rstrip(" ")))
        shown = found[0] if len(found[0]) <= 40 else found[0][:39] + "\u2026"
        reading.report(slip.code, at, end, slip.message.replace("{0}", shown), slip.hint)
