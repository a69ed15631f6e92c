"""A file of a content folder in; its bytes and its name in messages, or why not, out."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from careleaf.problem import Problem
from careleaf.problem_codes import UNREADABLE_FILE
from careleaf.read.intake import MOST_BYTES
from careleaf.source import Span


class File(Struct, frozen=True):
    """A file as shown in messages, and its bytes."""

    shown: str
    data: bytes


def shown_path(path: Path) -> str:
    """A file's name in messages: relative to the working folder where it lies below it."""
    absolute = path.absolute()
    working = Path.cwd()
    shown = absolute.relative_to(working) if absolute.is_relative_to(working) else absolute
    return shown.as_posix()


def file_bytes(path: Path, root: Path, most: int = MOST_BYTES) -> bytes | Problem:
    """The file's bytes, one more than `most` at most. Nothing outside of `root` is read, also
    not through a link, and nothing that could keep us waiting, such as a pipe."""
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return _unreadable(path, "it is a link that leads out of the library")
        if not path.is_file():
            return _unreadable(path, "it is not a file")
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        return _unreadable(path, error.strerror or str(error))
    except RuntimeError:  # how Python before 3.13 tells of links that go round in a circle
        return _unreadable(path, "it is a link that leads back to itself")


def read_file(path: Path, root: Path) -> File | Problem:
    """The file, by the rule of `file_bytes`."""
    data = file_bytes(path, root)
    return data if isinstance(data, Problem) else File(shown_path(path), data)


def source_and_translation(source: Path, po: Path, root: Path) -> tuple[File, File] | Problem:
    """Both files, or why the first of them that cannot be read cannot."""
    original, translation = read_file(source, root), read_file(po, root)
    if isinstance(original, Problem):
        return original
    return translation if isinstance(translation, Problem) else (original, translation)


def _unreadable(path: Path, why: str) -> Problem:
    at = Span(shown_path(path), 0, 0)
    return Problem(UNREADABLE_FILE, at, f"this file cannot be read: {why}")
