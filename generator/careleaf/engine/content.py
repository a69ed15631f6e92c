"""A folder, or none, in; the content folder to use and the topics in it out."""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct

import careleaf
from careleaf.language import CODE
from careleaf.model.ids import ID
from careleaf.problem import CareleafError

TOPICS = "topics"
PROGRAMMES = "programmes"
CLINICS = "clinics"
_LONGEST_NAME = 255
"""Bytes of one name in a path; a longer one is an error to ask for (ENAMETOOLONG), not a file that
is not there."""
_FOLDERS = (TOPICS, PROGRAMMES, CLINICS, "glossary", "sources")


def can_name_topic(name: str) -> bool:
    """Whether Careleaf would name a topic's folder so."""
    return len(name) <= _LONGEST_NAME and bool(re.fullmatch(ID, name))


class Content(Struct, frozen=True):
    """A content folder: topics/, programmes/, glossary/, sources/, clinics/."""

    root: Path
    bundled: bool
    """Whether it is the library that ships with careleaf."""

    def topics(self) -> list[str]:
        """The ids of all topics, which are the names of their folders, sorted."""
        folders = (self.root / TOPICS).glob("*")
        return sorted(path.name for path in folders if self.languages(path.name))

    def has(self, topic_id: str) -> bool:
        """Whether there is a topic of this name: told without looking at all others. A name that
        leads anywhere but into a folder of the topics' own is none, nor is one that is longer than
        file systems take."""
        whole = topic_id not in {"", ".", ".."} and not re.search(r"[/\\\0]", topic_id)
        short = len(topic_id.encode("utf-8", "replace")) <= _LONGEST_NAME
        return whole and short and bool(self.languages(topic_id))

    def languages(self, topic_id: str) -> list[str]:
        """The languages a topic is there in, sorted. A file that is not named by a language, such
        as README.md, is not a topic's text."""
        files = self._files(topic_id)
        written = any(ending == "md" for _, ending in files)
        return sorted({code for code, _ in files}) if written else []

    def source_languages(self, topic_id: str) -> list[str]:
        """The languages that a topic was written in, English first; it is translated from the
        first."""
        found = [code for code, ending in self._files(topic_id) if ending == "md"]
        return sorted(found, key=lambda code: (code != "en", code))

    def _files(self, topic_id: str) -> list[tuple[str, str]]:
        """The language and the ending of each text of a topic. A large library is asked for all of
        them every few seconds."""
        try:
            with os.scandir(self.root / TOPICS / topic_id) as entries:
                parted = [entry.name.rpartition(".") for entry in entries]
        except OSError:  # no folder, or not ours to look into: see `_look_into`
            return []
        texts = ((code, ending) for code, _, ending in parted if ending in ("md", "po"))
        return [(code, ending) for code, ending in texts if re.fullmatch(CODE, code)]

    def clinics(self) -> list[str]:
        """The names that a clinic can be chosen by, sorted: those of their files."""
        return sorted(path.stem for path in (self.root / CLINICS).glob("*.md"))

    def programmes(self) -> list[str]:
        """The names that a programme can be asked for by, sorted: those of their files."""
        return sorted(path.stem for path in (self.root / PROGRAMMES).glob("*.md"))

    def programme_file(self, name: str) -> Path:
        """Where a programme is."""
        return self.root / PROGRAMMES / f"{name}.md"

    def topic_file(self, topic_id: str, language: str) -> Path:
        """Where a topic's text is."""
        return self.root / TOPICS / topic_id / f"{language}.md"

    def translation_file(self, topic_id: str, language: str) -> Path:
        """Where a topic's translation is, if it was not written in that language."""
        return self.root / TOPICS / topic_id / f"{language}.po"

    def text_file(self, topic_id: str, language: str) -> Path:
        """Where a topic's words in a language are: its text or its translation."""
        written, translated = (
            self.topic_file(topic_id, language),
            self.translation_file(topic_id, language),
        )
        return translated if translated.exists() and not written.exists() else written


class NoContentError(Exception):
    """The folder that was asked for is not a content folder."""


def find_content(given: Path | None, working: Path | None = None) -> Content:
    """The one lookup rule: the folder given, else ./content, else the bundled library.

    Raises `NoContentError` where the folder given has no topics folder, `CareleafError` where a
    folder in it may not be read.
    """
    if given is not None:
        _look_into(given)
        if not (given / TOPICS).is_dir():
            raise NoContentError(f"{given} is not a content folder: it has no '{TOPICS}' folder")
        return Content(given, bundled=False)
    local = (working or Path()) / "content"
    _look_into(local)
    if (local / TOPICS).is_dir():
        return Content(local, bundled=False)
    return Content(bundled_library(), bundled=True)


def _look_into(root: Path) -> None:
    """Raise `CareleafError` for a folder that may not be read: what lies in it would count as not
    being there."""
    inner = [_may_be_read(root / name) for name in _FOLDERS] if _may_be_read(root) else []
    if any(inner):
        for topic in sorted((root / TOPICS).glob("*")):
            _may_be_read(topic)


def _may_be_read(folder: Path) -> bool:
    """Whether it is there. The dot asks for leave to enter it, not only to list it."""
    try:
        os.scandir(f"{folder}{os.sep}.").close()
    except PermissionError as error:
        raise CareleafError(f"cannot read {folder}: {error.strerror or error}") from error
    except OSError:
        return False
    return True


def bundled_library() -> Path:
    """The library that ships with careleaf: inside a wheel beside the code, in a checkout at its
    top."""
    package = Path(careleaf.__file__).resolve().parent
    inside = package / "library"
    return inside if inside.is_dir() else package.parents[1] / "content"
