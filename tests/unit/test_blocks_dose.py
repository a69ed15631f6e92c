"""The typed options of an exercise: what may be written, and what the complaint says."""

from __future__ import annotations

import pytest

from careleaf.blocks.dose import Duration, Frequency, Range, amount, duration, frequency
from careleaf.blocks.field import FieldError, labels, media
from careleaf.model.topic import Medium


@pytest.mark.parametrize(
    ("text", "means"),
    [("5", Range(5, 5)), ("5 to 10", Range(5, 10)), ("999", Range(999, 999))],
)
def test_amounts(text: str, means: Range) -> None:
    assert amount().parse(text) == means


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("5-10", "has a dash in a range: write '5 to 10'"),
        ("5 \u2013 10", "has a dash in a range: write '5 to 10'"),
        ("10 to 5", "goes down: 5 is less than 10"),
        ("0", "needs a number above 0"),
        ("five", "needs a whole number, or two with 'to' between them"),
        ("1000", "needs a whole number, or two with 'to' between them"),
        ("", "needs a whole number, or two with 'to' between them"),
        ("\u0665", "needs a whole number, or two with 'to' between them"),
    ],
)
def test_wrong_amounts(text: str, complaint: str) -> None:
    with pytest.raises(FieldError, match=complaint):
        amount().parse(text)


HOLD = duration("second", "minute", example="5 seconds")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("5 seconds", Duration(Range(5, 5), "second")),
        ("1 minute", Duration(Range(1, 1), "minute")),
        ("15 to 30 seconds", Duration(Range(15, 30), "second")),
    ],
)
def test_durations(text: str, means: Duration) -> None:
    assert HOLD.parse(text) == means


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("5", "needs a number and a unit: seconds or minutes"),
        ("fifteen seconds", "needs a number and a unit: seconds or minutes"),
        ("2 hours", "needs a number and a unit: seconds or minutes"),
        ("15-30 seconds", "has a dash in a range: write '15 to 30'"),
    ],
)
def test_wrong_durations(text: str, complaint: str) -> None:
    with pytest.raises(FieldError, match=complaint):
        HOLD.parse(text)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("1 time a day", Frequency(Range(1, 1), "time", "day")),
        ("2 to 3 times a day", Frequency(Range(2, 3), "time", "day")),
        ("3 times a week", Frequency(Range(3, 3), "time", "week")),
        ("5 days a week", Frequency(Range(5, 5), "day", "week")),
    ],
)
def test_frequencies(text: str, means: Frequency) -> None:
    assert frequency().parse(text) == means


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("2 per day", "needs how many times a day or a week"),
        ("daily", "needs how many times a day or a week"),
        ("2 days a day", "needs how many times a day or a week"),
        ("8 days a week", "needs at most 7 days a week"),
        ("2-3 times a day", "has a dash in a range: write '2 to 3'"),
    ],
)
def test_wrong_frequencies(text: str, complaint: str) -> None:
    with pytest.raises(FieldError, match=complaint):
        frequency().parse(text)


def test_media_are_words_with_commas() -> None:
    assert media().parse("slides, screen") == {Medium.DECK, Medium.PAGE}


@pytest.mark.parametrize("text", ["paper", "", "slides,", "Slides"])
def test_wrong_media(text: str) -> None:
    with pytest.raises(FieldError, match=r"one (or more )?of: slides, handout, screen"):
        media().parse(text)


def test_labels_keep_their_order() -> None:
    assert labels(1, 7, "Mon").parse("Sat, Sun, Mon") == ("Sat", "Sun", "Mon")


@pytest.mark.parametrize("text", ["Sat,, Sun", "a, b, c, d, e, f, g, h"])
def test_wrong_labels(text: str) -> None:
    with pytest.raises(FieldError):
        labels(1, 7, "Mon").parse(text)


def test_every_example_in_a_complaint_is_right() -> None:
    """A hint that says "for example: ..." must not lead into the next mistake."""
    from careleaf.blocks import GLOSSARY_SPECS, SPECS

    for spec in (*SPECS.values(), *GLOSSARY_SPECS.values()):
        fields = [*spec.options.values(), *([spec.argument] if spec.argument else [])]
        for field in fields:
            field.parse(field.example)
