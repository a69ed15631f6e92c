"""A line of plain text in; the same with the marks that keep its numbers in order, out.

Nobody knows where the text is pasted: in a field that runs from the right, that goes by the words,
or that knows nothing of either and runs from the left. In all of them a number must be drawn as it
is dialled, and what is said before it stays before it: so each number stays inside the words around
it. A mark of `text.order_marks` would keep the number, and where the field runs from the left part
the sentence there, so that a reader may take one number for another.
"""

from __future__ import annotations

from careleaf.text.bidi import Base, embedding
from careleaf.text.isolates import left_to_right
from careleaf.text.turned import may_turn

_MARK = "\u200f"
"""Alone in front of "555-0142" it is enough: digits behind an Arabic letter are turned round at a
hyphen, and behind this mark they are not (UAX #9, W2 and W4)."""
_OPEN, _CLOSE = "\u200f\u202a", "\u202c\u200f"
"""Around a number with spaces, brackets or a unit, which only an embedding keeps."""
_NEAR = 250
"""Characters on either side that decide how a number is drawn: the nearest letters do."""
_BASES: tuple[Base, Base] = ("rtl", "ltr")


def in_order(line: str, base: Base) -> str:
    """The line itself where nothing in it could be turned round. `base` is that of the language."""
    if base == "ltr" and not may_turn(line):
        return line
    written = line
    for start, end in left_to_right(line):
        more = len(written) - len(line)
        before, number, behind = (
            written[: start + more],
            line[start:end],
            written[end + more :],
        )
        for opening, closing in (("", ""), (_MARK, ""), (_OPEN, _CLOSE)):
            if _kept(before + opening, number, closing + behind):
                break
        written = before + opening + number + closing + behind
    return written


def _kept(before: str, number: str, behind: str) -> bool:
    """Whether it is drawn as it is written, whichever way the field runs."""
    before, behind = before[-_NEAR:], behind[:_NEAR]
    start, end = len(before), len(before) + len(number)
    whole = before + number + behind
    return all(len(set(embedding(whole, base).levels[start:end])) == 1 for base in _BASES)
