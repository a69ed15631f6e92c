"""A line as written in; each piece of it, or its plain words, out."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.model.inline import (
    Blank,
    Break,
    Citation,
    Draft,
    Inline,
    Link,
    Strong,
    Term,
    Variable,
    Words,
)


def inlines(draft: Draft) -> Iterator[Inline]:
    """Every piece in reading order; a mark comes before what it holds."""
    for inline in draft:
        yield inline
        if isinstance(inline, Strong | Link):
            yield from inlines(inline.body)


def written(draft: Draft) -> str:
    """The words of a line before it is bound: a variable counts as its expression, a citation as
    nothing."""
    return "".join(_written(inline) for inline in draft)


def _written(inline: Inline) -> str:
    match inline:
        case Words(text=text) | Term(shown=text) | Variable(expression=text):
            return text
        case Strong(body=body) | Link(body=body):
            return written(body)
        case Blank(width=width):
            return "_" * width
        case Break():
            return " "
        case Citation():
            return ""
