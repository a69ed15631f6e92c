"""A frame and its section in; what the speaker says with that slide out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from careleaf.compose.deck.sources import short_form
from careleaf.language import Language
from careleaf.model.inline import plain
from careleaf.model.library import Reference
from careleaf.model.shape import Card, Item, Items, Paragraph, Shape
from careleaf.model.stops import as_name, without_full_stop


def spoken_notes(shapes: Iterable[Shape]) -> Iterator[str]:
    """The author's notes, a paragraph each; items of a list are paragraphs too."""
    for shape in shapes:
        match shape:
            case Paragraph():
                yield plain(shape.body)
            case Items():
                yield from _listed(shape, 0)
            case _:
                continue


def _listed(items: Items, depth: int) -> Iterator[str]:
    """Items inside others are marked by dashes, one more a level, since notes have no indents."""
    dot = "\u2013" * depth or "\u2022"
    for place, item in enumerate(items.items, items.start):
        mark = f"{place}." if items.mark == "number" else dot
        yield f"{mark} {_said(item)}"
        if item.inner:
            yield from _listed(item.inner, depth + 1)


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
        title=as_name(title),
    )


def aloud(card: Card, language: Language) -> tuple[str, ...]:
    """An exercise as an instructor would say it."""
    steps = " ".join(f"{n}. {_said(step)}" for n, step in enumerate(card.steps, 1))
    doses = language.listed(f"{dose.value} {dose.unit}" for dose in card.doses)
    warned = " ".join(plain(line) for line in (card.caution, card.stop) if line)
    done = language.say(
        "{title}: {doses}. {reason}.",
        title=plain(card.title),
        doses=doses,
        reason=without_full_stop(plain(card.reason)),
    )
    return (done, steps, warned)


def _said(item: Item) -> str:
    return " ".join(part for part in (plain(item.lead), plain(item.body)) if part)
