"""A manuscript's front matter in; the cover's shapes out."""

from __future__ import annotations

from careleaf.compose.deck.breaks import even
from careleaf.compose.deck.draft_mark import draft_mark
from careleaf.compose.deck.draw import disc, drawing_mark, words
from careleaf.compose.deck.figures import FLOOR_LINE, within
from careleaf.compose.deck.layouts import STAGE_ART, STAGE_BOX, ground
from careleaf.compose.deck.logo import logo
from careleaf.compose.deck.measure import fits, measure, natural_width
from careleaf.compose.deck.sentences import apart
from careleaf.compose.deck.type import Style, largest, say, steps
from careleaf.compose.reviewed import next_review, reviewed_by
from careleaf.language import Language
from careleaf.model.art import Pose
from careleaf.model.clinic import Clinic
from careleaf.model.deck import HEIGHT, WIDTH, Box, Panel, Placed, Placeholder
from careleaf.model.manuscript import Manuscript
from careleaf.model.stops import gap_after, without_full_stop
from careleaf.theme.icons import icon

_TITLE = steps(
    Style(size=62, lead=72, colour="white", bold=True), (54, 63), (48, 56), (42, 50), (36, 44)
)
_SUBTITLE = steps(Style(size=26, lead=34, colour="onfield"), (24, 31), (22, 28), (20, 26))
_NOTE = Style(size=20, lead=26, colour="onfield")
_CLINIC = steps(Style(size=20, lead=24, colour="navy", bold=True), (20, 21))
_PLATE_END = 536.0
_PLATE_LOW = 104.0
"""The plate grows upwards from here: the title stands right below it."""
_PLATE_TALLEST = 96.0
_PLATE_EDGE = 6.0
"""Least space above and below the clinic's name."""
_BELOW = Box(48, 304, 500, 104)
"""Of the subtitle."""
_FOOT = Box(48, 430, 500, 58)
"""Of the note."""
_SIGNED = Style(size=12, lead=16, colour="onfield")
_SIGNED_BOX = Box(48, 499, 500, 32)
_ROOM, _WHOLE = Box(48, 112, 500, 176), Box(48, 112, 864, 176)
"""Of the title, beside the stage and without it."""


def cover(manuscript: Manuscript, language: Language) -> tuple[Placed, ...]:
    """Clinic, title, subtitle, audience, draft mark; the topic's icon on the stage."""
    room, style = _title(manuscript.title) or (_ROOM, _TITLE[-1])
    title = even(say(manuscript.title, style), room.width)
    shown: list[Placed] = [
        *_ground(manuscript, alone=room is _WHOLE),
        words("Title", room, (title,), anchor="bottom", placeholder=Placeholder.TITLE),
    ]
    if manuscript.subtitle:
        style = _subtitle_style(manuscript.subtitle) or _SUBTITLE[-1]
        line = even(say(manuscript.subtitle, style), _BELOW.width)
        shown.append(words("Subtitle", _BELOW, (line,), placeholder=Placeholder.SUBTITLE))
    shown += _plate(manuscript)
    shown += _note(manuscript, language)
    if manuscript.standing:
        shown.append(draft_mark(manuscript.standing, start=48, y=502))
    else:
        shown += _review(manuscript, language)
    return tuple(shown)


def _review(manuscript: Manuscript, language: Language) -> list[Placed]:
    """Who stands behind it, where the draft mark would be; the notes say it in any case."""
    lines = [*reviewed_by(manuscript, language), next_review(manuscript, language)]
    shown = [say(line, _SIGNED) for line in lines]
    room = fits(shown, _SIGNED_BOX.width, _SIGNED_BOX.height)
    return [words("Review", _SIGNED_BOX, tuple(shown), anchor="bottom")] if room else []


def _subtitle_style(subtitle: str) -> Style | None:
    return largest(
        _SUBTITLE, lambda style: fits((say(subtitle, style),), _BELOW.width, _BELOW.height)
    )


def subtitle_fits(subtitle: str) -> bool:
    """Whether the cover has room for it below the title."""
    return _subtitle_style(subtitle) is not None


def title_fits(title: str) -> bool:
    """Whether the cover has room for it."""
    return _title(title) is not None


