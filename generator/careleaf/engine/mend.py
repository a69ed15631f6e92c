"""Suggestions in; the files with the chosen ones in place, and nothing else changed, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from pathlib import Path

from careleaf.check.suggestion import Suggestion
from careleaf.engine.files import write_whole
from careleaf.problem import CareleafError
from careleaf.source import Source, decode

Choose = Callable[[Suggestion], bool]


def mend(
    suggestions: Iterable[Suggestion], sources: Mapping[str, Source], choose: Choose
) -> list[Suggestion]:
    """Those that were chosen, in order of place, once they stand in their files. Every byte around
    them stays: line ends, a byte order mark, blanks.

    Raises `CareleafError` for a file that somebody changed meanwhile, or that cannot be written.
    """
    ordered = sorted(suggestions, key=lambda one: one.problem.span)
    # All are asked about before the first is written: who stops in between has changed nothing.
    done = [one for one in ordered if choose(one)]
    for path, group in groupby(done, key=lambda one: one.problem.span.path):
        _write(Path(path), sources[path], list(group))
    return done


def _write(path: Path, source: Source, chosen: list[Suggestion]) -> None:
    data = path.read_bytes()
    if decode(source.path, data)[0] != source:
        raise CareleafError(f"{path} was changed while it was looked at: nothing is mended in it")
    text = data.decode("utf-8")
    place = _Places(source, text)
    for one in reversed(chosen):
        start, end = place(one.problem.span.start), place(one.problem.span.end)
        if text[start:end] != one.old:
            raise CareleafError(f"{path} does not have '{one.old}' where it was found")
        text = text[:start] + one.new + text[end:]
    write_whole(path, text.encode("utf-8"))


class _Places:
    """From offsets into a source, where line ends are one character, to those into its file."""

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._mark = 1 if text.startswith("\ufeff") else 0
        self._starts = [self._mark]
        at = self._mark
        for line in source.text.split("\n")[:-1]:
            at += len(line)
            at += 2 if text.startswith("\r\n", at) else 1
            self._starts.append(at)

    def __call__(self, offset: int) -> int:
        place = self._source.place(offset)
        return self._starts[place.line - 1] + place.column - 1
