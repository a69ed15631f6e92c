"""A paragraph's bidirectional classes and its base level in; the level of each character out.

Rules P2 to I2 of UAX #9, named where they are applied. A paragraph's classes are one letter a
character (see `bidi_classes`), so that most rules are a search in a string, and none costs anything
where its letters do not occur.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter

from msgspec import Struct, field

from careleaf.text.bidi_classes import BRACKETS, CLOSING, OPENING, letters_of

__all__ = ("first_strong", "letters_of", "resolved")

_DEEPEST = 125
"""BD2: what would be embedded deeper is not embedded."""
_OPEN_AT_MOST = 63
"""BD16: a sequence with more brackets open at once has no pairs."""

_EXPLICIT = re.compile("[eEoOpiIfj]")
_DRAWS_NOTHING = "eEoOpb"

_MARKS = re.compile("(^|[^m])(m+)")
_AFTER_ARABIC = re.compile("A[^LRA]*")
_BETWEEN_NUMBERS = re.compile("(?<=1)[+,](?=1)")
_BETWEEN_ARABIC_NUMBERS = re.compile("(?<=9),(?=9)")
_BESIDE_NUMBERS = re.compile(r"\$+(?=1)|(?<=1)\$+")
_AFTER_LEFT = {"L": re.compile("(?:^|L)[^LR]*"), "R": re.compile("L[^LR]*")}
_NEUTRALS = re.compile("!+")
_WEAK = re.compile("[A1m+$,]")

_OTHER = str.maketrans("+$,", "!!!")
_NEUTRAL = str.maketrans("SP iIfj", "!!!!!!!")
_STRONG = {"L": "L", "R": "R", "1": "R", "9": "R"}
"""N0 to N2: numbers count as right-to-left."""
_RISE = ({"L": 0, "R": 1, "1": 2, "9": 2}, {"L": 1, "R": 0, "1": 1, "9": 1})
"""I1 and I2: what a class adds to an even and to an odd level."""


def first_strong(letters: str) -> int:
    """P2 and P3: the direction of the first letter that is not in an isolate; 0 without one."""
    return _first_strong(letters, 0, isolated=False)


def resolved(letters: str, text: str, base: int) -> list[int]:
    """X1 to I2. `text` is asked for its brackets only."""
    levels, types = [base] * len(letters), letters
    if _EXPLICIT.search(letters):
        levels, types = _explicit(letters, base)
        sequences = _sequences(letters, levels, base)
    else:
        kept = [place for place, letter in enumerate(letters) if letter != "b"]
        sequences = [_Sequence(base, base, kept)] if kept else []
    for sequence in sequences:
        _resolve(sequence, types, letters, text, levels)
    before = base
    for place, letter in enumerate(letters):
        if letter in _DRAWS_NOTHING:
            levels[place] = before
        before = levels[place]
    return levels


def _first_strong(letters: str, start: int, *, isolated: bool) -> int:
    depth = 0
    for letter in letters[start:]:
        if letter in "iIf":
            depth += 1
        elif letter == "j":
            if depth == 0 and isolated:
                break
            depth = max(0, depth - 1)
        elif depth == 0 and letter in "LRA":
            return int(letter != "L")
    return 0


def _explicit(letters: str, base: int) -> tuple[list[int], str]:
    """X1 to X8: levels, and classes as overrides leave them."""
    levels, types = [base] * len(letters), list(letters)
    nest = _Nest(base)
    for place, letter in enumerate(letters):
        if letter == "P":  # X8
            nest = _Nest(base)
            continue
        if letter == "j":
            nest.close_isolate()
        level, override, _ = nest.stack[-1]
        if letter == "p":
            nest.close_embedding()
        elif letter in "eEoOiIf":
            inner = level + 1 + (level % 2 == _turns(letters, place))
            nest.open(letter, inner)
        levels[place] = level
        types[place] = override or letter  # what draws nothing is left out later
    return levels, "".join(types)


class _Nest:
    """What is open at a place: levels, overrides ("" for none), and whether each is an isolate."""

    def __init__(self, base: int) -> None:
        self.stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self.lost_isolates = 0
        self.lost_embeddings = 0

    def open(self, letter: str, inner: int) -> None:
        """X2 to X5c."""
        isolate = letter in "iIf"
        if inner <= _DEEPEST and not self.lost_isolates and not self.lost_embeddings:
            self.stack.append((inner, {"o": "L", "O": "R"}.get(letter, ""), isolate))
        elif isolate:
            self.lost_isolates += 1
        elif not self.lost_isolates:
            self.lost_embeddings += 1

    def close_isolate(self) -> None:
        """X6a."""
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif any(isolate for _, _, isolate in self.stack):
            self.lost_embeddings = 0
            while not self.stack.pop()[2]:
                pass

    def close_embedding(self) -> None:
        """X7."""
        if self.lost_isolates:
            return
        if self.lost_embeddings:
            self.lost_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1][2]:
            self.stack.pop()


def _turns(letters: str, place: int) -> int:
    """Whether an embedding, override or isolate is right-to-left."""
    if letters[place] == "f":
        return _first_strong(letters, place + 1, isolated=True)
    return int(letters[place] in "EOI")


class _Sequence(Struct):
    """An isolating run sequence: its places, and the levels before and after it."""

    before: int
    after: int = 0
    places: list[int] = field(default_factory=list)


def _sequences(letters: str, levels: list[int], base: int) -> list[_Sequence]:
    """X9 and X10. Every character that is not left out is in one of them."""
    kept = [place for place, letter in enumerate(letters) if letter not in _DRAWS_NOTHING]
    runs = [list(group) for _, group in groupby(kept, levels.__getitem__)]
    edges = [base, *[levels[run[0]] for run in runs], base]
    opener = _isolates(letters)
    unclosed = {place for place in kept if letters[place] in "iIf"}.difference(opener.values())
    found: list[_Sequence] = []
    ends_at: dict[int, _Sequence] = {}
    for number, run in enumerate(runs):
        sequence = ends_at.get(opener.get(run[0], -1))
        if sequence is None:
            sequence = _Sequence(edges[number])
            found.append(sequence)
        sequence.places += run
        sequence.after = base if run[-1] in unclosed else edges[number + 2]
        ends_at[run[-1]] = sequence
    return found


def _isolates(letters: str) -> dict[int, int]:
    """BD9: for each closing control, the one that opened the isolate."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for place, letter in enumerate(letters):
        if letter in "iIf":
            stack.append(place)
        elif letter == "j" and stack:
            found[place] = stack.pop()
        elif letter == "P":
            stack.clear()
    return found


