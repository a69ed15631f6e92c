"""A parsed fence in; the list, words or table that it must hold, and what is wrong with it, out.

Every function here gives something to build on even where it reports a problem: an error stops the
piece anyway, and a block that is there keeps later checks from missing it too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from careleaf.blocks.prose import Grid, Listing, Prose
from careleaf.blocks.spec import Parsed
from careleaf.model.inline import Citation, Draft, Line, Run
from careleaf.model.topic import ALL_MEDIA
from careleaf.model.walk import written
from careleaf.problem import Problem
from careleaf.problem_codes import MISSING_CONTENT, UNWANTED_CONTENT, WRONG_COUNT
from careleaf.source import Span

Kind = TypeVar("Kind")

_MANY = 99
"""Stands for no upper limit."""

_SENTENCE_END = re.compile(r"[.!?][\"')\u2019\u201d]*(?=\s|$)")


def option(parsed: Parsed, name: str, kind: type[Kind]) -> Kind | None:
    """An option's typed value, or None where it was left out or wrong."""
    value = parsed.values.get(name)
    return value if isinstance(value, kind) else None


def cited(parsed: Parsed, name: str = "sources") -> Draft:
    """The sources that an option names, as a line that holds a citation and no words: so that they
    are looked up and collected like those in running text."""
    keys = parsed.values.get(name)
    if not isinstance(keys, tuple):
        return ()
    return (Citation(at=parsed.places[name], keys=tuple(str(key) for key in keys)),)


def cited_keys(source: Draft) -> tuple[str, ...]:
    """The keys of a line that `cited` made."""
    return tuple(key for one in source if isinstance(one, Citation) for key in one.keys)


def spoken(at: Span, text: str) -> Line:
    """Words of the product or the clinic as a line."""
    return (Run(at=at, text=text),) if text else ()


def listing(
    parsed: Parsed,
    name: str,
    *,
    numbered: bool = False,
    low: int = 1,
    high: int = _MANY,
    example: str,
) -> tuple[Listing, list[Problem]]:
    """The one list that a block must hold, with `low` to `high` items."""
    kind = "a numbered list" if numbered else "a list"
    problems = unwanted(parsed, name, (Listing,), f"only {kind}")
    found = [block for block in parsed.content if isinstance(block, Listing)]
    if not found:
        problems.append(lacking(parsed, name, kind, example))
        return Listing(at=parsed.name_at, numbered=numbered, start=1, entries=()), problems
    first, *others = found
    problems += [one_only(name, "list", other.at) for other in others]
    if first.numbered != numbered:
        hint = "start the lines with 1., 2., 3." if numbered else "start each line with '- '"
        message = f"'{name}' needs {kind if numbered else 'a list without numbers'}"
        problems.append(Problem(MISSING_CONTENT, first.at, message, hint))
    problems += counted(name, "item", len(first.entries), first.at, low=low, high=high)
    return first, problems


def paragraph(
    parsed: Parsed, name: str, *, needs: str, example: str
) -> tuple[Prose, list[Problem]]:
    """The one paragraph that a block must hold; `needs` says what it is ("a question")."""
    problems = unwanted(parsed, name, (Prose,), f"only {needs}")
    found = [block for block in parsed.content if isinstance(block, Prose)]
    if not found:
        problems.append(lacking(parsed, name, needs, example))
        return Prose(at=parsed.name_at, body=()), problems
    problems += [one_only(name, "paragraph", other.at) for other in found[1:]]
    return found[0], problems


def grid(
    parsed: Parsed, name: str, *, low: int, high: int, example: str
) -> tuple[Grid, list[Problem]]:
    """The one table that a block must hold, with `low` to `high` columns."""
    problems = unwanted(parsed, name, (Grid,), "only a table")
    found = [block for block in parsed.content if isinstance(block, Grid)]
    if not found:
        problems.append(lacking(parsed, name, "a table", example))
        return Grid(at=parsed.name_at, head=(), rows=()), problems
    first, *others = found
    problems += [one_only(name, "table", other.at) for other in others]
    problems += counted(name, "column", len(first.head), first.at, low=low, high=high)
    if not first.rows:
        problems.append(Problem(WRONG_COUNT, first.at, f"the table in '{name}' has no rows"))
    return first, problems


def unwanted(
    parsed: Parsed, name: str, wanted: tuple[type[object], ...], says: str
) -> list[Problem]:
    """A problem for each thing in a block that does not belong there, and for each part that is
    to be shown in other media than the whole: nothing could be drawn in its place."""
    problems: list[Problem] = []
    for block in parsed.content:
        if not isinstance(block, wanted):
            message = f"{says} belongs in '{name}'"
            hint = f"move this out of the '{name}' block, or close the block before it with ':::'"
            problems.append(Problem(UNWANTED_CONTENT, block.at, message, hint))
        elif block.media != ALL_MEDIA:
            message = f"a part of '{name}' cannot be left out somewhere"
            hint = f"put 'only:' under ':::{name}'"
            problems.append(Problem(UNWANTED_CONTENT, block.at, message, hint))
    return problems


def flat(name: str, found: Listing) -> Iterator[Problem]:
    """A problem for each list inside an item, where the block has a place for one line an item."""
    for entry in found.entries:
        if entry.inner:
            message = f"a list inside an item of '{name}' has no place to be shown"
            hint = "say it in one line, or in a list before or after the block"
            yield Problem(UNWANTED_CONTENT, entry.inner.at, message, hint)


def lacking(parsed: Parsed, name: str, needs: str, example: str) -> Problem:
    """The problem of a block without what it is for."""
    return Problem(
        MISSING_CONTENT, parsed.name_at, f"'{name}' needs {needs}", f"for example: {example}"
    )


def one_only(name: str, what: str, at: Span) -> Problem:
    """The problem of a second list, table or paragraph where there is room for one."""
    return Problem(UNWANTED_CONTENT, at, f"'{name}' holds one {what} only", f"join the {what}s")


def counted(
    name: str, what: str, count: int, at: Span, *, low: int, high: int = _MANY
) -> list[Problem]:
    """A problem where a block has too few or too many of something; none where it has no item at
    all, since that is reported as missing."""
    if count == 0 or low <= count <= high:
        return []
    wanted = f"{low} to {high}"
    if low == high:
        wanted = str(low)
    elif high == _MANY:
        wanted = f"{low} or more"
    elif high == low + 1:
        wanted = f"{low} or {high}"
    message = f"'{name}' needs {wanted} {what}s, and this has {count}"
    return [Problem(WRONG_COUNT, at, message)]


def sentences(draft: Draft) -> int:
    """How many sentences a line has; words without a full stop at the end are one as well."""
    text = written(draft).strip()
    ends = len(_SENTENCE_END.findall(text))
    closed = bool(text) and bool(_SENTENCE_END.search(text[-3:]))
    return ends + (0 if closed or not text else 1)
