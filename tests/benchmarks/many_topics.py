"""A number in; a content folder with as many topics, each another one, out.

Each is one of the two real topics with other words, doses, order and sections: what a large library
holds, as far as a checker's work goes. The same number and seed give the same folder."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

from careleaf.engine.content import bundled_library

SHORT, LONG = "first-days-of-back-pain", "low-back-and-hip-pain"
_PLACES = ("back", "neck", "knee", "shoulder", "elbow", "wrist", "ankle", "foot", "hand", "arm")
_WORDS = {
    "gentle": ("gentle", "easy", "light", "mild"),
    "slowly": ("slowly", "with care", "bit by bit"),
    "often": ("often", "many times", "a lot"),
    "sore": ("sore", "stiff", "tender"),
    "start": ("start", "begin"),
    "small": ("small", "short", "little"),
    "helps": ("helps", "works", "does good"),
}
_FLAWS = (
    "You can utilize a warm pack.",
    "Rest for 5-10 minutes.",
    "Bed rest helps at first.",
    "It should be taken with food.",
)
"""One of them stands in a topic of ten, so that there is something to find."""
_RANGE = re.compile(r"^reps: [0-9]+\nreps-range: ([0-9]+) to ([0-9]+)$", re.MULTILINE)


def make(folder: Path, count: int, *, long: float = 0.5, seed: int = 1) -> list[str]:
    """Write the folder, with the library's glossary, sources and clinic; the topics' names. A part
    of them (`long`) is made of the long topic."""
    library = bundled_library()
    for part in ("glossary", "sources", "clinics"):
        shutil.copytree(library / part, folder / part)
    texts = {
        name: (library / "topics" / name / "en.md").read_text("utf-8") for name in (SHORT, LONG)
    }
    names = [f"topic-{number:04}" for number in range(count)]
    for number, name in enumerate(names):
        chance = random.Random(seed * 1_000_003 + number)
        base = LONG if number < round(count * long) else SHORT
        topic = folder / "topics" / name / "en.md"
        topic.parent.mkdir(parents=True)
        topic.write_text(varied(texts[base], number, chance), "utf-8")
    return names


def varied(text: str, number: int, chance: random.Random) -> str:
    """Another topic with the form of this one."""
    head, *sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    kept = [one for one in sections if _must_stay(one) or chance.random() < 0.9]
    words = {old: chance.choice(new) for old, new in _WORDS.items()}
    made = _with_words(head + "".join(kept), words | {"hip": chance.choice(_PLACES)})
    made = _RANGE.sub(lambda found: _dose(found, chance), made)
    if number % 10 == 0:
        first = made.index("\n## ")
        made = f"{made[:first]}\n{chance.choice(_FLAWS)}\n{made[first:]}"
    return re.sub(r"^title: (.*)$", rf"title: \1, {number}", made, count=1, flags=re.MULTILINE)


def _must_stay(section: str) -> bool:
    """What other sections lead to, and what no topic may lack; parts begin behind some."""
    needed = (":::key-message", ":::red-flag", ":::summary", "\n# ")
    return any(one in section for one in needed)


def _with_words(text: str, words: dict[str, str]) -> str:
    """In plain lines alone: options, ids and the front matter name things."""
    lines = text.split("\n")
    end = lines.index("---", 1)
    for place, line in enumerate(lines):
        if place > end and not re.match(r"#|:::|[a-z-]+:|\|", line) and "](" not in line:
            lines[place] = re.sub(
                r"(?<![\[:@{\w-])[a-z]+(?![\]:}\w-])",
                lambda found: words.get(found[0], found[0]),
                line,
            )
    return "\n".join(lines)


def _dose(found: re.Match[str], chance: random.Random) -> str:
    least, most = int(found[1]), int(found[2])
    return f"reps: {chance.randint(least, most)}\nreps-range: {least} to {most}"
