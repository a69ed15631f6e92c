"""The numbers of a text and of its translation: which are the same, and which are told."""

from __future__ import annotations

import pytest

from careleaf.language.numbers import Words, differences


@pytest.mark.parametrize(
    ("english", "text", "language"),
    [
        ("Take 1.5 ml.", "Tome 1,5 ml.", "es"),
        ("Take 1.5 ml.", "Tome 1.5 ml.", "es-MX"),
        ("At most 1,000 mg.", "Como máximo 1.000 mg.", "es"),
        ("At most 1,000 mg.", "Como máximo 1000 mg.", "es"),
        ("At most 1,000 mg.", "Höchstens 1.000 mg.", "de"),
        ("Take 1.5 ml.", "Nehmen Sie 1.5 ml.", "de"),
        ("At most 1,000 mg.", "Au plus 1\u202f000 mg.", "fr"),
        ("At most 1,000.5 mg.", "Höchstens 1.000,5 mg.", "de"),
        ("Take ½ tablet.", "Tome ½ tableta.", "es"),
        ("Do it 10 times.", "افعلها ١٠ مرات.", "ar"),
        ("Take 1.5 ml.", "خذ ١٫٥ مل.", "ar"),
        ("Do it 10 times.", "এটি ১০ বার করুন।", "bn"),
    ],
)
def test_the_same_value_is_the_same_number(english: str, text: str, language: str) -> None:
    assert list(differences(Words(english, "en"), Words(text, language))) == []


@pytest.mark.parametrize(
    ("english", "text", "language", "code", "message"),
    [
        ("Take 1.5 ml.", "Tome 15 ml.", "es", "E704", "the number 1.5 is missing"),
        ("At most 1,000 mg.", "Höchstens 1,000 mg.", "de", "E704", "the number 1,000 is missing"),
        ("Take 1 ml.", "Tome 1.000 ml.", "es", "E704", "the number 1 is missing"),
        ("Take ½ tablet.", "Tome una tableta.", "es", "E704", "the number ½ is missing"),
        ("Take 1 tablet.", "Tome 1½ tabletas.", "es", "E704", "the number ½ is not in the source"),
        (
            "Hold 5 seconds. Do it 10 times.",
            "Mantenga 10 segundos. Hágalo 5 veces.",
            "es",
            "W707",
            "the source has the numbers 5, 10, and here they are 10, 5",
        ),
    ],
)
def test_another_value_or_order_is_told(
    english: str, text: str, language: str, code: str, message: str
) -> None:
    ((found, said),) = differences(Words(english, "en"), Words(text, language))
    assert found == code
    assert message in said
