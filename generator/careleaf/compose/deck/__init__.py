"""A manuscript, a theme and a language in; a deck whose every box has its place out.

A topic becomes frames (a body, a title, perhaps a bar), split so that each fits its slide; frames
get titles that are one of a kind and notes; then each is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.compose.deck.contact import ContactBody
from careleaf.compose.deck.cover import clinic_fits, cover, title_fits
from careleaf.compose.deck.coverage import uncovered
from careleaf.compose.deck.footer import footer
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.layouts import COVER, LAYOUTS
from careleaf.compose.deck.lint import lint
from careleaf.compose.deck.outline import outline
from careleaf.compose.deck.titles import unique_titles
from careleaf.language import Language
from careleaf.model.deck import Deck, Slide, Template
from careleaf.model.inline import plain
from careleaf.model.manuscript import Manuscript
from careleaf.problem import Problem
from careleaf.problem_codes import DOES_NOT_FIT
from careleaf.theme import Theme


def compose_deck(
    manuscript: Manuscript, theme: Theme, language: Language
) -> tuple[Deck, list[Problem]]:
    """Lay out every slide. What fits no slide is a problem at its place in the source. The theme's
    colours stay tokens here: only the writer needs their values."""
    frames = unique_titles(outline(manuscript, language), language)
    total = len(frames) + 1
    slides = [_cover(manuscript, language)]
    problems: list[Problem] = uncovered(manuscript)
    if not title_fits(manuscript.title):
        message = "this title does not fit the cover of the deck at a size that can be read"
        problems.append(Problem(DOES_NOT_FIT, manuscript.at, message, "make it shorter"))
    if not clinic_fits(manuscript.clinic):
        message = "this clinic's name does not fit the cover of the deck"
        hint = "make 'name' shorter in the clinic file"
        problems.append(Problem(DOES_NOT_FIT, manuscript.clinic.at, message, hint))
    for frame in frames:
        problems += _found(frame)
        slides.append(_slide(frame, manuscript, total, language))
    deck = Deck(
        title=manuscript.title,
        subtitle=manuscript.subtitle,
        author=manuscript.clinic.name,
        language=language.code,
        direction=language.direction,
        written=manuscript.written,
        template=Template(layouts=LAYOUTS),
        slides=tuple(slides),
    )
    return deck, problems or lint(deck, theme)


def _cover(manuscript: Manuscript, language: Language) -> Slide:
    welcome = language.say(
        "Welcome everyone, and say who you are. Today we talk about: {title}.",
        title=manuscript.title,
    )
    return Slide(
        at=manuscript.at,
        layout=COVER,
        title=manuscript.title,
        shapes=cover(manuscript, language),
        notes=(welcome, *_only_part(manuscript, language)),
        heading=manuscript.title,
    )


def _only_part(manuscript: Manuscript, language: Language) -> tuple[str, ...]:
    """What leads over to the only part: it has no slide of its own."""
    if len(manuscript.chapters) != 1:
        return ()
    title = plain(manuscript.chapters[0].title).rstrip(":")
    return (language.say("We begin with “{title}”.", title=title),)


def _slide(frame: Frame, manuscript: Manuscript, total: int, language: Language) -> Slide:
    return Slide(
        at=frame.at,
        layout=frame.body.layout,
        title=frame.whole_title,
        shapes=(*frame.draw(), *footer(manuscript, frame.body.layout, total, language)),
        notes=frame.said,
        anchors=frame.anchors,
        heading=frame.heading,
    )


def _found(frame: Frame) -> Iterator[Problem]:
    if not frame.fits():
        yield _too_much(frame)
    if isinstance(frame.body, ContactBody) and (problem := frame.body.problem()):
        yield problem


def _too_much(frame: Frame) -> Problem:
    message = f"this does not fit the slide '{frame.whole_title}' at a size that can be read"
    return Problem(DOES_NOT_FIT, frame.at, message, "make it shorter, or split it in two")
