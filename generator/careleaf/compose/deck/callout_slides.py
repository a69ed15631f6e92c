"""A callout in; its slide, or its bar under the slide before it, out."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from careleaf.compose.deck.bar import Bar
from careleaf.compose.deck.body import pages
from careleaf.compose.deck.callouts import TONE_ICONS, as_items, listed, mark_of_tone, paragraphs
from careleaf.compose.deck.flags import Flags
from careleaf.compose.deck.gathered import NUMBERED_SUFFIX, Gathered
from careleaf.compose.deck.layouts import EMERGENCY, SAME_DAY
from careleaf.compose.deck.list_slides import add_list
from careleaf.compose.deck.on_slide import bar_width, frame_fits
from careleaf.compose.deck.statement import Note, Statement
from careleaf.model.inline import plain
from careleaf.model.shape import Callout, Item, Tone


def add_callout(section: Gathered, callout: Callout) -> None:
    """Key message, signs of danger, summary, or a remark."""
    match callout.tone:
        case Tone.KEY:
            lines = tuple(paragraphs(callout))
            body = Statement(at=callout.at, lines=lines, pose=callout.pose)
            section.add(body, plain(callout.title))
        case Tone.EMERGENCY | Tone.SAME_DAY:
            _flags(section, callout)
        case Tone.SUMMARY:
            add_list(section, callout.at, listed(callout), mark="tick", title=plain(callout.title))
        case Tone.WARNING | Tone.TIP | Tone.UNKNOWN:
            _aside(section, callout, TONE_ICONS[callout.tone])
        case _:
            assert_never(callout.tone)


def _aside(section: Gathered, callout: Callout, icon: str) -> None:
    """A short one stands under the slide before it; any other has a slide to itself."""
    title, lines = plain(callout.title), tuple(paragraphs(callout))
    if listed(callout):
        mark = mark_of_tone(callout.tone)
        add_list(section, callout.at, as_items(callout), mark=mark, title=title, icon=icon)
        return
    stop = section.language.stop
    bar = Bar(at=callout.at, icon=icon, title=callout.title, lines=lines, stop=stop)
    if not _under(section, bar):
        section.add(Note(at=callout.at, icon=icon, lines=lines), title)


def _under(section: Gathered, bar: Bar) -> bool:
    last = section.last
    if last is None or not last.body.bar_below or last.bar:
        return False
    with_bar = replace(last, bar=bar)
    if not bar.fits(bar_width(last)) or not frame_fits(replace(with_bar, suffix=NUMBERED_SUFFIX)):
        return False
    section.frames[-1] = with_bar
    return True


_SIDE_BY_SIDE = 3
"""Signs at most in a row of tall cards."""


def _flags(section: Gathered, callout: Callout) -> None:
    emergency = callout.tone is Tone.EMERGENCY
    call = callout.number
    if emergency:
        call = section.language.say("Call {number}", number=callout.number)

    title = plain(callout.title)
    if callout.topic:
        title = f"{callout.topic}: {title}"

    def body(items: tuple[Item, ...]) -> Flags:
        found = Flags(
            at=items[0].at,
            emergency=emergency,
            items=items,
            call=call,
            advice=callout.advice,
            layout=EMERGENCY if emergency else SAME_DAY,
        )
        if len(items) != _SIDE_BY_SIDE or section.room(found, title):
            return found
        return replace(found, in_rows=True)

    most = 4 if emergency else 6
    for share in pages(listed(callout), lambda s: section.room(body(s), title), most):
        section.add(body(share), title)
