"""Two thousand topics in; how long the library takes to find some among them, as Markdown, out.

    python -m tests.benchmarks.search

Titles, lines and texts are those of the real topic in English and Spanish, shuffled, each a third
as long: 15 kB. What is timed is all that a letter typed costs but drawing the screen, in processor
time: the index, filters, order, marks and passages of 24 cards."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date
from statistics import median

from careleaf.engine.content import bundled_library
from careleaf.web.held import Edition, Held, Review
from careleaf.web.library.choice import Choice
from careleaf.web.library.index import Index
from careleaf.web.library.results import Kept, found
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf, Topics

TOPICS = 2000
GOAL = 50.0
"""Milliseconds."""
ROUNDS = 7
TYPED = ("h", "hi", "hip", "back pain", "a b c", "cadera", "dolor espalda", "M54.5", "zebra", "")


def main() -> None:
    """Build the index, search, and print."""
    topics = dict(_topics())
    began = time.process_time()
    index = Index()
    index.hold(topics)
    built = time.process_time() - began
    print(f"{TOPICS} topics in two languages, taken in within {built:.1f} s of processor time.\n")
    print("| typed | topics | median | worst |\n|---|---|---|---|")
    worst = 0.0
    for typed in TYPED:
        took = [_took(topics, index, typed) for _ in range(ROUNDS)]
        worst = max(worst, *took[1:])
        of = found(topics, index, Choice(typed=typed), Kept(), "en").of
        print(f"| `{typed}` | {of} | {median(took):.1f} ms | {max(took):.1f} ms |")
    print(f"\nAt most {GOAL:.0f} ms: {'met' if worst <= GOAL else '**missed**'}.")


def _took(topics: Topics, index: Index, typed: str) -> float:
    began = time.process_time()
    found(topics, index, Choice(typed=typed), Kept(), "en")
    return (time.process_time() - began) * 1000


def _topics() -> Iterator[tuple[str, Held]]:
    real = Shelf(Settings(content=bundled_library())).refresh()["low-back-and-hip-pain"]
    chance = random.Random(1)
    for number in range(TOPICS):
        name = f"topic-{number}"
        editions = tuple(_edition(real.edition(code), number, chance) for code in ("en", "es"))
        code = f"M{chance.randrange(100):02}.{chance.randrange(1000)}"
        yield (
            name,
            Held(
                id=name,
                editions=editions,
                icd10=(code,),
                snomed=(),
                version="1",
                written=date(2026, 1, 1),
                pose=None,
            ),
        )


def _edition(real: Edition, number: int, chance: random.Random) -> Edition:
    lines = real.text.split("\n")
    chance.shuffle(lines)
    words = " ".join(lines).split()
    return Edition(
        language=real.language,
        title=" ".join((*chance.sample(words, 4), str(number))),
        subtitle=" ".join(chance.sample(words, 8)),
        also=real.also,
        text="\n".join(lines[: len(lines) // 3]),
        translated=real.translated,
        review=Review(state="draft"),
    )


if __name__ == "__main__":
    main()
