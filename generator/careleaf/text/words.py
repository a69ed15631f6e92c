"""A text in; the pieces that lines are filled with out, each with the spaces behind it.

Most text parts its words with spaces and is broken by rules that are stricter than the standard's:
at spaces, and after a hyphen or slash with a word behind it, never within "555-0142" or "1/2", nor
within the parts of an e-mail address. Text
of scripts that do not (Chinese, Japanese, Korean and their like) is broken by UAX #14, with the
same rule for hyphens and slashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from careleaf.text.kept import forgotten_by

_PIECE = re.compile(
    r"""
    [^ \t\n\u200b@]+@(?=\w)     # the name in an e-mail address
    | (?<=\w@)[^ \t\n\u200b]+[ \t\n\u200b]*  # and the place
    | [^ \t\n\u200b]*?          # a word ...
    (?: [ \t\n\u200b]+          # ... up to spaces (a no-break space is part of the word),
      | [-/\u2010](?=[^\W\d_]{2})  # or to a hyphen or slash that a word follows: never "555-0142",
      | $ )                     # or to the end
    """,
    re.VERBOSE,
)
_SPACED = re.compile(r"[^ \t\n\u200b]*[ \t\n\u200b]+|[^ \t\n\u200b]+")
"""The same for a text without what else a line may end behind."""
_PARTING = re.compile(r"[-/\u2010@]")
_HYPHENS = "-/\u2010"
_WORD_BEHIND = re.compile(r"[^\W\d_]{2}")
_TO_NUMBER = re.compile(r"[到至]\d")
_COUNTED = tuple("次天日周月年岁分小秒片粒颗个组倍度毫微克公厘升杯勺页")
"""What a number in Chinese counts, or the first sign of it."""
_NEAR = 32
"""Characters on either side of a place that may decide whether a line ends there."""


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The pieces in order; joined they are the text. A line may end after any of them."""
    if text.isascii() or not _unspaced(text):
        if _PARTING.search(text) is None:
            return tuple(_SPACED.findall(text))
        return tuple(piece for piece in _PIECE.findall(text) if piece)
    return tuple(_pieces(text))


forgotten_by(words.cache_clear)


def parted(before: str, after: str) -> bool:
    """Whether a line may end between two texts that touch, as runs of two weights do, by what
    their scripts say: neither ends with a space, and a hyphen parts only what is in one text."""
    if max(before[-1:], after[:1]) < "\u0e00":
        return False
    near, behind = before[-_NEAR:], after[:_NEAR]
    if near[-1:] in _HYPHENS or not _unspaced(near[-1:] + behind[:1]):
        return False
    from careleaf.text.breaks import opportunities

    return len(near) in opportunities(near + behind)


def counted(text: str) -> int:
    """How many words a reader counts; where nothing parts them, two ideographs make one."""
    if text.isascii() or not _unspaced(text):
        return len(text.split())
    whole = [one for one in text if one.isalpha() and _unspaced(one)]
    rest = "".join(" " if _unspaced(one) else one for one in text)
    return len(rest.split()) + (len(whole) + 1) // 2


def _unspaced(text: str) -> bool:
    """Whether a text has Thai to Burmese, Hangul, Khmer, ideographs or kana, or their punctuation
    and wide forms. Not a pattern: one of so many characters takes longer to compile than a topic's
    words to look at."""
    highest = max(text)
    return highest >= "\u2e80" or (
        highest >= "\u0e00" and any("\u0e00" <= character < "\u1c00" for character in text)
    )


def _pieces(text: str) -> Iterator[str]:
    from careleaf.text.breaks import opportunities

    start = 0
    for end in opportunities(text):
        hyphen = end < len(text) and text[end - 1] in _HYPHENS
        if (not hyphen or _WORD_BEHIND.match(text, end)) and not _in_number(text, end):
            yield text[start:end]
            start = end


def _in_number(text: str, place: int) -> bool:
    """Whether a line that ends here parts a number from its unit, from the word that makes it the
    number of a page, or from the other end of a range: in Chinese no space that does not break can
    say so."""
    if text[place - 1] == "第" and text[place : place + 1].isdigit():
        return True
    if text[place - 1].isdigit():
        return text[place : place + 1] in _COUNTED or bool(_TO_NUMBER.match(text, place))
    return bool(_TO_NUMBER.match(text, place - 1) and text[place - 2 : place - 1].isdigit())
