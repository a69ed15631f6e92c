"""A topic's text in an editor and its file on disk: what is saved, kept, refused."""

from __future__ import annotations

import os
import stat
import threading
import time
from pathlib import Path

import pytest

from careleaf.engine.content import Content, bundled_library
from careleaf.engine.files import write_whole
from careleaf.engine.job import RefusedError
from careleaf.engine.saving import ChangedError, OnDisk, on_disk, save


@pytest.fixture
def content(tmp_path: Path) -> Content:
    folder = tmp_path / "content"
    (folder / "topics" / "knee").mkdir(parents=True)
    return Content(folder, bundled=False)


def file(content: Content, data: bytes) -> Path:
    path = content.topic_file("knee", "en")
    path.write_bytes(data)
    return path


def saved(content: Content, text: str, digest: str) -> OnDisk:
    return save(content, "knee", "en", text, digest=digest)


def test_what_is_saved_is_what_stands_there(content: Content) -> None:
    path = file(content, b"one\n")
    before = on_disk(content, "knee", "en")
    after = saved(content, "two\n", before.digest)
    assert path.read_bytes() == b"two\n"
    assert after == on_disk(content, "knee", "en")
    assert after.digest != before.digest


def test_a_file_that_changed_is_never_written_over(content: Content) -> None:
    path = file(content, b"one\n")
    opened = on_disk(content, "knee", "en")
    path.write_bytes(b"by somebody else\n")
    with pytest.raises(ChangedError) as error:
        saved(content, "mine\n", opened.digest)
    assert path.read_bytes() == b"by somebody else\n"
    assert error.value.on_disk.text == "by somebody else\n"
    saved(content, "mine\n", error.value.on_disk.digest)
    assert path.read_bytes() == b"mine\n"


def test_a_file_that_is_gone_is_told_and_can_be_put_back(content: Content) -> None:
    path = file(content, b"one\n")
    opened = on_disk(content, "knee", "en")
    path.unlink()
    with pytest.raises(ChangedError) as error:
        saved(content, "mine\n", opened.digest)
    assert error.value.on_disk == OnDisk("", "")
    saved(content, "mine\n", "")
    assert path.read_bytes() == b"mine\n"


def test_a_topic_that_is_gone_is_told_and_not_begun_again(content: Content) -> None:
    path = file(content, b"one\n")
    opened = on_disk(content, "knee", "en")
    path.unlink()
    path.parent.rmdir()
    with pytest.raises(ChangedError) as error:
        saved(content, "mine\n", opened.digest)
    assert error.value.on_disk == OnDisk("", "")
    assert not path.parent.exists()


def test_a_file_that_appeared_is_not_written_over(content: Content) -> None:
    path = file(content, b"theirs\n")
    with pytest.raises(ChangedError):
        saved(content, "mine\n", "")
    assert path.read_bytes() == b"theirs\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbfone\r\ntwo\r\n", b"\xef\xbb\xbfone\r\n2\r\n"),
        (b"one\r\ntwo\r\nthree\n", b"one\r\n2\r\n"),
        (b"one\ntwo\n", b"one\n2\n"),
    ],
)
def test_line_ends_and_a_byte_order_mark_stay(
    content: Content, before: bytes, after: bytes
) -> None:
    path = file(content, before)
    opened = on_disk(content, "knee", "en")
    assert opened.text.startswith("one\ntwo\n")
    saved(content, "one\r\n2\n", opened.digest)  # a form sends CRLF, an editor LF
    assert path.read_bytes() == after


