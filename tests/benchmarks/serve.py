"""The real server under the load of wrk in; what was answered, how soon, and what memory grew, as
Markdown, out.

    python -m tests.benchmarks.serve [SECONDS]

Two kinds of clinicians at once: four that look through the library (screen, search, pictures, a
sheet that is kept) and one who tailors a handout anew each time, with another note. All of it goes
over 127.0.0.1. It needs wrk."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from tests.benchmarks.process import held
from tests.tools.outside import run
from tests.tools.served import once_read, served

SECONDS = 60
TOPIC = "first-days-of-back-pain"
WORD = "w" * 43
CACHED_P99, TAILORED_P99 = 50.0, 500.0
"""Milliseconds: the project's own goals."""

_LOOKING = """\
local paths = {%s}
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", paths[n %% #paths + 1], {["HX-Request"] = n %% 2 == 0 and "true" or nil})
end
"""
_TAILORING = """\
local n = 0
request = function()
  n = n + 1
  local body = "careleaf-form=%(word)s&language=en&note=Visit+" .. n
  return wrk.format("POST", "/tailor/%(topic)s/file/pdf", {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Cookie"] = "careleaf-form=%(word)s",
  }, body)
end
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What one wrk told: milliseconds, and answers other than 2xx or none at all."""

    requests: int
    errors: int
    median: float
    p99: float


def main(seconds: int) -> None:
    """Start the server, load it, and print."""
    with served("--quiet") as (server, printed):
        address = printed.rstrip("/")
        paths = _warm(address)
        before = held(server.pid)
        looking, tailoring = _loaded(address, paths, seconds)
        after = held(server.pid)
    print(_told(looking, tailoring, seconds, before, after))


def _warm(address: str) -> list[str]:
    """Ask for each thing once; the paths of what is looked at."""
    page = once_read(f"{address}/")
    pictures = re.findall(r"/library/pictures/[\w/.-]+\.png", page)
    paths = ["/library", "/library?q=hip", *pictures, f"/topics/{TOPIC}/en.pdf"]
    for path in paths:
        _asked(address + path)
    form = f"careleaf-form={WORD}&language=en&note=Visit".encode()
    for _ in range(30):
        tailor = Request(f"{address}/tailor/{TOPIC}/file/pdf", form)
        tailor.add_header("Cookie", f"careleaf-form={WORD}")
        urlopen(tailor).close()
    return paths


def _asked(address: str) -> str:
    with urlopen(address) as answer:
        return bytes(answer.read()).decode("utf-8", "replace")


def _loaded(address: str, paths: list[str], seconds: int) -> tuple[Load, Load]:
    with tempfile.TemporaryDirectory(prefix="careleaf-load-") as folder:
        looking, tailoring = Path(folder, "looking.lua"), Path(folder, "tailoring.lua")
        looking.write_text(_LOOKING % ", ".join(f'"{path}"' for path in paths))
        tailoring.write_text(_TAILORING % {"word": WORD, "topic": TOPIC})
        ran = [
            subprocess.Popen(
                ("wrk", "-t1", f"-c{people}", f"-d{seconds}", "--latency", "-s", script, address),
                stdout=subprocess.PIPE,
                text=True,
            )
            for people, script in ((4, looking), (1, tailoring))
        ]
        first, second = (_load(one.communicate()[0]) for one in ran)
    return first, second


def _load(told: str) -> Load:
    """Of wrk's report."""

    def number(pattern: str) -> int:
        found = re.search(pattern, told)
        return sum(int(one) for one in found.groups()) if found else 0

    return Load(
        requests=number(r"(\d+) requests in"),
        errors=number(r"Non-2xx or 3xx responses: (\d+)")
        + number(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)"),
        median=_milliseconds(told, "50%"),
        p99=_milliseconds(told, "99%"),
    )


def _milliseconds(told: str, share: str) -> float:
    found = re.search(rf"{share}\s+([\d.]+)(us|ms|s)\b", told)
    if not found:
        return float("nan")
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[found[2]]


def _told(looking: Load, tailoring: Load, seconds: int, before: float, after: float) -> str:
    load = run("uptime").stdout.rpartition("average:")[2].split(",")[0].strip()
    rows = (("looking, 4 at once", looking, CACHED_P99), ("tailoring, 1", tailoring, TAILORED_P99))
    table = "\n".join(
        f"| {name} | {one.requests} | {one.errors} | {one.median:.1f} ms | {one.p99:.1f} ms | "
        f"{goal:.0f} ms | {'met' if one.p99 <= goal and not one.errors else '**missed**'} |"
        for name, one, goal in rows
    )
    return (
        f"{seconds} s, load {load}; memory {before:.0f} MiB before, {after:.0f} MiB after.\n\n"
        "| who | answers | errors | median | p99 | goal | |\n|---|---|---|---|---|---|---|\n"
        + table
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
