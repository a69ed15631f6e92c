"""A section of a manuscript in; the frames of its slides out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from msgspec.structs import replace

from careleaf.compose.deck import branches
from careleaf.compose.deck.bar import Bar
from careleaf.compose.deck.body import Body, pages
from careleaf.compose.deck.callouts import (
    TONE_ICONS,
    as_items,
    listed,
    mark_of_tone,
    paragraphs,
)
from careleaf.compose.deck.cards import Tall
from careleaf.compose.deck.company import only_remarks, with_body, with_shape
from careleaf.compose.deck.contact import ContactBody
from careleaf.compose.deck.exercise import Exercise
from careleaf.compose.deck.flags import Flags
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.gallery import Gallery, Person
from careleaf.compose.deck.glossary import TERM_SIZES, Glossary
from careleaf.compose.deck.joined import joined
from careleaf.compose.deck.layouts import EMERGENCY, SAME_DAY
from careleaf.compose.deck.lines import sentence_lines
from careleaf.compose.deck.lists import MOST_WORDS, list_bodies, mark_of, words_in
from careleaf.compose.deck.moves import Moves
from careleaf.compose.deck.nested import Nested
from careleaf.compose.deck.notes import aloud
from careleaf.compose.deck.numbers import number_slides
from careleaf.compose.deck.pair import DoDont
from careleaf.compose.deck.pair_stacked import StackedPair
from careleaf.compose.deck.picture import PictureBody
from careleaf.compose.deck.plan import Plan
from careleaf.compose.deck.question import Question
from careleaf.compose.deck.rows import Rows
from careleaf.compose.deck.statement import Note, Statement
from careleaf.compose.deck.table import TableBody
from careleaf.compose.deck.type import largest, word_count
from careleaf.language import Language
from careleaf.model.art import Pose
from careleaf.model.inline import Line, plain
from careleaf.model.manuscript import Chapter
from careleaf.model.shape import (
    Callout,
    Card,
    Cell,
    Chart,
    Contact,
    Definition,
    Definitions,
    Figure,
    Heading,
    IconArray,
    Item,
    Items,
    Pair,
    Paragraph,
    Prompt,
    Scale,
    Shape,
    Table,
    Tone,
)
from careleaf.source import Span

_STATEMENT_WORDS = 24
"""A section of so few words says them as a statement."""

_MERGED_ITEMS, _MERGED_WORDS = 4, 45
"""Lists that follow one another share a slide up to here."""

_NUMBERED_SUFFIX = " (1 of 2)"
"""What a title may still grow by, while it is not known how many slides share it."""


@dataclass(slots=True)
class SectionSlides:
    """Takes the shapes of one section in order and gathers frames. Prose waits for the next slide,
    whose notes it joins."""

    chapter: Chapter
    language: Language
    frames: list[Frame] = field(default_factory=list)
    title: str = ""
    waiting: list[Line] = field(default_factory=list)
    lines: list[Items] = field(default_factory=list)
    """Lines to write on, until it is known whether a scale follows them."""
    people: list[Person] = field(default_factory=list)
    """People, until it is known whether a list or other people follow them."""

    def __post_init__(self) -> None:
        self.title = plain(self.chapter.title)

    def take(self, shapes: tuple[Shape, ...]) -> list[Frame]:
        """The frames of these shapes; nothing is left waiting."""
        for shape in shapes:
            if not isinstance(shape, Scale):
                self._end_plan(None)
            if self._taken_with_people(shape):
                continue
            self._take(shape)
        self._end_people()
        self._end_plan(None)
        self._end_prose()
        return self.frames

    def _take(self, shape: Shape) -> None:  # noqa: C901, PLR0912 - one line a shape
        match shape:
            case Heading():
                self.title = plain(shape.title)
            case Paragraph():
                self.waiting.append(shape.body)
            case Items():
                self._items(shape)
            case Table():
                self._table(shape)
            case Figure():
                self._add(PictureBody(at=shape.at, figure=shape))
            case Callout():
                self._callout(shape)
            case Card():
                self._exercise(shape)
            case Pair():
                self._pair(shape)
            case IconArray() | Chart():
                self._numbers(shape)
            case Prompt():
                self._prompt(shape)
            case Scale():
                self._end_plan(shape)
            case Contact():
                self._contact(shape)
            case Definitions():
                self._definitions(shape)
            case _:
                assert_never(shape)

    def _add(
        self, body: Body, title: str = "", *, icon: str = "", said: tuple[str, ...] = ()
    ) -> None:
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

    def _room(self, body: Body, title: str = "", icon: str = "") -> bool:
        """Whether a body fits under a title that may still get a number."""
        return Frame(
            at=body.at,
            title=title or self.title,
            body=body,
            icon=icon,
            suffix=_NUMBERED_SUFFIX,
        ).fits()

    def _items(self, items: Items) -> None:
        if items.mark == "write-in":
            self.lines.append(items)
            return
        self._list(items.at, items.items, mark=mark_of(items), start=items.start)

    def _list(
        self,
        at: Span,
        items: tuple[Item, ...],
        *,
        mark: str,
        start: int = 1,
        title: str = "",
        icon: str = "",
    ) -> None:
        if any(item.inner for item in items):
            whole = Nested(at=at, items=items, mark=mark, start=start, continued=self._continued)
            for part in branches.slides(whole, lambda part: self._room(part, title, icon)):
                self._add(part, title, icon=icon)
            return
        if not icon and self._merged(items, mark, title or self.title):
            return
        if len(items) == 1 and not icon:
            self._single(items[0], title)
            return
        shares = pages(
            items,
            lambda share: (
                sum(words_in(item) for item in share) <= MOST_WORDS
                and any(
                    self._room(body, title, icon) for body in list_bodies(at, share, mark, start)
                )
            ),
        )
        for share in shares:
            bodies = list(list_bodies(share[0].at, share, mark, start))
            body = next((one for one in bodies if self._room(one, title, icon)), bodies[-1])
            self._add(body, title, icon=icon)
            start += len(share)

    @property
    def _continued(self) -> str:
        return f" {self.language.say('(continued)')}"

    def _single(self, item: Item, title: str) -> None:
        """One item alone is no list: it is said as a statement."""
        lines = tuple(line for line in (item.lead, item.body) if line)
        self._add(Statement(at=item.at, lines=lines), title)

    def _merged(self, items: tuple[Item, ...], mark: str, title: str) -> bool:
        """Put a short list on the slide of the short list before it."""
        last = self.frames[-1] if self.frames else None
        if last is None or self.waiting or last.bar or last.title != title or last.icon:
            return False
        if not isinstance(last.body, Rows | Tall) or mark == "number" or last.body.mark != mark:
            return False
        together = (*last.body.items, *items)
        count = sum(words_in(item) for item in together)
        if len(together) > _MERGED_ITEMS or count > _MERGED_WORDS:
            return False
        bodies = list_bodies(last.body.at, together, mark, last.body.start)
        body = next((one for one in bodies if self._room(one, title)), None)
        if body is None:
            return False
        self.frames[-1] = replace(last, body=body)
        return True

    def _table(self, table: Table) -> None:
        title = plain(table.caption)

        def body(rows: tuple[tuple[Cell, ...], ...], of: Table) -> TableBody:
            return TableBody(at=rows[0][0].at, table=of, rows=rows)

        def room(rows: tuple[tuple[Cell, ...], ...], of: Table) -> bool:
            return self._room(body(rows, of), title)

        shown = table
        if table.role == "evidence" and not all(room((row,), table) for row in table.rows):
            shown = joined(table)
        for rows in pages(shown.rows, lambda share: room(share, shown), most=7):
            self._add(body(rows, shown), title)

    def _pair(self, pair: Pair) -> None:
        title, abreast = plain(pair.title), DoDont(at=pair.at, pair=pair)
        stacked = StackedPair(at=pair.at, pair=pair)
        fits = self._room(abreast, title) or not self._room(stacked, title)
        self._add(abreast if fits else stacked, title)

    def _numbers(self, shape: IconArray | Chart) -> None:
        title = plain(shape.title)
        for body, said in number_slides(shape, self.language, lambda body: self._room(body, title)):
            self._add(body, title, said=said)

    def _contact(self, contact: Contact) -> None:
        alt = self.language.say(
            "A square to scan with a phone. It opens {address}", address=contact.web
        )
        self._add(ContactBody(at=contact.at, contact=contact, alt=alt), contact.title)

    def _exercise(self, card: Card) -> None:
        """With its people where they leave room for the words; else they come first, on a slide of
        their own."""
        title, said = plain(card.title), aloud(card, self.language)
        if card.pose:
            moves = Moves(
                at=card.at,
                card=card,
                pose=card.pose,
                start=self.language.say("Start"),
                finish=self.language.say("Finish"),
            )
            if self._room(moves, title):
                self._add(moves, title, said=said)
                return
            figure = Figure(at=card.at, art=card.pose, alt=card.pose.alt)
            self._add(PictureBody(at=card.at, figure=figure), title)
        self._add(Exercise(at=card.at, card=card), title, said=said)

    def _taken_with_people(self, shape: Shape) -> bool:
        """Whether a shape shares a slide with the person before it, or is a person who waits."""
        if isinstance(shape, Figure) and isinstance(shape.art, Pose):
            person = Person(at=shape.at, pose=shape.art, alt=shape.alt, caption=shape.caption)
            self.people.append(person)
            return True
        if not self.people or isinstance(shape, Paragraph):
            return False
        if len(self.people) == 1 and only_remarks(shape) and self._joined():
            self.people = []
            return False
        shared = with_shape(self.people[0], shape) if len(self.people) == 1 else None
        if shared and self._room(shared.body, shared.title, shared.icon):
            self.people = []
            self._add(shared.body, shared.title, icon=shared.icon)
            return True
        self._end_people()
        return False

    def _end_people(self) -> None:
        """One person joins the list before, or stands alone; several share slides."""
        people = self.people
        if len(people) == 1 and self._joined():
            self.people = []
            return
        self.people = []
        if len(people) == 1:
            (person,) = people
            figure = Figure(at=person.at, art=person.pose, alt=person.alt, caption=person.caption)
            self._add(PictureBody(at=person.at, figure=figure))
            return
        for share in pages(people, lambda share: self._room(_gallery(share)), most=3):
            self._add(_gallery(share))

    def _joined(self) -> bool:
        """Whether the list on the slide before now has the person beside it."""
        last = self.frames[-1] if self.frames else None
        if last is None or last.bar or last.title != self.title or self.waiting:
            return False
        body = with_body(self.people[0], last.body)
        if body is None or not self._room(body, last.title, last.icon):
            return False
        self.frames[-1] = replace(last, body=body)
        return True

    def _prompt(self, prompt: Prompt) -> None:
        body = Question(
            at=prompt.at,
            question=prompt.question,
            prompt=self.language.say("Take one minute. Tell the person next to you."),
        )
        answer = self.language.say("Listen for: {answer}", answer=plain(prompt.answer))
        self._add(body, self.language.say("Say it in your own words"), said=(answer,))

    def _definitions(self, shape: Definitions) -> None:
        def room(entries: tuple[Definition, ...], size: float | None = None) -> bool:
            return self._room(Glossary(at=shape.at, entries=entries, size=size), shape.title)

        shares = pages(shape.entries, room)
        size = largest(TERM_SIZES, lambda size: all(room(share, size) for share in shares))
        for share in shares:
            self._add(Glossary(at=share[0].at, entries=share, size=size), shape.title)

    def _end_plan(self, scale: Scale | None) -> None:
        """The plan's slide, or slides; the scale goes on the last."""
        lines, self.lines = self.lines, []
        items = tuple(item for one in lines for item in one.items)
        if not items and scale is None:
            return
        at = items[0].at if items else scale.at if scale else self.chapter.at
        shares = pages(items, lambda share: self._room(Plan(at=at, items=share, scale=scale)), 5)
        for place, share in enumerate(shares if items else [()]):
            last = place + 1 == max(len(shares), 1) or not items
            own = share[0].at if share else at
            self._add(Plan(at=own, items=share, scale=scale if last else None))
        self.title = plain(self.chapter.title)

    def _callout(self, callout: Callout) -> None:
        match callout.tone:
            case Tone.KEY:
                lines = tuple(paragraphs(callout))
                body = Statement(at=callout.at, lines=lines, pose=callout.pose)
                self._add(body, plain(callout.title))
            case Tone.EMERGENCY | Tone.SAME_DAY:
                self._flags(callout)
            case Tone.SUMMARY:
                self._list(callout.at, listed(callout), mark="tick", title=plain(callout.title))
            case Tone.WARNING | Tone.TIP | Tone.UNKNOWN:
                self._aside(callout, TONE_ICONS[callout.tone])
            case _:
                assert_never(callout.tone)

    def _aside(self, callout: Callout, icon: str) -> None:
        """A short one stands under the slide before it; any other has a slide to itself."""
        title, lines = plain(callout.title), tuple(paragraphs(callout))
        if listed(callout):
            mark = mark_of_tone(callout.tone)
            self._list(callout.at, as_items(callout), mark=mark, title=title, icon=icon)
        elif not self._under(Bar(at=callout.at, icon=icon, title=callout.title, lines=lines)):
            self._add(Note(at=callout.at, icon=icon, lines=lines), title)

    def _under(self, bar: Bar) -> bool:
        last = self.frames[-1] if self.frames else None
        if last is None or not last.body.bar_below or last.bar:
            return False
        with_bar = replace(last, bar=bar)
        if not bar.fits(last.bar_width()) or not replace(with_bar, suffix=_NUMBERED_SUFFIX).fits():
            return False
        self.frames[-1] = with_bar
        return True

    def _flags(self, callout: Callout) -> None:
        emergency = callout.tone is Tone.EMERGENCY
        call = callout.number
        if emergency:
            call = self.language.say("Call {number}", number=callout.number)

        def body(items: tuple[Item, ...]) -> Flags:
            return Flags(
                at=items[0].at,
                emergency=emergency,
                items=items,
                call=call,
                advice=callout.advice,
                layout=EMERGENCY if emergency else SAME_DAY,
            )

        title = plain(callout.title)
        if callout.topic:
            title = f"{callout.topic}: {title}"
        most = 4 if emergency else 6
        for share in pages(listed(callout), lambda s: self._room(body(s), title), most):
            self._add(body(share), title)

    def _end_prose(self) -> None:
        """Prose after the last slide joins its notes; a section of prose alone shows it."""
        lines, self.waiting = self.waiting, []
        if not lines:
            return
        if self.frames:
            last = self.frames[-1]
            more = tuple(plain(line) for line in lines)
            self.frames[-1] = replace(last, said=(*last.said, *more))
            return
        if sum(word_count(line) for line in lines) <= _STATEMENT_WORDS:
            self._add(Statement(at=self.chapter.at, lines=tuple(lines)))
            return
        items = tuple(
            Item(at=line[0].at, body=sentence)
            for line in lines
            for sentence in sentence_lines(line)
        )
        self._list(self.chapter.at, items, mark="dot")


def _gallery(people: Sequence[Person]) -> Gallery:
    return Gallery(at=people[0].at, people=tuple(people))
