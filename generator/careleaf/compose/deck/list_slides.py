"""The items of a list in; its slides, added to those of the section, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.compose.deck import branches
from careleaf.compose.deck.body import pages
from careleaf.compose.deck.cards import Tall
from careleaf.compose.deck.gathered import Gathered
from careleaf.compose.deck.lists import MOST_WORDS, list_bodies, words_in
from careleaf.compose.deck.nested import Nested
from careleaf.compose.deck.rows import Rows
from careleaf.compose.deck.statement import Statement
from careleaf.model.shape import Item
from careleaf.source import Span

_MERGED_ITEMS, _MERGED_WORDS = 4, 45
"""Lists that follow one another share a slide up to here."""


def add_list(
    section: Gathered,
    at: Span,
    items: tuple[Item, ...],
    *,
    mark: str,
    start: int = 1,
    title: str = "",
    icon: str = "",
) -> None:
    """A list as it is best shown: as cards, rows, columns or an outline, on as many slides as it
    needs. `icon` stands before the title, for a callout."""
    if any(item.inner for item in items):
        whole = Nested(
            at=at,
            items=items,
            mark=mark,
            start=start,
            continued=f" {section.language.say('(continued)')}",
        )
        for part in branches.slides(whole, lambda part: section.room(part, title, icon)):
            section.add(part, title, icon=icon)
        return
    if not icon and _merged(section, items, mark, title or section.title):
        return
    if len(items) == 1 and not icon:
        _single(section, items[0], title)
        return
    shares = pages(
        items,
        lambda share: (
            sum(words_in(item) for item in share) <= MOST_WORDS
            and any(section.room(body, title, icon) for body in list_bodies(at, share, mark, start))
        ),
    )
    for share in shares:
        bodies = list(list_bodies(share[0].at, share, mark, start))
        body = next((one for one in bodies if section.room(one, title, icon)), bodies[-1])
        section.add(body, title, icon=icon)
        start += len(share)


def _single(section: Gathered, item: Item, title: str) -> None:
    """One item alone is no list: it is said as a statement."""
    lines = tuple(line for line in (item.lead, item.body) if line)
    section.add(Statement(at=item.at, lines=lines), title)


def _merged(section: Gathered, items: tuple[Item, ...], mark: str, title: str) -> bool:
    """Put a short list on the slide of the short list before it."""
    last = section.last
    if last is None or section.waiting or last.bar or last.title != title or last.icon:
        return False
    if not isinstance(last.body, Rows | Tall) or mark == "number" or last.body.mark != mark:
        return False
    together = (*last.body.items, *items)
    count = sum(words_in(item) for item in together)
    if len(together) > _MERGED_ITEMS or count > _MERGED_WORDS:
        return False
    bodies = list_bodies(last.body.at, together, mark, last.body.start)
    body = next((one for one in bodies if section.room(one, title)), None)
    if body is None:
        return False
    section.frames[-1] = replace(last, body=body)
    return True
