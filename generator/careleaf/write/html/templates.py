"""Nothing in; the compiled templates out, and the name of the template of each shape."""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

import jinja2

from careleaf.model.inline import plain
from careleaf.model.page import Block, Gallery, Questions, RedFlags
from careleaf.model.shape import (
    Callout,
    Card,
    Chart,
    Contact,
    Definitions,
    Figure,
    Heading,
    IconArray,
    Items,
    Pair,
    Paragraph,
    Prompt,
    Scale,
    Table,
)
from careleaf.write.html.dress import fills_line, lead_class, list_class, pictured, tone_icon
from careleaf.write.html.escaping import escaping
from careleaf.write.html.line import dialled, isolated


@lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """With what templates ask of our code."""
    made = escaping("careleaf.write.html")
    made.globals |= {
        "template_for": template_for,
        "list_class": list_class,
        "lead_class": lead_class,
        "fills_line": fills_line,
        "pictured": pictured,
        "tone_icon": tone_icon,
        "plain": plain,
        "dialled": dialled,
        "isolated": isolated,
    }
    return made


def template_for(block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a shape
    """The file that draws this block."""
    match block:
        case Heading():
            return "shapes/heading.html"
        case Paragraph():
            return "shapes/paragraph.html"
        case Items():
            return "shapes/items.html"
        case Table():
            return "shapes/table.html"
        case Figure():
            return "shapes/figure.html"
        case Callout():
            return "shapes/callout.html"
        case Card():
            return "shapes/card.html"
        case Pair():
            return "shapes/pair.html"
        case IconArray():
            return "shapes/icon_array.html"
        case Chart():
            return "shapes/chart.html"
        case Prompt():
            return "shapes/prompt.html"
        case Scale():
            return "shapes/scale.html"
        case Contact():
            return "shapes/contact.html"
        case Definitions():
            return "shapes/definitions.html"
        case RedFlags():
            return "red_flags.html"
        case Questions():
            return "questions.html"
        case Gallery():
            return "gallery.html"
    assert_never(block)
