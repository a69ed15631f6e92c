"""Block tokens in; the blocks and headings that an author wrote, each checked by its spec, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from markdown_it.token import Token

from careleaf import problem_codes as codes
from careleaf.blocks.prose import Entry, Grid, Listing, Prose, SmallHeading
from careleaf.blocks.spec import Spec
from careleaf.model.inline import Draft, Node, Strong, Words
from careleaf.model.topic import Block
from careleaf.read.fences import pair_fences
from careleaf.read.line import read_line
from careleaf.read.line_slips import report_line_slips
from careleaf.read.markdown import block_tokens
from careleaf.read.parsed import read_fence
from careleaf.read.reading import Reading
from careleaf.read.stretch import Stretch
from careleaf.source import Span

WIDEST_TABLE = 5
"""Columns: more cannot be read on a slide."""
LONGEST_TABLE = 50
"""Rows."""
DEEPEST_LIST = 4
"""Lists inside one another, the outermost counted."""

_ICON = re.compile(r":([a-z][a-z0-9-]*):(?=[ ]|$)")
_NEARLY_ICON = re.compile(r":[ ]?[A-Za-z][A-Za-z0-9_-]*[ ]?:?(?=[ ]|$)|:[A-Za-z0-9_-]+:")
_TICK = re.compile(r"\[ \](?=[ ]|$)")
_CLOSING_HASHES = re.compile(r"(?<=[ ])#+$")
_ID = re.compile(r"(?:(?<![ ])[ ]+)?\{#([^{}]*)\}$")


class Title(Node, frozen=True, kw_only=True):
    """A `#` or `##` heading: a part or a section begins. `id_at` is None where no id is given."""

    level: int
    words: Draft
    id: str
    id_at: Span | None


def read_body(
    reading: Reading, first_line: int, specs: Mapping[str, Spec], folder: Path | None
) -> list[Title | Block]:
    """Titles and blocks in order, from a line (from 0) on. `folder` is where pictures lie."""
    fences = pair_fences(reading, first_line, specs)
    if fences.too_deep:
        return []
    builder = _Builder(reading, specs, folder)
    return builder.blocks(block_tokens(reading, fences, first_line))


class _Builder:
    """Walks the tokens once; `at` is the next one, `unread` counts the blocks of no known name."""

    def __init__(self, reading: Reading, specs: Mapping[str, Spec], folder: Path | None) -> None:
        self.reading = reading
        self.specs = specs
        self.folder = folder
        self.tokens: list[Token] = []
        self.at = 0
        self.parents: list[str] = []
        self.unread = 0

    def blocks(self, tokens: list[Token]) -> list[Title | Block]:
        self.tokens, self.at = tokens, 0
        return self._until("")

    def _until(self, closing: str) -> list[Title | Block]:
        """Everything up to a closing token, which is passed over."""
        found: list[Title | Block] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == closing:
                break
            node = self._node(token)
            if node is not None:
                found.append(node)
        return found

    def _node(self, token: Token) -> Title | Block | None:
        match token.type:
            case "paragraph":
                return Prose(at=self._span(token), body=self._paragraph(token))
            case "heading":
                return self._heading(token)
            case "bullet_list_open" | "ordered_list_open":
                return self._listing(token, depth=1)
            case "grid":
                return self._grid(token)
            case "fence_open":
                return self._fence(token)
            case kind:
                raise AssertionError(kind)

    def _span(self, token: Token) -> Span:
        return self.reading.span(*token.meta["at"])

    def _paragraph(self, token: Token) -> Draft:
        stretch: Stretch = token.meta["stretch"]
        if report_line_slips(self.reading, stretch, self._options()):
            return (Words(at=self._span(token), text=stretch.text),)
        return read_line(self.reading, stretch)

    def _options(self) -> tuple[str, ...]:
        spec = self.specs.get(self.parents[-1]) if self.parents else None
        return (*spec.options, "only") if spec else ()

    def _heading(self, token: Token) -> Title | Block | None:
        stretch = self._unclosed(token.meta["stretch"])
        level = len(token.markup)
        at = self._span(token)
        if not _ID.sub("", f" {stretch.text}").strip():
            message, hint = "this heading has no words", "write them after the '#'"
            self.reading.report(codes.EMPTY_HEADING, at.start, at.end, message, hint)
            return None
        if level > 2 or self.parents:
            return self._small_heading(at, level, stretch)
        found = _ID.search(stretch.text)
        if not found:
            return Title(
                at=at, level=level, words=read_line(self.reading, stretch), id="", id_at=None
            )
        start = stretch.start(found.start(1))
        id_at = self.reading.span(start, start + len(found[1]))
        words = read_line(self.reading, stretch.until(found.start()))
        return Title(at=at, level=level, words=words, id=found[1], id_at=id_at)

    def _unclosed(self, stretch: Stretch) -> Stretch:
        """A heading without the '#' that other Markdown allows at its end."""
        found = _CLOSING_HASHES.search(stretch.text)
        if not found:
            return stretch
        start, end = stretch.start(found.start()), stretch.end(found.end())
        message = f"'{found[0]}' at the end of a heading means nothing here"
        self.reading.report(codes.NEAR_MISS, start, end, message, "delete it")
        return stretch.until(found.start())

    def _small_heading(self, at: Span, level: int, stretch: Stretch) -> Block:
        if level > 3:
            message = "headings have three levels"
            hint = "write '#' for a part, '##' for a section, '###' for a small heading"
            self.reading.report(codes.HEADING_TOO_DEEP, at.start, at.end, message, hint)
        return SmallHeading(at=at, title=read_line(self.reading, stretch))

    def _grid(self, token: Token) -> Grid:
        head, *rows = token.meta["rows"]
        self._table_size(token, len(head), len(rows))
        self._ragged(token.meta["dashes"], len(head), "the line of dashes", token)
        for row in rows:
            self._ragged(row, len(head), "this row", token)
        drafted = [tuple(read_line(self.reading, cell) for cell in row) for row in (head, *rows)]
        width = len(head)
        whole = tuple((*row, *[()] * width)[:width] for row in drafted[1:])
        return Grid(at=self._span(token), head=drafted[0], rows=whole)

    def _table_size(self, token: Token, columns: int, rows: int) -> None:
        """A table has a size that fits a page. Blocks that hold tables count the columns."""
        start, end = token.meta["at"]
        spec = self.specs.get(self.parents[-1]) if self.parents else None
        if (not spec or spec.holds is None) and not 2 <= columns <= WIDEST_TABLE:
            message = f"a table needs 2 to {WIDEST_TABLE} columns, and this has {columns}"
            self.reading.report(codes.WRONG_COUNT, start, end, message, "part it, or use a list")
        if rows > LONGEST_TABLE:
            message = f"this table has {rows} rows; {LONGEST_TABLE} is the most"
            self.reading.report(codes.TOO_LONG, start, end, message, "part it, or leave rows out")

    def _ragged(self, row: list[Stretch], width: int, what: str, token: Token) -> None:
        if len(row) == width:
            return
        start = row[0].start(0) if row else token.meta["at"][0]
        end = row[-1].end(len(row[-1].text)) if row else start + 1
        message = f"{what} has {_count(len(row), 'cell')}, the head has {_count(width, 'cell')}"
        hint = "one cell for each column, parted by '|'; write \\| for a bar inside a cell"
        self.reading.report(codes.RAGGED_TABLE, start, end, message, hint)

    def _fence(self, token: Token) -> Block | None:
        """A block of no known name is left out. What holds it cannot say what it lacks itself: that
        may be what stands there."""
        fence, unread = token.meta["fence"], self.unread
        self.parents.append(fence.name)
        content = tuple(node for node in self._until("fence_close") if not isinstance(node, Title))
        self.parents.pop()
        parsed = read_fence(self.reading, token, self.specs, self.folder, content)
        if parsed is None:
            self.unread += 1
            return None
        block, problems = self.specs[fence.name].make(parsed)
        if self.unread == unread:
            self.reading.add(*problems)
        return block

    def _listing(self, opening: Token, *, depth: int) -> Listing:
        numbered = opening.type == "ordered_list_open"
        start = int(opening.attrs.get("start", 1))
        entries: list[Entry] = []
        items: list[Token] = []
        while (token := self.tokens[self.at]).type == "list_item_open":
            self.at += 1
            items.append(token)
            entries.append(self._entry(token, depth))
        self.at += 1
        if numbered:
            self._numbers(items, start)
        self._boxes(entries, numbered=numbered)
        return Listing(
            at=self._span(opening), numbered=numbered, start=start, entries=tuple(entries)
        )

    def _numbers(self, items: list[Token], first: int) -> None:
        """Report a number that would be shown as another one: "see step 4" must find its step. A
        list with the same number throughout asks us to count."""
        if all(int(item.info) == first for item in items):
            return
        for shown, item in enumerate(items, first):
            if int(item.info) != shown:
                start, _ = item.meta["at"]
                message = f"this number would be shown as {shown}"
                hint = f"write '{shown}.': the numbers of a list go up by one"
                self.reading.report(codes.LIST_NUMBER, start, start + len(item.info), message, hint)

    def _boxes(self, entries: list[Entry], *, numbered: bool) -> None:
        """Report what has no place in a list of boxes to tick: it would look like the others."""
        if not any(entry.ticked for entry in entries):
            return
        for entry in entries:
            at = entry.at
            if not entry.ticked:
                message = "others in this list have a box to tick, and this has none"
                hint = "begin it with '- [ ]', or put it in a list of its own"
            elif numbered:
                message = "an item has a number or a box to tick, not both"
                hint = "write '- [ ] words', or delete '[ ]'"
            elif entry.icon_at:
                at = entry.icon_at
                message = "an item has an icon or a box to tick, not both"
                hint = f"delete ':{entry.icon}:', or '[ ]' in all items of the list"
            else:
                continue
            self.reading.report(codes.MIXED_LIST, at.start, at.start + 1, message, hint)

    def _entry(self, item: Token, depth: int) -> Entry:
        words: Stretch | None = None
        inner: Listing | None = None
        while (token := self.tokens[self.at]).type != "list_item_close":
            self.at += 1
            if token.type == "paragraph" and words is None and not inner:
                words = token.meta["stretch"]
            elif token.type.endswith("_list_open") and inner is None:
                inner = self._inner(token, depth)
            else:
                self._refuse(token, depth)
        self.at += 1
        return self._entry_of(item, words, inner)

    def _inner(self, token: Token, depth: int) -> Listing:
        """The list inside an item. One that is too deep is reported once, and read all the same."""
        start, _ = token.meta["at"]
        if depth == DEEPEST_LIST:
            message = f"lists stand inside one another {DEEPEST_LIST} deep at most"
            hint = (
                "join these lines to the item above them, or begin a list or section of their own"
            )
            self.reading.report(codes.TOO_DEEP, start, start + 1, message, hint)
        return self._listing(token, depth=depth + 1)

    def _refuse(self, token: Token, depth: int) -> None:
        """Something in a list item that a list item cannot hold."""
        start, end = token.meta["at"]
        message = "a list item holds one paragraph and at most one list"
        hint = "join it to the item's words, or start this line at the left edge"
        self.reading.report(codes.ITEM_CONTENT, start, end, message, hint)
        if token.type == "fence_open":
            self._fence(token)
        elif token.type.endswith("_list_open"):
            self._listing(token, depth=depth + 1)

    def _entry_of(self, item: Token, words: Stretch | None, inner: Listing | None) -> Entry:
        at = self._span(item)
        if words is None:
            message, hint = "this list item has no words", "write them, or delete the mark"
            self.reading.report(codes.ITEM_CONTENT, at.start, at.start + 1, message, hint)
            return Entry(at=at, body=(), inner=inner)
        ticked = icon = icon_at = None
        if ticked := _TICK.match(words.text):
            words = words.after(ticked.end())
        if icon := _ICON.match(words.text):
            icon_at = self.reading.span(words.start(icon.start(1)), words.start(icon.end(1)))
            words = words.after(icon.end())
        elif nearly := _NEARLY_ICON.match(words.text):
            self._nearly_icon(words, nearly)
        body = read_line(self.reading, words)
        for line in words.lines()[1:]:
            report_line_slips(self.reading, line, self._options())
        lead, rest = _lead(body)
        return Entry(
            at=at,
            body=rest,
            lead=lead,
            icon=icon[1] if icon else None,
            icon_at=icon_at,
            ticked=bool(ticked),
            inner=inner,
        )

    def _nearly_icon(self, words: Stretch, found: re.Match[str]) -> None:
        start, end = words.start(0), words.end(found.end())
        hint = f"write ':{found[0].strip(': ').lower()}: ' and then the words"
        message = "this is nearly an icon"
        self.reading.report(codes.NEAR_MISS, start, end, message, hint)


def _lead(body: Draft) -> tuple[Draft, Draft]:
    """The leading bold run of an item, kept apart from what follows it."""
    if not body or not isinstance(lead := body[0], Strong):
        return (), body
    rest = list(body[1:])
    if rest and isinstance(first := rest[0], Words):
        text = first.text.lstrip(" ")
        cut = len(first.text) - len(text)
        at = Span(first.at.path, first.at.start + cut, first.at.end)
        rest[0:1] = [Words(at=at, text=text)] if text else []
    return lead.body, tuple(rest)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
