"""Topics in; those that have the words typed, the likeliest first, out.

An index of SQLite (FTS5) in memory, over titles, other names, texts and codes in every language.
Each word typed may be the beginning of one; what was typed with a point or a hyphen in it
("M54.5") stands together. A topic must have all of it, wherever; it comes the earlier the more
of it stands in its title, other names and codes. To weigh every word of every text as well would
take ten times as long."""

from __future__ import annotations

import sqlite3
import threading

from msgspec import Struct

from careleaf.web.library.folded import folded, words
from careleaf.web.shelf import Edition, Held, Topics

_WORDS = """tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'", prefix = '1'"""
_TABLES = (
    f"create virtual table names using fts5(title, also, line, codes, {_WORDS})",
    f"create virtual table texts using fts5(text, {_WORDS})",
)
_HAVE = "select rowid from texts where texts match ?"
_NAMED = "select rowid from names where names match ? order by bm25(names, 10, 6, 4, 8)"
_SIGNS = "\u2e80"
"""Where letters end and signs begin."""
_MOST_WORDS = 12
"""Further words of a search count for nothing."""


class Hit(Struct, frozen=True):
    """A topic and the language in which it has the words best."""

    topic: str
    language: str


class Query(Struct, frozen=True):
    """What was typed, as groups of words that stand together: "hip M54.5" is (hip) (m54 5)."""

    groups: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> frozenset[str]:
        """All of them."""
        return frozenset(word for group in self.groups for word in group)

    @property
    def letters(self) -> bool:
        """Whether they are nothing but letters that stand alone; a Chinese sign is a word."""
        return all(len(group) == 1 and group[0] < _SIGNS for group in self.groups) and all(
            len(word) == 1 for word in self.words
        )


def query(typed: str) -> Query:
    """The words of a search."""
    groups = (tuple(word.key for word in words(part)) for part in typed.split())
    return Query(tuple(group for group in groups if group)[:_MOST_WORDS])


class Index:
    """Safe to ask and to change from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        for table in _TABLES:
            self._database.execute(table)
        self._held: Topics = {}
        self._rows: dict[str, list[int]] = {}
        self._hits: dict[int, Hit] = {}
        self._last = 0

    def hold(self, topics: Topics) -> None:
        """Take in what is new or has changed, and leave out what is no longer there."""
        for name, one in self._held.items():
            if topics.get(name) is not one:
                with self._lock:
                    self._leave_out(name)
        for name, one in topics.items():
            if self._held.get(name) is not one:
                prepared = [_Row.of(one, edition) for edition in one.editions]
                # A search waits for one topic, not for all of them.
                with self._lock:
                    self._rows[name] = [self._take_in(row) for row in prepared]
        self._held = topics

    def find(self, asked: Query) -> list[Hit]:
        """Each topic once. Nothing for a search without words."""
        if not asked.groups:
            return []
        groups = [f'"{" ".join(group)}" *' for group in asked.groups]
        every, any_of = " AND ".join(groups), " OR ".join(groups)
        with self._lock:
            named = self._matching(_NAMED, every)
            # A letter alone begins a word of every text: it is looked for in titles and codes.
            have = named if asked.letters else self._matching(_HAVE, every)
            partly = self._matching(_NAMED, any_of) if have else []
            place = {row: at for at, row in enumerate(dict.fromkeys((*named, *partly)))}
            found = sorted(have, key=lambda row: (place.get(row, len(place)), row))
            best: dict[str, Hit] = {}
            for row in found:
                hit = self._hits[row]
                best.setdefault(hit.topic, hit)
        return list(best.values())

    def _matching(self, question: str, words: str) -> list[int]:
        return [row for (row,) in self._database.execute(question, (words,))]

    def _leave_out(self, name: str) -> None:
        for row in self._rows.pop(name):
            del self._hits[row]
            self._database.execute("delete from names where rowid = ?", (row,))
            self._database.execute("delete from texts where rowid = ?", (row,))

    def _take_in(self, row: _Row) -> int:
        self._last += 1
        self._hits[self._last] = row.hit
        self._database.execute(
            "insert into names (rowid, title, also, line, codes) values (?, ?, ?, ?, ?)",
            (self._last, row.title, row.also, row.line, row.codes),
        )
        self._database.execute(
            "insert into texts (rowid, text) values (?, ?)",
            (self._last, "\n".join((row.title, row.also, row.line, row.codes, row.text))),
        )
        return self._last


class _Row(Struct, frozen=True):
    """An edition as it is looked up."""

    hit: Hit
    title: str
    also: str
    line: str
    codes: str
    text: str

    @classmethod
    def of(cls, held: Held, edition: Edition) -> _Row:
        """The codes stand there with and without their point."""
        plain = (one.replace(".", "") for one in held.icd10)
        return cls(
            hit=Hit(held.id, edition.language),
            title=folded(edition.title),
            also=folded("\n".join(edition.also)),
            line=folded(edition.subtitle),
            codes=" ".join((*held.icd10, *plain, *held.snomed)).lower(),
            text=folded(edition.text),
        )
