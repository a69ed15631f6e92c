"""Formats and a number of rounds in; seconds of each round in a warm process, as JSON, out: alone,
as a program that uses the library has it, and with a second process, as the command has it.

python -m tests.benchmarks.warm 15 pptx pdf html
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast, get_args

from careleaf.engine import Job, build, second_process
from careleaf.engine.aside import Aside
from careleaf.engine.job import Format

TOPIC = "low-back-and-hip-pain"


def main(rounds: int, formats: tuple[Format, ...]) -> None:
    """The first build is not counted: it fills what is kept between builds."""
    with TemporaryDirectory() as output:
        job = Job(topics=(TOPIC,), formats=formats, clinic="example", output=Path(output))
        with second_process(job) as second:
            two = [_seconds(job, second) for _ in range(rounds + 1)]
        alone = [_seconds(job, None) for _ in range(rounds + 1)]
    print(json.dumps({"alone": alone[1:], "two": two[1:]}))


def _seconds(job: Job, second: Aside | None) -> float:
    started = time.perf_counter()
    result = build(job, second=second)
    taken = time.perf_counter() - started
    if result.failed or len(result.outputs) != len(job.formats):
        sys.exit("the topic does not build, so there is nothing to time")
    return taken


if __name__ == "__main__":
    chosen = [name for name in sys.argv[2:] if name in get_args(Format)]
    main(int(sys.argv[1]), cast(tuple[Format, ...], tuple(chosen)))
