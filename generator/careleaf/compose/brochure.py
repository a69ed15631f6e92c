"""A manuscript in; the leaflet for six panels out, with what it leaves out.

Nobody can fold a whole guide into six panels. Without a choice of sections the essentials are
taken: the main message, what to do today, the danger signs, how to reach the clinic; then warnings,
what to remember and the plan, as far as there is room. Chosen sections are all there, or the build
says what fits."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from careleaf.compose.leaflet import call_us, compose_leaflet
from careleaf.language import Language
from careleaf.model.leaflet import Group, Leaflet, Paper, Profile
from careleaf.model.manuscript import Chapter, Manuscript
from careleaf.model.shape import Callout, Card, Contact, Heading, Items, Shape, Tone
from careleaf.problem import Problem
from careleaf.problem_codes import LEFT_OUT
from careleaf.theme import Theme


def compose_brochure(
    ready: Manuscript, theme: Theme, spoken: Language, *, paper: Paper, profile: Profile
) -> tuple[Leaflet, list[Problem]]:
    """The panels in reading order: cover, flap, three inside, back."""
    chosen = bool(ready.tailoring.only)
    whole, problems = compose_leaflet(
        replace(ready, definitions=()), theme, spoken, paper=paper, profile=profile
    )
    groups = [_without_contact(group) for group in whole.groups]
    taken = [one for one in groups if _says_something(one)] if chosen else _essentials(groups)
    opening = {chapter.id for chapter in ready.flat() if _opens(chapter)}
    kept = tuple(
        replace(
            group,
            optional=not _is_chosen(group, ready),
            opens=_anchor(group) in opening,
            starts_page=False,
        )
        for group in taken
    )
    more = spoken.say("This folder holds what matters most. Ask us for the full guide.")
    call = () if whole.first.contact else (call_us(ready, spoken),)
    imprint = replace(whole.imprint, sources=(), about=(*whole.imprint.about, more, *call))
    leaflet = replace(whole, fold="brochure", groups=kept, imprint=imprint, contents=None)
    if not chosen:
        problems = [*problems, *_left_out(ready, groups, kept)]
    return leaflet, problems


def _is_chosen(group: Group, ready: Manuscript) -> bool:
    """Whether a clinician asked for it by name, for its part or for an exercise in it. Sections
    with danger signs are in every choice, though nobody named them."""
    only, anchor = ready.tailoring.only, _anchor(group)
    part = next((one.id for one in ready.chapters if _holds(one, anchor)), "")
    cards = {shape.key for shape in group.shapes if isinstance(shape, Card)}
    return anchor in only or part in only or not cards.isdisjoint(only)


def _holds(part: Chapter, anchor: str) -> bool:
    return any(section.id == anchor for section in part.sections)


def _without_contact(group: Group) -> Group:
    """The panel at the back has it."""
    return replace(
        group, shapes=tuple(shape for shape in group.shapes if not isinstance(shape, Contact))
    )


def _says_something(group: Group) -> bool:
    return any(not isinstance(shape, Heading) for shape in group.shapes)


def _essentials(groups: list[Group]) -> list[Group]:
    """Warnings first, each under the heading of its section; then what sums up, and the plan."""
    whole = [group for group in groups if _says_something(group) and _is_essential(group)]
    warnings = [_warning(group) for group in groups if group not in whole]
    return [*(group for group in warnings if _says_something(group)), *whole]


def _warning(group: Group) -> Group:
    return replace(group, shapes=tuple(one for one in group.shapes if _belongs_to_warning(one)))


def _belongs_to_warning(shape: Shape) -> bool:
    return isinstance(shape, Heading) or (isinstance(shape, Callout) and shape.tone in _WARNING)


_WARNING = frozenset({Tone.WARNING, Tone.EMERGENCY, Tone.SAME_DAY})


def _is_essential(group: Group) -> bool:
    return any(_sums_up(shape) or _is_plan(shape) for shape in group.shapes)


def _sums_up(shape: Shape) -> bool:
    return isinstance(shape, Callout) and shape.tone is Tone.SUMMARY


def _is_plan(shape: Shape) -> bool:
    return isinstance(shape, Items) and shape.mark == "write-in"


def _left_out(ready: Manuscript, groups: list[Group], kept: tuple[Group, ...]) -> Iterator[Problem]:
    """Sections of which nothing is there, and those that have only their part on the first panels:
    a clinician must know before the sheet is handed out."""
    shown = {_anchor(group): len(group.shapes) for group in kept}
    short = {
        _anchor(group)
        for group in groups
        if _says_something(group) and shown.get(_anchor(group), 0) < len(group.shapes)
    }
    part = [one.id for one in ready.flat() if one.id in short and (_opens(one) or one.id in shown)]
    gone = [one.id for one in ready.flat() if one.id in short and one.id not in part]
    if said := [
        f"{says}: {', '.join(names)}"
        for says, names in (("leaves out", gone), ("has in part only", part))
        if names
    ]:
        message = f"the brochure {'; it '.join(said)}"
        hint = "choose sections with --only, or fold a booklet"
        yield Problem(LEFT_OUT, ready.at, message, hint)


def _anchor(group: Group) -> str:
    return next((one.anchor for one in group.shapes if isinstance(one, Heading)), "")


def _opens(chapter: Chapter) -> bool:
    """Whether the first panels have something of it."""
    return any(
        (isinstance(shape, Callout) and shape.tone in _OPENING)
        or (isinstance(shape, Items) and shape.mark == "icon")
        for shape in chapter.shapes
    )


_OPENING = frozenset({Tone.KEY, Tone.EMERGENCY, Tone.SAME_DAY})
