"""A content folder and a language in; what is translated and what is not, and files for translators
written and taken back, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine.content import TOPICS, Content
from careleaf.engine.files import write_whole
from careleaf.engine.job import RefusedError, Result
from careleaf.engine.language_code import refuse_no_code
from careleaf.language.po import Message, Words, has_words, header, write_po
from careleaf.language.xliff import Segment, XliffError, parse_xliff, write_xliff
from careleaf.problem import CareleafError, Problem, did_you_mean, has_errors, in_order
from careleaf.read import shown_path
from careleaf.read.intake import take_in
from careleaf.read.matching import matched, read_po, translated_from
from careleaf.read.opening import File, read_file
from careleaf.read.reading import Reading
from careleaf.read.translated import clinic_units, glossary_units, topic_units
from careleaf.read.units import Unit

GLOSSARY = "glossary"
"""What the glossary is called beside topics."""
CLINICS = "clinics"
"""A clinic is called by its file: clinics/example."""


_OWN = "Not to translate: what people who speak this language call it, separated by commas."


class UnreadError(Exception):
    """A source or a translation has errors. Nothing is written then: what could not be read would
    be gone from the new file. `result` holds the problems."""

    def __init__(self, problems: Iterable[Problem], readings: Iterable[Reading]) -> None:
        super().__init__("errors in content")
        sources = {one.source.path: one.source for one in readings}
        self.result = Result(problems=tuple(in_order(problems)), sources=sources)


class Catalogue(Struct, frozen=True, kw_only=True):
    """One source file's units, and its translation as it stands, up to date with the source."""

    name: str
    path: Path
    """Of the PO file, whether it is there or not."""
    source: str
    """The language that it is translated from."""
    language: str
    messages: tuple[Message, ...]
    obsolete: tuple[Message, ...]
    """Translations of what the source no longer has, kept at the end of the PO file."""
    lost: int
    """How many of these are new."""

    def count(self, state: str) -> int:
        """How many units are "missing", "stale" or "done"."""
        return sum(_state(message) == state for message in self.messages)


def _state(message: Message) -> str:
    if not message.translated:
        return "missing"
    return "stale" if message.fuzzy else "done"


def catalogues(content: Content, names: Iterable[str], language: str) -> list[Catalogue]:
    """One for each topic, the glossary and each clinic (all that are in another language, where no
    name is given).

    Raises RefusedError for an unknown name or language, UnreadError for a file with errors,
    CareleafError for a file that cannot be opened.
    """
    found, unread = readable_catalogues(content, names, language)
    if unread:
        raise unread
    return found


def readable_catalogues(
    content: Content, names: Iterable[str], language: str
) -> tuple[list[Catalogue], UnreadError | None]:
    """Those whose files have no errors, and what is wrong with the others.

    Raises as `catalogues` does, but for files with errors.
    """
    refuse_no_code(language, "--lang es")
    known = [*content.topics(), GLOSSARY, *(f"{CLINICS}/{name}" for name in content.clinics())]
    asked = list(dict.fromkeys(names))
    for name in asked:
        if name not in known:
            hint = did_you_mean(name, known) or f"there is: {', '.join(known)}"
            raise RefusedError(f"no topic '{name}'", hint)
    opened = [_opened(content, name) for name in asked or known]
    own = [one.name for one in opened if one.language == language]
    if len(own) == len(opened) or (own and asked):
        message = f"'{', '.join(own)}' is written in '{language}' itself"
        raise RefusedError(message, "choose another language with --lang")
    fine: list[Catalogue] = []
    readings = [one.reading for one in opened]
    for one in (one for one in opened if one.language != language):
        catalogue, reading = _catalogue(content, one, language)
        readings.append(reading)
        if not has_errors([*one.reading.found(), *reading.found()]):
            fine.append(catalogue)
    problems = [problem for reading in readings for problem in reading.found()]
    return fine, UnreadError(problems, readings) if has_errors(problems) else None


def languages(content: Content) -> list[str]:
    """Every language that something is translated into, sorted."""
    topics = (content.root / TOPICS / name for name in content.topics())
    folders = [content.root / GLOSSARY, content.root / CLINICS, *topics]
    names = (path.stem for folder in folders for path in folder.glob("*.po"))
    return sorted({name.rpartition(".")[2] for name in names})


class _Original(Struct, frozen=True, kw_only=True):
    """A source file to translate from."""

    name: str
    language: str
    reading: Reading
    units: tuple[Unit, ...]


def _catalogue(content: Content, one: _Original, language: str) -> tuple[Catalogue, Reading]:
    """With the PO file as it was read, and what is wrong in it."""
    path = _path(content, one.name, language)
    file = _file(path, content.root) if path.is_file() else File(shown_path(path), b"")
    old, reading = _messages(file)
    messages, obsolete = _joined(one.units, old)
    catalogue = Catalogue(
        name=one.name,
        path=path,
        source=one.language,
        language=language,
        messages=messages,
        obsolete=obsolete,
        lost=sum(not message.obsolete for message in obsolete),
    )
    return replace(catalogue, obsolete=tuple(replace(m, obsolete=True) for m in obsolete)), reading


