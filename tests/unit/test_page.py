"""What a page puts where: the key message on top, danger signs early, the rest as written."""

from __future__ import annotations

import pytest

from careleaf.model.inline import Break, plain
from careleaf.model.page import Page, PageSection, Questions, RedFlags
from careleaf.model.shape import Callout, Paragraph
from careleaf.model.tailoring import Tailoring
from tests.tools.pages import composed
from tests.tools.topics import FRONT

KEY = ":::key-message\nKeep moving.\n:::\n"
EMERGENCY = ":::red-flag emergency\n- You cannot stand.\n:::\n"
SAME_DAY = ":::red-flag same-day\n- You have a fever.\n:::\n"


def outline(page: Page) -> list[str]:
    """The id and level of each section, with the kinds of block in it."""
    return [line for section in page.sections for line in _outline(section)]


def _outline(section: PageSection) -> list[str]:
    kinds = " ".join(type(block).__name__ for block in section.blocks)
    lines = [f"{'#' * section.level} {section.id}: {kinds}".rstrip()]
    return lines + [line for inner in section.sections for line in _outline(inner)]


def test_the_key_message_moves_to_the_top() -> None:
    page = composed(f"{FRONT}# One {{#one}}\nWords.\n\n{KEY}\nMore.\n\n{EMERGENCY}")
    assert isinstance(page.key, Callout)
    assert page.key_id == ""
    assert outline(page) == ["# one: Paragraph Paragraph RedFlags"]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Most pain eases. Keep moving: walk.", ["Most pain eases.", "Keep moving: walk."]),
        ("Is it **2.5**? Yes.", ["Is it 2.5?", "Yes."]),
    ],
)
def test_each_sentence_of_the_key_message_begins_a_line(words: str, lines: list[str]) -> None:
    page = composed(f"{FRONT}# Today {{#today}}\n:::key-message\n{words}\n:::\n{EMERGENCY}")
    assert page.key is not None
    (paragraph,) = page.key.body
    assert isinstance(paragraph, Paragraph)
    shown = "".join("/" if isinstance(p, Break) else plain((p,)) for p in paragraph.body)
    assert shown.split("/") == lines
    assert page.description == " ".join(lines)


def test_a_section_that_held_nothing_else_gives_it_its_id() -> None:
    page = composed(
        f"{FRONT}# One {{#one}}\n## Now {{#now}}\n{KEY}\n## Help {{#help}}\n{EMERGENCY}"
    )
    assert page.key_id == "now"
    assert outline(page) == ["# one:", "## help: RedFlags"]


def test_a_second_key_message_stays_where_it_is() -> None:
    second = KEY.replace("Keep moving", "Rest too")
    page = composed(f"{FRONT}# One {{#one}}\n{KEY}\n{EMERGENCY}\n# Two {{#two}}\n{second}")
    assert outline(page) == ["# one: RedFlags", "# two: Callout"]


def test_a_late_section_with_danger_signs_comes_after_the_first_part() -> None:
    late = (
        f"# Last {{#last}}\nOpening.\n\n## Help {{#help}}\n{EMERGENCY}\n## Rest {{#rest}}\nSleep.\n"
    )
    page = composed(f"{FRONT}# One {{#one}}\n{KEY}\nWords.\n\n# Two {{#two}}\nWords.\n\n{late}")
    assert outline(page) == [
        "# one: Paragraph",
        "# help: RedFlags",
        "# two: Paragraph",
        "# last: Paragraph",
        "## rest: Paragraph",
    ]
    assert page.alarm == "help"


def test_a_late_part_of_danger_signs_moves_whole() -> None:
    late = f"# Help {{#help}}\n{EMERGENCY}\n## After {{#after}}\nRest.\n"
    page = composed(f"{FRONT}# One {{#one}}\n{KEY}\nWords.\n\n# Two {{#two}}\nWords.\n\n{late}")
    assert outline(page) == [
        "# one: Paragraph",
        "# help: RedFlags",
        "## after: Paragraph",
        "# two: Paragraph",
    ]


def test_danger_signs_side_by_side_share_a_box() -> None:
    page = composed(f"{FRONT}# One {{#one}}\n{KEY}\n{EMERGENCY}\n{SAME_DAY}\nWords.\n\n{SAME_DAY}")
    first, words, second = page.sections[0].blocks
    assert isinstance(first, RedFlags)
    assert isinstance(second, RedFlags)
    assert (len(first.sides), type(words).__name__, len(second.sides)) == (2, "Paragraph", 1)


def test_answers_for_staff_are_gone() -> None:
    ask = ":::teach-back\nanswer: For staff.\nWhen will you call?\n:::\n"
    page = composed(f"{FRONT}# One {{#one}}\n{KEY}\n{EMERGENCY}\n{ask}\n{ask}")
    questions = page.sections[0].blocks[-1]
    assert isinstance(questions, Questions)
    assert [prompt.answer for prompt in questions.prompts] == [(), ()]


def test_sources_go_by_their_number_in_the_list() -> None:
    words = "First. [@acp-2017]\n\n# Two {#two}\nSecond. [@nice-ng59, @acp-2017]\n"
    page = composed(f"{FRONT}# One {{#one}}\n{KEY}\n{EMERGENCY}\n{words}")
    assert [reference.key for reference in page.references] == ["acp-2017", "nice-ng59"]
    assert [section.cited for section in page.sections] == [(1,), (1, 2)]


def test_a_tailored_page_lists_what_its_sections_cite() -> None:
    words = "First. [@nice-ng59]\n\n# Two {#two}\nSecond. [@acp-2017]\n"
    text = f"{FRONT}# One {{#one}}\n{KEY}\n{EMERGENCY}\n# Start {{#start}}\n{words}"
    page = composed(text, tailoring=Tailoring(only=("two",)))
    assert [reference.key for reference in page.references] == ["acp-2017"]
    assert [section.cited for section in page.sections] == [(), (1,)]


def test_the_key_message_describes_the_page() -> None:
    page = composed(f"{FRONT}# One {{#one}}\n{KEY}\n{EMERGENCY}")
    assert page.description == "Keep moving."
