"""Patient text in; the nodes that it stands for out."""

from __future__ import annotations

import pytest

from careleaf.blocks.prose import Entry, Grid, Listing, Prose
from careleaf.model.inline import (
    Blank,
    Break,
    Citation,
    Draft,
    Inline,
    Link,
    Strong,
    Term,
    Variable,
    Words,
)
from careleaf.model.topic import Block
from tests.tools.topics import FRONT, HEADINGS, read


def blocks(text: str) -> tuple[Block, ...]:
    topic, problems, _ = read(FRONT + HEADINGS + text)
    assert not problems
    return topic.parts[0].sections[0].blocks


def spoken(text: str) -> str:
    (prose,) = blocks(text)
    assert isinstance(prose, Prose)
    return shown(prose.body)


def shown(draft: Draft) -> str:
    return " ".join(_shown(inline) for inline in draft)


def _shown(inline: Inline) -> str:
    match inline:
        case Words(text=text):
            found = repr(text)
        case Strong(body=body):
            found = f"strong({shown(body)})"
        case Link(target=target, body=body):
            found = f"link({target}, {shown(body)})"
        case Term(key=key, shown=words):
            found = f"term({key}, {words})"
        case Blank(width=width):
            found = f"blank({width})"
        case Break():
            found = "break"
        case Variable(expression=expression):
            found = f"variable({expression})"
        case Citation(keys=keys):
            found = f"cite({', '.join(keys)})"
    return found


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("Plain words.", "'Plain words.'"),
        ("Two\n  lines.", "'Two lines.'"),
        ("Two \\\nlines.", "'Two ' break 'lines.'"),
        ("**Walk** a *little*.", "strong('Walk') ' a ' strong('little') '.'"),
        ("***Both***", "strong(strong('Both'))"),
        ("**a *b* c**", "strong('a ' strong('b') ' c')"),
        ("un**bear**able", "'un' strong('bear') 'able'"),
        ("2 * 3 and a_b_c", "'2 * 3 and a_b_c'"),
        (r"\*no\* \[\] \_\_\_ \\", r"'*no* [] ___ \\'"),
        ("[[Sciatica]] is", "term(sciatica, Sciatica) ' is'"),
        ("[[nerve|sore\nnerves]]", "term(nerve, sore nerves)"),
        (
            "{{ clinic.phone }}, {{clinic.name}}",
            "variable(clinic.phone) ', ' variable(clinic.name)",
        ),
        ("____ minutes, _____", "blank(4) ' minutes, ' blank(5)"),
        ("Rest. [@a] Move. [@a,\n@b-2]", "'Rest. ' cite(a) ' Move. ' cite(a, b-2)"),
        ("[a **b**](https://x.example/(y))", "link(https://x.example/(y), 'a ' strong('b'))"),
        ("[call](tel:+1-555-0100)", "link(tel:+1-555-0100, 'call')"),
        ("Bien-être 痛み 🦴 R&D 5 < 6", "'Bien-être 痛み 🦴 R&D 5 < 6'"),
        ("    Four blanks are no code.", "'Four blanks are no code.'"),
        ("At 10:30: go.", "'At 10:30: go.'"),
    ],
)
def test_marks(text: str, nodes: str) -> None:
    assert spoken(text) == nodes


def listing(text: str) -> Listing:
    (found,) = blocks(text)
    assert isinstance(found, Listing)
    return found


def entry(text: str) -> Entry:
    (only,) = listing(text).entries
    return only


def test_an_item_with_everything() -> None:
    found = entry("- :walk: **Walk [[disk]].** A ____ little.\n  - More.\n  - Yet more.")
    assert not found.ticked
    assert found.icon == "walk"
    assert shown(found.lead) == "'Walk ' term(disk, disk) '.'"
    assert shown(found.body) == "'A ' blank(4) ' little.'"
    assert found.inner
    assert [shown(inner.body) for inner in found.inner.entries] == ["'More.'", "'Yet more.'"]


def test_an_item_with_a_box_to_tick() -> None:
    found = entry("- [ ] **Walk.** Often.\n  - More.")
    assert found.ticked
    assert shown(found.lead) == "'Walk.'"
    assert found.inner


def test_bold_words_that_do_not_lead_stay_in_the_words() -> None:
    found = entry("- Walk **a little**.")
    assert found.lead == ()
    assert shown(found.body) == "'Walk ' strong('a little') '.'"


def test_an_item_of_a_lead_alone() -> None:
    found = entry("- **Walk.**")
    assert shown(found.lead) == "'Walk.'"
    assert found.body == ()


def test_a_numbered_list_keeps_its_first_number() -> None:
    found = listing("3. Three.\n4. Four.")
    assert found.numbered
    assert found.start == 3
    assert len(found.entries) == 2


def test_a_list_parted_by_empty_lines_is_one_list() -> None:
    assert len(listing("- One.\n\n- Two.\n\n- Three.").entries) == 3


def test_cells_keep_marks_with_bars_whole() -> None:
    (found,) = blocks("| a | b |\n|---|:-:|\n| [[nerve|nerves]] | 1 \\| 2 |\n|  | **x** |")
    assert isinstance(found, Grid)
    assert [shown(cell) for cell in found.head] == ["'a'", "'b'"]
    assert [[shown(cell) for cell in row] for row in found.rows] == [
        ["term(nerve, nerves)", "'1 | 2'"],
        ["", "strong('x')"],
    ]
