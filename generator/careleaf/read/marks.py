"""A line's text in; markdown-it tokens, each with where it starts and ends in that text, out.

markdown-it keeps lines only. Here every rule stamps its tokens with offsets; the text between
them needs no stamp, since it fills the gaps. Emphasis is markdown-it's own; links, terms,
variables, citations and blanks are rules of ours, whose work grows with the text and no faster."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline, emphasis, escape, newline
from markdown_it.token import Token

Rule = Callable[[StateInline, bool], bool]


class Unrendered(RendererHTML):
    """What a parser is given whose tokens are all that is wanted of it. Setting up its own takes as
    long as reading fifty lines, and `inspect`, which takes as long as a page."""

    def __init__(self, _parser: object) -> None:
        """No rules."""


START = "start"
END = "end"
FLANKING = "flanking"
"""Set on a star that could open or close emphasis, as a lone one in "2 * 3" could not."""

_BLANK = re.compile(r"_{3,}")
_VARIABLE = re.compile(r"\{\{([^{}]*)\}\}")
_TERM = re.compile(r"\[\[([^\[\]{}|]{1,100})(?:\|([^\[\]{}|]{1,200}))?\]\]")
_CITATION = re.compile(r"\[@([^\[\]]*)\]")
_TARGET = re.compile(r"\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


def mark_tokens(text: str) -> list[Token]:
    """The tokens of one line or paragraph, flat, in order."""
    state = StateInline(text, _PARSER, {}, [])
    _PARSER.inline.tokenize(state)
    for rule in _PARSER.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


def _stamped(rule: Rule) -> Rule:
    """The rule, with its one token stamped."""

    def stamping(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, silent):
            return False
        state.tokens[-1].meta = {START: start, END: state.pos}
        return True

    return stamping


def _matched(kind: str, pattern: re.Pattern[str]) -> Rule:
    """A rule for a mark that one pattern describes; the token keeps the groups."""
    opener = pattern.pattern.lstrip("\\")[0]

    def rule(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != opener:
            return False
        found = pattern.match(state.src, state.pos, state.posMax)
        if not found:
            return False
        token = state.push(kind, "", 0)
        token.meta = {START: found.start(), END: found.end(), "groups": found.groups()}
        state.pos = found.end()
        return True

    return rule


def _stars(state: StateInline, silent: bool) -> bool:
    """Emphasis by stars only: an underscore is a blank to write in, or a slip."""
    start = state.pos
    if state.src[start] != "*":
        return False
    flanking = any(state.scanDelims(start, True)[:2])
    first = len(state.tokens) + bool(state.pending)
    emphasis.tokenize(state, silent)
    for index, token in enumerate(state.tokens[first:]):
        token.meta = {START: start + index, END: start + index + 1, FLANKING: flanking}
    return True


def _link(state: StateInline, silent: bool) -> bool:
    """`[words](target)`. The target is taken as it stands; what it may be is not judged here."""
    start = state.pos
    if state.src[start] != "[" or state.linkLevel or state.src[start - 1 : start] == "!":
        return False
    label_end = _brackets(state).get(start)
    if label_end is None:
        return False
    target = _TARGET.match(state.src, label_end + 1, state.posMax)
    if not target:
        return False
    token = state.push("link_open", "a", 1)
    token.meta.update({START: start, END: start + 1, "target": target[1]})
    outer_end = state.posMax
    state.pos, state.posMax = start + 1, label_end
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    token = state.push("link_close", "a", -1)
    token.meta = {START: label_end, END: target.end()}
    state.pos, state.posMax = target.end(), outer_end
    return True


def _brackets(state: StateInline) -> dict[int, int]:
    """For each `[`, the `]` that closes it: found once for a whole line."""
    known: dict[int, int] | None = state.env.get("brackets")
    if known is not None:
        return known
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for found in _BRACKET.finditer(state.src):
        if found[0] == "[":
            waiting.append(found.start())
        elif found[0] == "]" and waiting:
            pairs[waiting.pop()] = found.start()
    state.env["brackets"] = pairs
    return pairs


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", renderer_cls=Unrendered).enable(["newline", "escape", "emphasis"])
    inline = parser.inline
    inline.ruler.at("newline", _stamped(newline))
    inline.ruler.at("escape", _stamped(escape))
    inline.ruler.at("emphasis", _stars)
    inline.ruler.before("emphasis", "blank", _matched("blank", _BLANK))
    inline.ruler.before("emphasis", "variable", _matched("variable", _VARIABLE))
    inline.ruler.before("emphasis", "term", _matched("term", _TERM))
    inline.ruler.before("emphasis", "citation", _matched("citation", _CITATION))
    inline.ruler.before("emphasis", "our_link", _link)
    inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    return parser


_PARSER = _parser()