def _resolve(sequence: _Sequence, types: str, letters: str, text: str, levels: list[int]) -> None:
    """W1 to I2 for one isolating run sequence, into `levels`."""
    places = sequence.places
    level = levels[places[0]]
    own = "LR"[level % 2]
    start = "LR"[max(level, sequence.before) % 2]
    end = "LR"[max(level, sequence.after) % 2]
    of = itemgetter(*places) if len(places) > 1 else (lambda whole: whole[places[0]])
    own_types = "".join(of(types))
    if _WEAK.search(own_types):
        own_types = _weak(own_types, start)
    own_types = own_types.translate(_NEUTRAL)
    if "!" in own_types:
        words = "".join(of(text))
        if not BRACKETS.isdisjoint(words):
            own_types = _paired(own_types, words, "".join(of(letters)), own, start)
        own_types = _neutral(own_types, own, start, end)
    rise = _RISE[level % 2]
    for place, letter in zip(places, own_types, strict=True):
        levels[place] = level + rise[letter]


def _weak(sequence: str, start: str) -> str:
    """W1 to W7."""
    if "m" in sequence:
        sequence = _MARKS.sub(lambda found: _marked(found, start), sequence)
    if "A" in sequence:
        if "1" in sequence:
            sequence = _AFTER_ARABIC.sub(lambda found: found[0].replace("1", "9"), sequence)
        sequence = sequence.replace("A", "R")
    if "1" in sequence:
        sequence = _BETWEEN_NUMBERS.sub("1", sequence)
    if "9" in sequence:
        sequence = _BETWEEN_ARABIC_NUMBERS.sub("9", sequence)
    if "1" in sequence:
        sequence = _BESIDE_NUMBERS.sub(lambda found: "1" * len(found[0]), sequence)
    sequence = sequence.translate(_OTHER)
    if "1" in sequence:
        sequence = _AFTER_LEFT[start].sub(lambda found: found[0].replace("1", "L"), sequence)
    return sequence


def _marked(found: re.Match[str], start: str) -> str:
    """W1: a combining mark is of the class of what it is on."""
    on = found[1]
    return on + ("!" if on and on in "iIfj" else on or start) * len(found[2])


def _paired(sequence: str, text: str, letters: str, own: str, start: str) -> str:
    """N0: both brackets of a pair take one direction."""
    result = list(sequence)
    for first, last in _pairs(sequence, text):
        inside = {_STRONG[one] for one in result[first + 1 : last] if one != "!"}
        if not inside:
            continue
        direction = own
        if own not in inside:
            before = next((_STRONG[one] for one in reversed(result[:first]) if one != "!"), start)
            direction = before if before in inside else own
        for place in (first, last):
            result[place] = direction
            for mark in range(place + 1, len(result)):
                if letters[mark] != "m":
                    break
                result[mark] = direction
    return "".join(result)


def _pairs(sequence: str, text: str) -> list[tuple[int, int]]:
    """BD16: bracket pairs in the order in which they open."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if character not in BRACKETS or sequence[place] != "!":
            continue
        if character in OPENING:
            if len(waiting) == _OPEN_AT_MOST:
                return []
            waiting.append((OPENING[character], place))
            continue
        closes = CLOSING[character]
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == closes:
                found.append((waiting[depth][1], place))
                del waiting[depth:]
                break
    return sorted(found)


def _neutral(sequence: str, own: str, start: str, end: str) -> str:
    """N1 and N2: neutrals between one direction take it, others that of their level."""
    parts = []
    at = 0
    for found in _NEUTRALS.finditer(sequence):
        first, after = found.span()
        before = _STRONG[sequence[first - 1]] if first else start
        behind = _STRONG[sequence[after]] if after < len(sequence) else end
        parts += [sequence[at:first], (before if before == behind else own) * (after - first)]
        at = after
    return "".join([*parts, sequence[at:]])
