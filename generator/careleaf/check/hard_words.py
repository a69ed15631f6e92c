"""A topic in; words with a plainer one, labels for people, and terms that nobody explains, out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from careleaf.check.parts import front_lines, patient_lines
from careleaf.check.passage import Passage, passage
from careleaf.check.suggestion import Suggestion
from careleaf.model.inline import Draft, Strong, Term
from careleaf.model.library import Library
from careleaf.model.topic import Topic
from careleaf.model.walk import inlines, written
from careleaf.problem import Problem
from careleaf.problem_codes import HARD_WORD, LABEL, SHORTENED, UNEXPLAINED
from careleaf.readability import syllables_in, words
from careleaf.readability.plain_english import Found, Hard, hard_words
from careleaf.source import Span

_LONG = 3
"""Syllables of a term in the glossary that is looked for."""
_NEAR = 60
"""Characters before a word that decide what it is there for."""
_DEFINED = re.compile(r"([\w-]{1,40}) (?:is|are|means|mean)\b")
_IN_BRACKETS = re.compile(r" \(([^()]+)\)")
_ARTICLE = re.compile(r"\b(?:an?|the|is|be)\s+$", re.IGNORECASE)
_A = re.compile(r"\b(an?|the) $", re.IGNORECASE)
_OWN = re.compile(r"an? ")
_LEAVE_OUT = "(leave this out)"
_SHORTENED = re.compile(r"\b[A-Z]{2,6}s?\b")
_KNOWN = frozenset(
    {"US", "USA", "UK", "EU", "TV", "OK", "ID", "AM", "PM", "PDF", "QR", "GP", "HIV", "CT", "MRI"}
)
"""Better known than the words they stand for: the NHS too writes "MRI scan"."""
_NAMED = re.compile(r"\b(?:called|named|known as)\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
"""What follows is a word to learn, not one to get by with."""
_DIALLED = re.compile(r"(?:extension|ext\.?):? ?[0-9]", re.IGNORECASE)
"""Of a telephone, not of a knee."""


class Swapped(Struct, frozen=True):
    """Words at a place, and those that may stand there instead."""

    at: Span
    old: str
    new: str


def check_hard_words(topic: Topic, library: Library) -> Iterator[Suggestion]:
    """In reading order, and title, subtitle and audience last: a term is explained from where the
    glossary is linked on, or where its meaning stands beside it. For English alone: the list is
    of English words."""
    if topic.language.partition("-")[0] != "en":
        return
    glossary = _of_glossary(library)
    explained: set[str] = set()
    told: set[str] = set()
    for section in topic.sections():
        for line in patient_lines(section):
            said = passage(line)
            explained.update(_explained(line, said))
            for found in hard_words(said.text, glossary):
                named = _NAMED.search(_before(said, found.start))
                # A heading names what its section goes on to explain, and holds no link.
                dialled = _DIALLED.match(said.text, found.start)
                heads = line is section.title and found.hard.kind == "?"
                if not (named or heads or dialled or _linked(said, found.start, found.end)):
                    yield from _hard(found, said, explained, told, library)
            yield from _shortened(said, explained, told)
    # A title holds no link: its terms need one, or their meaning, anywhere below.
    for said in map(passage, front_lines(topic)):
        for found in hard_words(said.text, glossary):
            yield from _hard(found, said, explained, told, library)


def _of_glossary(library: Library) -> dict[str, list[Hard]]:
    """Terms of the library's own that are long enough not to be everyday words ("nerve")."""
    count = syllables_in("en")
    found: defaultdict[str, list[Hard]] = defaultdict(list)
    for key in library.glossary:
        parts = [match[0].lower() for match in words(key)]
        if parts and sum(map(count, parts)) >= _LONG:
            for form in (f"{key.lower()}s", key.lower()):
                found[parts[0]].append(Hard(form, "", "", "?", safe=False))
    return found


