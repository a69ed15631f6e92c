"""A content folder and a language in; what is translated and what is not, and files for translators
written and taken back, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine.content import TOPICS, Content
from careleaf.engine.files import write_whole
from careleaf.engine.job import RefusedError
from careleaf.language.po import Message, Words, header, parse_po, write_po
from careleaf.language.xliff import Segment, XliffError, parse_xliff, write_xliff
from careleaf.problem import CareleafError, Problem, did_you_mean
from careleaf.read import file_bytes, shown_path
from careleaf.read.translated import File, clinic_units, glossary_units, topic_units
from careleaf.read.units import Unit

GLOSSARY = "glossary"
"""What the glossary is called beside topics."""
CLINICS = "clinics"
"""A clinic is called by its file: clinics/example."""


class Catalogue(Struct, frozen=True, kw_only=True):
    """One source file's units, and its translation as it stands, up to date with the source."""

    name: str
    path: Path
    """Of the PO file, whether it is there or not."""
    language: str
    messages: tuple[Message, ...]
    lost: int
    """Translations of what the source has no longer."""

    def count(self, state: str) -> int:
        """How many units are "missing", "stale" or "done"."""
        return sum(_state(message) == state for message in self.messages)


def _state(message: Message) -> str:
    if not message.text:
        return "missing"
    return "stale" if message.fuzzy else "done"


def catalogues(content: Content, names: Iterable[str], language: str) -> list[Catalogue]:
    """One for each topic and the glossary (all of them where no name is given).

    Raises RefusedError for an unknown name, CareleafError for a file that cannot be read.
    """
    known = [*content.topics(), GLOSSARY, *(f"{CLINICS}/{name}" for name in content.clinics())]
    wanted = list(dict.fromkeys(names)) or known
    for name in wanted:
        if name not in known:
            hint = did_you_mean(name, known) or f"there is: {', '.join(known)}"
            raise RefusedError(f"no topic '{name}'", hint)
    return [_catalogue(content, name, language) for name in wanted]


def languages(content: Content) -> list[str]:
    """Every language that something is translated into, sorted."""
    topics = (content.root / TOPICS / name for name in content.topics())
    folders = [content.root / GLOSSARY, content.root / CLINICS, *topics]
    names = (path.stem for folder in folders for path in folder.glob("*.po"))
    return sorted({name.rpartition(".")[2] for name in names})


def _catalogue(content: Content, name: str, language: str) -> Catalogue:
    path = _path(content, name, language)
    old: list[Message] = []
    if path.is_file():
        old, _ = parse_po(_file(path, content.root).data.decode("utf-8", errors="replace"))
    messages, lost = _joined(_units(content, name), [one for one in old if one.id])
    return Catalogue(name=name, path=path, language=language, messages=tuple(messages), lost=lost)


def _path(content: Content, name: str, language: str) -> Path:
    if name == GLOSSARY:
        return content.root / GLOSSARY / f"{language}.po"
    if name.startswith(f"{CLINICS}/"):
        return content.root / f"{name}.{language}.po"
    return content.translation_file(name, language)


def _units(content: Content, name: str) -> tuple[Unit, ...]:
    if name == GLOSSARY:
        path = content.root / GLOSSARY / "en.md"
        return glossary_units(_file(path, content.root))[1] if path.is_file() else ()
    if name.startswith(f"{CLINICS}/"):
        return clinic_units(_file(content.root / f"{name}.md", content.root))[1]
    path = content.topic_file(name, content.source_languages(name)[0])
    return topic_units(_file(path, content.root), topic_id=name, folder=path.parent)[1]


def _file(path: Path, root: Path) -> File:
    data = file_bytes(path, root)
    if isinstance(data, Problem):
        raise CareleafError(f"{data.span.path}: {data.message}")
    return File(shown_path(path), data)


