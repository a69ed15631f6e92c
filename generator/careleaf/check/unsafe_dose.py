"""Words of a line in; amounts of medicine written so that they are taken for ten times as much out.

Source: ISMP, List of error-prone abbreviations, symbols and dose designations: a zero behind the
point ("1.0 mg" is read as 10), no zero before it (".5 mg" is read as 5), the sign for micrograms
(read as mg), U for units (read as 0)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.check.passage import Passage
from careleaf.problem import Problem
from careleaf.problem_codes import UNSAFE_DOSE

_UNIT = r"(?:mg|g|mcg|kg|mL|ml|L|milligrams?|grams?|micrograms?|units?|tablets?|pills?)\b"
_UNSAFE = re.compile(
    rf"(?<![\w.,])(?P<tail>[0-9]+)(?:\.0+|,00?) ?(?P<tailed>{_UNIT})"
    rf"|(?<![\w.,])(?P<naked>\.[0-9]+) ?{_UNIT}"
    r"|(?<![\w.,])(?P<micro>[0-9]+(?:\.[0-9]+)?) ?[µμu]g\b"
    r"|(?<![\w.,])(?P<units>[0-9]+) ?(?:U|IU)\b(?!\.[A-Z])"
)
_MAYBE = re.compile(r"\.[0-9]|,0|[0-9] ?ug\b|[µμ]g|U\b")
"""What all of them hold, and few lines do: a build looks at every line."""


def unsafe_doses(words: Passage) -> Iterator[Problem]:
    """For English: elsewhere a comma may stand for the point, and "1,0 mg" is right."""
    if not _MAYBE.search(words.text):
        return
    for found in _UNSAFE.finditer(words.text):
        if found["tail"]:
            fault, better = "the zero is easily missed", f"{found['tail']} {found['tailed']}"
        elif found["naked"]:
            fault, better = "the point is easily missed", f"0{found[0]}"
        elif found["micro"]:
            fault, better = "the sign is read as mg", f"{found['micro']} micrograms"
        else:
            fault, better = "the U is read as a zero", f"{found['units']} units"
        at = words.span(found.start(), found.end())
        yield Problem(UNSAFE_DOSE, at, f"'{found[0]}': {fault}", f"write '{better}'")
