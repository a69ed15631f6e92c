"""A picture with words in two languages in; it drawn once, its words on either side of it, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.figure.last import last
from careleaf.model.art import Pose
from careleaf.model.inline import Line, plain
from careleaf.model.shape import Figure, IconArray
from careleaf.write.pdf.bilingual.columns import Columns
from careleaf.write.pdf.marks import Box, Mark, at, stacked
from careleaf.write.pdf.people import crowd, crowd_words
from careleaf.write.pdf.poses import person_box
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.so_what import so_what
from careleaf.write.pdf.structure import Element

FIGURES, SCALE = 110.0, 0.53
"""Width of a figure between two languages, and points a unit of it: everybody on these pages is
drawn at one scale."""
_GAP = 14.0
"""Free on either side of a picture."""
_BETWEEN = 12.0
"""Between two counts."""


def counts(both: tuple[IconArray, IconArray], columns: Columns, parent: Element) -> Box:
    """People once a count, between what it says in both languages; what to make of it below. Never
    split."""
    element = parent.add("Div")
    rows: list[Box] = []
    sentences = zip(*(one.sentences for one in both), strict=True)
    for count, said in zip(both[0].counts, sentences, strict=True):
        array = crowd(count, columns.first, element)
        inside = columns.within(0, 0, array.width + 2 * _GAP)
        first, second = (
            crowd_words(count, plain(sentence), setting, tree, inside.room)
            for sentence, setting, tree in zip(
                said, (inside.first, inside.second), inside.under(element), strict=True
            )
        )
        picture = Box(height=array.height, marks=(array,))
        rows.append(replace(_between(picture, first, second, inside), gap=_BETWEEN))
    below = [
        stacked(so_what(one, setting, tree, columns.room, gap=0.0))
        for one, setting, tree in zip(
            both, (columns.first, columns.second), columns.under(element), strict=True
        )
    ]
    if any(box.height for box in below):
        rows.append(replace(columns.row(*below), gap=6.0))
    return stacked(rows)


def person(both: tuple[Figure, Figure], pose: Pose, columns: Columns, parent: Element) -> Box:
    """Someone in a posture, or as a movement ends, between the captions."""
    element = parent.add("Div")
    shown = last(pose, both[0].alt)
    scale = min(SCALE, FIGURES / shown.frame.width)
    figure = element.add("Figure", alt=shown.alt)
    picture = person_box(shown.frame, scale, FIGURES, figure)
    inside = columns.within(0, 0, FIGURES + 2 * _GAP)
    first, second = (
        _captioned(one, setting, tree)
        for one, setting, tree in zip(
            both, (inside.first, inside.second), inside.under(element), strict=True
        )
    )
    return _between(picture, first, second, inside)


def _captioned(figure: Figure, setting: Setting, parent: Element) -> Box:
    styles = setting.styles
    lines: list[tuple[Line, str]] = [(figure.caption, "body"), (figure.credit, "note")]
    return stacked(
        [
            setting.block(line, getattr(styles, style), styles.width, parent.add("P"))
            for line, style in lines
            if line
        ]
    )


def _between(picture: Box, first: Box, second: Box, inside: Columns) -> Box:
    """All three in the middle of the row."""
    height = max(picture.height, first.height, second.height)

    def middle(box: Box) -> Box:
        return Box(height=height, marks=(at(box, 0, (height - box.height) / 2),))

    row = inside.row(middle(first), middle(second))
    x = inside.left + inside.room + _GAP
    marks: tuple[Mark, ...] = (at(picture, x, (height - picture.height) / 2), *row.marks)
    return Box(height=height, marks=marks)
