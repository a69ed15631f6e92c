"""A stretch of patient text in; the inline nodes an author meant, and every slip in it, out."""

from __future__ import annotations

import re

from markdown_it.token import Token

from careleaf import problem_codes as codes
from careleaf.model.ids import KEY
from careleaf.model.inline import (
    Blank,
    Break,
    Citation,
    Draft,
    Inline,
    Link,
    Strong,
    Term,
    Variable,
    Words,
)
from careleaf.read.link import link_fault
from careleaf.read.marks import END, FLANKING, START, mark_tokens
from careleaf.read.reading import Reading
from careleaf.read.slips import report_slips
from careleaf.read.stretch import Stretch
from careleaf.read.variable import VariableError, dotted_name
from careleaf.source import Span

LONGEST = 20_000
"""Characters of one paragraph, list item or cell."""
DEEPEST = 4
"""Marks inside one another."""

_KEY = re.compile(rf"@?({KEY})")


def read_line(reading: Reading, stretch: Stretch) -> Draft:
    """The draft of a paragraph, heading, list item, cell or option value."""
    if len(stretch.text) > LONGEST:
        start, end = stretch.start(0), stretch.end(len(stretch.text))
        message = f"this paragraph has {len(stretch.text)} characters; {LONGEST} is the most"
        reading.report(codes.TOO_LONG, start, end, message, "part it with empty lines")
        return ()
    if stretch.text:
        reading.words.append((stretch.start(0), stretch.end(len(stretch.text))))
    drafter = _Drafter(reading, stretch)
    drafter.run(mark_tokens(stretch.text))
    if _CITATIONS_ALONE.fullmatch(stretch.text):
        start, end = stretch.start(0), stretch.end(len(stretch.text))
        message, hint = "a citation alone prints nothing", "write before it what it supports"
        reading.report(codes.CITATION_ALONE, start, end, message, hint)
    return drafter.draft()


_CITATIONS_ALONE = re.compile(r"(?:[\s*]*\[@[^][]*\][\s*]*)+")


