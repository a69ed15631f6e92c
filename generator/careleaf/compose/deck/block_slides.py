"""A table, pair, number, exercise, question, contact or glossary in; its slides out."""

from __future__ import annotations

from careleaf.compose.deck.body import pages
from careleaf.compose.deck.contact import ContactBody
from careleaf.compose.deck.exercise import Exercise
from careleaf.compose.deck.gathered import Gathered
from careleaf.compose.deck.glossary import FEW, Glossary, term_sizes
from careleaf.compose.deck.joined import joined
from careleaf.compose.deck.moves import Moves
from careleaf.compose.deck.notes import aloud
from careleaf.compose.deck.numbers import number_slides
from careleaf.compose.deck.pair import DoDont
from careleaf.compose.deck.pair_stacked import StackedPair
from careleaf.compose.deck.picture import PictureBody
from careleaf.compose.deck.question import Question
from careleaf.compose.deck.table import TableBody
from careleaf.compose.deck.type import largest
from careleaf.model.inline import plain
from careleaf.model.shape import (
    Card,
    Cell,
    Chart,
    Contact,
    Definition,
    Definitions,
    Figure,
    IconArray,
    Pair,
    Prompt,
    Table,
)


def add_table(section: Gathered, table: Table) -> None:
    """As many rows a slide as fit."""
    title = plain(table.caption)

    def body(rows: tuple[tuple[Cell, ...], ...], of: Table) -> TableBody:
        return TableBody(at=rows[0][0].at, table=of, rows=rows)

    def room(rows: tuple[tuple[Cell, ...], ...], of: Table) -> bool:
        return section.room(body(rows, of), title)

    shown = table
    if table.role == "evidence" and not all(room((row,), table) for row in table.rows):
        shown = joined(table)
    for rows in pages(shown.rows, lambda share: room(share, shown), most=7):
        section.add(body(rows, shown), title)


def add_pair(section: Gathered, pair: Pair) -> None:
    """Side by side, or one above the other where a word needs the width."""
    title, abreast = plain(pair.title), DoDont(at=pair.at, pair=pair)
    stacked = StackedPair(at=pair.at, pair=pair)
    fits = section.room(abreast, title) or not section.room(stacked, title)
    section.add(abreast if fits else stacked, title)


def add_numbers(section: Gathered, shape: IconArray | Chart) -> None:
    """Counts of people, or a chart."""
    title = plain(shape.title)
    for body, said in number_slides(
        shape, section.language, lambda body: section.room(body, title)
    ):
        section.add(body, title, said=said)


def add_contact(section: Gathered, contact: Contact) -> None:
    """How to reach the clinic."""
    alt = section.language.say(
        "A square to scan with a phone. It opens {address}", address=contact.web
    )
    section.add(ContactBody(at=contact.at, contact=contact, alt=alt), contact.title)


def add_exercise(section: Gathered, card: Card) -> None:
    """With its people where they leave room for the words; else they come first, on a slide of
    their own."""
    title, said = plain(card.title), aloud(card, section.language)
    if card.pose:
        moves = Moves(
            at=card.at,
            card=card,
            pose=card.pose,
            start=section.language.say("Start"),
            finish=section.language.say("Finish"),
        )
        if section.room(moves, title):
            section.add(moves, title, said=said)
            return
        figure = Figure(at=card.at, art=card.pose, alt=card.pose.alt)
        section.add(PictureBody(at=card.at, figure=figure), title)
    section.add(Exercise(at=card.at, card=card), title, said=said)


def add_prompt(section: Gathered, prompt: Prompt) -> None:
    """A question to answer in one's own words; the answer is only said."""
    body = Question(
        at=prompt.at,
        question=prompt.question,
        prompt=section.language.say("Take one minute. Tell the person next to you."),
    )
    answer = section.language.say("Listen for: {answer}", answer=plain(prompt.answer))
    section.add(body, section.language.say("Say it in your own words"), said=(answer,))


def add_definitions(section: Gathered, shape: Definitions) -> None:
    """Words to know, all at one size."""
    few = len(shape.entries) <= FEW

    def body(entries: tuple[Definition, ...], size: float | None = None) -> Glossary:
        return Glossary(at=entries[0].at, entries=entries, few=few, size=size)

    def room(entries: tuple[Definition, ...], size: float | None = None) -> bool:
        return section.room(body(entries, size), shape.title)

    shares = pages(shape.entries, room)
    sizes = term_sizes(few=few)
    size = largest(sizes, lambda size: all(room(share, size) for share in shares))
    for share in shares:
        section.add(body(share, size), shape.title)
