"""A fence's first line, options and content in; the same with every value typed by its spec out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from markdown_it.token import Token

from careleaf import problem_codes as codes
from careleaf.blocks.field import FieldError
from careleaf.blocks.spec import ONLY, Parsed, Spec
from careleaf.model.art import Art
from careleaf.model.inline import Draft
from careleaf.model.topic import ALL_MEDIA, Block, Medium
from careleaf.problem import did_you_mean, meant
from careleaf.read.fences import Fence
from careleaf.read.line import read_line
from careleaf.read.options import Kind, Option, Typed, complaint, plain_words, typed
from careleaf.read.picture import load_picture
from careleaf.read.reading import Reading
from careleaf.read.stretch import one_line
from careleaf.source import Span


def read_fence(
    reading: Reading,
    token: Token,
    specs: Mapping[str, Spec],
    folder: Path | None,
    content: tuple[Block, ...],
) -> Parsed | None:
    """The block as its spec's `make` wants it; None for a name that no spec has."""
    fence: Fence = token.meta["fence"]
    name_at = reading.span(fence.name_start, fence.name_start + len(fence.name))
    spec = specs.get(fence.name)
    if spec is None:
        hint = did_you_mean(fence.name, specs) or "the guide lists the blocks"
        message = f"unknown block '{fence.name}'"
        near = meant(fence.name, specs)
        reading.report(codes.UNKNOWN_BLOCK, name_at.start, name_at.end, message, hint, swap=near)
        return None
    if fence.parent is None or fence.parent in specs:
        _place(reading, fence, spec, name_at)
    values = _options(reading, token.meta["options"], spec, name_at)
    drafts = {name: _draft(reading, option) for name, option in values.texts.items()}
    argument = _argument(reading, fence, spec, name_at, drafts)
    return Parsed(
        at=reading.span(*token.meta["at"]),
        name_at=name_at,
        argument=argument,
        argument_text=fence.argument,
        argument_at=_argument_at(reading, fence),
        values=values.values,
        drafts=drafts,
        places=values.places,
        content=content,
        art=_art(reading, fence, spec, folder),
        media=cast("frozenset[Medium]", values.values.get(ONLY, ALL_MEDIA)),
    )


def _place(reading: Reading, fence: Fence, spec: Spec, name_at: Span) -> None:
    if not spec.inside or fence.parent in spec.inside:
        return
    holders = " or ".join(f"':::{name}'" for name in sorted(spec.inside))
    message = f"'{spec.name}' stands only inside {holders}"
    hint = f"put {holders} around it"
    reading.report(codes.WRONG_PLACE, name_at.start, name_at.end, message, hint)


def _options(reading: Reading, options: list[Option], spec: Spec, name_at: Span) -> Typed:
    kind = Kind(
        noun="option",
        of=f" '{spec.name}'",
        unknown=codes.UNKNOWN_OPTION,
        missing=codes.MISSING_OPTION,
        bad=codes.BAD_OPTION,
        repeated=codes.REPEATED_OPTION,
        empty=codes.EMPTY_OPTION,
        lines=spec.lines,
    )
    return typed(reading, options, spec.every_option, kind, (name_at.start, name_at.end))


def _draft(reading: Reading, option: Option) -> Draft:
    start = option.value_start
    return read_line(reading, one_line(reading.text, start, start + len(option.value)))


def _argument_at(reading: Reading, fence: Fence) -> Span:
    return reading.span(fence.argument_start, fence.argument_start + len(fence.argument))


def _argument(
    reading: Reading, fence: Fence, spec: Spec, name_at: Span, drafts: dict[str, Draft]
) -> object:
    """The typed argument; a line of patient text goes into `drafts` as well."""
    at = _argument_at(reading, fence)
    if spec.argument is None:
        if fence.argument:
            message = f"'{spec.name}' takes no words after its name"
            hint = f"delete them: the line is just ':::{spec.name}'"
            reading.report(codes.UNWANTED_ARGUMENT, at.start, at.end, message, hint)
        return None
    hint = f"for example: :::{spec.name} {spec.argument.example}"
    if not fence.argument:
        if spec.argument.required:
            message = f"something is missing after '{spec.name}'"
            reading.report(codes.MISSING_ARGUMENT, name_at.start, name_at.end, message, hint)
        return None
    try:
        value = spec.argument.parse(fence.argument)
    except FieldError as error:
        message = complaint(spec.name, error)
        reading.report(codes.BAD_ARGUMENT, at.start, at.end, message, hint, swap=error.swap)
        return None
    option = Option("argument", at.start, fence.argument, at.start)
    if spec.argument_is_line:
        drafts["argument"] = _draft(reading, option)
    elif isinstance(value, str) and not spec.argument_is_picture:
        plain_words(reading, option)
    return value


def _art(reading: Reading, fence: Fence, spec: Spec, folder: Path | None) -> Art | None:
    if not spec.argument_is_picture or not fence.argument or folder is None:
        return None
    return load_picture(reading, folder, fence.argument, fence.argument_start)
