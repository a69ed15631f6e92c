"""A number of topics in; what `careleaf check` of them cost, by processes, as a table out.

python -m tests.benchmarks.check_many 1000

Half of the topics are made of the long real one (some 3,700 words each), half of the short one
(some 430); then all of the long one. On a machine that others use, processor time counts: two cores
that do nothing else take half of it. First the real topic in all its languages."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.many_topics import LONG, make
from tests.benchmarks.process import Cost, environment, run_to_end
from tests.tools.outside import CHECKOUT

_ROUNDS = 5


def main(count: int) -> None:
    """Print the table."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    print("| `careleaf check ...` | by the clock | processor | processor / 2 |")
    print("|---|---|---|---|")
    with TemporaryDirectory() as folder:
        env = environment(f"{folder}/compiled")
        careleaf = (sys.executable, "-m", "careleaf", "check")
        one = [run_to_end(*careleaf, LONG, env=env) for _ in range(_ROUNDS + 1)][1:]
        wall, cpu = median(cost.wall for cost in one), median(cost.cpu for cost in one)
        print(_row(f"{LONG}`, in all its languages", Cost(wall=wall, cpu=cpu)))
        for long in (0.5, 1.0):
            content = Path(folder) / f"content-{long}"
            make(content, count, long=long)
            words = ("--content", str(content), "--quiet", "--report", f"{folder}/report.html")
            cost = run_to_end(*careleaf, *words, env=env)
            print(_row(f"--report FILE.html`, {count:,} topics, {long:.0%} of them long", cost))


def _row(name: str, cost: Cost) -> str:
    return f"| `{name} | {cost.wall:.1f} s | {cost.cpu:.1f} s | {cost.cpu / 2:.1f} s |"


if __name__ == "__main__":
    os.chdir(CHECKOUT)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
