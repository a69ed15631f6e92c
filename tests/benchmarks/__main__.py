"""The real topic in; one page on the time and memory that building it takes, as Markdown, out.

    pip install -e '.[benchmark]'
    python -m tests.benchmarks [ROUNDS]

Seconds differ from machine to machine and hour to hour, so each round also runs a yardstick, a
process that imports python-pptx and ReportLab and does nothing, and the figures that count are
ratios to it: the median over the rounds.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.process import Cost, cost, environment, peak
from tests.benchmarks.warm import TOPIC
from tests.tools.outside import CHECKOUT

ROUNDS = 9
WARM_ROUNDS = 15
PEAK_ROUNDS = 3

YARDSTICK = "import pptx, reportlab.platypus"
TWO, THREE = "build --to pptx --to pdf", "build, all three"
BUILDS: Mapping[str, tuple[str, ...]] = {
    "build --to pptx": ("pptx",),
    "build --to pdf": ("pdf",),
    "build --to html": ("html",),
    TWO: ("pptx", "pdf"),
    THREE: ("pptx", "pdf", "html"),
}

COLD_RATIO, WARM_MILLISECONDS, PEAK_MIB = 2.0, 300.0, 100.0
SLIDES_RATIO, SLIDES_GROWTH = 0.25, 1.2
PLAIN_RATIO, TYPST_RATIO, HANDOUT_BYTES, HANDOUT_GROWTH = 0.2, 2.0, 150_000, 1.1
"""The steps to reach, from the project's own goals."""


_LEGEND = """\
Ratio: the median over the rounds of the time by the clock, by the yardstick's in the same round;
processor: the same of processor time, which counts both processes of a build of several formats.
Warm: again in the same process, with the second one; warm alone: without it, as a program that
calls the library has it. Memory: the most that all processes of a run hold together (Pss)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The rounds of one command, cold and (for builds) warm; warm in milliseconds, alone and with
    the second process that the command uses for several formats."""

    cold: tuple[Cost, ...]
    peak: float
    """MiB: the most of a few runs."""
    alone: tuple[float, ...] = ()
    two: tuple[float, ...] = ()

    def ratio(self, yardstick: Measured, of: str) -> float:
        """The median over the rounds of its cost by the yardstick's in the same round."""
        pairs = zip(self.cold, yardstick.cold, strict=True)
        return float(median(getattr(mine, of) / getattr(its, of) for mine, its in pairs))


def measure(rounds: int) -> dict[str, Measured]:
    """Every command once a round, so that a busy moment strikes them all; one round goes before
    that is not counted, because it compiles and fills the disk's cache."""
    with TemporaryDirectory() as output, TemporaryDirectory() as cache:
        commands = _commands(output)
        env = environment(cache)
        cold: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(rounds + 1):
            for name, command in commands.items():
                cold[name].append(cost(*command, env=env))
        peaks = {
            name: max(peak(*command, env=env) for _ in range(PEAK_ROUNDS))
            for name, command in commands.items()
        }
    return {
        name: Measured(cold=tuple(costs[1:]), peak=peaks[name], **_warm(BUILDS.get(name, ())))
        for name, costs in cold.items()
    }


def _commands(output: str) -> dict[str, Sequence[str]]:
    careleaf = (sys.executable, "-m", "careleaf")
    builds = {
        name: (
            *(*careleaf, "build", TOPIC, "--quiet", "--clinic", "example", "--output", output),
            *(word for target in formats for word in ("--to", target)),
        )
        for name, formats in BUILDS.items()
    }
    return {
        YARDSTICK: (sys.executable, "-c", YARDSTICK),
        "--version": (*careleaf, "--version"),
        "check": (*careleaf, "check", TOPIC, "--quiet"),
        **builds,
    }


def _warm(formats: tuple[str, ...]) -> dict[str, tuple[float, ...]]:
    if not formats:
        return {}
    command = (sys.executable, "-m", "tests.benchmarks.warm", str(WARM_ROUNDS), *formats)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    return {how: tuple(1000 * seconds for seconds in rounds) for how, rounds in found.items()}


def slides(rounds: int) -> dict[str, float]:
    """Our slide writer by python-pptx's own calls for the same slides, pair by pair, and how its
    time for one slide grows."""
    command = (sys.executable, "-m", "tests.benchmarks.slides", str(rounds))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    pairs = zip(found["ours"], found["theirs"], strict=True)
    return {
        "ours": median(found["ours"]),
        "theirs": median(found["theirs"]),
        "ratio": median(ours / theirs for ours, theirs in pairs),
        "growth": found["many"] / found["few"],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Handouts:
    """Handouts tailored for one visit after another: processor milliseconds, and what they are."""

    ours: float
    plain: float
    plain_ratio: float
    typst: float
    typst_ratio: float
    typst_clock: float
    """Milliseconds by the clock: Typst uses several processors at once."""
    typst_version: str
    growth: float
    """A page of 200 by a page of 5."""
    pages: tuple[int, int]
    """The fewest and the most."""
    sizes: Mapping[str, tuple[int, int]]
    """By language the least and the most bytes."""


def handouts(rounds: int) -> Handouts:
    """Ours by plain ReportLab calls and by Typst for the same words and pictures, visit after
    visit."""
    command = (sys.executable, "-m", "tests.benchmarks.handout", str(rounds))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)

    def ratio(name: str) -> float:
        pairs = zip(found["ours"], found[name], strict=True)
        return float(median(ours / theirs for ours, theirs in pairs))

    return Handouts(
        ours=median(found["ours"]),
        plain=median(found["plain"]),
        plain_ratio=ratio("plain"),
        typst=median(found["typst"]),
        typst_ratio=ratio("typst"),
        typst_clock=median(found["typst_clock"]),
        typst_version=found["typst_version"],
        growth=median(found["growth"]),
        pages=(min(found["pages"]), max(found["pages"])),
        sizes={code: (min(some), max(some)) for code, some in found["sizes"].items()},
    )


