"""The lines of a file in; each `:::name` line paired with the `:::` line that closes it, out.

Pairing is done once, before parsing, so that one forgotten `:::` is one problem and not fifty: a
block that was never closed ends where something starts that cannot stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from careleaf.blocks.spec import Spec
from careleaf.problem import did_you_mean
from careleaf.problem_codes import NEAR_MISS, STRAY_FENCE, TOO_DEEP, UNCLOSED_BLOCK
from careleaf.read.reading import Reading

DEEPEST = 6
"""Blocks inside one another. Any real topic stops at three."""

_LINE = re.compile(r"([ ]*)(:{2,})([ ]*)(?:([A-Za-z][A-Za-z0-9-]*)(?![\w:])[ ]*(.*?))?[ ]*")
_HEADING = re.compile(r"#{1,2}[ ]")


class Fence(Struct, kw_only=True):
    """One block: its first line and the line that ends it (from 0), and what its first line says;
    starts are offsets in the file."""

    line: int
    name: str
    name_start: int
    argument: str
    argument_start: int
    end: int = 0
    closed: bool = False
    parent: str | None = None


class Fences(Struct):
    """Blocks by their first line; `closers` are the other fence lines, which are not text."""

    opened: dict[int, Fence] = field(default_factory=dict)
    closers: set[int] = field(default_factory=set)
    too_deep: bool = False


def pair_fences(reading: Reading, first_line: int, specs: Mapping[str, Spec]) -> Fences:
    """Pair the fence lines from `first_line` (from 0) on."""
    return _Pairing(reading, specs).run(first_line)


class _Pairing:
    def __init__(self, reading: Reading, specs: Mapping[str, Spec]) -> None:
        self.reading = reading
        self.specs = specs
        self.fences = Fences()
        self.stack: list[Fence] = []

    def run(self, first_line: int) -> Fences:
        start = 0
        number = -1
        for number, line in enumerate(self.reading.text.split("\n")):
            if number >= first_line:
                self._line(number, line, start)
            if self.fences.too_deep:
                return self.fences
            start += len(line) + 1
        while self.stack:
            self._abandon(number + 1, "add a line ':::' where it ends")
        return self.fences

    def _line(self, number: int, line: str, start: int) -> None:
        if self.stack and _HEADING.match(line):
            while self.stack:
                hint = f"add a line ':::' above the heading on line {number + 1}"
                self._abandon(number, hint)
        elif "::" in line and (found := _LINE.fullmatch(line)):
            if found[4]:
                self._open(number, found, start)
            else:
                self._close(number, found, start)

    def _open(self, number: int, found: re.Match[str], start: int) -> None:
        name = found[4]
        if not _is_exact(found):
            if name.lower() not in self.specs and not did_you_mean(name.lower(), self.specs):
                return
            self._slip(found, start, f":::{name}")
        fence = Fence(
            line=number,
            name=name,
            name_start=start + found.start(4),
            argument=found[5],
            argument_start=start + found.start(5),
        )
        self._make_room(fence)
        fence.parent = self.stack[-1].name if self.stack else None
        self.fences.opened[number] = fence
        self.stack.append(fence)
        if len(self.stack) > DEEPEST:
            self.fences.too_deep = True
            message = f"blocks stand inside one another more than {DEEPEST} levels deep"
            end = fence.name_start + len(name)
            self.reading.report(TOO_DEEP, fence.name_start, end, message, "close some with ':::'")

    def _make_room(self, fence: Fence) -> None:
        """End the open blocks in which this one cannot stand, if it can stand further out."""
        holders = [*(opened.name for opened in self.stack), None]
        if not any(self._can_hold(holder, fence.name) for holder in holders):
            return
        while self.stack and not self._can_hold(self.stack[-1].name, fence.name):
            outer = self.stack[-1].name
            where = f"above ':::{fence.name}' on line {fence.line + 1}"
            hint = f"add a line ':::' {where}: it cannot stand inside '{outer}'"
            self._abandon(fence.line, hint)

    def _can_hold(self, holder: str | None, name: str) -> bool:
        spec = self.specs.get(name)
        if spec is None or (holder is not None and holder not in self.specs):
            return True
        if spec.inside or holder is None:
            return holder in spec.inside or not spec.inside
        held = self.specs[holder].holds
        return held is None or name in held

    def _close(self, number: int, found: re.Match[str], start: int) -> None:
        self.fences.closers.add(number)
        if not _is_exact(found):
            self._slip(found, start, ":::")
        if self.stack:
            fence = self.stack.pop()
            fence.end, fence.closed = number, True
        else:
            at = start + found.start(2)
            message = "this ':::' closes nothing"
            hint = "delete it, or look for a missing ':::name' line above"
            self.reading.report(STRAY_FENCE, at, at + len(found[2]), message, hint)

    def _abandon(self, end: int, hint: str) -> None:
        fence = self.stack.pop()
        fence.end = end
        message = f"this '{fence.name}' block is never closed"
        name_end = fence.name_start + len(fence.name)
        self.reading.report(UNCLOSED_BLOCK, fence.name_start - 3, name_end, message, hint)

    def _slip(self, found: re.Match[str], start: int, right: str) -> None:
        at, end = start + found.start(2), start + (found.end(4) if found[4] else found.end(2))
        wrong = self.reading.text[at:end]
        indented = f"'{wrong}' does not stand at the start of its line"
        message = indented if wrong == right else f"'{wrong}' is nearly a block line"
        hint = f"write '{right}' at the start of the line, with three colons and no space"
        self.reading.report(NEAR_MISS, at, end, message, hint)


def _is_exact(found: re.Match[str]) -> bool:
    return not found[1] and len(found[2]) == 3 and (not found[4] or not found[3])