def _hard(
    found: Found, said: Passage, explained: set[str], told: set[str], library: Library
) -> Iterator[Suggestion]:
    hard = found.hard
    at = said.span(found.start, found.end)
    there = said.text[found.start : found.end]
    if _one(hard.phrase) in explained:
        return
    if hard.kind == "?":
        if _one(hard.phrase) not in told and there.removesuffix("s") not in _KNOWN:
            told.add(_one(hard.phrase))
            yield Suggestion(Problem(UNEXPLAINED, at, *_unexplained(there, library)))
        return
    code = LABEL if hard.kind == "@" else HARD_WORD
    choices = hard.choices()
    first = choices[0]
    says = "leave it out" if hard.plain == _LEAVE_OUT else f"say: {'; or: '.join(choices)}"
    problem = Problem(code, at, f"'{there}': {hard.reason.removesuffix('.')}", says)
    if hard.plain == _LEAVE_OUT or not said.exact(found.start, found.end):
        yield Suggestion(problem)
        return
    if article := _article(said, found, first):
        yield Suggestion(replace(problem, span=article.at), article.old, article.new)
        return
    new = first[0].upper() + first[1:] if there[0].isupper() else first
    yield Suggestion(problem, there, new, hard.safe and not _after_article(said, found.start))


def _article(said: Passage, found: Found, plain: str) -> Swapped | None:
    """A word with its "a" or "an", where the plain word needs the other one, or brings its own:
    "an inpatient" is "a patient", "the osteoarthritis" is no "the a sore joint"."""
    article = _A.search(_before(said, found.start))
    if article is None:
        return None
    own = _OWN.match(f"{plain} ")
    needs = "an" if plain[0] in "aeiou" else "a"
    if not own and article[1].lower() in {needs, "the"}:
        return None
    start = found.start - len(article[0])
    if not said.exact(start, found.end):
        return None
    new = plain if own else f"{needs} {plain}"
    new = new[0].upper() + new[1:] if article[0][0].isupper() else new
    return Swapped(said.span(start, found.end), said.text[start : found.end], new)


def _unexplained(there: str, library: Library) -> tuple[str, str]:
    """Message and hint for a term that stands here before its meaning does."""
    keys = {_one(key): key for key in library.glossary}
    if key := keys.get(_one(there.lower())):
        shown = f"[[{key}]]" if there == key else f"[[{key}|{there}]]"
        return f"'{there}' stands here before it is explained", f"link the glossary: {shown}"
    hint = "add it to content/glossary/en.md and link it, or say its meaning: is, means, (...)"
    return f"'{there}' is a term that nothing explains", hint


def _shortened(said: Passage, explained: set[str], told: set[str]) -> Iterator[Suggestion]:
    """Letters that stand for words. "magnetic resonance imaging (MRI)" explains them."""
    for found in _SHORTENED.finditer(said.text):
        letters = found[0].removesuffix("s")
        key = _one(letters.lower())
        if key in explained or key in told or letters in _KNOWN:
            continue
        if _linked(said, found.start(), found.end()):
            continue
        told.add(key)
        message = f"'{letters}' is short for words that stand nowhere before"
        hint = f"write the words first: the long words ({letters})"
        at = said.span(found.start(), found.end())
        yield Suggestion(Problem(SHORTENED, at, message, hint))


def _linked(said: Passage, start: int, end: int) -> bool:
    """Whether a word is linked to the glossary, all or in part."""
    first, last = bisect_right(said.starts, start) - 1, bisect_right(said.starts, end - 1)
    return any(isinstance(piece, Term) for piece in said.pieces[first:last])


def _explained(line: Draft, said: Passage) -> Iterator[str]:
    """What this line explains: terms that it links, bold words that "is", "are" or "means" follows,
    and words with their meaning in brackets, on either side."""
    defined = {found[1].lower() for found in _DEFINED.finditer(said.text)}
    for piece in inlines(line):
        if isinstance(piece, Term):
            yield _one(piece.key.lower())
            yield _one(piece.shown.lower())
        elif isinstance(piece, Strong):
            bold = _plain(written(piece.body))
            if bold.rpartition(" ")[2] in defined:
                yield _one(bold)
    for found in _IN_BRACKETS.finditer(said.text):
        before = said.text[max(0, found.start() - _NEAR) : found.start()].lower().split()
        for count in (1, 2, 3):
            yield _one(_plain(" ".join(before[-count:])))
        yield _one(_plain(found[1]))


def _plain(words: str) -> str:
    return words.strip().rstrip(".:").lower()


def _one(word: str) -> str:
    """One of them: "nerves" is explained where "nerve" is."""
    return word.removesuffix("s")


def _after_article(said: Passage, start: int) -> bool:
    """ "an optimal" would become "an best": such a place wants a look."""
    return bool(_ARTICLE.search(_before(said, start)))


def _before(said: Passage, start: int) -> str:
    """The words just before a place: looking back further costs time, and finds nothing more."""
    return said.text[max(0, start - _NEAR) : start]
