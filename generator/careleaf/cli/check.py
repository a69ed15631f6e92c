"""Parsed options of `careleaf check` in; what is wrong, tables, reports and an exit code out."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from careleaf.cli.exits import CONTENT, FINE, INTERRUPTED
from careleaf.cli.report import check_steps, print_checked, print_problems, progress_bar
from careleaf.engine import Job, Result
from careleaf.engine.checking import check as checked
from careleaf.engine.job import RefusedError
from careleaf.problem import unread

if TYPE_CHECKING:
    from careleaf.write.report import Kind


def check(options: Namespace) -> int:
    """Problems go to standard output, where other programs may want them."""
    job = Job(
        topics=tuple(options.topics),
        programme=options.programme,
        formats=(),
        languages=tuple(options.lang or ()),
        clinic=options.clinic,
        content=options.content,
    )
    if options.interactive and not options.fix:
        raise RefusedError("--interactive asks about fixes, and none are asked for", "add: --fix")
    kinds = _report_kinds(options.report)
    shows = options.format == "text" and not options.quiet
    with progress_bar(check_steps(job), quiet=not shows) as progress:
        result = checked(job, progress, options.processes)
    if options.fix and not result.unchecked:
        from careleaf.cli.mending import mended

        if mended(result, interactive=options.interactive):
            result = checked(job, processes=options.processes)
    if options.format == "json":
        print_checked(result)
    else:
        print_problems(result, options.format, stream=sys.stdout)
    if result.unchecked:
        print(_stopped(result, kinds), file=sys.stderr)
        return INTERRUPTED
    if kinds:
        from careleaf.engine.report import report_of, write_report

        write_report(report_of(result, job), kinds)
    if shows:
        _print_tables(result, closely=bool(options.topics))
        for path in kinds:
            print(f"wrote {path}")
    return CONTENT if result.failed else FINE


def _report_kinds(paths: list[Path]) -> dict[Path, Kind]:
    """Refused before anything is looked at: a check of many topics takes a while."""
    if not paths:
        return {}
    from careleaf.engine.report import report_kinds

    return report_kinds(paths)


def _print_tables(result: Result, *, closely: bool) -> None:
    from careleaf.cli.reading_level import reading_level
    from careleaf.cli.scores import score_table

    if not result.problems:
        print("No problems.")
    if result.measured:
        print(f"\n{reading_level(result.measured, result.sources, closely=closely)}")
    if result.scored:
        print(f"\n{score_table(result.scored, result.sources, closely=closely)}")
    files = unread(result.problems)
    if some := [one.id for one in result.checked if one.file in files]:
        print(f"\nNot scored while a block cannot be read: {', '.join(some)}")


def _stopped(result: Result, kinds: dict[Path, Kind]) -> str:
    """What is not known, after a list of what is."""
    done = len(result.checked)
    rest = f" {', '.join(map(str, kinds))}: not written." if kinds else ""
    return f"\ncareleaf: stopped after {done} of {done + len(result.unchecked)} topics.{rest}"
