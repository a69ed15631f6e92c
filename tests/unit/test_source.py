"""Bytes in; text with one kind of line end, and lines and columns as an editor shows them, out."""

from __future__ import annotations

import pytest

from careleaf.source import Place, Source, decode


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_one(end: str) -> None:
    source, bad = decode("a.md", end.join(["one", "", "three"]).encode())
    assert source.text == "one\n\nthree"
    assert bad is None
    assert source.line_count == 3
    assert [source.line(number) for number in (1, 2, 3)] == ["one", "", "three"]


def test_a_byte_order_mark_takes_no_column() -> None:
    source, _ = decode("a.md", b"\xef\xbb\xbf# A")
    assert source.place(0) == Place(1, 1)
    assert source.text == "# A"


def test_columns_count_characters_not_bytes() -> None:
    source, _ = decode("a.md", "é痛み🦴x".encode())
    assert source.place(source.text.index("x")) == Place(1, 5)


def test_bad_bytes_are_told_and_the_rest_is_read() -> None:
    source, bad = decode("a.md", b"one\ntw\xffo")
    assert bad == 6
    assert source.place(6) == Place(2, 3)
    assert source.text == "one\ntw\ufffdo"


def test_places_and_offsets_turn_into_each_other() -> None:
    source = Source("a.md", "one\n\nthree\n")
    for offset in range(len(source.text) + 1):
        place = source.place(offset)
        assert source.offset(place.line, place.column) == offset


def test_an_offset_past_the_end_is_the_end() -> None:
    source = Source("a.md", "one")
    assert source.place(99) == Place(1, 4)
    assert source.place(-1) == Place(1, 1)


def test_an_empty_file_has_one_line() -> None:
    source = Source("a.md", "")
    assert source.line_count == 1
    assert source.line(1) == ""
