"""How lists are shared out over slides, and how lines are broken."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from careleaf.compose.deck.body import even_shares, filled, pages
from careleaf.compose.deck.breaks import even, kept, settled
from careleaf.compose.deck.glossary import Glossary
from careleaf.compose.deck.layouts import EMERGENCY
from careleaf.compose.deck.measure import fits, natural_width, set_lines
from careleaf.compose.deck.sentences import apart
from careleaf.compose.deck.sources import Sources
from careleaf.compose.deck.type import BODY, TITLE, say, sentence_ends
from careleaf.model.deck import Box, Group, Piece, SoftBreak
from careleaf.model.inline import Run
from careleaf.model.placed import box_of
from careleaf.model.shape import Definition
from tests.tools.decks import composed, of_section, placed, texts
from tests.tools.topics import FRONT, GLOSSARY, HEADINGS, NEEDED, reference


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


@pytest.mark.parametrize(
    ("words", "spare", "lines"),
    [
        (
            "Rest one foot on a low step for a while.",
            60,
            ["Rest one foot on a low step", "for a while."],
        ),
        (
            "Try 5 to 10 minutes, a few times a day.",
            120,
            ["Try 5 to 10 minutes, a few", "times a day."],
        ),
    ],
    ids=["two short words", "a line long enough"],
)
def test_a_last_line_is_no_stub(words: str, spare: float, lines: list[str]) -> None:
    text = say(words, BODY)
    width = natural_width(text) - spare
    shown = set_lines(settled(text, width), width)
    assert [line.text.strip() for line in shown] == lines


@pytest.mark.parametrize(
    ("words", "line", "lines"),
    [
        (
            "Hold. Lower slowly. Do not roll back.",
            "Hold. Lower slowly. Do",
            ["Hold. Lower slowly.", "Do not roll back."],
        ),
        (
            "Hold. Then roll to the other side.",
            "Hold. Then roll to the",
            ["Hold. Then roll to the", "other side."],
        ),
        ("Lie down. Bend your knees.", "Lie down. Bend your", ["Lie down.", "Bend your knees."]),
    ],
    ids=["two share a line", "no room", "one a line"],
)
def test_sentences_of_a_step_share_a_line_rather_than_break(
    words: str, line: str, lines: list[str]
) -> None:
    width = natural_width(say(line, BODY)) + 4
    shown = apart(say(words, BODY), Box(0, 0, width, 2 * BODY.lead))
    assert [line.text.strip() for line in set_lines(shown, width)] == lines


def test_a_source_without_an_address_does_not_look_like_a_link() -> None:
    printed = replace(reference("acp-2017"), url="")
    both = ((1, reference("nice-ng59")), (2, printed))
    shown = Sources(at=GLOSSARY, references=both, language="en").draw(Box(48, 100, 864, 386))
    names = [one.parts[0] for text in texts(shown) for one in text.paragraphs]
    assert [one.link for one in names if isinstance(one, Piece)] == [
        reference("nice-ng59").url,
        None,
    ]


def test_numbers_of_sources_hang() -> None:
    many = tuple((number, reference("nice-ng59")) for number in range(8, 12))
    shown = Sources(at=GLOSSARY, references=many, language="en").draw(Box(48, 100, 864, 386))
    bullets = [one.bullet for text in texts(shown) for one in text.paragraphs]
    assert [one and one.shown for one in bullets] == ["8.", "9.", "10.", "11."]
    assert [one and one.first for one in bullets] == [8, 8, 10, 10]
    assert len({one.width for one in bullets if one}) == 1


@pytest.mark.parametrize(
    ("say", "lines"),
    [
        ("pel-vis", ["Cauda equina (pel-vis)"]),
        ("kaw-duh ee-kwy-nuh " * 2, ["Cauda equina", "(kaw-duh ee-kwy-nuh kaw-duh ee-kwy-nuh )"]),
    ],
)
def test_how_a_word_is_said_stays_on_one_line_of_its_card(say: str, lines: list[str]) -> None:
    shown = Glossary(at=GLOSSARY, entries=(said(say),) * 2, few=True, size=54).draw(GLOSSARY_ZONE)
    head = next(texts(shown))
    assert [line.text for line in set_lines(head.paragraphs[0], head.box.width)] == lines


def test_many_terms_stand_in_rows_as_high_as_one_another() -> None:
    shown = Glossary(at=GLOSSARY, entries=(said("pel-vis"),) * 6).draw(GLOSSARY_ZONE)
    terms = [one for one in shown if isinstance(one, Group)]
    assert {len(one.shapes) for one in terms} == {2}
    found = [one for one in texts(shown) if one.name == "Term"]
    assert [one.box.y for one in found] == [100 + 64 * place for place in range(6)]
    width = found[0].box.width
    assert [line.text for one in found[0].paragraphs for line in set_lines(one, width)] == [
        "Cauda equina",
        "(pel-vis)",
    ]


def test_a_term_of_many_words_has_a_higher_row() -> None:
    long = replace(said("pel-vis"), meaning=(Run(at=GLOSSARY, text="Nerves of your back. " * 12),))
    shown = Glossary(at=GLOSSARY, entries=(said(""), long, said(""), said(""))).draw(GLOSSARY_ZONE)
    heights = [one.box.height for one in texts(shown) if one.name == "Term"]
    assert heights[0] == heights[2] == heights[3] < heights[1]
    assert sum(heights) <= GLOSSARY_ZONE.height + 0.01


GLOSSARY_ZONE = Box(48, 100, 864, 384)


def said(say: str) -> Definition:
    return Definition(
        at=GLOSSARY,
        key="cauda-equina",
        term="cauda equina",
        say=(Run(at=GLOSSARY, text=say),) if say else (),
        meaning=(Run(at=GLOSSARY, text="Nerves at the base of your back."),),
    )


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


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Stand up about every 30 minutes.", ["Stand up about every", "30 minutes."]),
        ("Stand up about every 30-day.", None),
        ("Stand up about every hour, and walk.", None),
        ("Sit down so very slowly, do not drop.", ["Sit down so very slowly,", "do not drop."]),
    ],
)
def test_slide_programs_keep_a_number_with_its_word(words: str, lines: list[str] | None) -> None:
    """They would part it: the break is ours, where our lines have one. Else they break lines."""
    shown = kept(say(words, BODY), natural_width(say("Stand up about every 30", BODY)) + 2)
    texts = "".join(one.text if isinstance(one, Piece) else "/" for one in shown.parts)
    assert texts == ("/".join(lines) if lines else words)


def test_three_danger_signs_that_are_too_long_for_tall_cards_stand_in_two_rows() -> None:
    """Rather than the third alone on a slide of its own, behind the call."""
    long = "You are numb between the legs, or when you wipe, or during sex, and it is getting worse"
    for signs, rows in (("You cannot stand", 1), (long, 2)):
        blocks = f":::red-flag emergency\n- {signs} now.\n- {signs} here.\n- {signs} there.\n:::\n"
        deck = composed(FRONT + HEADINGS + blocks + NEEDED)
        [slide] = [one for one in of_section(deck) if one.layout == EMERGENCY]
        cards = [box_of(one) for one in slide.shapes if getattr(one, "name", "") == "Sign"]
        assert len(cards) == 3
        assert len({card.y for card in cards}) == rows
