"""A manuscript, a theme and a language in; a deck whose every box has its place out.

A topic becomes frames (a body, a title, perhaps a bar), split so that each fits its slide; frames
get titles that are one of a kind and notes; then each is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.compose.deck import clinic_cover, clinic_footer, on_clinic
from careleaf.compose.deck.cover import clinic_fits, cover, note_parts, subtitle_fits, title_fits
from careleaf.compose.deck.coverage import uncovered
from careleaf.compose.deck.footer import footer
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.ground import current, on
from careleaf.compose.deck.layouts import COVER, LAYOUTS
from careleaf.compose.deck.lint import lint
from careleaf.compose.deck.measure import written_in
from careleaf.compose.deck.on_slide import draw_frame, frame_fits
from careleaf.compose.deck.once import remembering
from careleaf.compose.deck.outline import outline
from careleaf.compose.deck.titles import unique_titles
from careleaf.compose.reviewed import next_review, reviewed_by
from careleaf.language import Language
from careleaf.model.deck import Deck, Placed, Slide, Template
from careleaf.model.inline import plain
from careleaf.model.manuscript import Manuscript
from careleaf.model.placed import flat, wording
from careleaf.model.stops import as_name
from careleaf.problem import Problem
from careleaf.problem_codes import DOES_NOT_FIT
from careleaf.theme import Theme


def compose_deck(
    manuscript: Manuscript, theme: Theme, language: Language, template: Template | None = None
) -> tuple[Deck, list[Problem]]:
    """Lay out every slide, on a clinic's own template if there is one. What fits no slide is a
    problem at its place in the source. The theme's colours stay tokens here: only the writer needs
    their values."""
    mirrored = language.direction == "rtl"
    ground = on(template, theme, marked=bool(manuscript.standing), mirrored=mirrored)
    with (
        written_in(language.code, language.direction, manuscript.clinic.fonts),
        ground,
        remembering(),
    ):
        deck, problems = _composed(manuscript, language, template or Template(layouts=LAYOUTS))
    return deck, problems or lint(deck, theme)


def _composed(
    manuscript: Manuscript, language: Language, template: Template
) -> tuple[Deck, list[Problem]]:
    frames = unique_titles(outline(manuscript, language), language)
    total = len(frames) + 1
    slides = [_cover(manuscript, language)]
    problems: list[Problem] = [*uncovered(manuscript), *_cover_problems(manuscript)]
    for frame in frames:
        problems += _found(frame)
        slides.append(_slide(frame, manuscript, total, language))
    deck = Deck(
        title=manuscript.title,
        subtitle=manuscript.subtitle,
        publisher=manuscript.clinic.name,
        language=language.code,
        direction=language.direction,
        written=manuscript.written,
        template=template,
        slides=tuple(slides),
    )
    return deck, problems


def _cover(manuscript: Manuscript, language: Language) -> Slide:
    welcome = language.say(
        "Welcome everyone, and say who you are. Today we talk about: {title}.",
        title=manuscript.title,
    )
    shapes = _cover_shapes(manuscript, language)
    shown = " ".join(wording(shape) for shape in flat(shapes))
    # The speaker says of the note what the cover has no room for.
    unsaid = (part for part in note_parts(manuscript, language) if part not in shown)
    return Slide(
        at=manuscript.at,
        layout=COVER,
        title=manuscript.title,
        shapes=shapes,
        notes=(welcome, *unsaid, *_only_part(manuscript, language), *_review(manuscript, language)),
        heading=manuscript.title,
    )


def _review(manuscript: Manuscript, language: Language) -> list[str]:
    """For whoever is asked: who has read it, and how long that holds."""
    signed = reviewed_by(manuscript, language)
    return [*signed, next_review(manuscript, language)] if signed else []


def _only_part(manuscript: Manuscript, language: Language) -> tuple[str, ...]:
    """What leads over to the only part: it has no slide of its own."""
    if len(manuscript.chapters) != 1:
        return ()
    title = as_name(plain(manuscript.chapters[0].title))
    return (language.say("We begin with “{title}”.", title=title),)


def _cover_shapes(manuscript: Manuscript, language: Language) -> tuple[Placed, ...]:
    if ground := current():
        note = " ".join(note_parts(manuscript, language))
        return clinic_cover.cover(manuscript, note, ground)
    return cover(manuscript, language)


def _cover_problems(manuscript: Manuscript) -> Iterator[Problem]:
    ground = current()
    if ground:
        title = clinic_cover.cover_title_fits(manuscript, ground)
        subtitle = clinic_cover.cover_subtitle_fits(manuscript, ground)
        clinic = clinic_cover.cover_clinic_fits(manuscript, ground)
    else:
        title = title_fits(manuscript.title)
        subtitle = subtitle_fits(manuscript.subtitle)
        clinic = clinic_fits(manuscript.clinic)
    if not title:
        message = "this title does not fit the cover of the deck at a size that can be read"
        yield Problem(DOES_NOT_FIT, manuscript.at, message, "make it shorter")
    if not subtitle:
        message = "this subtitle does not fit the cover of the deck at a size that can be read"
        yield Problem(DOES_NOT_FIT, manuscript.at, message, "make it shorter")
    if not clinic:
        message = "this clinic's name does not fit the cover of the deck"
        hint = "make 'name' shorter in the clinic file"
        yield Problem(DOES_NOT_FIT, manuscript.clinic.at, message, hint)


def _slide(frame: Frame, manuscript: Manuscript, total: int, language: Language) -> Slide:
    if ground := current():
        layout = on_clinic.role(frame, ground)
        foot = clinic_footer.footer(manuscript, layout, total, language, ground)
    else:
        layout = frame.body.layout
        foot = footer(manuscript, layout, total, language)
    return Slide(
        at=frame.at,
        layout=layout,
        title=frame.whole_title,
        shapes=(*draw_frame(frame), *foot),
        notes=frame.said,
        anchors=frame.anchors,
        heading=frame.heading,
    )


def _found(frame: Frame) -> Iterator[Problem]:
    if not frame_fits(frame):
        yield _too_much(frame)


def _too_much(frame: Frame) -> Problem:
    message = f"this does not fit the slide '{frame.whole_title}' at a size that can be read"
    words = " ".join(wording(shape) for shape in flat(draw_frame(frame))).split()
    longest = max(words, key=len, default="")
    hint = "make it shorter, or split it in two"
    if len(longest) >= _LONG_WORD:
        hint = f"use a shorter word than '{longest}', or put a hyphen where it may be broken"
    return Problem(DOES_NOT_FIT, frame.at, message, hint)


_LONG_WORD = 24
"""Letters: a word that may be wider than a column by itself."""
