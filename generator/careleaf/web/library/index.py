"""Topics in; those that have the words typed, the likeliest first, out.

An index of SQLite (FTS5) in memory, over titles, texts and codes in every language. Each word typed
may be the beginning of one; what was typed with a point or a hyphen in it ("M54.5") stands
together."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence

from msgspec import Struct

from careleaf.web.library.folded import folded, words
from careleaf.web.shelf import Edition, Held, Topics

_TABLE = """
create virtual table editions using fts5(
    topic unindexed, language unindexed, title, subtitle, codes, text,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'", prefix = '1 2 3'
)
"""
_WEIGHTS = "0, 0, 10, 4, 8, 1"
"""How much a word counts in each column."""

_FIND = f"""
select topic, language from editions where editions match ?
order by bm25(editions, {_WEIGHTS}), topic, language
"""  # noqa: S608 - numbers of our own

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


def query(typed: str) -> Query:
    """The words of a search."""
    groups = (tuple(word.key for word in words(part)) for part in typed.split())
    return Query(tuple(group for group in groups if group)[:_MOST_WORDS])


class Index:
    """Safe to ask and to change from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(_TABLE)
        self._held: dict[str, Held] = {}
        self._rows: dict[str, list[int]] = {}

    def hold(self, topics: Topics) -> None:
        """Take in what is new or has changed, and leave out what is no longer there."""
        stale = [name for name, one in self._held.items() if topics.get(name) is not one]
        fresh = [one for name, one in topics.items() if self._held.get(name) is not one]
        rows = {one.id: [_row(one, edition) for edition in one.editions] for one in fresh}
        with self._lock:
            for name in stale:
                for number in self._rows.pop(name):
                    self._database.execute("delete from editions where rowid = ?", (number,))
            for name, each in rows.items():
                self._rows[name] = [self._insert(row) for row in each]
            self._database.commit()
            self._held = dict(topics)

    def find(self, asked: Query) -> list[Hit]:
        """Each topic once. Nothing for a search without words."""
        if not asked.groups:
            return []
        match = " AND ".join(f'"{" ".join(group)}" *' for group in asked.groups)
        with self._lock:
            found: Sequence[tuple[str, str]] = self._database.execute(_FIND, (match,)).fetchall()
        best: dict[str, Hit] = {}
        for topic, language in found:
            best.setdefault(topic, Hit(topic, language))
        return list(best.values())

    def _insert(self, row: tuple[str, ...]) -> int:
        done = self._database.execute("insert into editions values (?, ?, ?, ?, ?, ?)", row)
        return done.lastrowid or 0


def _row(held: Held, edition: Edition) -> tuple[str, ...]:
    codes = " ".join((*held.icd10, *(one.replace(".", "") for one in held.icd10), *held.snomed))
    return (
        held.id,
        edition.language,
        folded(edition.title),
        folded(edition.subtitle),
        codes.lower(),
        folded(edition.text),
    )
