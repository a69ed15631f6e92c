"""Which boxes stand on which page."""

from __future__ import annotations

import pytest

from careleaf.write.pdf.marks import Box
from careleaf.write.pdf.pagination import paginated, used


def pages(boxes: list[Box], depth: float = 100) -> list[list[float]]:
    """Heights of the boxes on each page."""
    return [[one.box.height for one in page] for page in paginated(boxes, depth)]


def test_boxes_fill_as_few_pages_as_possible() -> None:
    assert len(pages([Box(height=25)] * 8)) == 2


def test_no_page_is_overfull() -> None:
    boxes = [Box(height=30, gap=10)] * 9
    assert all(used(page) <= 100 for page in paginated(boxes, 100))


def test_a_gap_is_dropped_at_the_top_of_a_page() -> None:
    [first, second] = paginated([Box(height=90, gap=20), Box(height=90, gap=20)], 100)
    assert (first[0].y, second[0].y) == (0, 0)


def test_a_heading_goes_with_what_follows() -> None:
    boxes = [Box(height=80), Box(height=10, keep=True, title=True), Box(height=40)]
    assert pages(boxes) == [[80], [10, 40]]


def test_the_last_page_is_not_just_a_few_lines() -> None:
    boxes = [Box(height=19)] * 11
    assert [len(page) for page in pages(boxes)] == [4, 4, 3]


def test_of_two_ways_the_one_that_begins_with_a_heading_is_taken() -> None:
    heading = Box(height=20, title=True, keep=True)
    boxes = [Box(height=20), Box(height=20), Box(height=20), heading, Box(height=20)]
    boxes += [Box(height=20), Box(height=20)]
    assert [len(page) for page in pages(boxes)] == [3, 4]


HEADING = Box(height=10, title=3, heads=True, keep=True)
LINE = Box(height=5, heads=True, keep=True)


def test_a_heading_and_a_line_go_with_what_follows() -> None:
    assert pages([Box(height=60), HEADING, LINE, Box(height=40)]) == [[60], [10, 5, 40]]


def test_a_part_opens_a_page_before_its_heading_where_all_of_it_is_too_deep() -> None:
    """Part, line, section, line and piece are deeper than a page: the piece keeps its heading."""
    part = Box(height=10, title=2, heads=True, keep=True)
    boxes = [Box(height=40), part, LINE, HEADING, LINE, Box(height=80)]
    assert pages(boxes) == [[40, 10, 5], [10, 5, 80]]


def test_a_heading_over_too_deep_a_piece_keeps_its_line() -> None:
    assert pages([Box(height=40), HEADING, LINE, LINE, Box(height=90)]) == [[40, 10, 5, 5], [90]]


@pytest.mark.parametrize(("before", "shares"), [(8, True), (75, False)])
def test_what_would_begin_a_page_does_not_leave_one_nearly_empty(
    before: float, shares: bool
) -> None:
    found = pages([Box(height=before), Box(height=30, opens=True), Box(height=30)])
    assert found == ([[before, 30, 30]] if shares else [[before], [30, 30]])


def test_no_page_begins_with_what_a_section_left_over() -> None:
    """Though both pages would be more evenly full."""
    boxes = [Box(height=70), Box(height=22), HEADING, Box(height=55)]
    assert pages([*boxes, Box(height=90, starts_page=True)]) == [[70, 22], [10, 55], [90]]


def test_a_page_can_be_asked_for() -> None:
    assert pages([Box(height=10), Box(height=10, starts_page=True)]) == [[10], [10]]


def test_a_table_that_goes_on_repeats_its_head() -> None:
    head = Box(height=10, keep=True)
    rows = [Box(height=30, head=head)] * 5
    first, second = paginated([head, *rows], 100)
    assert first[0].repeated_head is None
    assert (second[0].repeated_head, second[0].y) == (head, 10)


def test_a_chain_deeper_than_a_page_is_torn_rather_than_lost() -> None:
    boxes = [Box(height=30, keep=True)] * 7
    assert sum(len(page) for page in pages(boxes)) == 7


def test_a_box_deeper_than_a_page_has_a_page_of_its_own() -> None:
    assert pages([Box(height=10), Box(height=250), Box(height=10)]) == [[10], [250], [10]]
