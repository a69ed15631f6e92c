"""Words of a line in; amounts of medicine written so that they are taken for ten times as much, or
for another amount, out.

Source: ISMP, List of error-prone abbreviations, symbols and dose designations: a zero behind the
point ("1.0 mg" is read as 10), no zero before it (".5 mg" is read as 5), the sign for micrograms
(read as mg), U for units (read as 0), cc (read as U), gr (grains, read as grams), signs for more
and less (read as their opposite), large numbers without a comma (100000 is read as 10000). A letter
for a digit, a raised point and a minus are lost as a dash is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.check.passage import Passage
from careleaf.problem import Problem
from careleaf.problem_codes import UNSAFE_DOSE

_UNIT = r"(?:mg|g|mcg|kg|mL|ml|L|milligrams?|grams?|micrograms?|units?|tablets?|pills?)\b"
_WHOLE = "[0-9]+(?:,[0-9][0-9][0-9])*"
_AMOUNT = rf"(?<![\w.,])(?P<{{}}>{_WHOLE}(?:\.[0-9]+)?) *"
_DOTS = "\u00b7\u2027\u2219\u22c5"
_NUMERALS = "\u2160-\u2188\u2460-\u24ff\u2776-\u2793"
"""Roman numbers and numbers in circles, as signs of their own."""
_MINUS = "-\u2010-\u2015\u2212"
_UNSAFE = re.compile(
    rf"(?<![\w.,])(?P<tail>{_WHOLE}(?:\.[0-9]*[1-9])?)(?:(?<=\.[0-9])0+|(?<=\.[0-9]{{2}})0+|\.0+|,00?)"
    rf" *(?P<tailed>{_UNIT})"
    rf"|(?<![\w.,])0+(?P<leading>[1-9][0-9]*(?:\.[0-9]+)?|0(?:\.[0-9]+)?) *(?P<led>{_UNIT})"
    rf"|(?<![\w.,])(?P<parts>[0-9]{{1,3}}(?: 0[0-9]{{1,2}})+) *(?P<blank>{_UNIT})"
    rf"|(?<![\w.,])(?P<mixed>[0-9]+ [1-9]/[2-9]|[0-9]{{2,}}/[2-9]) *{_UNIT}"
    rf"|(?<![\w.,])(?P<naked>\.[0-9]+ *{_UNIT})"
    rf"|(?<![\w.,])(?P<comma>[0-9]+),(?P<behind>[0-9]{{1,2}}) *(?P<parted>{_UNIT})"
    rf"|{_AMOUNT.format('micro')}[µμu] ?g\b"
    rf"|{_AMOUNT.format('units')}(?:U|IU|(?:u|iu)(?!-))\b(?!\.[A-Z])"
    rf"|{_AMOUNT.format('cubic')}cc\b"
    rf"|{_AMOUNT.format('grains')}gr\b"
    rf"|(?P<letter>\b(?:[0-9]+\.?[OolI][0-9OolI]*|[OlI](?=[OolI]*[0-9])[0-9OolI]+|[OolI]\.[0-9]+))"
    rf" *{_UNIT}"
    rf"|(?P<roman>(?<!\w)(?:[IVX]{{2,5}}|[VX])|[{_NUMERALS}]) *{_UNIT}"
    rf"|(?<![\w.,])(?P<whole>[0-9]+)[{_DOTS}](?P<part>[0-9]+) *(?P<raised>{_UNIT})"
    rf"|(?<![\w.,])(?P<long>[0-9]{{2,6}})(?P<thousand>[0-9]{{3}}) *(?P<many>{_UNIT})"
    rf"|(?P<less>[<\u2264]) *[0-9][0-9.,]* *{_UNIT}"
    rf"|(?P<more>[>\u2265]) *[0-9][0-9.,]* *{_UNIT}"
    rf"|(?<![{_MINUS}\w.,)/+%°])(?<![0-9] )[{_MINUS}](?P<minus>[0-9]+(?:[.,][0-9]+)*)"
)
_MAYBE = re.compile(
    r"\.[0-9]|,[0-9]|\b0[0-9]|[0-9]/[2-9]|[0-9] *(?:u ?g?|iu)\b|[µμ] ?g|U\b|[0-9] *(?:cc|gr)\b"
    r"|[0-9]\.?[OolI]|[OlI][0-9]"
    rf"|[VX] *[a-zA-Z]|[{_NUMERALS}{_DOTS}<>\u2264\u2265]|[0-9]{{5}}|[{_MINUS}][0-9]"
)
"""What all of them hold, and few lines do: a build looks at every line."""
_DIGIT = re.compile("[0-9]")
_NO_DIGIT = re.compile(rf"[VIX{_NUMERALS}] *{_UNIT}")
"""What those hold that may be in a line without a digit."""
_FAULTS = {
    "tailed": ("the zero is easily missed", "'{tail} {tailed}'"),
    "led": ("the zero changes nothing, and is read", "'{leading} {led}'"),
    "blank": ("the blank parts the number", "it without a blank: 1,000 {blank}"),
    "mixed": ("the fraction is read as one number", "it in words, or with a point: 1.5"),
    "naked": ("the point is easily missed", "'0{naked}'"),
    "parted": ("the comma is easily missed", "'{comma}.{behind} {parted}'"),
    "micro": ("the sign is read as mg", "'{micro} micrograms'"),
    "units": ("the U is read as a zero", "'{units} units'"),
    "cubic": ("cc is read as U, for units", "'{cubic} mL'"),
    "grains": ("gr is for grains, and read as grams", "'grams', or what it is"),
    "letter": ("a letter stands for a digit", "digits alone"),
    "roman": ("not everybody reads this as a number", "it in digits"),
    "raised": ("a raised point is lost", "'{whole}.{part} {raised}'"),
    "many": ("so many digits are miscounted", "'{long},{thousand} {many}'"),
    "less": ("the sign is read as its opposite", "'less than' or 'at most'"),
    "more": ("the sign is read as its opposite", "'more than' or 'at least'"),
    "minus": ("the minus is easily lost", "'{minus} below zero', or what it is"),
}
"""Why each is misread, and what to write."""


def unsafe_doses(words: Passage) -> Iterator[Problem]:
    """For English: elsewhere a comma may stand for the point, and "1,0 mg" is right."""
    maybe = _MAYBE if _DIGIT.search(words.text) else _NO_DIGIT
    if not maybe.search(words.text):
        return
    for found in _UNSAFE.finditer(words.text):
        fault, better = _FAULTS[found.lastgroup or ""]
        at = words.span(found.start(), found.end())
        hint = f"write {better.format(**found.groupdict())}"
        yield Problem(UNSAFE_DOSE, at, f"'{found[0]}': {fault}", hint)
