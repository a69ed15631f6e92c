"""Options in; `careleaf serve` running on a port of its own, until whoever asked is done, out."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

from careleaf.engine.content import bundled_library
from tests.tools.outside import CHECKOUT


@contextmanager
def served(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and the address that it prints, of the library that ships with careleaf."""
    command = (sys.executable, "-m", "careleaf", "serve", "--no-open", "--port", "0")
    process = subprocess.Popen(
        [*command, "--content", str(bundled_library()), *options],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        yield process, process.stdout.readline().strip().rpartition(" ")[2]
    finally:
        process.kill()
        process.communicate()


def once_read(address: str) -> str:
    """The library's screen, as soon as the server has read all topics."""
    for _ in range(200):
        with urlopen(f"{address}library") as answer:
            page: str = answer.read().decode()
        if "Reading the topics" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError(page)
