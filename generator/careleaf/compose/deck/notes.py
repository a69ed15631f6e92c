"""A frame and its section in; what the speaker says with that slide out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from careleaf.compose.deck.sources import short_form
from careleaf.language import Language
from careleaf.model.inline import plain
from careleaf.model.library import Reference
from careleaf.model.shape import Card, Item, Items, Paragraph, Shape


def spoken_notes(shapes: Iterable[Shape]) -> Iterator[str]:
    """The author's notes, a paragraph each; items of a list are paragraphs too."""
    for shape in shapes:
        match shape:
            case Paragraph():
                yield plain(shape.body)
            case Items():
                for place, item in enumerate(shape.items, shape.start):
                    mark = f"{place}." if shape.mark == "number" else "\u2022"
                    yield f"{mark} {plain((*item.lead, *item.body))}"
            case _:
                continue


def sources_line(
    cited: Iterable[str], references: Mapping[str, Reference], language: Language
) -> str:
    """ "Sources: NICE 2020; WHO 2023", each once; empty where nothing is cited."""
    named = dict.fromkeys(short_form(references[key]) for key in cited if key in references)
    return language.say("Sources: {names}.", names=language.say("; ").join(named)) if named else ""


def plain_prompt(title: str, language: Language) -> str:
    """What to do with a slide that neither notes nor prose speak of."""
    return language.say(
        "Go through “{title}” together. Ask what is new and what is not clear.",
        title=title.rstrip(":"),
    )


def aloud(card: Card, language: Language) -> tuple[str, ...]:
    """An exercise as an instructor would say it."""
    steps = " ".join(f"{n}. {_said(step)}" for n, step in enumerate(card.steps, 1))
    doses = language.listed(f"{dose.value} {dose.unit}" for dose in card.doses)
    warned = " ".join(plain(line) for line in (card.caution, card.stop) if line)
    return (f"{plain(card.title)}: {doses}. {plain(card.reason)}.", steps, warned)


def _said(item: Item) -> str:
    return " ".join(part for part in (plain(item.lead), plain(item.body)) if part)
