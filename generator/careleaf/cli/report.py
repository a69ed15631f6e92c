"""An engine result in; lines for people, or JSON for programs, out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from careleaf.engine import Job, Output, Result
from careleaf.engine.content import NoContentError, find_content
from careleaf.problem import Severity, as_annotation, as_records, as_text

_LONG_WORK = 6
"""Files from which on work takes long enough to show a bar."""


@contextmanager
def progress_bar(steps: int, *, quiet: bool) -> Iterator[Callable[[str], None] | None]:
    """A bar on a terminal while there is much to do; nothing in a pipe or in quiet mode."""
    if steps < _LONG_WORK or quiet or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    # A thread of its own, which looks at stalled bars, would keep us from starting processes.
    tqdm.monitor_interval = 0
    with tqdm(total=steps, unit="file", leave=False, dynamic_ncols=True) as bar:

        def advance(name: str) -> None:
            bar.set_postfix_str(name, refresh=False)
            bar.update()

        yield advance


def build_steps(job: Job) -> int:
    """How many files a build makes."""
    topics = 1 if job.programme else len(job.topics)
    if not topics:
        with suppress(NoContentError):
            topics = len(find_content(job.content).topics())
    return topics * max(1, len(job.formats)) * max(1, len(job.languages))


def check_steps(job: Job) -> int:
    """How many topics a check looks at, each language by itself, and programmes."""
    with suppress(NoContentError):
        content = find_content(job.content)
        there = {name: content.languages(name) for name in job.topics or content.topics()}
        codes = set(job.languages) or {code for some in there.values() for code in some}
        programmes = 0 if job.topics else len(content.programmes())
        topics = sum(code in some for some in there.values() for code in codes)
        return 1 if job.programme else topics + programmes * len(codes)
    return 0


def built(result: Result, *, quiet: bool, as_json: bool) -> None:
    """What a build wrote, with sizes, slides and pages; problems go to standard error."""
    if as_json:
        print(json.dumps(_record(result), indent=2))
        return
    print_problems(result, "text", stream=sys.stderr)
    if result.failed:
        print(_kept(result), file=sys.stderr)
    for topic, language in result.not_there:
        print(f"{topic}: not there in '{language}'", file=sys.stderr)
    if quiet:
        return
    width = max((len(str(output.path)) for output in result.outputs), default=0)
    for output in result.outputs:
        path = str(output.path).ljust(width)
        print(f"{path}  {_size(output.size):>8}  {_count(output)}".rstrip())


def _kept(result: Result) -> str:
    """What a build with errors did not touch."""
    if not result.outputs:
        return "Nothing was written; older files are as they were."
    return "Nothing was written for topics with errors; their older files are as they were."


def _record(result: Result) -> dict[str, object]:
    return {
        "written": [
            {
                "topic": output.topic,
                "format": output.format,
                "path": output.path.as_posix(),
                "bytes": output.size,
                **({output.unit: output.count} if output.unit else {}),
                **({"fields": output.fields} if output.fields else {}),
                **({"print": output.profile} if output.format == "pdf" else {}),
                **({"fold": output.fold} if output.fold else {}),
            }
            for output in result.outputs
        ],
        "not-there": [
            {"topic": topic, "language": language} for topic, language in result.not_there
        ],
        "problems": as_records(result.problems, result.sources),
    }


def _size(size: int) -> str:
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def _count(output: Output) -> str:
    if output.count is None:
        return ""
    fields = f", {_many(output.fields, 'field')}" if output.fields else ""
    return f"{_many(output.count, output.unit.removesuffix('s'))}{fields}"


def print_checked(result: Result) -> None:
    """For programs: all problems, and the scores of the topics. In ASCII, so that no terminal's
    encoding can spoil it."""
    from careleaf.cli.scores import score_records

    record = {
        "problems": as_records(result.problems, result.sources),
        "scores": score_records(result.scored, result.sources),
    }
    print(json.dumps(record, indent=2))


def print_problems(result: Result, form: str, *, stream: TextIO) -> None:
    """Every problem, as text with carets or as CI annotations; then their number."""
    write = as_annotation if form == "github" else as_text
    for problem in result.problems:
        print(write(problem, result.sources), file=stream)
    if form == "text" and result.problems:
        print(_total(result), file=stream)


def _total(result: Result) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in result.problems)
    warnings = len(result.problems) - errors
    parts = [_many(errors, "error"), _many(warnings, "warning")]
    return ", ".join(part for part in parts if part)


def _many(number: int, noun: str) -> str:
    return "" if not number else f"{number} {noun}{'' if number == 1 else 's'}"
