"""The codes of a topic in; a problem for each that cannot be one of its system out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.check.parts import part_of
from careleaf.model.topic import Topic
from careleaf.problem import Problem
from careleaf.problem_codes import BAD_ICD10, BAD_SNOMED

_ICD10 = re.compile(r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?")
"""A letter, a digit, a digit or letter, then up to four more after a point: ICD-10, ICD-10-CM."""

_CONCEPT_PARTITIONS = ("00", "10")
"""SNOMED CT partition identifiers of concepts (short and long format); others name descriptions
and relationships. Source: SNOMED CT Technical Implementation Guide, SCTID Representation."""

_MULTIPLY = (
    "0123456789",
    "1234067895",
    "2340178956",
    "3401289567",
    "4012395678",
    "5987604321",
    "6598710432",
    "7659821043",
    "8765932104",
    "9876543210",
)
"""Verhoeff's scheme: the product of row and column in the dihedral group D5."""

_PERMUTE = (
    "0123456789",
    "1576283094",
    "5803796142",
    "8916043527",
    "9453126870",
    "4286573901",
    "2793806415",
    "7046913258",
)
"""Verhoeff's permutation of a digit by its place from the right, modulo 8."""


def check_codes(topic: Topic) -> Iterator[Problem]:
    """Codes that EHR systems ask for material by: a wrong one would never be found."""
    for index, code in enumerate(topic.codes.icd10):
        if not _ICD10.fullmatch(code):
            at = part_of(topic.place("icd10"), topic.codes.icd10, index)
            message = f"'{code}' is not an ICD-10 code"
            yield Problem(BAD_ICD10, at, message, "for example: M54.50")
    for index, code in enumerate(topic.codes.snomed):
        if fault := _snomed_fault(code):
            at = part_of(topic.place("snomed"), topic.codes.snomed, index)
            message = f"'{code}' is not a SNOMED CT concept id: {fault}"
            yield Problem(BAD_SNOMED, at, message, "for example: 279039007")


def _snomed_fault(code: str) -> str:
    """What is wrong with a concept id, or nothing."""
    if not re.fullmatch(r"[1-9][0-9]{5,17}", code):
        return "it needs 6 to 18 digits"
    if code[-3:-1] not in _CONCEPT_PARTITIONS:
        return "its last digits say that it names something other than a concept"
    return "" if verhoeff(code) else "its check digit is wrong"


def verhoeff(digits: str) -> bool:
    """Whether the last digit is the right check digit (Verhoeff 1969)."""
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = int(_MULTIPLY[check][int(_PERMUTE[place % 8][int(digit)])])
    return check == 0
