"""A number of seconds and of clients in; how the web page stands it, out.

python -m tests.benchmarks.load 60 4

The real server on 127.0.0.1, and clients in processes of their own, each asking as soon as it has
its answer: mostly pages, and every fifteenth time a handout tailored anew, a whole topic with a
note. So all that there is of two cores is in use, ours and the clients' together, and a page waits
behind handouts. On a machine that others use too, the cores it says it had tell how far to believe
it."""

from __future__ import annotations

import http.client
import json
import os
import platform
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Event, Thread
from urllib.parse import urlencode, urlsplit

from careleaf.web.safety.csrf import COOKIE, HEADER
from tests.benchmarks.process import held, spent
from tests.tools.outside import CHECKOUT

TOPICS = ("low-back-and-hip-pain", "first-days-of-back-pain")
WORD = "w" * 43
PAGE_MILLISECONDS, HANDOUT_MILLISECONDS, GROWTH = 50.0, 500.0, 1.05
"""The goals: 99 of 100 within that; memory in the last quarter by that in the second."""
WARM = 3.0
"""Seconds that two clients ask before anything counts."""
_LOOK = 0.5
"""Seconds between two looks at memory."""

Ask = tuple[str, str, str]
"""Method, path and the body's form fields."""


def _infobutton(chance: random.Random) -> Ask:
    code = chance.choice(("M54.50", "M54.5", "M25.551", "M16.1"))
    asked = {
        "mainSearchCriteria.v.cs": "2.16.840.1.113883.6.90",
        "mainSearchCriteria.v.c": code,
        "informationRecipient.languageCode.c": chance.choice(("en", "es", "fr")),
    }
    return "GET", f"/infobutton?{urlencode(asked)}", ""


def _handout(chance: random.Random) -> Ask:
    fields = {
        "language": chance.choice(("en", "es")),
        "note": f"Use cushion number {chance.randrange(10**9)}.",
    }
    return "POST", f"/tailor/{chance.choice(TOPICS)}/file/pdf", urlencode(fields)


def _opened(chance: random.Random) -> Ask:
    return "GET", f"/tailor/{chance.choice(TOPICS)}", ""


def _page(ending: str) -> Callable[[random.Random], Ask]:
    return lambda chance: ("GET", f"/topics/{chance.choice(TOPICS)}/en.{ending}", "")


def _library(chance: random.Random) -> Ask:
    return "GET", f"/library?{urlencode({'q': chance.choice(('hip', 'M54', 'espalda', ''))})}", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of request, and how many of thirty are of it."""

    ask: Callable[[random.Random], Ask]
    share: int
    goal: float | None = None
    """Milliseconds for 99 of 100."""


KINDS: Mapping[str, Kind] = {
    "page of a topic, cached": Kind(ask=_page("html"), share=12, goal=PAGE_MILLISECONDS),
    "handout of a topic, cached": Kind(ask=_page("pdf"), share=3, goal=PAGE_MILLISECONDS),
    "library, searched": Kind(ask=_library, share=6),
    "infobutton": Kind(ask=_infobutton, share=3),
    "FHIR search": Kind(ask=lambda _: ("GET", "/fhir/Library?language=es", ""), share=3),
    "tailor screen, opened": Kind(ask=_opened, share=1),
    "handout tailored anew": Kind(ask=_handout, share=2, goal=HANDOUT_MILLISECONDS),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that was answered, or not (status 0)."""

    kind: str
    seconds: float
    status: int


def client(address: str, seconds: float, seed: int) -> Iterator[Asked]:
    """One client's requests, one after another on one connection."""
    chance = random.Random(seed)
    deck = [name for name, kind in KINDS.items() for _ in range(kind.share)]
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    ends = time.perf_counter() + seconds
    while time.perf_counter() < ends:
        chance.shuffle(deck)
        for name in deck:
            began = time.perf_counter()
            try:
                status = _answered(connection, *KINDS[name].ask(chance))
            except (OSError, http.client.HTTPException):
                connection.close()
                status = 0
            yield Asked(name, time.perf_counter() - began, status)
            if time.perf_counter() > ends:
                break


