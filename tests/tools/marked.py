"""A PDF in; what its page streams paint, by marked-content sequence, out.

Read with pikepdf, which knows nothing of how Careleaf writes: text is decoded by each font's
ToUnicode, as a screen reader does."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import pikepdf

PAINTING = {*("Tj", "TJ", "'", '"', "Do", "sh"), *("S", "s", "f", "F", "f*", "B", "B*", "b", "b*")}
SHOWING = {"Tj", "TJ", "'", '"'}
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>")


@dataclass(slots=True)
class Sequence:
    """One marked-content sequence: its tag, its MCID if any, and the text shown in it."""

    tag: str
    mcid: int | None
    text: str = ""
    paints: int = 0


@dataclass(slots=True)
class PageMarks:
    """A page's sequences in painting order, and what is wrong with their nesting."""

    sequences: list[Sequence] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def marks(page: pikepdf.Page) -> PageMarks:
    """Walk a page's content stream."""
    walk = _Walk(_fonts(page))
    for instruction in pikepdf.parse_content_stream(page):
        walk.take(str(instruction.operator), list(instruction.operands))
    if walk.stack:
        walk.marks.faults.append("a sequence is not closed")
    return walk.marks


class _Walk:
    def __init__(self, fonts: dict[str, dict[int, str]]) -> None:
        self.marks = PageMarks()
        self.stack: list[Sequence] = []
        self._fonts = fonts
        self._codes: dict[int, str] = {}

    def take(self, operator: str, operands: list[Any]) -> None:
        if operator in {"BDC", "BMC"}:
            self._open(operator, operands)
        elif operator == "EMC":
            if self.stack:
                self.stack.pop()
            else:
                self.marks.faults.append("EMC without BDC or BMC")
        elif operator == "Tf":
            self._codes = self._fonts.get(str(operands[0]), {})
            if not self._codes:
                self.marks.faults.append(f"nobody can say what {operands[0]} shows")
        elif operator in PAINTING:
            self._paint(operator, operands)

    def _open(self, operator: str, operands: list[Any]) -> None:
        mcid = None
        if operator == "BDC" and "/MCID" in operands[1]:
            mcid = int(operands[1]["/MCID"])
        sequence = Sequence(str(operands[0]).lstrip("/"), mcid)
        if self.stack and (mcid is not None or sequence.tag == "Artifact"):
            self.marks.faults.append(f"{sequence.tag} inside {self.stack[-1].tag}")
        self.stack.append(sequence)
        self.marks.sequences.append(sequence)

    def _paint(self, operator: str, operands: list[Any]) -> None:
        if not self.stack:
            self.marks.faults.append(f"{operator} outside any sequence")
            return
        self.stack[-1].paints += 1
        if operator in SHOWING:
            self.stack[-1].text += _turned(self._decoded(operands[-1]))

    def _decoded(self, shown: Any) -> str:
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        text = ""
        for part in parts:
            if isinstance(part, pikepdf.String):
                data = bytes(part)
                codes = (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
                text += "".join(self._codes.get(code, "\ufffd") for code in codes)
        return text


def _turned(shown: str) -> str:
    """What is shown in right-to-left letters stands in drawing order, in every PDF; readers turn it
    (ISO 32000-1, 14.8.2.3.3)."""
    turns = any(unicodedata.bidirectional(one) in {"R", "AL"} for one in shown)
    return shown[::-1] if turns else shown


def _fonts(page: pikepdf.Page) -> dict[str, dict[int, str]]:
    """For each font of a page the text of its codes."""
    fonts: Any = page.obj.Resources.get("/Font") or {}
    return {
        name: {
            int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in _PAIR.findall(bytes(font.ToUnicode.read_bytes()))
            if len(code) == 4
        }
        for name, font in fonts.items()
        if "/ToUnicode" in font
    }