def _joined(units: Sequence[Unit], old: list[Message]) -> tuple[list[Message], int]:
    """The units with their translations: by id and words, else by words alone (the place moved),
    else by id alone (the words changed: someone must look)."""
    exact = {(one.context, one.id): one for one in old}
    by_words = {one.id: one for one in reversed(old)}
    words = {unit.text for unit in units}
    by_id = {one.context: one for one in old if one.id not in words}
    used: set[str] = set()
    messages: list[Message] = []
    for unit in units:
        found = exact.get((unit.id, unit.text)) or by_words.get(unit.text)
        changed = None if found else by_id.get(unit.id)
        last = found or changed
        forms = last.forms if last else (Words(),)
        fuzzy = bool(last and last.text and (changed or last.fuzzy))
        messages.append(Message(id=unit.text, context=unit.id, forms=forms, fuzzy=fuzzy))
        if last:
            used.add(last.context)
    return messages, sum(one.context not in used and bool(one.text) for one in old)


def po_text(catalogue: Catalogue) -> str:
    """The PO file of a catalogue, in the order of its source."""
    return write_po([header(catalogue.language), *catalogue.messages])


def xliff_text(some: Iterable[Catalogue], language: str) -> str:
    """One XLIFF file for all of them."""
    return write_xliff(_segments(some), "en", language)


def _segments(some: Iterable[Catalogue]) -> Iterator[Segment]:
    for catalogue in some:
        for message in catalogue.messages:
            yield Segment(
                file=catalogue.name,
                id=message.context,
                source=message.id,
                target=message.text,
                checked=not message.fuzzy,
            )


def write_catalogue(catalogue: Catalogue) -> Path:
    """Write the PO file, whole, where builds look for it."""
    write_whole(catalogue.path, po_text(catalogue).encode())
    return catalogue.path


class Taken(Struct, frozen=True, kw_only=True):
    """What an import changed in one catalogue."""

    catalogue: Catalogue
    new: int
    unknown: int
    """Units of the file that the source does not have in these words."""


def taken_back(content: Content, path: Path, name: str, language: str) -> list[Taken]:
    """The catalogues with the translations of an XLIFF or PO file. Words are matched by id and
    source: what was translated from other words is not taken, and counted.

    Raises RefusedError for a file that is neither, or of another language.
    """
    segments = _segments_of(path, name, language)
    by_file: dict[str, dict[tuple[str, str], Segment]] = {}
    for segment in segments:
        by_file.setdefault(segment.file, {})[segment.id, segment.source] = segment
    return [_taken(one, by_file[one.name]) for one in catalogues(content, by_file, language)]


def _taken(catalogue: Catalogue, given: Mapping[tuple[str, str], Segment]) -> Taken:
    messages: list[Message] = []
    new = 0
    for message in catalogue.messages:
        segment = given.get((message.context, message.id))
        if segment is None or not segment.target:
            messages.append(message)
            continue
        fuzzy = not segment.checked
        new += (segment.target, fuzzy) != (message.text, message.fuzzy)
        messages.append(replace(message, forms=(Words(segment.target),), fuzzy=fuzzy))
    here = {(message.context, message.id) for message in catalogue.messages}
    unknown = sum(key not in here for key in given)
    return Taken(catalogue=replace(catalogue, messages=tuple(messages)), new=new, unknown=unknown)


def _segments_of(path: Path, name: str, language: str) -> list[Segment]:
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"cannot read {path}: {error.strerror}"
        raise RefusedError(message, "give an .xlf or .po file") from error
    if path.suffix == ".po":
        messages, faults = parse_po(data.decode("utf-8", errors="replace"))
        if faults:
            raise RefusedError(f"{path}: {faults[0].message}", "save it as PO again")
        return [
            Segment(
                file=name, id=one.context, source=one.id, target=one.text, checked=not one.fuzzy
            )
            for one in messages
            if one.id
        ]
    try:
        target, segments = parse_xliff(data)
    except XliffError as error:
        message = f"{path}:{error.line}: {error}"
        raise RefusedError(message, "give an XLIFF 2 or a PO file") from error
    if target != language:
        raise RefusedError(f"{path} is in '{target}', not in '{language}'", f"use --lang {target}")
    return segments
