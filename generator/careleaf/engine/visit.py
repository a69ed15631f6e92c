"""Options and a tailoring file in; one tailoring for a build, or what is wrong with it, out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine.job import RefusedError, Result
from careleaf.engine.stamp import file_date
from careleaf.model.tailoring import DoseChoice, Tailoring

STANDARD_INPUT = Path("-")


class Given(Struct, frozen=True, kw_only=True):
    """Choices as typed, which add to those of the file. `doses` are lines as there."""

    file: Path | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    doses: tuple[str, ...] = ()


def tailoring_of(given: Given) -> tuple[Tailoring, Result]:
    """The tailoring of a build. With problems in the result it must not be used.

    Where anything is chosen, it carries a day: the file's, else today's (or that of
    SOURCE_DATE_EPOCH), since a sheet made for one patient says when.

    Raises `RefusedError` for a file that cannot be read and a dose that is none.
    """
    chosen, result = _from_file(given.file) if given.file else (Tailoring(), Result())
    chosen = replace(
        chosen,
        only=(*chosen.only, *given.only),
        without=(*chosen.without, *given.without),
        order=(*chosen.order, *given.order),
        doses=_last_of_each((*chosen.doses, *map(_dose, given.doses))),
    )
    personal = given.file is not None or chosen.doses
    if personal and chosen.visit.date is None:
        chosen = replace(chosen, visit=replace(chosen.visit, date=file_date(date.today())))
    return chosen, result


def _from_file(path: Path) -> tuple[Tailoring, Result]:
    from careleaf.read.tailoring import read_tailoring

    try:
        data = _at_most(sys.stdin.buffer) if path == STANDARD_INPUT else _opened(path)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        hint = "give a text file, or - to pipe it in"
        raise RefusedError(f"cannot read {path}: {why}", hint) from error
    shown = "(standard input)" if path == STANDARD_INPUT else path.as_posix()
    chosen, source, problems = read_tailoring(shown, data)
    return chosen, Result(problems=tuple(problems), sources={shown: source})


def _opened(path: Path) -> bytes:
    with path.open("rb") as file:
        return _at_most(file)


def _at_most(file: BinaryIO) -> bytes:
    """One byte more than is taken at the most: a device has no end."""
    from careleaf.read.intake import MOST_BYTES

    return file.read(MOST_BYTES + 1)


def _dose(line: str) -> DoseChoice:
    from careleaf.blocks.field import FieldError
    from careleaf.read.tailoring import dose_choice

    name, colon, value = line.partition(":")
    try:
        if not colon:
            raise FieldError(f"'{line}' needs a colon")
        return dose_choice(" ".join(name.split()), value.strip())
    except FieldError as error:
        raise RefusedError(
            f"--dose: {error}", 'for example: --dose "knee-rolls reps: 8"'
        ) from error


def _last_of_each(doses: Iterable[DoseChoice]) -> tuple[DoseChoice, ...]:
    """An option wins over the file's line for the same part of the same dose."""
    return tuple({(one.exercise, one.field): one for one in doses}.values())
