"""A pose or a drawing in; the pose drawn, or the drawing's SVG and PNG or its form object in a PDF,
out.

Each is made once for this process and once for this user. A PNG takes a twentieth of a second, and
a deck has dozens: most of the time of a first build. Drawing a pose from its joints takes a
thousandth, writing it for a PDF half of that, reading either a tenth. They are kept in the user's
cache folder under a digest. Only drawings go there, a pose with our own description of it, and the
code to scan that leads to a clinic's public page: no words of a topic, no name of a topic or
person. A file serves under its own name alone, and only for the code that made it.
A cache that cannot be read or written, or that holds a damaged file, costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import MsgspecError, msgpack

from careleaf import figure
from careleaf.engine.files import write_whole
from careleaf.figure import pose as poses
from careleaf.figure.qr import qr_code
from careleaf.figure.twins import Twins, twins
from careleaf.model import art
from careleaf.model.art import Drawing, Pose
from careleaf.problem import CareleafError

if TYPE_CHECKING:
    from careleaf.write.pdf.drawings import Operands

_Kept = TypeVar("_Kept", Twins, Pose, Drawing, bytes)

VARIABLE = "CARELEAF_CACHE"
"""Another folder to keep pictures in, or `off`."""

_ENDING = ".figure"
_SUM = 20
"""Bytes of a digest."""
_MANY = 200
"""Commands of a drawing that takes longer to write as a form object than to find."""
_MOST = 2000
"""Files kept: about 60 MB. The oldest quarter goes when there are more."""


@lru_cache(maxsize=512)
def kept_twins(drawing: Drawing, ground: str) -> Twins:
    """The files of a drawing whose paints are all "#rrggbb": from memory, from disk, or drawn
    now."""
    return _kept(_digest(drawing, ground), Twins, lambda: twins(drawing, ground))


@lru_cache(maxsize=64)
def kept_pose(name: str) -> Pose:
    """A pose: from memory, from disk, or drawn now. Raises UnknownPoseError."""
    if name not in poses.names():
        return poses.pose(name)
    return _kept(f"{name}-{_engine_digest()}", Pose, lambda: poses.pose(name))


@lru_cache(maxsize=16)
def kept_code(address: str) -> Drawing:
    """The code to scan of a clinic's public address: from memory, from disk, or drawn now. Raises
    QrError."""
    return _kept(_digest(address), Drawing, lambda: qr_code(address))


def kept_form(drawing: Drawing, operands: Operands | None) -> bytes:
    """The form object of a drawing in these colours, as `form_of` makes it: from disk, or made now.
    Whoever writes keeps it in memory. An icon is made sooner than it is found."""
    from careleaf.write.pdf.drawings import form_of

    if sum(len(path.commands) for path in drawing.paths) < _MANY:
        return form_of(drawing, operands)
    coloured = "one colour" if operands is None else "in colours"
    name = _digest(_former_digest(), coloured, drawing, *(operands or ()))
    return _kept(name, bytes, lambda: form_of(drawing, operands))


def _kept(name: str, kind: type[_Kept], draw: Callable[[], _Kept]) -> _Kept:
    folder = cache_folder()
    if folder is None:
        return draw()
    file = folder / f"{name}{_ENDING}"
    found = _read(file, kind)
    if found is None:
        found = draw()
        _keep(file, found)
        # As it will be read: 3 becomes 3.0, and a digest of it must not change.
        found = msgpack.decode(msgpack.encode(found), type=kind)
    return found


@lru_cache(maxsize=1)
def _engine_digest() -> str:
    """Of all code that draws, word for word, and of the Pillow that helps: another version, or an
    edit by whoever works on it, draws anew. Two milliseconds, once for a process."""
    import PIL  # of which this loads a version and nothing else

    files = sorted(one for folder in figure.__path__ for one in Path(folder).rglob("*.py"))
    if (encoder := find_spec("qrcodegen")) and encoder.origin:
        files.append(Path(encoder.origin))
    found = hashlib.blake2b(PIL.__version__.encode(), digest_size=_SUM)
    for file in (Path(art.__file__), *files):
        found.update(file.read_bytes())
    return found.hexdigest()


@lru_cache(maxsize=1)
def _former_digest() -> str:
    """Of the code that writes form objects, word for word, and of what deflates them."""
    import zlib

    from careleaf.write.pdf import canvas, drawings, file

    found = hashlib.blake2b(zlib.ZLIB_RUNTIME_VERSION.encode(), digest_size=_SUM)
    for code in (canvas.__file__, drawings.__file__, file.__file__):
        found.update(Path(code).read_bytes())
    return found.hexdigest()


def cache_folder() -> Path | None:
    """Where pictures are kept: the platform's own place for what may be deleted at any time. None
    where the user wants no cache, or has no home."""
    return _folder(*map(os.environ.get, (VARIABLE, *_PLACES)))


_PLACES = ("LOCALAPPDATA", "XDG_CACHE_HOME", "HOME", "USERPROFILE")
"""What a system calls the places of its user."""


@lru_cache(maxsize=8)
def _folder(given: str | None, *_places: str | None) -> Path | None:
    """It is asked for with each of a deck's hundred pictures."""
    if given == "off":
        return None
    with suppress(RuntimeError):
        return Path(given).expanduser() if given else _platform_folder() / "careleaf"
    return None


def _platform_folder() -> Path:
    """Raises RuntimeError where there is no home."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    # The XDG base directory specification: a relative path is to be ignored.
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".cache"


def _digest(*things: Drawing | str | tuple[str, str]) -> str:
    """Of everything that a file depends on."""
    shown = msgpack.encode((_engine_digest(), *things))
    return hashlib.blake2b(shown, digest_size=_SUM).hexdigest()


def _read(file: Path, kind: type[_Kept]) -> _Kept | None:
    """What was kept, if it is there, whole, and of this name: the digest of both comes first."""
    with suppress(OSError, MsgspecError):
        data = file.read_bytes()
        if data[:_SUM] == _sum(file, data[_SUM:]):
            return msgpack.decode(data[_SUM:], type=kind)
    return None


def _keep(file: Path, found: Twins | Pose | Drawing | bytes) -> None:
    data = msgpack.encode(found)
    with suppress(CareleafError, OSError):
        # For nobody else: what they put here would be printed.
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(file, _sum(file, data) + data)
        _make_room(file.parent)


def _sum(file: Path, data: bytes) -> bytes:
    """Of the name too: a picture copied over another would be the wrong exercise."""
    return hashlib.blake2b(file.stem.encode() + data, digest_size=_SUM).digest()


def _make_room(folder: Path) -> None:
    """Forget the oldest where there are too many; another process may be doing the same."""
    files = list(folder.glob(f"*{_ENDING}"))
    if len(files) > _MOST:
        oldest = sorted(files, key=lambda one: one.stat().st_mtime)
        for one in oldest[: _MOST // 4]:
            one.unlink(missing_ok=True)
