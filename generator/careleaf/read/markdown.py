"""The body of a file in; markdown-it block tokens, each with its exact place, out.

Only the list rule is markdown-it's as it stands. Fences, tables and the words of paragraphs and
headings carry Stretches instead of text, so that every offset leads back to the file. A token says
where it starts and ends in `meta["at"]`."""

from __future__ import annotations

import re
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, list_block, paragraph
from markdown_it.token import Token
from msgspec import Struct

from careleaf.read.fences import Fences
from careleaf.read.marks import Unrendered
from careleaf.read.options import Option
from careleaf.read.reading import Reading
from careleaf.read.stretch import Stretch, one_line
from careleaf.read.table import read_cells

DEEPEST_LIST = 8
"""Lists inside one another that are still parsed, so that `build`, which allows four, can tell
where they are too deep."""

_OPTION = re.compile(r"([a-z][a-z0-9-]*)[ ]*:(?:[ ]+(.*?))?[ ]*")
_DELIMITER = re.compile(r"\|[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?")


class Body(Struct):
    """What the block rules share: the file, its fences, and how deep in lists they are."""

    reading: Reading
    fences: Fences
    lists: int = 0


def block_tokens(reading: Reading, fences: Fences, first_line: int) -> list[Token]:
    """The tokens of everything from a line (from 0) on."""
    state = StateBlock(reading.text, _PARSER, {"body": Body(reading, fences)}, [])
    _PARSER.block.tokenize(state, first_line, state.lineMax)
    return state.tokens


def _body(state: StateBlock) -> Body:
    return cast(Body, state.env["body"])


def _start(state: StateBlock, line: int) -> int:
    """Where the words of a line start; inside a list item that is after its mark."""
    return state.bMarks[line] + state.tShift[line]


def _end(state: StateBlock, line: int) -> int:
    """Where the words of a line end."""
    start = state.bMarks[line]
    return start + len(state.src[start : state.eMarks[line]].rstrip(" "))


def _block_end(state: StateBlock, first: int, after: int) -> int:
    """Where the last line with words ends, of lines `first` to `after` (not included)."""
    last = after - 1
    while last > first and state.isEmpty(last):
        last -= 1
    return _end(state, last)


def _paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    first = len(state.tokens)
    paragraph(state, start_line, end_line, silent)
    pieces: list[str] = []
    starts: list[tuple[int, int]] = []
    length = 0
    for line in range(start_line, state.line):
        start = _start(state, line)
        piece = state.src[start : _end(state, line)]
        starts.append((length, start))
        pieces.append(piece)
        length += len(piece) + 1
    _keep(state, first, Stretch("\n".join(pieces), tuple(starts)))
    return True


def _heading(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    first = len(state.tokens)
    if not heading(state, start_line, end_line, silent):
        return False
    if not silent:
        start = _start(state, start_line) + len(state.tokens[first].markup)
        words = one_line(state.src, start, _end(state, start_line)).after(0)
        _keep(state, first, words)
        state.tokens[first].meta["at"] = (_start(state, start_line), _end(state, start_line))
    return True


def _keep(state: StateBlock, first: int, stretch: Stretch) -> None:
    """One token in place of the three that markdown-it pushed."""
    token = state.tokens[first]
    token.type = token.type.removesuffix("_open")
    token.meta = {"stretch": stretch, "at": (stretch.start(0), stretch.end(len(stretch.text)))}
    del state.tokens[first + 1 :]


def _list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    body = _body(state)
    if body.lists == DEEPEST_LIST:
        return False
    first = len(state.tokens)
    start = _start(state, start_line)
    body.lists += 1
    found = list_block(state, start_line, end_line, silent)
    body.lists -= 1
    if not found or silent:
        return found
    level = state.tokens[first].level + 1
    for token in state.tokens[first:]:
        if token.type == "list_item_open" and token.level == level and token.map:
            line, after = token.map
            at = start if line == start_line else _start(state, line)
            token.meta["at"] = (at, _block_end(state, line, after))
    state.tokens[first].meta["at"] = (start, _block_end(state, start_line, state.line))
    return True


def _fence(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    fences = _body(state).fences
    fence = fences.opened.get(start_line)
    if fence is None and start_line not in fences.closers:
        return False
    if silent:
        return True
    if fence is None:
        state.line = start_line + 1
        return True
    after = min(fence.end + fence.closed, state.lineMax)
    options, body_line = _options(state, start_line + 1, fence.end)
    token = state.push("fence_open", "", 1)
    token.map = [start_line, after]
    end = _block_end(state, start_line, after)
    token.meta = {"fence": fence, "options": options, "at": (_start(state, start_line), end)}
    outer = state.lineMax, state.blkIndent, state.parentType
    state.lineMax, state.blkIndent, state.parentType = fence.end, 0, "root"
    state.md.block.tokenize(state, body_line, fence.end)
    state.lineMax, state.blkIndent, state.parentType = outer
    state.push("fence_close", "", -1)
    state.line = after
    return True


def _options(state: StateBlock, line: int, end: int) -> tuple[list[Option], int]:
    """The option lines right below a fence's first line, and the line after them."""
    options: list[Option] = []
    while line < min(end, state.lineMax):
        start = state.bMarks[line]
        found = _OPTION.fullmatch(state.src, start, state.eMarks[line])
        if not found:
            break
        value_start = found.start(2) if found[2] is not None else found.end()
        options.append(Option(found[1], found.start(1), found[2] or "", value_start))
        line += 1
    return options, line


def _table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A head, a line of dashes, and rows: every line starts with an upright bar."""
    if start_line + 2 > end_line or state.src[_start(state, start_line)] != "|":
        return False
    delimiter = start_line + 1
    if state.sCount[delimiter] < state.blkIndent:
        return False
    if not _DELIMITER.fullmatch(state.src, _start(state, delimiter), _end(state, delimiter)):
        return False
    if silent:
        return True
    line = start_line + 2
    while line < end_line and state.src.startswith("|", _start(state, line)):
        line += 1
    rows = [
        read_cells(state.src, _start(state, number), _end(state, number))
        for number in range(start_line, line)
    ]
    dashes = rows.pop(1)
    token = state.push("grid", "", 0)
    token.map = [start_line, line]
    token.meta = {
        "rows": rows,
        "dashes": dashes,
        "at": (_start(state, start_line), _end(state, line - 1)),
    }
    state.line = line
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": 100}, renderer_cls=Unrendered)
    parser.enable(["heading", "list", "table"])
    ruler = parser.block.ruler
    ruler.at("paragraph", _paragraph)
    ruler.at("heading", _heading, {"alt": ["paragraph"]})
    ruler.at("list", _list, {"alt": ["paragraph"]})
    ruler.at("table", _table, {"alt": ["paragraph"]})
    ruler.before("table", "our_fence", _fence, {"alt": ["paragraph", "list"]})
    return parser


_PARSER = _parser()
