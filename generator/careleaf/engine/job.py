"""What was asked for in; what was written, and what is wrong, out: the engine's own data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from careleaf.model.leaflet import Fold, Paper, Profile
from careleaf.model.review import Standing
from careleaf.model.tailoring import Tailoring
from careleaf.problem import Problem, has_errors
from careleaf.source import Source

if TYPE_CHECKING:
    from careleaf.check.readability import Measured
    from careleaf.check.scores.scored import Scored
    from careleaf.check.suggestion import Suggestion

Format = Literal["pptx", "pdf", "html", "notes-pages", "text"]

FORMATS: tuple[Format, ...] = ("pptx", "pdf", "html")
"""What a build makes unless it is told otherwise."""

ENDINGS: dict[Format, str] = {
    "pptx": ".pptx",
    "pdf": ".pdf",
    "html": ".html",
    "notes-pages": "-notes.pdf",
    "text": ".txt",
}
"""What follows topic and language in the name of each format's file; the most work comes first."""


class Unsaved(Struct, frozen=True, kw_only=True):
    """A topic's text as it stands in an editor: read in place of its file, from where pictures are
    still taken."""

    topic: str
    language: str
    text: str


class Job(Struct, frozen=True, kw_only=True):
    """One build. Empty `topics` means all of the library, unless there is a `programme`."""

    topics: tuple[str, ...] = ()
    programme: str | None = None
    """One put together from parts of topics, in place of topics."""
    formats: tuple[Format, ...] = FORMATS
    languages: tuple[str, ...] = ("en",)
    """A topic with an error in one of them is written in none: its pages lead to one another. None:
    for `check`, every language that a topic is there in."""
    beside: str | None = None
    """A second language that stands beside the first in one handout; then there is one of
    `languages`, and nothing is made but that handout."""
    paper: Paper | None = None
    """None: letter for a clinic in the US, A4 for all others."""
    profile: Profile = "standard"
    """How the handout is printed."""
    fold: Fold | None = None
    """How its sheets are folded, if they are."""
    clinic: str | None = None
    """None: the library's only clinic."""
    output: Path = Path("output")
    content: Path | None = None
    template: Path | None = None
    """A PowerPoint template for decks. None: the one that the clinic's file names, else our own."""
    unsaved: tuple[Unsaved, ...] = ()
    """Texts that are read in place of the files on disk."""
    tailoring: Tailoring = field(default_factory=Tailoring)
    pdf_ua: Literal[1, 2] = 1
    """The part of PDF/UA that PDF files keep to."""
    fillable: bool = False
    """Whether the handout can be filled in on a screen."""
    today: date = field(default_factory=date.today)
    """The day by which dates are overdue; the same for all that the job makes."""

    @property
    def language(self) -> str:
        """The only language, or the first."""
        return self.languages[0]


class Output(Struct, frozen=True, kw_only=True):
    """One file that was written. `count` is in `unit`: slides or pages; a web page has none."""

    topic: str
    format: Format
    path: Path
    size: int
    count: int | None
    unit: str
    fields: int = 0
    """To fill in on a screen."""
    profile: Profile = "standard"
    fold: Fold | None = None


class Checked(Struct, frozen=True, kw_only=True):
    """A topic or programme that a check looked at, in one language."""

    id: str
    language: str
    title: str
    """Its id where it could not be read."""
    read: bool
    programme: bool
    file: str
    """Its text in that language, or the translation of it, as shown in messages."""
    standing: Standing
    """What clinicians have said of it."""


class Result(Struct, frozen=True, kw_only=True):
    """All that came of a job. `sources` are the files that the problems point into."""

    outputs: tuple[Output, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    checked: tuple[Checked, ...] = ()
    """What a check looked at, in order."""
    measured: tuple[Measured, ...] = ()
    """How hard each topic is to read, where that was asked for."""
    scored: tuple[Scored, ...] = ()
    """How far each topic has what PEMAT and the CDC Index ask for, where that was asked for."""
    goals: Mapping[str, float | None] = field(default_factory=dict)
    """How easy topics are to be, by the key of a formula."""
    suggestions: tuple[Suggestion, ...] = ()
    """Words that plainer ones could take the place of, where that was asked for."""

    unchecked: tuple[tuple[str, str], ...] = ()
    """Each topic that a check was stopped before, with its language."""
    not_there: tuple[tuple[str, str], ...] = ()
    """Each topic that was made in one of several languages and is not there in another, with the
    code of that one."""

    @property
    def failed(self) -> bool:
        """Whether an error kept something from being built."""
        return has_errors(self.problems)


Progress = Callable[[str], None]
"""Told what is done, one call for each file written or topic checked."""


class RefusedError(Exception):
    """The job itself makes no sense (a topic or clinic that is not there): a mistake in the asking,
    not in content. `hint` says what would do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
