"""One file's source in; the problems found in it, each at its place, out."""

from __future__ import annotations

from msgspec import Struct, field

from careleaf.problem import Problem, Swap
from careleaf.problem_codes import TOO_MANY_PROBLEMS
from careleaf.source import Source, Span

MOST_PROBLEMS = 500
"""Beyond these, problems of one file are only counted: nobody reads more at once."""


class Reading(Struct):
    """A file while it is read. `text` is `source.text` with tabs and control characters as blanks:
    just as long, so that an offset means the same in both."""

    source: Source
    text: str
    problems: list[Problem] = field(default_factory=list)
    words: list[tuple[int, int]] = field(default_factory=list)
    """Where words for patients stand, from offset to offset: what a translator translates."""
    uncounted: int = 0

    def span(self, start: int, end: int) -> Span:
        """A span of this file."""
        return self.source.span(start, end)

    def report(
        self,
        code: str,
        start: int,
        end: int,
        message: str,
        hint: str = "",
        *,
        swap: Swap | None = None,
    ) -> None:
        """Note a problem; `start` and `end` are offsets."""
        self.add(Problem(code, self.span(start, end), message, hint, swap))

    def add(self, *problems: Problem) -> None:
        """Note problems made elsewhere."""
        room = max(0, MOST_PROBLEMS - len(self.problems))
        self.problems += problems[:room]
        self.uncounted += len(problems[room:])

    def found(self) -> list[Problem]:
        """Every problem, with a last one that counts those left out."""
        if not self.uncounted:
            return self.problems
        end = len(self.source.text)
        message = f"{self.uncounted} more problems in this file are not shown"
        hint = "mend the first ones: the others may follow from them"
        last = Problem(TOO_MANY_PROBLEMS, self.span(end, end), message, hint)
        return [*self.problems, last]
