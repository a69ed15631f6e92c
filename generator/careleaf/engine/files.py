"""Finished bytes in; a whole file on disk out, or the old one untouched."""

from __future__ import annotations

import os
from pathlib import Path

from careleaf.engine.job import RefusedError
from careleaf.problem import CareleafError


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_MASK = _umask()
"""The process's mask as it started. It can only be read by setting it, for all threads, so that is
done once."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a temporary file in the same folder, then rename: readers see old or new, never half.

    Raises `CareleafError` where the disk or the rights say no, and for what is there and no file:
    a rename would put a file in place of a device.
    """
    if path.exists() and not path.is_file():
        raise CareleafError(f"cannot write {path}: something else than a file is in the way")
    import tempfile  # only whoever writes needs it: the second process does not

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise CareleafError(f"cannot write in {path.parent}: {_why(error)}") from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o666 & ~_MASK)
        temporary.replace(path)
    except OSError as error:
        raise CareleafError(f"cannot write {path}: {error.strerror}") from error
    finally:
        temporary.unlink(missing_ok=True)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; one that is stays as it is.

    Raises `CareleafError` where it is there, and where the disk or the rights say no.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise CareleafError(f"cannot write {path}: {_why(error)}") from error


def refuse_old(path: Path, *endings: str) -> None:
    """Raises `RefusedError` for a file that is there already, since somebody's work may be in it,
    and for another ending than these."""
    if path.suffix.lower() not in endings:
        raise RefusedError(f"'{path}' does not end in {' or '.join(endings)}")
    if path.exists():
        raise RefusedError(f"{path} is there already", "choose another name, or move that file")


def _why(error: OSError) -> str:
    """The system's words, save where they would puzzle: "File exists" for a folder's name."""
    in_the_way = isinstance(error, FileExistsError | NotADirectoryError)
    return "a file of that name is in the way" if in_the_way else str(error.strerror)
