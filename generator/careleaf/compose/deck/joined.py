"""A table in; the same with its first two columns as one, for words too long for both, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.inline import Break, Line, Run
from careleaf.model.shape import Cell, Table


def joined(table: Table) -> Table:
    """The head of each row in bold, and what it says below it. Needs two columns at least."""
    return replace(
        table,
        head=(_joined(table.head[0], table.head[1]), *table.head[2:]),
        rows=tuple((_joined(row[0], row[1]), *row[2:]) for row in table.rows),
    )


def _joined(head: Cell, said: Cell) -> Cell:
    if not (head.body and said.body):
        return replace(head, body=(*_strong(head.body), *said.body))
    return replace(head, body=(*_strong(head.body), Break(at=said.at), *said.body))


def _strong(line: Line) -> Line:
    return tuple(replace(one, strong=True) if isinstance(one, Run) else one for one in line)
