"""Which content folder is used, and that files are whole or untouched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careleaf.engine import Job, build, made
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


SHORT = "first-days-of-back-pain"


def test_what_is_made_in_memory_is_what_a_build_writes(tmp_path: Path) -> None:
    job = Job(topics=(SHORT,), output=tmp_path / "output")
    in_memory = made(job)
    assert not job.output.exists()
    on_disk = [output.path.read_bytes() for output in build(job).outputs]
    assert [piece.data for piece in in_memory.pieces] == on_disk


def test_a_topic_with_an_error_has_no_piece(tmp_path: Path) -> None:
    library = tmp_path / "content"
    shutil.copytree(bundled_library(), library)
    topic = library / f"topics/{SHORT}/en.md"
    topic.write_text(topic.read_text() + "\n::: nonsense\n:::\n")
    failed = made(Job(topics=(SHORT,), content=library))
    assert failed.pieces == ()
    assert "E201" in {problem.code for problem in failed.problems}
    assert {problem.span.path for problem in failed.problems} <= set(failed.sources)
