"""A content folder, a topic and a clinic in; every name that an author may write there out.

All of it is read off the registries that the reader and the checks themselves go by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from careleaf.blocks import SPECS
from careleaf.blocks.field import Field
from careleaf.blocks.spec import Spec
from careleaf.engine.job import Job
from careleaf.engine.opened import open_content
from careleaf.figure.pose import names, pose
from careleaf.model.clinic import VARIABLES, Clinic
from careleaf.model.walk import written
from careleaf.read.picture import pictures
from careleaf.read.topic import FIELDS


class Name(Struct, frozen=True):
    """Something that may be written, and what it is in a few words."""

    name: str
    says: str = ""


class OptionName(Struct, frozen=True, kw_only=True):
    """A front-matter field or an option of a block."""

    name: str
    example: str
    required: bool
    choices: tuple[str, ...] = ()


class BlockName(Struct, frozen=True, kw_only=True):
    """A kind of block. `snippet` is a new one, fences included, to be written over."""

    name: str
    summary: str
    snippet: str
    options: tuple[OptionName, ...]
    arguments: tuple[str, ...]
    """What may follow its name, where these are few words."""
    inside: tuple[str, ...]
    """The blocks that it stands in and nowhere else."""


class Vocabulary(Struct, frozen=True, kw_only=True):
    """What completion offers in one topic."""

    fields: tuple[OptionName, ...]
    blocks: tuple[BlockName, ...]
    terms: tuple[Name, ...]
    sources: tuple[Name, ...]
    variables: tuple[Name, ...]
    icons: tuple[str, ...]
    poses: tuple[Name, ...]
    pictures: tuple[str, ...]


def vocabulary(job: Job) -> Vocabulary:
    """For the first topic, language and clinic of a job.

    Raises `RefusedError` for a content folder that is none.
    """
    opened = open_content(job)
    library = opened.library
    folder = opened.content.topic_file(job.topics[0], job.language).parent
    clinic = library.clinics.get(job.clinic or "")
    return Vocabulary(
        fields=_options(FIELDS),
        blocks=tuple(map(_block, SPECS.values())),
        terms=tuple(Name(key, written(one.meaning)) for key, one in library.glossary.items()),
        sources=tuple(
            Name(key, f"{one.title}. {one.publisher}, {one.year}")
            for key, one in library.references.items()
        ),
        variables=tuple(_variables(clinic)),
        icons=tuple(sorted(library.icons)),
        poses=tuple(Name(name, pose(name).title) for name in names()),
        pictures=tuple(pictures(folder)),
    )


def block_summary(name: str) -> str:
    """What a kind of block is for, in a sentence or two."""
    return SPECS[name].summary


def snippet(spec: Spec) -> str:
    """A new block of a kind: its required options without a value, then what it starts with. It is
    not finished before somebody has written in it, and every check says so."""
    return "\n".join([*_snippet(spec), ":::"])


def _snippet(spec: Spec) -> Iterator[str]:
    argument = spec.argument
    first = f" {argument.example}" if argument and argument.required else ""
    yield f":::{spec.name}{first}"
    for name, field in spec.options.items():
        if field.required:
            yield f"{name}: "
    yield from spec.starts


def _block(spec: Spec) -> BlockName:
    return BlockName(
        name=spec.name,
        summary=spec.summary,
        snippet=snippet(spec),
        options=_options(spec.every_option),
        arguments=spec.argument.choices if spec.argument else (),
        inside=tuple(sorted(spec.inside)),
    )


def _options(fields: Mapping[str, Field[object]]) -> tuple[OptionName, ...]:
    return tuple(
        OptionName(name=name, example=one.example, required=one.required, choices=one.choices)
        for name, one in fields.items()
    )


def _variables(clinic: Clinic | None) -> Iterator[Name]:
    """Those that the clinic's file gives a value, or all where no clinic is chosen."""
    for name in VARIABLES:
        value = clinic.value(name) if clinic else ""
        if value or clinic is None:
            yield Name(f"clinic.{name}", value or "")
