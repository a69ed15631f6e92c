"""Which content folder is used, and that files are whole or untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

from careleaf.engine.content import NoContentError, bundled_library, find_content
from careleaf.engine.files import write_whole
from careleaf.problem import CareleafError


def test_the_folder_given_comes_first(tmp_path: Path) -> None:
    (tmp_path / "mine/topics").mkdir(parents=True)
    (tmp_path / "content/topics").mkdir(parents=True)
    assert find_content(tmp_path / "mine", tmp_path).root == tmp_path / "mine"


def test_then_the_content_folder_here(tmp_path: Path) -> None:
    (tmp_path / "content/topics").mkdir(parents=True)
    found = find_content(None, tmp_path)
    assert found.root == tmp_path / "content"
    assert not found.bundled


def test_then_the_bundled_library(tmp_path: Path) -> None:
    found = find_content(None, tmp_path)
    assert found.bundled
    assert found.root == bundled_library()
    assert "low-back-and-hip-pain" in found.topics()


def test_a_content_folder_without_topics_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert find_content(None, tmp_path).bundled


def test_a_folder_given_without_topics_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoContentError, match="it has no 'topics' folder"):
        find_content(tmp_path)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new/page.html"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [found.name for found in path.parent.iterdir()] == ["page.html"]


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.mkdir()
    with pytest.raises(CareleafError, match="cannot write"):
        write_whole(path, b"one")
    assert [found.name for found in tmp_path.iterdir()] == ["page.html"]
