"""A command in; what one run of it, as processes of its own, cost, out."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

_LOOK = 0.003
"""Seconds between two looks at what a run holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds by the clock and of processor time, children included."""

    wall: float
    cpu: float


def environment(cache: str) -> dict[str, str]:
    """This process's, but Python keeps what it compiled (in the folder `cache`), as it does for
    whoever installs careleaf; some machines for developers are set not to."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": cache}


def cost(*command: str, env: dict[str, str]) -> Cost:
    """Run it once, to its end, on POSIX.

    Raises CalledProcessError if it fails: a failed run has no meaningful cost.
    """
    return run_to_end(*command, env=env, accept=(0,))


def run_to_end(*command: str, env: dict[str, str], accept: tuple[int, ...] = (0, 1)) -> Cost:
    """The same for a command that ends with one of these codes: `careleaf check` with 1 where it
    finds mistakes."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accept:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
    )


def peak(*command: str, env: dict[str, str]) -> float:
    """Run it once; the most memory in MiB that it and its children held together, on Linux.

    Sums proportional set sizes, so that pages which a fork shares count once. A look every few
    milliseconds slows the run, so that it is not timed.
    """
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    most = 0.0
    while process.poll() is None:
        most = max(most, held(process.pid))
        time.sleep(_LOOK)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return most


def held(process: int) -> float:
    """MiB that a process and its children hold together now, on Linux: as `peak` counts it."""
    return sum(_held(one) for one in _with_children(process))


def spent(process: int) -> float:
    """Seconds of processor time that a process and its children have had, on Linux: children that
    have ended not counted."""
    found = 0.0
    for one in _with_children(process):
        try:
            told = Path(f"/proc/{one}/stat").read_text(encoding="ascii")
        except OSError:
            continue
        fields = told.rpartition(")")[2].split()
        found += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found


def _with_children(process: int) -> list[int]:
    """And theirs. A child is told under the thread that started it."""
    found = [process]
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = listed.read_text(encoding="ascii")
        except OSError:
            continue
        for child in children.split():
            found += _with_children(int(child))
    return found


def _held(process: int) -> float:
    """Proportional set size in MiB; nothing once the process is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