def _messages(file: File) -> tuple[list[Message], Reading]:
    """What is in a PO file, read as a build reads it; what is wrong joins its reading."""
    reading, within = take_in(file.shown, file.data)
    messages, problems = read_po(reading.source) if within else ([], [])
    reading.problems += problems
    return messages, reading


def _path(content: Content, name: str, language: str) -> Path:
    if name == GLOSSARY:
        return content.root / GLOSSARY / f"{language}.po"
    if name.startswith(f"{CLINICS}/"):
        return content.root / f"{name}.{language}.po"
    return content.translation_file(name, language)


def _opened(content: Content, name: str) -> _Original:
    language = "en"
    if name == GLOSSARY:
        path = content.root / GLOSSARY / "en.md"
        exists = path.is_file()
        file = _file(path, content.root) if exists else File(shown_path(path), b"")
        reading, units = glossary_units(file) if exists else (take_in(file.shown, b"")[0], ())
    elif name.startswith(f"{CLINICS}/"):
        file = _file(content.root / f"{name}.md", content.root)
        reading, units, language = clinic_units(file)
    else:
        language = content.source_languages(name)[0]
        path = content.topic_file(name, language)
        reading, units = topic_units(
            _file(path, content.root), topic_id=name, language=language, folder=path.parent
        )
    return _Original(name=name, language=language, reading=reading, units=units)


def _file(path: Path, root: Path) -> File:
    file = read_file(path, root)
    if isinstance(file, Problem):
        raise CareleafError(f"{file.span.path}: {file.message}")
    return file


def _joined(
    units: Sequence[Unit], old: Iterable[Message]
) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """The units with their translations, and those left over, to be kept as obsolete. What was
    translated from other words comes with those, in doubt: a build does not take it."""
    matches, left = matched(units, old)
    messages: list[Message] = []
    for match in matches:
        last = match.found or match.changed
        messages.append(
            Message(
                id=match.unit.text,
                context=match.unit.id,
                forms=last.forms if last else (Words(),),
                fuzzy=match.doubtful or match.changed is not None,
                previous=(match.changed.previous or match.changed.id) if match.changed else "",
                note=_OWN if match.unit.own else "",
            )
        )
    return tuple(messages), tuple(left)


def po_text(catalogue: Catalogue) -> str:
    """The PO file of a catalogue, in the order of its source."""
    return write_po([header(catalogue.language), *catalogue.messages, *catalogue.obsolete])


def xliff_text(some: Sequence[Catalogue], language: str) -> str:
    """One XLIFF file for all of them. Raises RefusedError where they are in several languages."""
    sources = sorted({one.source for one in some})
    if len(sources) > 1:
        message = f"an XLIFF file is translated from one language, not {' and '.join(sources)}"
        raise RefusedError(message, "name the topics of one language")
    return write_xliff(_segments(some), sources[0], language)


def _segments(some: Iterable[Catalogue]) -> Iterator[Segment]:
    for catalogue in some:
        for message in catalogue.messages:
            yield Segment(
                file=catalogue.name,
                id=message.context,
                source=message.id,
                target=message.text,
                checked=not message.fuzzy,
                note=message.note,
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
        some = by_file.setdefault(segment.file, {})
        if (segment.id, segment.source) in some:
            message = f"{path}: a second unit named '{segment.id}' with the same words"
            raise RefusedError(message, "keep the right one of the two")
        some[segment.id, segment.source] = segment
    return [_taken(one, by_file[one.name]) for one in catalogues(content, by_file, language)]


def _taken(catalogue: Catalogue, given: Mapping[tuple[str, str], Segment]) -> Taken:
    messages: list[Message] = []
    new = 0
    for message in catalogue.messages:
        segment = given.get((message.context, message.id))
        if segment is None or not has_words(segment.target):
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
        return _po_segments(path, data, name)
    try:
        target, segments = parse_xliff(data)
    except XliffError as error:
        message = f"{path}:{error.line}: {error}"
        raise RefusedError(message, "give an XLIFF 2 or a PO file") from error
    if target != language:
        raise RefusedError(f"{path} is in '{target}', not in '{language}'", f"use --lang {target}")
    return segments


def _po_segments(path: Path, data: bytes, name: str) -> list[Segment]:
    if not name:
        hint = f"name it: careleaf translate import {path} TOPIC --lang CODE"
        raise RefusedError(f"{path} does not say which topic it translates", hint)
    messages, reading = _messages(File(shown_path(path), data))
    if has_errors(reading.found()):
        raise UnreadError(reading.found(), [reading])
    return [
        Segment(
            file=name,
            id=one.context,
            source=translated_from(one),
            target=one.text,
            checked=not one.fuzzy,
        )
        for one in messages
        if not one.obsolete
    ]
