"""The main message in; its words, large and broken where sentences end, out."""

from __future__ import annotations

import re

from msgspec.structs import replace

from careleaf.model.inline import Bound, Break, Line, Run
from careleaf.model.shape import Paragraph, Shape
from careleaf.write.pdf.flow import inner
from careleaf.write.pdf.marks import Box
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_SENTENCE = re.compile(r"(?<=[.!?؟।]) +(?=\S)|(?<=[。！？])(?=\S)")


def key_words(
    shapes: tuple[Shape, ...], element: Element, width: float, *, setting: Setting
) -> list[Box]:
    """A sentence a line where that fits, else lines evened out."""
    boxes: list[Box] = []
    for shape in shapes:
        if isinstance(shape, Paragraph):
            body = _by_sentence(shape.body, setting, width)
            boxes += setting.paragraph(body, setting.styles.key, width, element.add("P"), even=True)
        else:
            boxes += inner((shape,), element, width, setting, setting.styles.key)
    return boxes


def _by_sentence(line: Line, setting: Setting, width: float) -> Line:
    """A plain line that needs more than one line of type: a break after each sentence, if every
    sentence then fits on one."""
    if len(line) != 1 or not isinstance(run := line[0], Run):
        return line
    sentences = _SENTENCE.split(run.text)
    if setting.width(run.text, setting.styles.key) <= width:
        return line
    parts: list[Bound] = []
    for sentence in sentences:
        parts += [Break(at=run.at)] if parts else []
        parts.append(replace(run, text=sentence))
    one, many = (
        len(setting.lines(body, setting.styles.key, width, None)) for body in (line, tuple(parts))
    )
    return tuple(parts) if many <= one else line