def record(
    measured: Mapping[str, Measured], written: Mapping[str, float], printed: Handouts
) -> str:
    """The page."""
    yardstick = measured[YARDSTICK]
    rows = [_row(name, one, yardstick) for name, one in measured.items()]
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f}; {len(yardstick.cold)} rounds, medians."
    )
    return "\n".join(
        [
            machine,
            "",
            _LEGEND,
            "",
            "| `careleaf ...` | cold | ratio | processor | warm | warm alone | memory |",
            "|---|---|---|---|---|---|---|",
            *rows,
            "",
            (
                f"20 slides with notes, a table and figures, warm: {written['ours']:.0f} ms; by "
                f"python-pptx's own calls: {written['theirs']:.0f} ms."
            ),
            "",
            _printed(printed),
            "",
            *_steps(measured, written, printed),
        ]
    )


def _row(name: str, one: Measured, yardstick: Measured) -> str:
    warm = [f"{median(some):.0f} ms" if some else "" for some in (one.two, one.alone)]
    wall = 1000 * median(cost.wall for cost in one.cold)
    ratios = [f"{one.ratio(yardstick, of):.2f}" for of in ("wall", "cpu")]
    shown = f"yardstick: `{name}`" if one is yardstick else f"`{name}`"
    cells = (shown, f"{wall:.0f} ms", *ratios, *warm, f"{one.peak:.0f} MiB")
    return f"| {' | '.join(cells)} |"


def _printed(printed: Handouts) -> str:
    sizes = "; ".join(
        f"{code} {least / 1000:.0f} to {most / 1000:.0f} kB"
        for code, (least, most) in printed.sizes.items()
    )
    return (
        f"Handouts of {printed.pages[0]} to {printed.pages[1]} pages, tailored for another visit "
        f"each round, warm, processor time: ours {printed.ours:.0f} ms; plain ReportLab "
        f"{printed.plain:.0f} ms; Typst {printed.typst_version} {printed.typst:.0f} ms "
        f"({printed.typst_clock:.0f} ms by the clock). Sizes: {sizes}."
    )


def _steps(
    measured: Mapping[str, Measured], written: Mapping[str, float], printed: Handouts
) -> list[str]:
    two, three = measured[TWO], measured[THREE]
    ratio = two.ratio(measured[YARDSTICK], "wall")
    warm, most = median(three.two), max(one.peak for one in measured.values())
    return [
        "| step | reached | |",
        "|---|---|---|",
        _step(f"cold `{TWO}` at most {COLD_RATIO} yardsticks", f"{ratio:.2f}", ratio <= COLD_RATIO),
        _step(
            f"all three warm at most {WARM_MILLISECONDS:.0f} ms",
            f"{warm:.0f} ms",
            warm <= WARM_MILLISECONDS,
        ),
        _step(f"at most {PEAK_MIB:.0f} MiB", f"{most:.0f} MiB", most <= PEAK_MIB),
        _step(
            f"20 slides at most {SLIDES_RATIO} of plain python-pptx",
            f"{written['ratio']:.2f}",
            written["ratio"] <= SLIDES_RATIO,
        ),
        _step(
            f"a slide of 500 at most {SLIDES_GROWTH} of a slide of 20",
            f"{written['growth']:.2f}",
            written["growth"] <= SLIDES_GROWTH,
        ),
        *_handout_steps(printed),
    ]


def _handout_steps(printed: Handouts) -> list[str]:
    most = max(most for _, most in printed.sizes.values())
    return [
        _step(
            f"a tailored handout at most {PLAIN_RATIO} of plain ReportLab",
            f"{printed.plain_ratio:.2f}",
            printed.plain_ratio <= PLAIN_RATIO,
        ),
        _step(
            f"a tailored handout at most {TYPST_RATIO} of Typst (goal 0.5)",
            f"{printed.typst_ratio:.2f}",
            printed.typst_ratio <= TYPST_RATIO,
        ),
        _step(
            f"a tailored handout at most {HANDOUT_BYTES // 1000} kB",
            f"{most / 1000:.0f} kB",
            most <= HANDOUT_BYTES,
        ),
        _step(
            f"a page of a handout of 200 at most {HANDOUT_GROWTH} of a page of 5",
            f"{printed.growth:.2f}",
            printed.growth <= HANDOUT_GROWTH,
        ),
    ]


def _step(goal: str, reached: str, met: bool) -> str:
    return f"| {goal} | {reached} | {'met' if met else '**missed**'} |"


if __name__ == "__main__":
    os.chdir(CHECKOUT)
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    print(record(measure(asked), slides(asked), handouts(3 * asked)))
