"""Where lines of a slide end: not in a stub, in the first word of a sentence, or inside a word."""

from __future__ import annotations

import pytest

from careleaf.compose.deck.breaks import even, kept, settled
from careleaf.compose.deck.measure import natural_width, set_lines, written_in
from careleaf.compose.deck.type import BODY, say
from careleaf.model.deck import Paragraph

Case = tuple[str, str, list[str]]

SETTLED: dict[str, Case] = {
    "a stub": (
        "Stand on both feet, and shift from one to",
        "Stand on both feet, and shift from one to the other.",
        ["Stand on both feet, and shift from", "one to the other."],
    ),
    "the first word of a sentence": (
        "Bend both of your knees. Turn",
        "Bend both of your knees. Turn your body as one.",
        ["Bend both of your knees.", "Turn your body as one."],
    ),
    "a word of one letter": (
        "Standing up, stairs, or a",
        "Standing up, stairs, or a long step.",
        ["Standing up, stairs, or", "a long step."],
    ),
    "nothing to mend": (
        "Walk often, stretch, and",
        "Walk often, stretch, and build strength.",
        ["Walk often, stretch, and", "build strength."],
    ),
}


@pytest.mark.parametrize("case", SETTLED.values(), ids=SETTLED)
def test_a_line_ends_well(case: Case) -> None:
    width, text, lines = case
    assert shown(settled(say(text, BODY), room(width)), room(width)) == lines


def test_a_title_breaks_at_its_colon_rather_than_after_the_word_behind_it() -> None:
    width = room("What we do not know yet: what helps, and xxx")
    title = even(say("What we do not know yet: what helps, and how sure we are", BODY), width)
    assert shown(title, width) == ["What we do not know yet:", "what helps, and how sure we are"]


def test_a_space_that_does_not_break_holds_behind_a_stop_too() -> None:
    text = "Ask for Dr.\u00a0Lee today, please now"
    for share in range(3, 10):
        width = natural_width(say(text, BODY)) * share / 10
        for broken in (settled, even):
            lines = shown(broken(say(text, BODY), width), width)
            assert any("Dr.\u00a0Lee" in line for line in lines), (share, lines)


def test_even_lines_do_not_leave_a_word_alone() -> None:
    width = room("fall, or a broken")
    text = even(say("You have thin bones, a new fall, or a broken bone.", BODY), width)
    assert len(shown(text, width)[-1].split()) > 1


def test_chinese_breaks_at_its_marks_and_not_inside_a_word() -> None:
    with written_in("zh-Hans", "ltr"):
        width = room("两腿之间发麻，或者擦")
        text = even(say("两腿之间发麻，或者擦拭时、性生活时没有感觉。", BODY), width)
        assert shown(text, width) == ["两腿之间发麻，", "或者擦拭时、", "性生活时没有感觉。"]


def test_a_number_stays_with_the_word_that_it_repeats() -> None:
    with written_in("ar", "rtl"):
        width = room("لمدة أسبوعين") + 4
        text = kept(settled(say("لمدة أسبوعين (2) ولم تشعروا", BODY), width), width)
        assert shown(text, width) == ["لمدة", "أسبوعين (2)", "ولم تشعروا"]


def shown(paragraph: Paragraph, width: float) -> list[str]:
    return [line.text.strip() for line in set_lines(paragraph, width)]


def room(text: str) -> float:
    """A width that just holds the text."""
    return natural_width(say(text, BODY)) + 1
