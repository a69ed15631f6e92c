"""Pieces of a text, as `words` parts it, in; how firmly each is tied to the one before it, out.

A line that has room for both does not part them: the ties that TeX's writers put by hand (Knuth,
The TeXbook, chapter 14) come from one rule here, for every text in every language. Where a line is
too narrow the loosest give way first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from careleaf.text.kept import forgotten_by
from careleaf.text.words import words

FREE, LOOSE, CLOSE, FIRM = range(4)
"""How firm a tie is."""

_BLANKS = " \t\n\u200b"
_STOPS = ".,:;?!)\u2026\u201d\u00bb\u060c\u061b\u061f\u0964"
_ENDS = ".:;?!\u2026\u061f\u0964"
"""Of sentences."""
_DASHES = frozenset("-\u2013\u2014\u00b7\u2022")
_ASKING = "?!\u061f"
_QUESTION = re.compile(f"[{_ASKING}][)\u201d\u00bb]?$")
_AMOUNT = r"\d+(?:[.,]\d+)*(?:\u00a0[^\d\s]+(?:\u00a0[^\d\s]+)?\u00a0\d+(?:[.,]\d+)*)?"
_NUMBER = re.compile(rf"[(\u201c]?{_AMOUNT} ")
"""Of something: also "15 to 20", which a no-break space holds together."""
_NUMERAL = re.compile(rf"\(?\d{{1,4}}[{_STOPS}]*$")
"""A number that numbers what is before it, says it again or ends what is said: "page 2", "two weeks
(2)", "call 911."."""
_SHORT = re.compile(r"[^\W\d_]{1,12}(?![^\W_])")
_LITTLE = re.compile(r"[^\W\d_]{1,2} ")
"""A word too small to end a line where a number comes next: "de 20 minutos"."""
_MOST_NAMED, _MOST_ASKED = 12, 24
"""Letters of a word that its number stays with, and of a question of two words."""
_DENIES = frozenset(
    (
        *("not", "never", "no", "nunca"),
        *("لا", "لم", "لن", "न", "नहीं", "मत"),
        *("không", "đừng", "chưa"),
    )
)
_MAY_TIE = re.compile(f"[@{_ASKING}\\d{''.join(map(re.escape, sorted(_DASHES)))}]")
"""What a text holds, or a word of denial, if anything in it is tied: most hold neither."""
_TO = frozenset(("to", "a", "إلى", "से", "đến", "-", "\u2013"))
"""Between the two ends of a range, each with its unit: "8 am to 5 pm"."""


@lru_cache(maxsize=4096)
def ties(pieces: tuple[str, ...]) -> tuple[int, ...]:
    """FREE to FIRM, for each piece; the first is free. Firm: a number and the short word for what
    it counts; "not" and what is not to be done ("Do" at a line's end, and "not drop" on the next,
    is read as its opposite); name and place of an e-mail address. Looser: the ends of a range; a
    number and the word that it numbers, or a word of two letters before it; a dash and what is
    before it; a question of two words."""
    found = [FREE] * len(pieces)
    whole = "".join(pieces)
    if not _MAY_TIE.search(whole) and _DENIES.isdisjoint([one[:-1].lower() for one in pieces]):
        return tuple(found)
    # Most of the others ask nothing, or count nothing.
    asked = any(one in whole for one in _ASKING)
    numbers = any(piece[0].isdecimal() for piece in pieces)
    for place in range(1, len(pieces)):
        before, word = pieces[place - 1], pieces[place]
        if _firm(before, word):
            found[place] = FIRM
        elif (
            word.rstrip(_BLANKS) in _DASHES
            or (numbers and word[0].isdecimal() and _LITTLE.fullmatch(before))
            or (asked and _asks(pieces, place))
        ):
            found[place] = LOOSE
    for place in range(1, len(pieces)) if numbers else ():
        if _in_range(pieces, found, place):
            found[place], found[place + 1] = LOOSE, CLOSE
        elif not found[place] and _numbers(pieces, found, place):
            found[place] = CLOSE
    return tuple(found)


forgotten_by(ties.cache_clear)


def opens_held(text: str) -> bool:
    """Whether the first word of a text has the second tied to it."""
    return any(ties(words(text))[1:2])


def holds(text: str) -> bool:
    """Whether some word of a text is tied to the one before it."""
    return any(ties(words(text)))


def _firm(before: str, word: str) -> bool:
    if before[-1:] == "@":
        return True
    if before[:-1].lower() in _DENIES:
        return bool(_SHORT.match(word))
    if word[:-1] == "not":
        return before[:-1].lower() == "do"
    if not before[-2:-1].isdecimal():
        return False
    return bool(_NUMBER.fullmatch(before) and _SHORT.match(word))


def _asks(pieces: Sequence[str], place: int) -> bool:
    """Whether two words are all of a question, or of a call."""
    before, word = pieces[place - 1], pieces[place]
    if not _QUESTION.search(word.rstrip(_BLANKS)) or len(before) + len(word) > _MOST_ASKED:
        return False
    return _begins(pieces, place - 1) and before.rstrip(_BLANKS)[-1:] not in _ENDS


def _begins(pieces: Sequence[str], place: int) -> bool:
    """Whether a sentence begins with this piece."""
    if not place or pieces[place][0] in "¿¡":
        return True
    last = pieces[place - 1].rstrip(_BLANKS)[-1:]
    return last in _ENDS or last in _DASHES


def _in_range(pieces: Sequence[str], found: Sequence[int], place: int) -> bool:
    """Whether this piece is the word between two amounts."""
    if not 1 < place < len(pieces) - 1 or pieces[place].rstrip(_BLANKS) not in _TO:
        return False
    digits = pieces[place - 2][0].isdecimal() and pieces[place + 1][0].isdecimal()
    return digits and found[place - 1] == FIRM


def _numbers(pieces: Sequence[str], found: Sequence[int], place: int) -> bool:
    """Whether this piece is the number of the word before it, and not of something after it."""
    before, word = pieces[place - 1].rstrip(_BLANKS), pieces[place].rstrip(_BLANKS)
    if not _NUMERAL.match(word) or len(before) > _MOST_NAMED or before == pieces[place - 1]:
        return False
    if not before or before[-1] in _STOPS or any(map(str.isdecimal, before)):
        return False
    after = pieces[place + 1][:1] if place + 1 < len(pieces) else ""
    return not word[-1].isdecimal() or not after.isalpha()