def test_of_many_who_save_at_once_one_wins_and_the_others_are_told(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each waits between looking and writing, as a slow disk would make it."""
    file(content, b"one\n")
    digest = on_disk(content, "knee", "en").digest
    told: list[str] = []

    def slowly(path: Path, data: bytes) -> None:
        time.sleep(0.02)
        write_whole(path, data)

    def one(name: str) -> None:
        try:
            saved(content, name, digest)
        except ChangedError as error:
            told.append(error.on_disk.text)

    monkeypatch.setattr("careleaf.engine.saving.write_whole", slowly)
    threads = [threading.Thread(target=one, args=(f"by {n}\n",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [on_disk(content, "knee", "en").text] * 7


@pytest.mark.parametrize("name", ["..", "a/b", "../../etc", "", "Knee", "a\x00b", ".", "a" * 256])
def test_no_name_leads_out_of_the_topics(content: Content, name: str) -> None:
    with pytest.raises(RefusedError):
        save(content, name, "en", "x", digest="")
    with pytest.raises(RefusedError):
        on_disk(content, name, "en")


@pytest.mark.parametrize(
    "name", ["..", ".", "", "knee/deeper", "../topics/knee", "knee\\deeper", "\0"]
)
def test_texts_that_lie_elsewhere_are_no_topics(content: Content, name: str) -> None:
    for folder in (content.root, content.root / "topics", content.root / "topics/knee/deeper"):
        folder.mkdir(exist_ok=True)
        (folder / "en.md").write_text("theirs")
    file(content, b"one\n")
    assert content.has("knee")
    assert not content.has(name)
    with pytest.raises(RefusedError):
        save(content, name, "en", "mine", digest=on_disk(content, "knee", "en").digest)


def test_a_topic_whose_folder_has_another_name_can_be_saved_too(content: Content) -> None:
    path = content.topic_file("Knee_Pain", "en")
    path.parent.mkdir()
    path.write_bytes(b"one\n")
    digest = on_disk(content, "Knee_Pain", "en").digest
    save(content, "Knee_Pain", "en", "two\n", digest=digest)
    assert path.read_bytes() == b"two\n"


@pytest.mark.parametrize("language", ["", "../en", "en.md", "english", "EN"])
def test_only_topic_files_are_saved(content: Content, language: str) -> None:
    with pytest.raises(RefusedError):
        save(content, "knee", language, "x", digest="")


def test_no_text_is_put_beside_a_translation(content: Content) -> None:
    file(content, b"one\n")
    content.translation_file("knee", "es").write_bytes(b"")
    with pytest.raises(RefusedError, match=r"es\.po is a translation") as told:
        save(content, "knee", "es", "x", digest="")
    assert told.value.hint == "translate in that file, or move it away first"
    assert content.languages("knee") == ["en", "es"]
    assert not content.topic_file("knee", "es").exists()


def test_no_new_topic_comes_of_saving(content: Content) -> None:
    with pytest.raises(RefusedError, match="no topic 'hip'") as told:
        save(content, "hip", "en", "x", digest="")
    assert told.value.hint == "start it first: careleaf new topic hip"
    assert not content.topic_file("hip", "en").parent.exists()


def test_a_file_may_be_read_by_whom_careleaf_was_started_for(tmp_path: Path) -> None:
    """Asking for the mask anew sets it for a moment, for all threads: it is asked for once."""
    started = os.umask(0o777)
    try:
        write_whole(tmp_path / "a.md", b"one")
    finally:
        os.umask(started)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o666 & ~started


def test_no_link_leads_out_of_the_content_folder(content: Content, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "en.md").write_text("theirs")
    (content.root / "topics" / "linked").symlink_to(outside)
    content.topic_file("knee", "en").symlink_to(outside / "en.md")
    for name in ("linked", "knee"):
        with pytest.raises(RefusedError, match="out of the library"):
            save(content, name, "en", "mine", digest="")
    assert (outside / "en.md").read_text() == "theirs"


def test_the_bundled_library_is_not_changed() -> None:
    bundled = Content(bundled_library(), bundled=True)
    there = on_disk(bundled, "low-back-and-hip-pain", "en")
    with pytest.raises(RefusedError, match="ships with careleaf"):
        save(bundled, "low-back-and-hip-pain", "en", there.text, digest=there.digest)


def test_what_cannot_be_a_topic_is_refused_and_the_file_stays(content: Content) -> None:
    path = file(content, b"one\n")
    digest = on_disk(content, "knee", "en").digest
    for text in ("x" * (256 * 1024 + 1), "\ud800"):
        with pytest.raises(RefusedError):
            saved(content, text, digest)
    assert path.read_bytes() == b"one\n"


def test_bytes_that_are_no_text_are_not_opened(content: Content) -> None:
    file(content, b"caf\xe9\n")
    with pytest.raises(RefusedError, match="UTF-8"):
        on_disk(content, "knee", "en")
