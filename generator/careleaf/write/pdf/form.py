"""Fields with their places on a page in; the widgets and the form of a document out.

ISO 32000-1, 12.7. Every widget has its looks with it, so that no reader need make them, and belongs
to its Form element (ISO 14289-1, 7.18.4). What is typed is drawn by the reader, in a font that is
in the file whole. Nothing calculates and nothing is sent: there is no action in a form."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from careleaf.text import Typeface
from careleaf.write.pdf.canvas import TaggedCanvas
from careleaf.write.pdf.field import Field, Question
from careleaf.write.pdf.fonts import whole_font

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_FONT = "Typed"
_PRINTED = 4
"""Annotation flag: what is filled in is printed."""
_NO_SCROLL = 1 << 23
"""A full field takes no more: what cannot be seen would be lost on paper."""
_AT_THE_RIGHT = 2
_RADIO = 1 << 15
_ON = "Yes"
_TICK = "{0:.2f} {1:.2f} m {2:.2f} {3:.2f} l {4:.2f} {5:.2f} l S"
_TICK_PLACES = (0.2, 0.52, 0.43, 0.26, 0.82, 0.8)
_TICK_WIDTH, _RING_WIDTH = 0.157, 3.0
"""Of a tick, as a share of its box, and of a ring, in points: both are seen without colour."""
_CURVE = 0.5523
"""Of the radius: how far the handles of a quarter circle stand off."""


class _Asked(NamedTuple):
    """The field of a question, and its widgets so far."""

    field: Any
    answers: list[Any]


class Form:
    """All fields of one document. `ink` is the colour of what is filled in, as three operands."""

    def __init__(self, canvas: TaggedCanvas, ink: str, *, right_to_left: bool) -> None:
        self._canvas = canvas
        self._begins = {"Q": _AT_THE_RIGHT} if right_to_left else {}
        self._ink = ink
        self._names: Counter[str] = Counter()
        self._told: Counter[str] = Counter()
        self._fields: list[Any] = []
        self._questions: dict[Question, _Asked] = {}
        self._looks: dict[tuple[str, float, float], Any] = {}
        self._is_typed = False
        self._fonts = PDFDictionary({})
        self._resources = PDFDictionary({"Font": self._fonts})

    @property
    def count(self) -> int:
        """How many fields there are; the answers of a question are one."""
        return len(self._fields)

    def add(self, field: Field, box: Box) -> None:
        """Put a field on the canvas's current page."""
        match field.kind:
            case "text":
                self._fields.append(self._text(field, box))
            case "tick":
                self._fields.append(self._tick(field, box))
            case "answer":
                self._answer(field, box)

    def finish(self, face: Typeface) -> None:
        """Put the form into the document, if it has fields. All of them are known by now, and so
        are the letters that they are told with: those are typed too. Ticks need no font."""
        if not self._fields:
            return
        document = self._canvas.document
        entries: dict[str, object] = {"Fields": PDFArray(self._fields)}
        if self._is_typed:
            self._fonts.dict[_FONT] = whole_font(document, face.typed("".join(self._told)))
            entries["DR"] = self._resources
        document.Catalog.AcroForm = PDFDictionary(entries)

    def _text(self, field: Field, box: Box) -> Any:
        self._is_typed = True
        looks = {"N": self._look("/Tx BMC EMC", box, self._resources)}
        entries = {
            "FT": PDFName("Tx"),
            "Ff": _NO_SCROLL,
            "DA": PDFString(f"/{_FONT} {field.size} Tf {self._ink} rg"),
            **self._begins,
            "AP": PDFDictionary(looks),
        }
        return self._widget(field, box, {**self._named(field.name, field.says), **entries})

    def _tick(self, field: Field, box: Box) -> Any:
        entries = {
            "FT": PDFName("Btn"),
            "V": PDFName("Off"),
            **self._switch(_ON, "tick", box),
        }
        return self._widget(field, box, {**self._named(field.name, field.says), **entries})

    def _answer(self, field: Field, box: Box) -> None:
        """One of several: they are widgets of one field, of which one can be on."""
        question = field.question
        if question is None:
            raise ValueError(f"an answer without its question: {field.name}")
        if question not in self._questions:
            kids = PDFArray([])
            entries = {
                **self._named(question.name, question.says),
                "FT": PDFName("Btn"),
                "Ff": _RADIO,
                "V": PDFName("Off"),
                "Kids": kids,
            }
            made = self._canvas.document.Reference(PDFDictionary(entries))
            self._questions[question] = _Asked(made, kids.sequence)
            self._fields.append(made)
        asked = self._questions[question]
        entries = {"Parent": asked.field, "TU": PDFString(self._counted(field.says))}
        asked.answers.append(
            self._widget(field, box, {**entries, **self._switch(field.value, "ring", box)})
        )

    def _named(self, name: str, says: str) -> dict[str, object]:
        """Name and words of a field; of those that are alike, from the second on with a number."""
        self._names[name] += 1
        if self._names[name] > 1:
            name = f"{name}-{self._names[name]}"
        return {"T": PDFString(name), "TU": PDFString(self._counted(says))}

    def _counted(self, says: str) -> str:
        """Words of a field, from the second time on with a number."""
        self._told[says] += 1
        return f"{says} ({self._told[says]})" if self._told[says] > 1 else says

    def _widget(self, field: Field, box: Box, entries: dict[str, object]) -> Any:
        """The annotation. PDF/UA-2 (8.10.2.3) wants its words as Contents too."""
        common = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "Rect": PDFArray([round(side, 2) for side in box]),
            "F": _PRINTED,
            "Contents": entries["TU"],
        }
        return self._canvas.annotate(field.element, PDFDictionary({**common, **entries}))

    def _switch(self, on: str, drawn: str, box: Box) -> dict[str, object]:
        """Two looks: what is drawn when it is on, and nothing."""
        looks = {on: self._shared(drawn, box), "Off": self._shared("", box)}
        return {"AS": PDFName("Off"), "AP": PDFDictionary({"N": PDFDictionary(looks)})}

    def _shared(self, drawn: str, box: Box) -> Any:
        """A look that all fields of a size share, since no reader changes it."""
        key = drawn, round(box[2] - box[0], 2), round(box[3] - box[1], 2)
        if key not in self._looks:
            code = ""
            if drawn == "tick":
                wide = _TICK_WIDTH * key[1]
                code = f"{self._ink} RG {wide:.2f} w 1 J 1 j {_tick(*key[1:])}"
            elif drawn == "ring":
                code = f"{self._ink} RG {_RING_WIDTH} w {_ring(*key[1:])}"
            self._looks[key] = self._look(code, box, PDFDictionary({}))
        return self._looks[key]

    def _look(self, code: str, box: Box, resources: PDFDictionary) -> Any:
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, round(box[2] - box[0], 2), round(box[3] - box[1], 2)]),
            "Resources": resources,
        }
        stream = PDFStream(dictionary=PDFDictionary(entries), content=code, filters=[PDFZCompress])
        return self._canvas.document.Reference(stream)


def _tick(width: float, height: float) -> str:
    sides = (width, height) * 3
    return _TICK.format(*(share * side for share, side in zip(_TICK_PLACES, sides, strict=True)))


def _ring(width: float, height: float) -> str:
    """A circle inside the box, wholly seen."""
    x, y, radius = width / 2, height / 2, min(width, height) / 2 - _RING_WIDTH / 2
    away = radius * _CURVE
    curves = (
        (x + radius, y + away, x + away, y + radius, x, y + radius),
        (x - away, y + radius, x - radius, y + away, x - radius, y),
        (x - radius, y - away, x - away, y - radius, x, y - radius),
        (x + away, y - radius, x + radius, y - away, x + radius, y),
    )
    drawn = (" ".join(f"{number:.2f}" for number in curve) + " c" for curve in curves)
    return " ".join([f"{x + radius:.2f} {y:.2f} m", *drawn, "h S"])
