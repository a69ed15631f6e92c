"""What a block kind says about itself, and the parsed block that the reader hands to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from careleaf.blocks.field import Field, media
from careleaf.model.art import Art
from careleaf.model.inline import Draft
from careleaf.model.topic import ALL_MEDIA, Block, Medium
from careleaf.problem import Problem
from careleaf.source import Span

ONLY = "only"
"""The option that says where a block is shown."""


class Parsed(Struct, frozen=True, kw_only=True):
    """One fence after the reader has checked its options against the spec.

    `values` holds the typed value of each option given (name to value); an option that was wrong
    has been reported and is absent. `places` says where each value stands. `drafts` holds option
    values that are lines of patient text (see `Spec.lines`), read for variables, terms and
    blanks. `content` is what stands inside, already read.
    """

    at: Span
    """The whole block, fences included."""
    name_at: Span
    argument: object = None
    argument_text: str = ""
    argument_at: Span
    values: Mapping[str, object]
    drafts: Mapping[str, Draft]
    places: Mapping[str, Span]
    content: tuple[Block, ...]
    art: Art | None = None
    """The picture that the argument names (see `Spec.argument_is_picture`); None where it could not
    be read, which has been reported."""
    media: frozenset[Medium] = ALL_MEDIA


Made = tuple[Block | None, tuple[Problem, ...]]
"""The block, or None where it cannot be made, and what is wrong with it."""


class Spec(Struct, frozen=True, kw_only=True):
    """One block kind. The reader checks names, options and types from this alone; `make` checks the
    content and builds the block."""

    name: str
    make: Callable[[Parsed], Made]
    argument: Field[object] | None = None
    """None: the block takes no argument."""
    argument_is_line: bool = False
    """The argument is patient text: it is read as a line into `drafts["argument"]`."""
    argument_is_picture: bool = False
    """The argument names a picture beside the topic: the reader loads it into `Parsed.art`."""
    options: Mapping[str, Field[object]] = field(default_factory=dict)
    lines: frozenset[str] = frozenset()
    """Options whose value is patient text: read as a line into `drafts[name]`."""
    inside: frozenset[str] = frozenset()
    """Names of the blocks it stands in and nowhere else; empty: on its own, or in what holds it."""
    holds: frozenset[str] | None = frozenset()
    """Names of the blocks that may stand in it; None: all that may stand on their own."""
    summary: str = ""
    """One line for the guide and for `careleaf new`."""
    starts: tuple[str, ...] = ()
    """What a new one holds below its required options: lines to be written over, each with the mark
    that `check/unwritten.py` looks for, and further options that are still empty."""

    @property
    def every_option(self) -> dict[str, Field[object]]:
        """Its own options, and the one that every block may carry."""
        return {**self.options, ONLY: media()}
