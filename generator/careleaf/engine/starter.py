"""A name for a new topic in; the first files of it, ready to be written in, out."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from msgspec import Struct

from careleaf.engine.content import (
    TOPICS,
    Content,
    NoContentError,
    bundled_library,
    can_name_topic,
    find_content,
)
from careleaf.engine.files import write_whole
from careleaf.engine.job import RefusedError
from careleaf.engine.language_code import refuse_no_code
from careleaf.model.topic import GLOSSARY
from careleaf.problem import CareleafError

_TEMPLATE = Path(__file__).with_name("starter.md")
_SURROUNDINGS = ("clinics", "glossary", "sources")
_REVIEW_AFTER_YEARS = 2


class Started(Struct, frozen=True, kw_only=True):
    """A new topic's file; and where a content folder was made for it, the files and folders copied
    into that, and the topics that ship with careleaf, which it hides if commands here read it."""

    topic: Path
    copied: tuple[Path, ...] = ()
    hidden: tuple[str, ...] = ()


def new_topic(name: str, *, title: str | None, language: str, content: Path | None) -> Started:
    """Write a topic that passes every check, to be filled with real words.

    Where there is no content folder yet, ./content is made, with the example clinic, the glossary
    and the sources that ship with careleaf, so that the new topic builds at once.

    Raises `RefusedError` for a name that is no folder name or is taken, and for a title that
    would not be one line of plain words.
    """
    if not can_name_topic(name):
        raise RefusedError(f"'{name}' cannot name a topic", "use small letters, digits and hyphens")
    if name == GLOSSARY:
        raise RefusedError(f"'{name}' cannot name a topic", "the glossary is called so")
    refuse_no_code(language, "en")
    if title is not None and (not title.isprintable() or re.search(r"[{}\[\]*]", title)):
        raise RefusedError("a title is one line of plain words", "for example: Knee pain")
    folder, copied = _own_content(content)
    path = folder.topic_file(name, language)
    if name in folder.programmes():
        raise RefusedError(f"a programme is called '{name}'", "choose another name")
    if path.exists():
        raise RefusedError(f"{path} is there already", "choose another name, or open that file")
    write_whole(path, _text(folder, name, title).encode())
    hides = bool(copied) and content is None
    shipped = Content(bundled_library(), bundled=True).topics() if hides else []
    return Started(topic=path, copied=copied, hidden=tuple(one for one in shipped if one != name))


def _own_content(given: Path | None) -> tuple[Content, tuple[Path, ...]]:
    """The content folder to write into, and what was copied into it if it was made for this. Never
    the bundled library: an update would wipe it."""
    if given is not None and not given.exists():
        root = given
    elif given is None and find_content(None).bundled:
        root = Path("content")
    else:
        try:
            return find_content(given), ()
        except NoContentError as error:
            hint = "name a folder that holds topics/, or one that is not there yet"
            raise RefusedError(str(error), hint) from error
    _furnish(root)
    copied = tuple(root / name for name in _SURROUNDINGS)
    return Content(root, bundled=False), copied


def _furnish(root: Path) -> None:
    try:
        (root / TOPICS).mkdir(parents=True, exist_ok=True)
        for name in _SURROUNDINGS:
            shutil.copytree(bundled_library() / name, root / name, dirs_exist_ok=True)
    except OSError as error:
        raise CareleafError(f"cannot make {root}: {error.strerror or error}") from error


def _text(content: Content, name: str, title: str | None) -> str:
    today = date.today()
    sources = sorted(path.stem for path in (content.root / "sources").glob("*.md"))
    return _TEMPLATE.read_text(encoding="utf-8").format(
        title=title or name.replace("-", " ").capitalize(),
        written=today.isoformat(),
        review_due=today.replace(year=today.year + _REVIEW_AFTER_YEARS, day=1).isoformat(),
        source=sources[0] if sources else "your-source",
    )
