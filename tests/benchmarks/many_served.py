"""A number in; how a real server does with as many topics, from its start on, as Markdown, out.

    python -m tests.benchmarks.many_served [TOPICS]

The topics are those of `many_topics.py`, half of them long, in one language. Everything is asked
over HTTP, each request on a connection of its own, with the drawing of the screen; a letter typed
costs what "a search" does. Linux alone: it asks `/proc` for memory."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlsplit

from tests.benchmarks.many_topics import make
from tests.benchmarks.process import held, spent
from tests.tools.served import served

TOPICS = 2000
GOAL = 50.0
"""Milliseconds of a search."""
ASKED = 50
TYPED = ("h", "ba", "back", "walk slowly", "M54.5", "zebra", "topic, 199", "sore knee", "stairs")


def main(topics: int) -> None:
    """Write the folder, start the server, ask, and print."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        make(content, topics)
        began = time.monotonic()
        load = os.getloadavg()[0]
        with served("--quiet", "--content", str(content)) as (process, address):
            asking = _Asking(address)
            _, page = asking.screen("/library")
            answered = time.monotonic() - began
            assert "No topics so far" in page or "topics</h2>" in page, page
            meanwhile: list[float] = []
            while "Reading the topics" in page:
                time.sleep(0.5)
                each, page = asking.screen("/library?q=back")
                meanwhile.append(each)
            whole = time.monotonic() - began
            words = [TYPED[turn % len(TYPED)] for turn in range(ASKED)]
            worked = spent(process.pid)
            searches = [asking.results(f"/library?q={quote(one)}") for one in words]
            worked = (spent(process.pid) - worked) / ASKED * 1000
            screens = [asking.screen("/library") for _ in range(10)]
            changed = _changed(content / "topics/topic-0007/en.md", asking)
            memory = held(process.pid)
    took = [one for one, _ in searches]
    print(f"{topics} topics; load of the machine before: {load:.1f}, on {os.cpu_count()} cores.\n")
    print("| what | took |\n|---|---|")
    print(f"| first screen, from the start of the command | {answered:.1f} s |")
    print(f"| all topics read and to be found | {whole:.1f} s |")
    slow = max(meanwhile)
    print(f"| a search meanwhile, whole screen | {median(meanwhile):.0f} ms, {slow:.0f} at worst |")
    print(f"| a search, {ASKED} | {median(took):.1f} ms, {max(took):.1f} at worst |")
    print(f"| its processor time | {worked:.1f} ms |")
    screen, size = median(one for one, _ in screens), len(screens[-1][1].encode()) / 1000
    print(f"| the library's screen, {size:.0f} kB | {screen:.1f} ms |")
    print(f"| a topic that changed is found | {changed:.1f} s |")
    print(f"| memory of all processes | {memory:.0f} MiB |")
    print(f"\nAt most {GOAL:.0f} ms: {'met' if max(took) <= GOAL else '**missed**'}.")


class _Asking:
    """Answers with milliseconds and text."""

    def __init__(self, address: str) -> None:
        self._at = urlsplit(address).netloc

    def screen(self, path: str) -> tuple[float, str]:
        return self._ask(path, {"Accept": "text/html"})

    def results(self, path: str) -> tuple[float, str]:
        """As a letter typed asks for them."""
        return self._ask(path, {"Accept": "text/html", "HX-Request": "true"})

    def _ask(self, path: str, headers: dict[str, str]) -> tuple[float, str]:
        began = time.perf_counter()
        connection = HTTPConnection(self._at, timeout=60)
        try:
            connection.request("GET", path, headers=headers)
            text = connection.getresponse().read().decode()
        finally:
            connection.close()
        return (time.perf_counter() - began) * 1000, text


def _changed(file: Path, asking: _Asking) -> float:
    """Seconds until a word written into a title is found."""
    text = file.read_text("utf-8")
    file.write_text(re.sub("(?m)^title: ", "title: Quokka ", text, count=1), "utf-8")
    return _until(lambda: "1 topic for" in asking.results("/library?q=quokka")[1])


def _until(so: Callable[[], bool]) -> float:
    began = time.monotonic()
    while not so():
        time.sleep(0.1)
    return time.monotonic() - began


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TOPICS)
