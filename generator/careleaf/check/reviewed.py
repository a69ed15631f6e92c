"""A topic and all that is printed with it in; the clinical text that a clinician signs, part by
part, out.

Clinical text is what a patient or a class can see or hear in any medium: words, doses, codes,
signs of danger, pictures and what stands in for them, speaker notes, answers, glossary entries,
sources, and what a clinic says of emergencies. A field is signed by its name and its words:
elsewhere the same words say another thing. None is the version, the dates, how long a class
takes, other names to look for it by (whoever looks reads its title), the icon and person on the
cover, ids of headings, and how to reach the clinic: a new telephone number must not wait for a
clinician. The product's own phrases and drawn people come with careleaf."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from careleaf.blocks.chart import Figures
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.figure import Figure
from careleaf.blocks.only import Only
from careleaf.blocks.risk import Risk
from careleaf.check.parts import lines, meanings
from careleaf.model.clinic import Clinic
from careleaf.model.digest import digest
from careleaf.model.inline import Citation, Draft, Term
from careleaf.model.library import Library
from careleaf.model.review import CLINICS, Part
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Section, Topic
from careleaf.model.walk import inlines, written
from careleaf.source import Span

_LONGEST = 40
"""Characters of a block's first words that name it."""
_FRONT = ("title", "subtitle", "audience")
_SAID = ("emergency_number", "emergency_advice", "same_day_words", "after_hours")
"""What a clinic's file says that a patient in danger acts on; the rest is how to reach it."""


def reviewed_parts(topic: Topic, library: Library, clinics: Iterable[Clinic]) -> tuple[Part, ...]:
    """All of them in reading order. Whichever of the clinics it is printed for, its words about
    emergencies are among them."""
    return (
        *_front(topic),
        *chain.from_iterable(
            _section(section, translated=topic.translated) for section in topic.sections()
        ),
        *_glossary(topic, library),
        *_sources(topic, library),
        *chain.from_iterable(_clinic(clinic) for clinic in clinics),
    )


def _front(topic: Topic) -> Iterator[Part]:
    for name in _FRONT:
        if said := getattr(topic, name):
            yield Part(
                id=f"front/{name}",
                what=f'the {name} "{_short(said)}"',
                digest=digest(name, said),
                at=topic.place(name),
            )
    for name in ("icd10", "snomed"):
        if codes := getattr(topic.codes, name):
            what = f"the codes in '{name}'"
            yield Part(
                id=f"front/{name}", what=what, digest=digest(name, codes), at=topic.place(name)
            )


def _section(section: Section, *, translated: bool) -> Iterator[Part]:
    title = _short(written(section.title))
    at = _beginning(section.title[0].at if translated and section.title else section.at)
    what = f'the heading "{title}"'
    yield Part(id=section.id, what=what, digest=digest(section.level, section.title), at=at)
    counts: Counter[str] = Counter()
    for block, media in _blocks(section.blocks, ALL_MEDIA):
        counts[block.called] += 1
        yield Part(
            id=f"{section.id}/{_name(block, counts[block.called])}",
            what=f'{_what(block)} under "{title}"',
            digest=digest(media, block),
            at=_beginning(_words_of(block) if translated else block.at),
        )


def _words_of(block: Block) -> Span:
    """Where the first words of a block stand: of a translated one, in the translation. A dose, a
    number or a picture is the source's, and so is the block that holds one."""
    if isinstance(block, Exercise | Figure | Figures | Risk):
        return block.at
    first = next((line for line in block.drafts() if written(line).strip()), ())
    return first[0].at if first else block.at


def _beginning(span: Span) -> Span:
    return Span(span.path, span.start, span.start + 1)


def _blocks(
    some: Iterable[Block], media: frozenset[Medium]
) -> Iterator[tuple[Block, frozenset[Medium]]]:
    """Each block that says something, with the media that show it."""
    for block in some:
        if isinstance(block, Only):
            yield from _blocks(block.body, media & block.media)
        else:
            yield block, media & block.media


def _name(block: Block, number: int) -> str:
    return block.key if isinstance(block, Exercise) else f"{block.called}-{number}"


def _what(block: Block) -> str:
    first = next((words for line in block.drafts() if (words := written(line).strip())), "")
    return f'{block.called} "{_short(first)}"' if first else block.called


def _short(text: str) -> str:
    """The first words on one line, without quotation marks of their own."""
    line = " ".join(text.replace('"', "'").split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}\u2026"


def _glossary(topic: Topic, library: Library) -> Iterator[Part]:
    """The entries that are explained at its end."""
    used = dict.fromkeys(_terms([*lines(topic), *meanings(topic, library)]))
    for key in used:
        if entry := library.glossary.get(key):
            yield Part(
                id=f"glossary/{'-'.join(key.split())}",
                what=f'the glossary entry "{_short(entry.shown)}"',
                digest=digest(entry.shown, entry.say, entry.meaning),
                at=_beginning(entry.meaning[0].at if entry.meaning else entry.at),
            )


def _terms(some: Iterable[Draft]) -> Iterator[str]:
    for line in some:
        yield from (one.key for one in inlines(line) if isinstance(one, Term))


def _sources(topic: Topic, library: Library) -> Iterator[Part]:
    """What the list of sources says; when we looked at them last is our affair."""
    cited = [one for line in lines(topic) for one in inlines(line) if isinstance(one, Citation)]
    used = dict.fromkeys([*topic.sources, *(key for one in cited for key in one.keys)])
    for key in used:
        if source := library.references.get(key):
            yield Part(
                id=f"sources/{key}",
                what=f"the source '{key}'",
                digest=digest(source.publisher, source.title, source.year, source.url),
                at=Span(source.at.path, source.at.start, source.at.start + 1),
            )


def _clinic(clinic: Clinic) -> Iterator[Part]:
    for name in _SAID:
        if said := getattr(clinic, name):
            field = name.replace("_", "-")
            yield Part(
                id=f"{CLINICS}{clinic.key}/{field}",
                what=f"'{field}' of the clinic '{clinic.key}'",
                digest=digest(field, said),
                at=_beginning(clinic.place(name)),
            )
