"""A command in; what one run of it, as a process of its own, cost, out."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass

BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024
"""`ru_maxrss` counts bytes on macOS and KiB on Linux."""

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds by the clock, seconds of processor time (children included), peak memory in MiB."""

    wall: float
    cpu: float
    peak: float


def environment(cache: str) -> dict[str, str]:
    """This process's, but Python keeps what it compiled (in the folder `cache`), as it does for
    whoever installs careleaf; some machines for developers are set not to."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": cache}


def cost(*command: str, env: dict[str, str]) -> Cost:
    """Run it once, to its end, on POSIX.

    Raises CalledProcessError if it fails: a failed run has no meaningful cost.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=usage.ru_maxrss * BYTES_PER_UNIT / MIB,
    )
