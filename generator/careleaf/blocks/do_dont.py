"""What to do and what not to do in; a pair of equal halves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from careleaf.blocks.content import listing, option, spoken, unwanted
from careleaf.blocks.field import text
from careleaf.blocks.pose import drawn, pose_name
from careleaf.blocks.prose import Listing
from careleaf.blocks.spec import Made, Parsed, Spec
from careleaf.model.inline import Draft, Node
from careleaf.model.shape import Pair, Shape, Side
from careleaf.model.topic import ALL_MEDIA, Block, Medium, Pen
from careleaf.problem import Problem
from careleaf.problem_codes import MISSING_HALF, UNWANTED_CONTENT
from careleaf.source import Span


class Half(Node, frozen=True, kw_only=True):
    """One half: a list under "Do" or under "Don't"."""

    do: bool
    pose: str | None
    advice: Listing
    media: frozenset[Medium] = ALL_MEDIA

    @property
    def called(self) -> str:
        """Which of the two it is."""
        return "do" if self.do else "dont"

    def side(self, pen: Pen) -> Side:
        """The half with its heading."""
        title = pen.say("Do") if self.do else pen.say("Don\u2019t")
        items = tuple(entry.lower(pen) for entry in self.advice.entries)
        pose = drawn(self.pose, pen)
        return Side(at=self.at, title=spoken(self.at, title), items=items, pose=pose)

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """Its list. Only a pair draws the halves as halves."""
        return self.advice.lower(pen)

    def drafts(self) -> Iterator[Draft]:
        """Every line of its list."""
        yield from self.advice.drafts()

    def children(self) -> tuple[Block, ...]:
        """The list."""
        return (self.advice,)


class DoDont(Node, frozen=True, kw_only=True):
    """Both halves."""

    called: ClassVar[str] = "do-dont"
    title: Draft
    do: Half
    dont: Half
    media: frozenset[Medium] = ALL_MEDIA

    def lower(self, pen: Pen, /) -> tuple[Shape, ...]:
        """One pair."""
        title = pen.bind(self.title)
        return (Pair(at=self.at, title=title, do=self.do.side(pen), dont=self.dont.side(pen)),)

    def drafts(self) -> Iterator[Draft]:
        """Title, then what to do, then what not to do."""
        yield self.title
        yield from self.do.drafts()
        yield from self.dont.drafts()

    def children(self) -> tuple[Block, ...]:
        """The two halves."""
        return (self.do, self.dont)


def _make(parsed: Parsed) -> Made:
    problems = unwanted(parsed, "do-dont", (Half,), "only one ':::do' and one ':::dont'")
    do = _half(parsed, True, problems)
    dont = _half(parsed, False, problems)
    title = parsed.drafts.get("argument", ())
    return DoDont(at=parsed.at, title=title, do=do, dont=dont, media=parsed.media), tuple(problems)


def _half(parsed: Parsed, do: bool, problems: list[Problem]) -> Half:
    name = "do" if do else "dont"
    found = [block for block in parsed.content if isinstance(block, Half) and block.do == do]
    for other in found[1:]:
        message = f"'do-dont' holds one ':::{name}' only"
        problems.append(Problem(UNWANTED_CONTENT, other.at, message, "join the two lists"))
    if found:
        return found[0]
    message = f"'do-dont' lacks its ':::{name}' half"
    hint = f"add ':::{name}', a list, and ':::' inside the block"
    problems.append(Problem(MISSING_HALF, parsed.name_at, message, hint))
    return Half(at=parsed.at, do=do, pose=None, advice=_nothing(parsed.name_at))


def _nothing(at: Span) -> Listing:
    return Listing(at=at, numbered=False, start=1, entries=())


def _maker(do: bool, example: str) -> Callable[[Parsed], Made]:
    def make(parsed: Parsed) -> Made:
        name = "do" if do else "dont"
        advice, problems = listing(parsed, name, low=1, high=5, example=example)
        problems += _icons(advice, name)
        pose = option(parsed, "pose", str)
        half = Half(at=parsed.at, do=do, pose=pose, advice=advice, media=parsed.media)
        return half, tuple(problems)

    return make


def _icons(advice: Listing, name: str) -> Iterator[Problem]:
    """A problem for each icon: the sign of the half stands before its items."""
    for entry in advice.entries:
        if entry.icon:
            message = f"an icon inside ':::{name}' has no place to be shown"
            hint = "leave it out: each half has its own sign"
            yield Problem(UNWANTED_CONTENT, entry.icon_at or entry.at, message, hint)


def _half_spec(name: str, do: bool, example: str, summary: str) -> Spec:
    return Spec(
        name=name,
        make=_maker(do, example),
        options={"pose": pose_name("lift-right")},
        inside=frozenset({"do-dont"}),
        summary=summary,
        starts=(f"- Write here: what {'to do' if do else 'not to do'}.",),
    )


DO = _half_spec("do", True, "- Keep the load close to you.", "What to do, in a 'do-dont'.")
DONT = _half_spec(
    "dont", False, "- Do not twist while you lift.", "What not to do, in a 'do-dont'."
)
SPEC = Spec(
    name=DoDont.called,
    make=_make,
    argument=text("Lift and carry"),
    argument_is_line=True,
    holds=frozenset({"do", "dont"}),
    summary="Side by side, what to do and what not to do.",
    starts=tuple(line for half in (DO, DONT) for line in (f":::{half.name}", *half.starts, ":::")),
)