def _answered(connection: http.client.HTTPConnection, method: str, path: str, body: str) -> int:
    headers = {
        "Cookie": f"{COOKIE}={WORD}",
        HEADER: WORD,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request(method, path, body or None, headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status


@contextmanager
def _served(cache: str) -> Iterator[tuple[int, str]]:
    command = (sys.executable, "-m", "careleaf", "serve", "--no-open", "--quiet", "--port", "0")
    process = subprocess.Popen(
        [*command, "--clinic", "example", "--content", str(CHECKOUT / "content")],
        env={**os.environ, "CARELEAF_CACHE": cache},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        yield process.pid, process.stdout.readline().strip().rpartition(" ")[2]
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


@contextmanager
def _looked_at(process: int, into: list[float]) -> Iterator[None]:
    done = Event()

    def look() -> None:
        while not done.wait(_LOOK):
            into.append(held(process))

    looking = Thread(target=look)
    looking.start()
    try:
        yield
    finally:
        done.set()
        looking.join()


@dataclass(frozen=True, slots=True)
class Stood:
    """All requests; MiB held over time; and seconds of processor time that its processes had."""

    asked: list[Asked]
    memory: list[float]
    processor: float


def load(seconds: float, clients: int) -> Stood:
    """The whole run. Before that all is asked uncounted, so that what is
    kept is there and each process has made a few handouts."""
    memory: list[float] = []
    with TemporaryDirectory() as cache, _served(cache) as (process, address):
        _warm(address)
        command = (sys.executable, "-m", "tests.benchmarks.load", "client", address, str(seconds))
        before = spent(process)
        with _looked_at(process, memory):
            asking = [
                subprocess.Popen([*command, str(n)], stdout=subprocess.PIPE, text=True)
                for n in range(clients)
            ]
            told = [one.communicate()[0] for one in asking]
        took = spent(process) - before
    return Stood([Asked(*one) for text in told for one in json.loads(text)], memory, took)


def _warm(address: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    for topic in TOPICS:
        for ending in ("html", "pdf"):
            _answered(connection, "GET", f"/topics/{topic}/en.{ending}", "")
    with ThreadPoolExecutor() as both:
        found = [both.submit(list, client(address, WARM, -n)) for n in (1, 2)]
        failed = [one for each in found for one in each.result() if one.status != 200]
        if failed:
            sys.exit(f"it does not answer, so there is nothing to time: {failed[0]}")


def record(stood: Stood, seconds: float, clients: int) -> str:
    """The page."""
    asked, memory = stood.asked, stood.memory
    rows = [_row(name, kind, [o for o in asked if o.kind == name]) for name, kind in KINDS.items()]
    failed = [one for one in asked if not 200 <= one.status < 400]
    quarter = len(memory) // 4
    before, after = median(memory[quarter : 2 * quarter]), median(memory[-quarter:])
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f}; {clients} clients for {seconds:.0f} s, "
        f"{len(asked) / seconds:.0f} requests a second. The server's processes had "
        f"{stood.processor / seconds:.1f} of these cores, "
        f"{1000 * stood.processor / len(asked):.0f} ms a request."
    )
    errors = f"Errors: {len(failed)} of {len(asked)}."
    if failed:
        errors += f" Answered {sorted({one.status for one in failed})}."
    growth = (
        f"Memory of all its processes: {memory[0]:.0f} MiB at first, {before:.0f} in the second "
        f"quarter, {after:.0f} in the last (goal: at most {GROWTH:.2f} of the second: "
        f"{'met' if after <= GROWTH * before else '**missed**'})."
    )
    heads = (
        "| request | number | half within | 99 of 100 within | longest | goal |",
        "|---|---|---|---|---|---|",
    )
    return "\n".join([machine, "", *heads, *rows, "", f"{errors} {growth}"])


def _row(name: str, kind: Kind, some: list[Asked]) -> str:
    times = [1000 * one.seconds for one in some]
    if len(times) < 2:
        return f"| {name} | {len(times)} | | | | |"
    late = quantiles(times, n=100, method="inclusive")[98]
    goal = ""
    if kind.goal is not None:
        goal = f"{kind.goal:.0f} ms: {'met' if late <= kind.goal else '**missed**'}"
    cells = (name, f"{len(times)}", *(f"{t:.1f} ms" for t in (median(times), late, max(times))))
    return f"| {' | '.join((*cells, goal))} |"


def main(arguments: list[str]) -> None:
    """As a client, or as the whole."""
    if arguments[:1] == ["client"]:
        address, seconds, seed = arguments[1:]
        found = client(address, float(seconds), int(seed))
        print(json.dumps([(one.kind, one.seconds, one.status) for one in found]))
        return
    length = float(arguments[0]) if arguments else 60.0
    clients = int(arguments[1]) if len(arguments) > 1 else 4
    print(record(load(length, clients), length, clients))


if __name__ == "__main__":
    os.chdir(CHECKOUT)
    main(sys.argv[1:])
