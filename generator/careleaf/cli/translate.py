"""Options of `careleaf translate` in; a table of what is translated, or files for translators and
from them, out."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator

from careleaf.check.phrases import no_phrases, spoken
from careleaf.cli.exits import CONTENT, FINE
from careleaf.cli.report import print_problems
from careleaf.engine.content import Content, NoContentError, find_content
from careleaf.engine.files import refuse_old, write_whole
from careleaf.engine.job import RefusedError, Result
from careleaf.engine.own_library import refuse_bundled
from careleaf.engine.translation import (
    Catalogue,
    UnreadError,
    catalogues,
    languages,
    readable_catalogues,
    taken_back,
    write_catalogue,
    xliff_text,
)
from careleaf.language.catalogue import has_phrases
from careleaf.problem import in_order

_STATES = ("done", "stale", "missing")


def translate(options: Namespace) -> int:
    """Run `status`, `export` or `import`."""
    try:
        content = find_content(options.content)
    except NoContentError as error:
        raise RefusedError(str(error), "give the folder that holds topics/") from error
    if options.action != "status" and not options.lang:
        raise RefusedError("which language?", "for example: --lang es")
    run = {"status": _status, "export": _export, "import": _import}[options.action]
    try:
        return run(options, content)
    except UnreadError as error:
        print_problems(error.result, "text", stream=sys.stderr)
        print("Nothing was written: mend these first.", file=sys.stderr)
        return CONTENT


def _status(options: Namespace, content: Content) -> int:
    """Exit code 1 where something is missing or stale, so that a script can tell. A file with
    errors is told, and hides nothing of the others."""
    wanted = [options.lang] if options.lang else languages(content)
    found = [readable_catalogues(content, options.names, code) for code in wanted]
    rows = [one for some, _ in found for one in some]
    unread = [error.result for _, error in found if error]
    if options.json:
        print(json.dumps([_record(one) for one in rows], indent=2))
    elif not wanted:
        print("No translations yet. Start one: careleaf translate export --lang es")
    else:
        for line in _table(rows):
            print(line)
    if unread:
        print_problems(_together(unread), "text", stream=sys.stderr)
    whole = all(one.count("done") == len(one.messages) for one in rows)
    return FINE if whole and not unread else CONTENT


def _together(results: Iterable[Result]) -> Result:
    """Each problem once: a mistake in a source is one for every language."""
    some = list(results)
    return Result(
        problems=tuple(in_order(problem for one in some for problem in one.problems)),
        sources={path: source for one in some for path, source in one.sources.items()},
    )


def _record(one: Catalogue) -> dict[str, object]:
    counts = {state: one.count(state) for state in _STATES}
    return {"name": one.name, "language": one.language, **counts, "lost": one.lost}


def _table(rows: Iterable[Catalogue]) -> Iterator[str]:
    names = [(one, f"{one.language}  {one.name}") for one in rows]
    width = max((len(name) for _, name in names), default=0)
    for one, name in names:
        done, stale, missing = (one.count(state) for state in _STATES)
        parts = [f"{done} of {len(one.messages)} translated"]
        parts += [f"{stale} to check"] if stale else []
        parts += [f"{missing} missing"] if missing else []
        parts += [f"{one.lost} left over"] if one.lost else []
        yield f"{name.ljust(width)}  {', '.join(parts)}"


def _export(options: Namespace, content: Content) -> int:
    found = catalogues(content, options.names, options.lang)
    if not has_phrases(options.lang):
        print(f"{no_phrases(options.lang)}: {spoken()}", file=sys.stderr)
    if options.xliff:
        refuse_old(options.xliff, ".xlf", ".xliff")
        write_whole(options.xliff, xliff_text(found, options.lang).encode())
        print(f"wrote {options.xliff}")
        return FINE
    refuse_bundled(content)
    for one in found:
        print(f"wrote {write_catalogue(one)}: {_left(one)}")
    return FINE


def _left(one: Catalogue) -> str:
    parts = [f"{one.count('missing')} still to translate"]
    parts += [f"{stale} to check"] if (stale := one.count("stale")) else []
    parts += [f"{one.lost} no longer in the source, kept at its end"] if one.lost else []
    return ", ".join(parts)


def _import(options: Namespace, content: Content) -> int:
    refuse_bundled(content)
    if len(options.names) > 1:
        message = f"one file at a time: {options.file} cannot be for {' and '.join(options.names)}"
        raise RefusedError(message, f"leave out: {' '.join(options.names[1:])}")
    if options.names and options.file.suffix != ".po":
        message = f"{options.file} says itself which topics it is for"
        raise RefusedError(message, f"leave out: {options.names[0]}")
    name = options.names[0] if options.names else ""
    code = FINE
    for taken in taken_back(content, options.file, name, options.lang):
        write_catalogue(taken.catalogue)
        print(f"wrote {taken.catalogue.path}: {taken.new} new, {_left(taken.catalogue)}")
        if taken.unknown:
            code = CONTENT
            print(
                f"  {taken.unknown} were translated from words that the source no longer has: "
                "export again"
            )
    return code
