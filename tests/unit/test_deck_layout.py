"""How lists are shared out over slides, and how lines are broken."""

from __future__ import annotations

import pytest

from careleaf.compose.deck.body import even_shares, filled, pages
from careleaf.compose.deck.measure import even, fits, natural_width, set_lines, settled
from careleaf.compose.deck.type import BODY, TITLE, say, sentence_ends
from careleaf.model.deck import SoftBreak
from tests.tools.decks import composed, of_section, placed
from tests.tools.topics import FRONT, HEADINGS, NEEDED


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(1, [1]), (6, [6]), (7, [4, 3]), (8, [4, 4]), (12, [6, 6]), (13, [5, 4, 4])],
)
def test_items_are_shared_evenly(count: int, sizes: list[int]) -> None:
    assert [len(share) for share in pages(range(count), lambda _: True)] == sizes


def test_items_that_do_not_fit_together_get_more_slides() -> None:
    assert pages("abcdef", lambda share: len(share) <= 2) == [
        ("a", "b"),
        ("c", "d"),
        ("e", "f"),
    ]


def test_an_item_that_never_fits_is_not_lost() -> None:
    assert pages("abc", lambda _: False) == [("a",), ("b",), ("c",)]


def test_shares_keep_order() -> None:
    assert even_shares([1, 2, 3, 4, 5], 2) == [(1, 2, 3), (4, 5)]


def test_lists_to_look_things_up_in_fill_their_slides() -> None:
    assert [len(run) for run in filled(range(7), lambda run: len(run) <= 3)] == [3, 3, 1]


def test_even_lines_are_as_many_and_about_as_long() -> None:
    title = say("Why your low back and both of your hips may hurt together", TITLE)
    lines = [line.width for line in set_lines(even(title, 700), 700)]
    assert len(lines) == len(set_lines(title, 700))
    assert max(lines) - min(lines) < 120


def test_a_word_alone_on_the_last_line_gets_company() -> None:
    text = say("A strong, soft pad between two bones of your spine.", BODY)
    width = natural_width(text) - 20
    assert " " not in set_lines(text, width)[-1].text
    assert " " in set_lines(settled(text, width), width)[-1].text


def test_text_that_needs_no_help_keeps_its_flow() -> None:
    text = say("One line.", BODY)
    assert settled(text, 400) is text
    assert not any(isinstance(part, SoftBreak) for part in settled(text, 400).parts)


def test_a_word_wider_than_its_box_does_not_fit() -> None:
    assert not fits((say("Physiotherapeutically", BODY),), 100, 1000)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Ask why? Then rest!", ["Ask why?", "Then rest!"]),
        ("See p. 3 or e.g. this.", ["See p.", "3 or e.g. this."]),
        ("No end", ["No end"]),
    ],
)
def test_sentences_end_before_a_capital_or_digit(text: str, sentences: list[str]) -> None:
    assert sentence_ends(text) == sentences


@pytest.mark.parametrize(
    ("block", "ticks"),
    [
        ("- Few people have it.\n- Do not twist.\n", 0),
        ("- Few people have it.\n- Do not twist.\n- Three.\n- Four.\n- Five.\n- Six.\n", 0),
        ("Few people have it. It often goes away by itself in time. " * 4 + "\n", 0),
        (":::summary\n- Keep moving.\n- Sleep well.\n- Call us.\n:::\n", 3),
    ],
    ids=["a list", "a long list", "paragraphs", "a summary"],
)
def test_only_a_summary_is_ticked(block: str, ticks: int) -> None:
    shown = placed(of_section(composed(FRONT + HEADINGS + block + NEEDED)))
    assert shown.count("Icon: tick") == ticks
