"""A content folder in; everything that topics refer to, and every mistake in it, out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from careleaf.model.clinic import Clinic
from careleaf.model.library import Entry, Library, Reference
from careleaf.problem import Problem
from careleaf.read.clinic import read_clinic
from careleaf.read.glossary import read_glossary
from careleaf.read.intake import take_in
from careleaf.read.opening import File, file_bytes, shown_path, source_and_translation
from careleaf.read.reading import Reading
from careleaf.read.reference import read_reference
from careleaf.source import Source
from careleaf.theme.icons import icon_names

if TYPE_CHECKING:
    from careleaf.read.translated import Woven


class _Shelf(Struct):
    """A content folder while it is read."""

    root: Path
    sources: dict[str, Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    woven: dict[str, Woven] = field(default_factory=dict)

    def readings(self, folder: str, pattern: str) -> Iterator[tuple[Path, Reading]]:
        """The readable files of a folder, in order of their names."""
        for path in sorted((self.root / folder).glob(pattern)):
            if reading := self._taken_in(path):
                yield path, reading
                self.problems += reading.found()

    def pair(self, source: Path, po: Path) -> tuple[File, File] | None:
        """A file and its translation; None where one is not there or cannot be read."""
        if not (source.is_file() and po.is_file()):
            return None
        files = source_and_translation(source, po, self.root)
        if isinstance(files, Problem):
            self.problems.append(files)
            return None
        return files

    def take(self, woven: Woven) -> None:
        """Keep what came of a translation: problems found late need their places from it."""
        self.sources.update(woven.sources)
        self.problems += woven.problems
        self.woven[woven.path] = woven

    def _taken_in(self, path: Path) -> Reading | None:
        data = file_bytes(path, self.root)
        if isinstance(data, Problem):
            self.problems.append(data)
            return None
        reading, within = take_in(shown_path(path), data)
        self.sources[reading.source.path] = reading.source
        if not within:
            self.problems += reading.found()
        return reading if within else None


def _translated_glossary(shelf: _Shelf, language: str) -> dict[str, Entry]:
    """The English one in the words of its translation, if there is one."""
    folder = shelf.root / "glossary"
    files = shelf.pair(folder / "en.md", folder / f"{language}.po")
    if files is None:
        return {}
    from careleaf.read.translated import read_translated_glossary

    source, po = files
    entries, woven = read_translated_glossary(source, po, language)
    shelf.take(woven)
    return entries


def _in_language(shelf: _Shelf, clinic: Clinic, path: Path, language: str) -> Clinic:
    """The clinic in the words of its translation, where it speaks another and there is one."""
    if clinic.language == language:
        return clinic
    files = shelf.pair(path, path.with_name(f"{path.stem}.{language}.po"))
    if files is None:
        return clinic
    from careleaf.read.translated import read_translated_clinic

    source, po = files
    found, woven = read_translated_clinic(
        source, po, key=clinic.key, language=language, folder=path.parent
    )
    shelf.take(woven)
    return found or clinic


def read_library(
    directory: Path, language: str
) -> tuple[Library, dict[str, Source], list[Problem], dict[str, Woven]]:
    """The glossary of a language, all sources and all clinics of a content folder; the sources of
    their files by shown path; the problems in them; and the translations among them by the path
    that their nodes carry."""
    shelf = _Shelf(directory)
    glossary: dict[str, Entry] = {}
    for _, reading in shelf.readings("glossary", f"{language}.md"):
        glossary |= read_glossary(reading)
    if not glossary:
        glossary = _translated_glossary(shelf, language)
    references: dict[str, Reference] = {}
    for path, reading in shelf.readings("sources", "*.md"):
        if reference := read_reference(reading, path.stem):
            references[path.stem] = reference
    clinics: dict[str, Clinic] = {}
    for path, reading in shelf.readings("clinics", "*.md"):
        if clinic := read_clinic(reading, path.stem, path.parent):
            clinics[path.stem] = _in_language(shelf, clinic, path, language)
    library = Library(
        glossary=glossary,
        references=references,
        clinics=clinics,
        icons=frozenset(icon_names()),
    )
    return library, shelf.sources, shelf.problems, shelf.woven