def _title(title: str) -> tuple[Box, Style] | None:
    """Its place and size: beside the stage, or, with a word that is too long for that, the whole
    width."""
    choices = [(room, style) for room in (_ROOM, _WHOLE) for style in _TITLE]
    return largest(choices, lambda way: fits((say(title, way[1]),), way[0].width, way[0].height))


def _ground(manuscript: Manuscript, *, alone: bool) -> tuple[Placed, ...]:
    """Beside the field a stage, on it someone or a large icon that stands for the topic; without
    either the field alone, since an empty stage looks as if something were missing. Both are
    decoration, and give way to a title that needs the room."""
    if alone or not (manuscript.pose or manuscript.icon):
        return (ground("Field", Box(0, 0, WIDTH, HEIGHT), "navy"),)
    field = ground("Field", Box(0, 0, 584, HEIGHT), "navy")
    if manuscript.pose:
        return (field, *STAGE_ART, _person(manuscript.pose))
    box = Box(772 - 92, 242 - 92, 184, 184)
    return (
        field,
        *STAGE_ART,
        disc(772 - 148, 242 - 148, 296, "white"),
        drawing_mark("Icon", box, icon(manuscript.icon)),
    )


def _person(pose: Pose) -> Placed:
    """As decoration: the title says what the deck is about, and is read first."""
    box = Box(STAGE_BOX.x + 14, 53, STAGE_BOX.width - 28, FLOOR_LINE - 53)
    return within(pose, box, ground="tint", alt="")


def _plate(manuscript: Manuscript) -> list[Placed]:
    """Logo and clinic on white, so that any logo may stand on the field. A long name widens it."""
    clinic = manuscript.clinic
    start = _name_start(clinic)
    line = say(clinic.name, _name_style(clinic) or _CLINIC[-1])
    wide = min(max(172.0, natural_width(line)), _PLATE_END - start)
    height = max(52.0, measure((line,), wide).height + 2 * _PLATE_EDGE)
    top = min(44.0, _PLATE_LOW - height)
    name = Box(start, top, wide, height)
    plate = Box(48, top, name.end + 12 - 48, height)
    shown: list[Placed] = [Panel(name="Plate", box=plate, form="round", radius=8, fill="white")]
    if clinic.logo:
        shown.append(logo(clinic.logo, Box(58, top + (height - 36) / 2, 36, 36)))
    shown.append(words("Clinic", name, (line,), anchor="middle"))
    return shown


def clinic_fits(clinic: Clinic) -> bool:
    """Whether the plate holds the clinic's name."""
    return _name_style(clinic) is not None


def _name_style(clinic: Clinic) -> Style | None:
    """On as many lines as the plate has room for, closer together where there are four."""
    width = _PLATE_END - _name_start(clinic)
    room = _PLATE_TALLEST - 2 * _PLATE_EDGE
    return largest(_CLINIC, lambda style: fits((say(clinic.name, style),), width, room))


def _name_start(clinic: Clinic) -> float:
    return 104.0 if clinic.logo else 64.0


def note_parts(manuscript: Manuscript, language: Language) -> list[str]:
    """Who it is for, and how long it takes."""
    audience = without_full_stop(manuscript.audience)
    parts = [audience and audience + language.stop.rstrip()]
    if manuscript.minutes:
        parts.append(
            language.say_many("About {n} minute.", "About {n} minutes.", manuscript.minutes)
        )
    return [part for part in parts if part]


def _note_text(manuscript: Manuscript, language: Language) -> str:
    """All of it where it stays on two lines; else the time alone."""
    parts = note_parts(manuscript, language)
    choices = ("".join(f"{one}{gap_after(one)}" for one in parts).rstrip(), *parts[1:])
    return largest(choices, lambda text: fits((say(text, _NOTE),), _FOOT.width, _FOOT.height)) or ""


def _note(manuscript: Manuscript, language: Language) -> list[Placed]:
    text = _note_text(manuscript, language)
    shown = say(text, _NOTE)
    if not fits((shown,), _FOOT.width, _NOTE.lead):
        shown = apart(shown, _FOOT)
    return [words("Note", _FOOT, (shown,), anchor="bottom")] if text else []
