"""A paragraph in; its embedding, with what must read from left to right kept so, out.

By the standard's rules alone "555-0142" in Arabic is drawn "0142-555", "+1" as "1+" and "400 mg" as
"mg 400", unless the author isolates each (U+2066 to U+2069). No translator does, and a dose or a
telephone number that is turned round is a danger: so they are isolated here, as UAX #9 allows a
program to (HL3, emulating explicit controls).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from careleaf.text.bidi import Base, Embedding, embedding

_OPEN, _CLOSE = "\u2066", "\u2069"
_LATIN = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u1e00-\u1eff"
_DIGITS = r"\d+(?:[ \u00a0.,:/\u2011-]\d+)*"
_AREA = r"\(\d{2,5}\)"
_WORD = rf"[{_LATIN}\u00b0%][{_LATIN}\d\u00b0%.:/@?&=#_~+\u2011-]*"
_SPANS = re.compile(
    rf"""
      (?<![\w.])
      [+\u2212-]? (?: {_AREA} [ \u00a0]? )? {_DIGITS} (?: [ \u00a0] {_AREA} [ \u00a0]? {_DIGITS} )?
      (?: [ \u00a0]? {_WORD} | [ \u00a0] {_DIGITS} )*    # its unit, and what is Latin behind it
    | (?<![\w.]) (?: https?:// | www\. | [A-Za-z0-9._+-]+@ ) [!-~]+
    """,
    re.VERBOSE,
)
"""A hyphen joins digits, as in telephone numbers and dates; a dash does not: it parts the ends of a
range, which runs the way the words do."""
_STOPS = ".,:;?!)"
"""These end a sentence, not what stands before them."""
_STRONG = frozenset({"L", "R", "AL"})


def left_to_right(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers with their units, telephone numbers and addresses begin and end. What follows
    Latin letters is left to the rules, which keep it with them: "Ibuprofen 400 mg"."""
    for found in _SPANS.finditer(text):
        start, end = found.span()
        while text[end - 1] in _STOPS:
            end -= 1
        before = (unicodedata.bidirectional(one) for one in reversed(text[:start]))
        if next((one for one in before if one in _STRONG), "") != "L":
            yield start, end


def isolated(text: str, base: Base) -> Embedding:
    """As `embedding`, with those of a paragraph isolated. There are no controls in what comes out:
    each level is that of a character of the text."""
    spans = list(left_to_right(text))
    pieces: list[str] = []
    controls: list[int] = []
    done = place = 0
    for start, end in spans:
        pieces += [text[done:start], _OPEN, text[start:end], _CLOSE]
        opened = place + start - done
        place = opened + end - start + 2
        controls += [opened, place - 1]
        done = end
    whole = embedding("".join([*pieces, text[done:]]), base)
    left_out = frozenset(controls)
    kept = [place for place in range(len(whole.levels)) if place not in left_out]
    return Embedding(
        whole.base,
        bytes(whole.levels[place] for place in kept),
        "".join(whole.letters[place] for place in kept),
    )
