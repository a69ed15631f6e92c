"""A topic's text as an author wrote it in; its file on disk, or what stands there instead, out.

Nothing that somebody else wrote meanwhile is ever written over: who saves says by a digest which
file the text was written from."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from threading import Lock

from msgspec import Struct

from careleaf.engine.content import Content, can_name_topic
from careleaf.engine.files import write_whole
from careleaf.engine.job import RefusedError
from careleaf.engine.own_library import refuse_bundled
from careleaf.language import CODE
from careleaf.problem import Problem
from careleaf.read import file_bytes
from careleaf.read.intake import MOST_BYTES

_ONE_AT_A_TIME = Lock()
"""Two threads that save at the same moment: the second must see what the first wrote."""


class OnDisk(Struct, frozen=True):
    """A topic's file: its text with one kind of line end, and the digest that names these bytes.
    Both are empty where there is no file."""

    text: str
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    written: float = 0.0
    """When the file was last changed, in seconds since 1970."""


class ChangedError(Exception):
    """The file is not the one that the text was written from. Nothing was written."""

    def __init__(self, on_disk: OnDisk) -> None:
        super().__init__("the file changed")
        self.on_disk = on_disk


def on_disk(content: Content, topic_id: str, language: str) -> OnDisk:
    """A topic's file as it stands now.

    Raises `RefusedError` for a name that cannot be a topic's, for bytes that are no text and for a
    file that cannot be read or lies outside of the content folder.
    """
    path = _path(content, topic_id, language)
    if not path.exists():
        return OnDisk("", "")
    data = _bytes(path, content)
    text = _decoded(path, data).removeprefix("\ufeff")
    return OnDisk(_one_line_end(text), _digest(data), path.stat().st_mtime)


def save(content: Content, topic_id: str, language: str, text: str, *, digest: str) -> OnDisk:
    """Put a text in the place of the file that `digest` names (empty: no file). Line ends and a
    byte order mark stay as the file had them.

    Raises `ChangedError` where another file stands there now, or the whole topic is gone,
    `RefusedError` for the library that ships with careleaf, for a topic that is not there or only
    translated in that language, for a text past the limits and as `on_disk` does,
    `CareleafError` where the disk says no.
    """
    refuse_bundled(content)
    path = _path(content, topic_id, language)
    if digest and not path.parent.is_dir():
        raise ChangedError(OnDisk("", ""))
    _refuse_another(content, path, topic_id, language)
    with _ONE_AT_A_TIME:
        there = on_disk(content, topic_id, language)
        if there.digest != digest:
            raise ChangedError(there)
        data = _dressed(_one_line_end(text), _bytes(path, content) if there.digest else b"")
        if len(data) > MOST_BYTES:
            message = f"the text has over {MOST_BYTES // 1024} KB"
            raise RefusedError(message, "split it: one topic is one file of a few pages")
        write_whole(path, data)
    return on_disk(content, topic_id, language)


def may_be(content: Content, topic_id: str, language: str) -> bool:
    """Whether a text can be called so: that of a topic that is there or that Careleaf itself would
    name so."""
    named = content.has(topic_id) or can_name_topic(topic_id)
    return named and bool(re.fullmatch(CODE, language))


def _refuse_another(content: Content, path: Path, topic_id: str, language: str) -> None:
    """A text beside a translation would hide it, and a new topic begins as its starter does."""
    if not path.parent.is_dir():
        raise RefusedError(
            f"there is no topic '{topic_id}'", f"start it first: careleaf new topic {topic_id}"
        )
    translated = content.translation_file(topic_id, language)
    if translated.exists() and not path.exists():
        raise RefusedError(
            f"{translated} is a translation: a text beside it would hide it",
            "translate in that file, or move it away first",
        )


def _path(content: Content, topic_id: str, language: str) -> Path:
    """Where a topic's text is: no way leads out of the topics' folder by a name, and `_bytes` sees
    to links."""
    if not may_be(content, topic_id, language):
        raise RefusedError(f"'{topic_id}' in '{language}' cannot be a topic")
    path = content.topic_file(topic_id, language)
    if not path.parent.resolve().is_relative_to(content.root.resolve()):
        raise RefusedError(f"{path.parent} is a link that leads out of the library")
    return path


def _bytes(path: Path, content: Content) -> bytes:
    data = file_bytes(path, content.root)
    if isinstance(data, Problem):
        raise RefusedError(f"{path}: {data.message}")
    return data


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        hint = "save the file with the encoding UTF-8 in another editor first"
        raise RefusedError(f"{path} is not text in UTF-8", hint) from error


def _dressed(text: str, old: bytes) -> bytes:
    """The text with the byte order mark and the line ends that the file had: those of most lines,
    where it had several kinds."""
    mark = "\ufeff" if old.startswith(b"\xef\xbb\xbf") else ""
    pairs = old.count(b"\r\n")
    lone = old.count(b"\n") - pairs
    try:
        return (mark + (text.replace("\n", "\r\n") if pairs > lone else text)).encode("utf-8")
    except UnicodeEncodeError as error:
        raise RefusedError("the text holds half a character", "paste that place again") from error


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
