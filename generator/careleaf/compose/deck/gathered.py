"""The chapter and the language of a section in; its frames, gathered one after the other, out."""

from __future__ import annotations

from msgspec import Struct, field

from careleaf.compose.deck.body import Body
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.gallery import Person
from careleaf.compose.deck.on_slide import frame_fits
from careleaf.language import Language
from careleaf.model.inline import Line, plain
from careleaf.model.manuscript import Chapter
from careleaf.model.shape import Items

NUMBERED_SUFFIX = " (1 of 2)"
"""What a title may still grow by, while it is not known how many slides share it."""


class Gathered(Struct):
    """What slides a section has so far, and what still waits for one."""

    chapter: Chapter
    language: Language
    frames: list[Frame] = field(default_factory=list)
    title: str = ""
    """Of the slides that have none of their own: the section's, or that of a small heading."""
    waiting: list[Line] = field(default_factory=list)
    """Prose, which joins the notes of the next slide."""
    lines: list[Items] = field(default_factory=list)
    """Lines to write on, until it is known whether a scale follows them."""
    people: list[Person] = field(default_factory=list)
    """People, until it is known whether a list or other people follow them."""

    def __post_init__(self) -> None:
        self.title = plain(self.chapter.title)

    @property
    def last(self) -> Frame | None:
        """The slide before."""
        return self.frames[-1] if self.frames else None

    def add(
        self, body: Body, title: str = "", *, icon: str = "", said: tuple[str, ...] = ()
    ) -> None:
        """One more slide; the prose that waits is said with it."""
        prose = tuple(plain(line) for line in self.waiting)
        self.waiting = []
        frame = Frame(
            at=body.at,
            title=title or self.title,
            body=body,
            icon=icon,
            said=(*said, *prose),
            section=plain(self.chapter.title),
        )
        self.frames.append(frame)

    def room(self, body: Body, title: str = "", icon: str = "") -> bool:
        """Whether a body fits under a title that may still get a number."""
        frame = Frame(
            at=body.at,
            title=title or self.title,
            body=body,
            icon=icon,
            suffix=NUMBERED_SUFFIX,
        )
        return frame_fits(frame)
