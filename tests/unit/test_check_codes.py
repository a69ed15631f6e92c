"""SNOMED CT check digits, against concept ids that are in use."""

from __future__ import annotations

import pytest

from careleaf.check.codes import verhoeff

IN_USE = ["279039007", "49218002", "23056005", "22253000", "138875005", "900000000000207008"]
"""Low back pain, hip pain, sciatica, pain, the root concept, the core module."""


@pytest.mark.parametrize("code", IN_USE)
def test_right_check_digits(code: str) -> None:
    assert verhoeff(code)


@pytest.mark.parametrize("code", IN_USE)
def test_one_wrong_digit_is_found(code: str) -> None:
    for place, digit in enumerate(code):
        other = str((int(digit) + 1) % 10)
        assert not verhoeff(code[:place] + other + code[place + 1 :])


@pytest.mark.parametrize("code", IN_USE)
def test_two_neighbours_swapped_are_found(code: str) -> None:
    for place in range(len(code) - 1):
        one, two = code[place], code[place + 1]
        if one != two:
            assert not verhoeff(code[:place] + two + one + code[place + 2 :])
