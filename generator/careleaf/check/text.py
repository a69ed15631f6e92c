"""A topic and what surrounds it in; numbers that print, speech or haste can change out: ranges with
a dash or without the one that they had, doses read as ten times as much, emergency numbers.

Two public text corpora lost the dash and told people to rest "for 12 days" and to repeat an
exercise "510 times"; a screen reader may say "minus". "5 to 10" survives everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.blocks.figure import Figure
from careleaf.check.implausible import implausible
from careleaf.check.lost_dash import lost_dashes, lost_dashes_of_pills
from careleaf.check.parts import blocks, front_lines, lines, meanings
from careleaf.check.passage import Passage, passage
from careleaf.check.strange_digits import strange_digits
from careleaf.check.typed_number import typed_numbers
from careleaf.check.unsafe_dose import unsafe_doses
from careleaf.language.ranges import range_in_words
from careleaf.model.clinic import Clinic
from careleaf.model.inline import Draft, Words
from careleaf.model.library import Library
from careleaf.model.topic import Topic
from careleaf.problem import Problem, Swap
from careleaf.problem_codes import DASH_RANGE, TYPED_EMERGENCY_NUMBER
from careleaf.source import Span

_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]+)?(?:\s?[%°])?"
_SIGNS = (
    r"-~\u02d7\u058a\u05be\u2010-\u2015\u2053\u207b\u208b\u2212\u301c\u3030\u30a0\u30fc\ufe58\ufe63"
    r"\uff0d\uff5e"
)
"""Dashes, and what looks as one."""
_DASH = rf"(?:[{_SIGNS}]|\.{{2,3}}|\u2026)"
_ANY_DASH = re.compile(rf"[{_SIGNS}.\u2026]")
_RANGE = re.compile(
    rf"(?<![{_SIGNS}\w./,])({_NUMBER})\s*{_DASH}{{1,3}}\s*({_NUMBER})"
    rf"(?![0-9]|[.,][0-9]|{_DASH}[0-9])"
)
_NO_RANGE = re.compile("(?:[0-9]{3}|[0-9]{5})[-\u2011][0-9]{4}")
_UNITS = (
    r"(?:[mk\u00b5]?g|mcg|m?[lL]|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times?"
    r"|tablets?|pills?|st|nd|rd|th)"
)
_RANGE_OF_AMOUNTS = re.compile(
    rf"(?<![{_SIGNS}\w./,])([0-9]{{1,6}}(?:[.,][0-9]+)?\s?{_UNITS})\s*{_DASH}{{1,3}}\s*"
    rf"([0-9]{{1,6}}(?:[.,][0-9]+)?\s?{_UNITS})\b"
)
""" "5 mg - 10 mg"; a dash before another sentence ("2 pills - 1 now") is none of a range."""
_SPELLED = "one|two|three|four|five|six|seven|eight|nine|ten|twelve"
_RANGE_IN_WORDS = re.compile(
    rf"(?<![{_SIGNS}\w])({_SPELLED})\s*{_DASH}\s*({_SPELLED})(?![{_SIGNS}\w])", re.IGNORECASE
)
_DIGIT = re.compile(r"[0-9]")
_UNIT = re.compile(
    r"\s?(?:[mk\u00b5]?g|mcg|m?[lL]|IU|units?|k?cal|calories|steps|times|seconds|minutes|days)\b"
)
"""What shows that digits are an amount and not a telephone number."""
_CLINIC_TEXTS = (
    "tagline",
    "hours",
    "after_hours",
    "interpreter",
    "emergency_advice",
    "same_day_words",
)
"""Clinic fields that are sentences; the others are names, numbers and addresses."""


def check_text(topic: Topic, library: Library, clinic: Clinic) -> Iterator[Problem]:
    """Front matter, every line, alt texts, the glossary's meanings and the clinic's sentences."""
    for line in (*front_lines(topic), *lines(topic), *meanings(topic, library), *_alts(topic)):
        yield from _in_line(passage(line), topic.language)
    for name in _CLINIC_TEXTS:
        if text := clinic.value(name):
            # A number that a clinic gives is its own: it may be an emergency's.
            line = (Words(at=clinic.place(name), text=text),)
            found = _in_line(passage(line), clinic.language)
            yield from (one for one in found if one.code != TYPED_EMERGENCY_NUMBER)


def _alts(topic: Topic) -> Iterator[Draft]:
    for block, _ in blocks(topic):
        if isinstance(block, Figure) and block.alt:
            yield (Words(at=block.alt_at, text=block.alt),)


def _in_line(words: Passage, language: str) -> Iterator[Problem]:
    """Ranges, also where a mark splits them ("**5**-10"), and amounts."""
    english = language.partition("-")[0] == "en"
    if english:
        yield from unsafe_doses(words)
        yield from typed_numbers(words)
        dashed = _ANY_DASH.search(words.text)
        for found in _RANGE_IN_WORDS.finditer(words.text) if dashed else ():
            yield _problem(found, words.span(found.start(), found.end()), language)
    yield from strange_digits(words, language)
    if not _DIGIT.search(words.text):
        return
    for found in _ranges(words.text):
        yield _problem(found, words.span(found.start(), found.end()), language)
    if english:
        yield from lost_dashes(words)
        yield from lost_dashes_of_pills(words)
        yield from implausible(words)


def _ranges(text: str) -> Iterator[re.Match[str]]:
    """Two numbers with a dash between them, but not a telephone number ("555-0142") and no ZIP code
    ("02134-1000": five digits never rise to four). "200-1000 mg" has its shape, and is none."""
    for found in _RANGE.finditer(text):
        phone = _NO_RANGE.fullmatch(found[0])
        if not phone or _UNIT.match(text, found.end()):
            yield found
    yield from _RANGE_OF_AMOUNTS.finditer(text)


def _problem(found: re.Match[str], at: Span, language: str) -> Problem:
    message = f"the range '{found[0]}' is written with a dash"
    words = range_in_words(found[1], found[2], language)
    hint = f"write '{words}'" if words else "write it in words, as '5 to 10' in English"
    swap = Swap(found[0], words) if words else None
    return Problem(DASH_RANGE, at, message, hint, swap)
