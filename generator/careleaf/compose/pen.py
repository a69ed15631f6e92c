"""Lines as written in; final lines out: variables filled, marks flattened, citations kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.figure import pose as poses
from careleaf.figure.qr import qr_code
from careleaf.language import Language
from careleaf.model.art import Drawing, Pose
from careleaf.model.clinic import Clinic
from careleaf.model.inline import (
    Blank,
    Bound,
    Break,
    Citation,
    Draft,
    Inline,
    Line,
    Link,
    Run,
    Strong,
    Term,
    Variable,
    Words,
    unbroken,
)
from careleaf.model.library import Reference
from careleaf.problem import Problem
from careleaf.problem_codes import UNKNOWN_VARIABLE


class WorkingPen(Struct):
    """The `Pen` that blocks are lowered with. It gathers what the ends of a piece will need."""

    clinic: Clinic
    language: Language
    anchors: frozenset[str] = frozenset()
    """Ids that are in the piece. A link to another one, left out of it, becomes plain words."""
    cited: dict[str, None] = field(default_factory=dict)
    """Source keys since the last section began, in order of first use."""
    terms: dict[str, None] = field(default_factory=dict)
    """Glossary keys of the whole piece, in order of first use."""
    references: Mapping[str, Reference] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    exercises: int = 0
    figures: Callable[[str], Pose] = poses.pose
    """What draws a figure, or remembers it."""
    codes: Callable[[str], Drawing] = qr_code
    """The same for a code to scan."""

    def bind(self, draft: Draft, /) -> Line:
        """The final line. A variable without a value is a problem, and leaves its expression."""
        bound: list[Bound] = []
        for inline in draft:
            self._add(bound, inline, strong=False, link=None)
        return tuple(_tidied(bound))

    def say(self, phrase: str, /, **values: object) -> str:
        """A product phrase in the language of the piece."""
        return self.language.say(phrase, **values)

    def say_many(self, one: str, many: str, n: int, /, **values: object) -> str:
        """A product phrase with a number, in its plural form."""
        return self.language.say_many(one, many, n, **values)

    def pose(self, name: str, /) -> Pose:
        """The drawn figure of a name that has been checked."""
        return self.figures(name)

    def code(self, address: str, /) -> Drawing:
        """An address as a code to scan. Raises QrError for a longer one than a clinic may have."""
        return self.codes(address)

    def next_exercise(self) -> int:
        """1 for the first exercise of the piece, then 2, ..."""
        self.exercises += 1
        return self.exercises

    def cite(self, keys: tuple[str, ...], /) -> None:
        """Note sources that a block names in its options."""
        self.cited.update(dict.fromkeys(keys))

    def credit(self, keys: tuple[str, ...], /) -> str:
        """ "Source: Lancet, 2024"."""
        known = [self.references[key] for key in keys if key in self.references]
        names = self.say("; ").join(f"{one.publisher}, {one.year}" for one in known)
        return self.say("Source: {names}", names=names) if names else ""

    def take_cited(self) -> tuple[str, ...]:
        """The sources cited since the last call."""
        taken = tuple(self.cited)
        self.cited.clear()
        return taken

    def _add(self, bound: list[Bound], inline: Inline, *, strong: bool, link: str | None) -> None:
        match inline:
            case Words(at=at, text=text):
                bound.append(Run(at=at, text=text, strong=strong, link=link))
            case Strong(body=body):
                for part in body:
                    self._add(bound, part, strong=True, link=link)
            case Link(target=target, body=body):
                for part in body:
                    self._add(bound, part, strong=strong, link=self._reached(target))
            case Term(at=at, key=key, shown=shown):
                self.terms.setdefault(key)
                bound.append(Run(at=at, text=shown, strong=strong, link=link, term=key))
            case Variable(at=at):
                text = self._value(inline)
                bound.append(Run(at=at, text=text, strong=strong, link=link))
            case Citation(keys=keys):
                self.cite(keys)
            case Blank() | Break():
                bound.append(inline)

    def _reached(self, target: str) -> str | None:
        there = not target.startswith("#") or target[1:] in self.anchors
        return target if there else None

    def _value(self, variable: Variable) -> str:
        holder, _, name = variable.expression.partition(".")
        value = self.clinic.value(name) if holder == "clinic" else None
        if value:
            return value
        message = f"nothing to put in for '{variable.expression}'"
        hint = f"add '{name.replace('_', '-')}' to {self.clinic.at.path}"
        self.problems.append(Problem(UNKNOWN_VARIABLE, variable.at, message, hint))
        return variable.expression


_CLOSING = re.compile(r"[.,;:!?](?![0-9])")
"""A stop that ends something. Before a digit it begins a number: "take .5" must not close up."""


def _tidied(bound: list[Bound]) -> list[Bound]:
    """Without the space that a citation leaves before a full stop or at either end of a line."""
    tidy: list[Bound] = []
    for part in bound:
        last = tidy[-1] if tidy else None
        if isinstance(part, Run) and isinstance(last, Run):
            tidy[-1:] = _joined(last, part)
        else:
            tidy.append(part)
    if tidy and isinstance(first := tidy[0], Run):
        tidy[0] = replace(first, text=first.text.lstrip(" "))
    if tidy and isinstance(last := tidy[-1], Run):
        tidy[-1] = replace(last, text=last.text.rstrip(" "))
    return [_unbroken(part) for part in tidy if not (isinstance(part, Run) and not part.text)]


def _unbroken(part: Bound) -> Bound:
    """With its numbers kept whole."""
    if not isinstance(part, Run) or (text := unbroken(part.text)) == part.text:
        return part
    return replace(part, text=text)


def _joined(last: Run, part: Run) -> list[Run]:
    """Two runs that met: one space between them at most, and one run where the style is one."""
    before, after = last.text, part.text
    if before.endswith(" ") and _CLOSING.match(after):
        before = before.rstrip(" ")
    elif before.endswith(" "):
        after = after.lstrip(" ")
    if _style(last) == _style(part) and last.term is None:
        return [replace(last, text=before + after)]
    return [replace(last, text=before), replace(part, text=after)]


def _style(run: Run) -> tuple[bool, str | None, str | None, str | None]:
    return run.strong, run.link, run.term, run.language
