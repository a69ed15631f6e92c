"""A paragraph in; its embedding, with what must read from left to right kept so, out.

By the standard's rules alone "555-0142" in Arabic is drawn "0142-555", "+1" as "1+" and "400 mg" as
"mg 400", unless the author isolates each (U+2066 to U+2069). No translator does, and a dose or a
telephone number that is turned round is a danger: so they are isolated here, as UAX #9 allows a
program to (HL3, emulating explicit controls).

Words from the right inside a left-to-right paragraph are isolated too: by the rules alone the last
number of "من 8 إلى 10" would move to the other end of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from careleaf.text.bidi import Base, Embedding, embedding
from careleaf.text.stretches import right_to_left

_OPEN, _TURN, _CLOSE = "\u2066", "\u2067", "\u2069"
_LATIN = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u1e00-\u1eff"
_DIGITS = r"\d+(?:[ \u00a0.,:/\u2011-]\d+)*"
_AREA = r"\(\d{2,5}\)"
_WORD = rf"[{_LATIN}\u00b0%][{_LATIN}\d\u00b0%.:/@?&=#_~+\u2011-]*"
_SAME = r"(?! (?<=[.?!:;]) [ \u00a0] [A-Z] )"
"""No new sentence begins here."""
_SPANS = re.compile(
    rf"""
      (?<![\w.])
      [+\u2212-]? (?: {_AREA} [ \u00a0]? )? {_DIGITS} (?: [ \u00a0] {_AREA} [ \u00a0]? {_DIGITS} )?
      (?: {_SAME} [ \u00a0]? {_WORD} | [ \u00a0] {_DIGITS} )*  # its unit, what is Latin behind it
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
    side, done = "", 0
    for found in _SPANS.finditer(text):
        start, end = found.span()
        while text[end - 1] in _STOPS:
            end -= 1
        sides = (_side(one) for one in reversed(text[done:start]))
        side, done = next(filter(None, sides), side), start
        if side != "L":
            yield start, end
            # Letters in what is isolated count no more: a number behind "400 mg" needs its own.
            done = end


def _side(letter: str) -> str:
    """Its class if it has a direction, and a closing bracket's: that of the paragraph often, and
    never sure to be that of the Latin letters in it. Else nothing."""
    if unicodedata.category(letter) == "Pe":
        return "ON"
    found = unicodedata.bidirectional(letter)
    return found if found in _STRONG else ""


def isolated(text: str, base: Base) -> Embedding:
    """As `embedding`, with those of a paragraph isolated. There are no controls in what comes out:
    each level is that of a character of the text."""
    spans = list(left_to_right(text))
    controls = [(_OPEN, span) for span in spans]
    if base == "ltr":
        controls += [(_TURN, stretch) for stretch in right_to_left(text, spans)]
    if not controls:
        return embedding(text, base)
    before = [""] * (len(text) + 1)
    for opening, (start, end) in controls:
        # A stretch opens before the number at its start, and closes behind the one at its end.
        before[start] = opening + before[start] if opening == _TURN else before[start] + opening
        before[end] = _CLOSE + before[end]
    kept = []
    place = 0
    for extra in before[: len(text)]:
        kept.append(place + len(extra))
        place += len(extra) + 1
    whole = embedding("".join(map("".join, zip(before, [*text, ""], strict=True))), base)
    return Embedding(
        whole.base,
        bytes(whole.levels[place] for place in kept),
        "".join(whole.letters[place] for place in kept),
    )
