"""A source file and its PO file in; the topic, glossary or clinic in the other language out.

The source is read for its units, the translation is woven into its text, and the text is read again
as if someone had written it so. Problems in it are told at their places in the two files."""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.clinic import Clinic
from careleaf.model.library import Entry
from careleaf.model.topic import Topic
from careleaf.problem import Problem, has_errors
from careleaf.read.clinic import FIELDS as CLINIC_FIELDS
from careleaf.read.clinic import read_clinic
from careleaf.read.glossary import read_glossary
from careleaf.read.header import read_header
from careleaf.read.intake import take_in
from careleaf.read.opening import File
from careleaf.read.reading import Reading
from careleaf.read.topic import FIELDS as TOPIC_FIELDS
from careleaf.read.topic import topic_reading
from careleaf.read.translation import Translated, translate
from careleaf.read.units import Owner, Unit, topic_owners, units
from careleaf.source import Source, Span

MAY_STAY = frozenset({"name", "address"})
"""What a clinic is called and where it is, in any language. All else of its own words is read as
sentences, and advice for an emergency in a language that the reader lacks is none."""


_OWN = frozenset(name for name, one in TOPIC_FIELDS.items() if one.own)
"""Front matter that a translation says for itself."""


class Woven(Struct, frozen=True, kw_only=True):
    """What came of a source and its translation. `path` is the name that the nodes of the result
    carry; `origin` turns a problem of theirs into one of the files."""

    path: str
    translated: Translated | None
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...]

    def origin(self, problem: Problem) -> Problem:
        """The problem at its place in the source or in the PO file."""
        if self.translated is None or problem.span.path != self.path:
            return problem
        return replace(problem, span=self.translated.fault(problem.span))

    def place(self, span: Span) -> Span:
        """The place in the source or in the PO file of one in the result."""
        if self.translated is None or span.path != self.path:
            return span
        return self.translated.origin(span)


def topic_units(
    file: File, *, topic_id: str, language: str, folder: Path
) -> tuple[Reading, tuple[Unit, ...]]:
    """The units of a topic in its source language; none where it cannot be read."""
    reading, topic = topic_reading(
        file.shown, file.data, topic_id=topic_id, language=language, folder=folder
    )
    if topic is None:
        return reading, ()
    return reading, units(reading, topic_owners(topic), topic.places, _OWN)


def read_translated_topic(
    source: File, po: File, *, topic_id: str, source_language: str, language: str, folder: Path
) -> tuple[Topic | None, Woven]:
    """The topic in the language of the PO file. Without one where the source has errors: they come
    first, and are told alone."""
    reading, found = topic_units(source, topic_id=topic_id, language=source_language, folder=folder)
    woven, text = _weave(reading, found, po, (source_language, language))
    if text is None:
        return None, woven
    topic, problems = _reread(woven, text, topic_id=topic_id, language=language, folder=folder)
    if topic is not None:
        kept = woven.translated.kept if woven.translated else frozenset[str]()
        # Names in another language would be looked up, and told, as if they were of this one.
        topic = replace(topic, translated=True, also=() if "also" in kept else topic.also)
    return topic, replace(woven, problems=(*woven.problems, *map(woven.origin, problems)))


def _reread(
    woven: Woven, text: bytes, *, topic_id: str, language: str, folder: Path
) -> tuple[Topic | None, list[Problem]]:
    reading, topic = topic_reading(
        woven.path, text, topic_id=topic_id, language=language, folder=folder
    )
    return topic, reading.found()


def glossary_units(file: File) -> tuple[Reading, tuple[Unit, ...]]:
    """The units of a glossary in its source language."""
    reading, within = take_in(file.shown, file.data)
    entries = read_glossary(reading) if within else {}
    owners = [Owner(entry.at, key) for key, entry in entries.items()]
    return reading, units(reading, owners)


def read_translated_glossary(
    source: File, po: File, language: str
) -> tuple[dict[str, Entry], Woven]:
    """The glossary in the language of the PO file."""
    reading, found = glossary_units(source)
    woven, text = _weave(reading, found, po, ("en", language))
    if text is None:
        return {}, woven
    again, _ = take_in(woven.path, text)
    entries = read_glossary(again)
    problems = (*woven.problems, *map(woven.origin, again.found()))
    return entries, replace(woven, problems=problems)


def clinic_units(file: File) -> tuple[Reading, tuple[Unit, ...], str]:
    """The units of a clinic file: its own words, such as hours and what to do in an emergency; and
    the language that they are in."""
    reading, within = take_in(file.shown, file.data)
    if not within:
        return reading, (), "en"
    typed = read_header(reading, CLINIC_FIELDS).typed
    return reading, units(reading, (), typed.places), str(typed.values.get("language") or "en")


def read_translated_clinic(
    source: File, po: File, *, key: str, language: str, folder: Path
) -> tuple[Clinic | None, Woven]:
    """The clinic in the language of the PO file; its name and address may stay."""
    reading, found, spoken = clinic_units(source)
    woven, text = _weave(reading, found, po, (spoken, language), may_stay=MAY_STAY)
    if text is None:
        return None, woven
    again, _ = take_in(woven.path, text)
    clinic = read_clinic(again, key, folder)
    if clinic is not None:
        clinic = replace(clinic, language=language)
    problems = (*woven.problems, *map(woven.origin, again.found()))
    return clinic, replace(woven, problems=problems)


def _weave(
    reading: Reading,
    found: tuple[Unit, ...],
    po: File,
    languages: tuple[str, str],
    *,
    may_stay: Container[str] = (),
) -> tuple[Woven, bytes | None]:
    translation, within = take_in(po.shown, po.data)
    sources = {one.source.path: one.source for one in (reading, translation)}
    problems = [*reading.found(), *translation.found()]
    path = f"{reading.source.path} in {languages[1]}"
    if has_errors(problems) or not within:
        return Woven(path=path, translated=None, sources=sources, problems=tuple(problems)), None
    translated = translate(
        reading.source, found, translation.source, languages=languages, may_stay=may_stay
    )
    woven = Woven(
        path=path,
        translated=translated,
        sources=sources,
        problems=(*problems, *translated.problems),
    )
    return woven, translated.text.encode()
