"""Words in; each kind of object that still holds them in this process, after a build for a patient.

Run as a program, so that nothing of another test is searched through."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from careleaf.engine.building import build
from careleaf.engine.job import Job
from careleaf.model.tailoring import Tailoring, Visit
from tests.tools.outside import CHECKOUT


def holders(needle: str) -> Counter[str]:
    """What holds a text with `needle` in it, which is not `needle` itself."""
    found: Counter[str] = Counter()
    for holder, held in _held():
        inside = isinstance(held, str) and needle in held and held is not needle
        if inside or (isinstance(held, bytes) and needle.encode() in held):
            found[type(holder).__name__] += 1
    return found


def _held() -> Iterator[tuple[object, object]]:
    """Every object that can be reached, with what reaches it: the collector's own list leaves out
    tuples of texts."""
    waiting = gc.get_objects()
    seen = {id(waiting), *map(id, waiting)}
    while waiting:
        holder = waiting.pop()
        for held in gc.get_referents(holder):
            yield holder, held
            if id(held) not in seen and isinstance(held, tuple):
                seen.add(id(held))
                waiting.append(held)


def build_for(patient: str, output: Path) -> None:
    """A short topic in every format, for one patient, in Arabic, which is shaped, and in English:
    in this process alone."""
    for code in ("en", "ar"):
        job = Job(
            topics=("first-days-of-back-pain",),
            languages=(code,),
            formats=("pdf", "pptx", "html", "notes-pages"),
            content=CHECKOUT / "content",
            output=output,
            tailoring=Tailoring(visit=Visit(patient=patient, note=f"Walk with {patient}.")),
        )
        assert not build(job).failed


if __name__ == "__main__":
    name = "".join(chr(code) for code in (90, 121, 120, 119, 118, 117, 116, 113, 113))
    build_for(f"{name} Quxley", Path(sys.argv[1]))
    gc.collect()
    print(dict(holders(name)))
