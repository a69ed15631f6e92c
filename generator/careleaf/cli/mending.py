"""What a check suggests in; changed files, and a line for each change, out."""

from __future__ import annotations

import sys
from collections.abc import Callable

from careleaf.check.suggestion import Suggestion
from careleaf.engine.job import Result
from careleaf.engine.mend import mend
from careleaf.problem import as_text


def mended(result: Result, *, interactive: bool) -> int:
    """Put plain words in place: those that fit anywhere, or those that somebody says yes to. Says
    on standard error what was done; the number of changes."""
    choose: Callable[[Suggestion], bool] = _Asked(result) if interactive else _is_safe
    done = mend(result.suggestions, result.sources, choose)
    for one in done:
        place = result.sources[one.problem.span.path].place(one.problem.span.start)
        where = f"{one.problem.span.path}:{place.line}:{place.column}"
        print(f"{where}: '{one.old}' is now '{one.new}'", file=sys.stderr)
    if not result.suggestions:
        print("Nothing to put in place. A translation is never changed.", file=sys.stderr)
    left = len(result.suggestions) - len(done)
    if done:
        print("Translations of these lines need another look.", file=sys.stderr)
    if left and not interactive:
        print(f"{left} more to look at one by one: --fix --interactive", file=sys.stderr)
    return len(done)


def _is_safe(one: Suggestion) -> bool:
    return one.safe


class _Asked:
    """Asks about one after the other, until somebody has enough."""

    def __init__(self, result: Result) -> None:
        self._result = result
        self._over = False

    def __call__(self, one: Suggestion) -> bool:
        while not self._over:
            print(as_text(one.problem, self._result.sources), file=sys.stderr)
            print(f"Write '{one.new}'? y yes, n no, q quit: ", end="", file=sys.stderr, flush=True)
            try:
                answer = sys.stdin.readline().strip().lower()
            except KeyboardInterrupt:
                raise KeyboardInterrupt("Nothing was changed.") from None
            print(file=sys.stderr)
            if answer in {"y", "yes"}:
                return True
            if answer in {"n", "no"}:
                return False
            # The end of a pipe is read as an empty line without its end: nobody is there.
            self._over = answer in {"q", "quit", ""}
        return False
