"""A text and its translation in; how their numbers, amounts, variables, citations and blanks
differ, out.

Numbers are compared by their values, each read as its language writes them, by their order (two
doses that have changed places are the same numbers, and another instruction), and by what they
count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from careleaf.language.amounts import other_amounts
from careleaf.language.marks import MARKS, UNREAD
from careleaf.language.numerals import Numeral, Words, numerals, plain_digits
from careleaf.problem_codes import DIFFERENT_NUMBER, REORDERED_NUMBERS

_MOST_LISTED = 8
_OTHER_DIGITS = re.compile(r"[^\D0-9]+")


def differences(source: Words, translation: Words) -> Iterator[tuple[str, str]]:
    """A problem code and a sentence for each way in which they differ."""
    wanted, given = (plain_digits(one.text) for one in (source, translation))
    marks, kept = Counter(MARKS.findall(wanted)), Counter(MARKS.findall(given))
    if missing := [*(marks - kept)]:
        yield DIFFERENT_NUMBER, f"the mark {', '.join(missing)} is missing from the translation"
    elif extra := [*(kept - marks)]:
        yield DIFFERENT_NUMBER, f"the mark {', '.join(extra)} is not in the source"
    # The numbers that a patient reads: not those in the key of a source.
    texts = MARKS.sub(" ", wanted), MARKS.sub(" ", given)
    told = [
        *_numbers_differ(
            numerals(texts[0], source.language), numerals(texts[1], translation.language)
        )
    ]
    if any(code == DIFFERENT_NUMBER for code, _ in told):
        yield from told
        return
    bare = (UNREAD.sub("", text) for text in texts)
    wrong = [*other_amounts(*map(Words, bare, (source.language, translation.language)))]
    # What counts another thing may only have changed places: it is told as the graver of the two.
    yield from ((DIFFERENT_NUMBER, one) for one in wrong) if wrong else told


def other_digits(text: str) -> str:
    """The numbers in digits of another script than ours, with commas between them."""
    return ", ".join(dict.fromkeys(_OTHER_DIGITS.findall(text)))


def _numbers_differ(wanted: list[Numeral], given: list[Numeral]) -> Iterator[tuple[str, str]]:
    extra = list(given)
    missing: list[Numeral] = []
    for number in wanted:
        same = next((one for one in extra if number.same(one)), None)
        if same is None:
            missing.append(number)
        else:
            extra.remove(same)
    if missing:
        said = f"the number {_listed(missing)} is missing from the translation"
        yield DIFFERENT_NUMBER, said
    elif extra:
        yield DIFFERENT_NUMBER, f"the number {_listed(extra)} is not in the source"
    elif not all(one.same(other) for one, other in zip(wanted, given, strict=True)):
        said = f"the source has the numbers {_listed(wanted)}, and here they are {_listed(given)}"
        yield REORDERED_NUMBERS, said


def _listed(numbers: list[Numeral]) -> str:
    more = f" and {len(numbers) - _MOST_LISTED} more" if len(numbers) > _MOST_LISTED else ""
    return ", ".join(number.written for number in numbers[:_MOST_LISTED]) + more