class _Drafter:
    """Folds flat tokens into nodes. `open` holds, for each mark not yet closed, what stood before
    it, where it starts, and where it leads if it is a link."""

    def __init__(self, reading: Reading, stretch: Stretch) -> None:
        self.reading = reading
        self.stretch = stretch
        self.nodes: list[Inline] = []
        self.open: list[tuple[list[Inline], int, str]] = []
        self.too_deep = 0
        self.words: list[str] = []
        self.words_start = 0
        self.words_end = 0
        self.stars: tuple[int, int] | None = None

    def draft(self) -> Draft:
        self._lone_stars()
        self._flush()
        return tuple(self.nodes)

    def run(self, tokens: list[Token]) -> None:
        at = 0
        for token in tokens:
            if START in token.meta:
                start, at = token.meta[START], token.meta[END]
            else:
                start, at = at, at + len(token.content)
            self._token(token, start, at)

    def _token(self, token: Token, start: int, end: int) -> None:
        if self.stars and start != self.stars[1]:
            self._lone_stars()
        match token.type:
            case "text" if START not in token.meta:
                self._say(token.content, start, end)
                report_slips(self.reading, self.stretch, start, token.content)
            case "text":
                self._star(token, start, end)
            case "text_special":
                self._escaped(token, start, end)
            case "softbreak":
                self._say(" ", start, end)
            case "strong_open" | "em_open":
                self._enter(end - len(token.markup), "")
            case "strong_close" | "em_close":
                self._leave(start + len(token.markup))
            case "link_open":
                self._enter(start, token.meta["target"])
            case "link_close":
                self._leave(end)
            case kind:
                self._node(kind, token, start, end)

    def _node(self, kind: str, token: Token, start: int, end: int) -> None:
        at = self._span(start, end)
        match kind:
            case "hardbreak":
                self._add(Break(at=at))
            case "blank":
                self._add(Blank(at=at, width=end - start))
            case "term":
                self._add(_term(at, *token.meta["groups"]))
            case "variable":
                self._variable(at, token.meta["groups"][0])
            case "citation":
                self._citation(at, token.meta["groups"][0])
            case _:
                raise AssertionError(kind)

    def _span(self, start: int, end: int) -> Span:
        return self.reading.span(self.stretch.start(start), self.stretch.end(end))

    def _say(self, words: str, start: int, end: int) -> None:
        if not self.words:
            self.words_start = start
        self.words.append(words)
        self.words_end = end

    def _escaped(self, token: Token, start: int, end: int) -> None:
        """A sign after a backslash; before a letter or digit a backslash does nothing."""
        self._say(token.content, start, end)
        if token.content.startswith("\\") and len(token.content) > 1:
            at = self._span(start, end)
            message = "this backslash changes nothing and would be shown"
            hint = "delete it, or write \\\\ to show one"
            self.reading.report(codes.NEAR_MISS, at.start, at.end, message, hint)

    def _flush(self) -> None:
        if self.words:
            at = self._span(self.words_start, self.words_end)
            self.nodes.append(Words(at=at, text="".join(self.words)))
            self.words = []

    def _add(self, node: Inline) -> None:
        self._flush()
        self.nodes.append(node)

    def _star(self, token: Token, start: int, end: int) -> None:
        """A star left over; the halves of a strong mark are left with no content."""
        if not token.content:
            return
        self._say("*", start, end)
        if token.meta[FLANKING]:
            self.stars = (self.stars[0] if self.stars else start, end)

    def _lone_stars(self) -> None:
        if self.stars:
            at = self._span(*self.stars)
            message = f"'{'*' * (at.end - at.start)}' opens or closes nothing"
            hint = "write **words** with no space inside, or \\* for a star"
            self.reading.report(codes.UNMATCHED_MARK, at.start, at.end, message, hint)
        self.stars = None

    def _enter(self, start: int, target: str) -> None:
        if len(self.open) == DEEPEST:
            self.too_deep += 1
            if self.too_deep == 1:
                at = self._span(start, start + 1)
                message = f"marks stand inside one another more than {DEEPEST} levels deep"
                self.reading.report(codes.TOO_DEEP, at.start, at.end, message, "use one mark")
            return
        self._flush()
        self.open.append((self.nodes, start, target))
        self.nodes = []

    def _leave(self, end: int) -> None:
        """Close the innermost mark. A mark that was too deep left no trace, and closes none."""
        if self.too_deep:
            self.too_deep -= 1
            return
        self._flush()
        body = tuple(self.nodes)
        self.nodes, start, target = self.open.pop()
        is_link = self.stretch.text[start] == "["
        at = self._span(start, end)
        self._add(self._linked(at, target, body) if is_link else Strong(at=at, body=body))

    def _linked(self, at: Span, target: str, body: Draft) -> Link:
        fault = link_fault(target)
        if fault is None and not body:
            fault = "this link has no words", "write what it leads to: [words](https://...)"
        if fault:
            self.reading.report(codes.BAD_LINK, at.start, at.end, *fault)
        return Link(at=at, target=target, body=body)

    def _variable(self, at: Span, expression: str) -> None:
        try:
            self._add(Variable(at=at, expression=dotted_name(expression)))
        except VariableError as error:
            message = str(error)
            self.reading.report(codes.BAD_VARIABLE, at.start, at.end, message, error.hint)

    def _citation(self, at: Span, keys: str) -> None:
        found = [_KEY.fullmatch(part.strip()) for part in keys.split(",")]
        right = tuple(match[1] for match in found if match)
        if len(right) < len(found):
            hint = "write [@key] or [@key-1, @key-2] with the names of files in sources/"
            message = "this citation is not a list of source keys"
            self.reading.report(codes.BAD_CITATION, at.start, at.end, message, hint)
        self._add(Citation(at=at, keys=right))


def _term(at: Span, key: str, shown: str | None) -> Term:
    """Keys are in small letters, so that a term may start a sentence; line ends count as spaces."""
    words = " ".join(key.split())
    return Term(at=at, key=words.lower(), shown=" ".join((shown or words).split()))
