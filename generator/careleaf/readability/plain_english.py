"""Our own list of hard English words in; what to say in their place, and why, out.

`plain_english.txt` is grouped by reason: `# reason` opens words with a plain alternative,
`@ reason` labels for people, `? reason` words to explain. `hard = plain` follows, forms parted by
`/` in the same order, choices by `; `; `! ` stands before those where the plain word fits wherever
the hard one stood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from careleaf.readability.counting import words

Kind = Literal["#", "@", "?"]


class Hard(Struct, frozen=True):
    """One form of a hard word or phrase, in small letters."""

    phrase: str
    plain: str
    """What to say instead; several choices are parted by semicolons. Empty where there is none."""
    reason: str
    kind: Kind
    safe: bool
    """Whether `plain` may take its place unseen."""

    def choices(self) -> list[str]:
        """Each of what may be said instead, the best first."""
        return self.plain.split("; ")


class Found(Struct, frozen=True):
    """A hard word in a text."""

    hard: Hard
    start: int
    end: int


def hard_words(text: str, more: Mapping[str, Sequence[Hard]]) -> Iterator[Found]:
    """Every one in a text, the longest where several begin with the same word, none inside
    another. `more` are others to look for, by their first word."""
    listed = plain_english()
    behind = 0
    tokens = [(match[0].lower().replace("\u2019", "'"), match.start()) for match in words(text)]
    for token, start in tokens:
        if start < behind:
            continue
        for hard in (*listed.get(token, ()), *more.get(token, ())):
            end = _end(text, start, hard.phrase)
            if end:
                yield Found(hard, start, end)
                behind = end
                break


def _end(text: str, start: int, phrase: str) -> int:
    """Where the phrase ends that begins at `start`; 0 where another one stands there."""
    end = start + len(phrase)
    same = text[start:end].lower().replace("\u2019", "'").replace("\n", " ") == phrase
    return end if same and not text[end : end + 1].isalnum() else 0


@cache
def plain_english() -> Mapping[str, tuple[Hard, ...]]:
    """The list by the first word of each form, the longest form first. Read on first use: 2 ms."""
    path = Path(__file__).with_name("plain_english.txt")
    found: defaultdict[str, list[Hard]] = defaultdict(list)
    for hard in _read(path.read_text(encoding="utf-8")):
        first = next(words(hard.phrase))[0]
        found[first].append(hard)
    return {
        first: tuple(sorted(group, key=lambda hard: -len(hard.phrase)))
        for first, group in found.items()
    }


def _read(text: str) -> Iterator[Hard]:
    kind: Kind = "#"
    reason = ""
    for line in text.splitlines():
        if line[:1] in {"#", "@", "?"}:
            kind, reason = line[0], line[2:]  # type: ignore[assignment]
        elif line:
            left, _, right = line.removeprefix("! ").partition(" = ")
            yield from _forms(left, right, reason, kind, safe=line.startswith("! "))


def _forms(left: str, right: str, reason: str, kind: Kind, *, safe: bool) -> Iterator[Hard]:
    """One entry's forms. "and/or" and "w/o" are words with a stroke, not two forms."""
    strokes = left in {"and/or", "w/", "w/o"}
    hard = [left] if strokes else left.split("/")
    plain = right.split("/")
    for index, phrase in enumerate(hard):
        says = plain[index] if len(plain) == len(hard) else plain[0]
        yield Hard(phrase, says, reason, kind, safe)
