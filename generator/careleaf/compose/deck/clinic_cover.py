"""A manuscript's front matter and a clinic's template in; the cover on its title slide out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.clinic_footer import mark
from careleaf.compose.deck.ground import Ground
from careleaf.compose.deck.in_slot import in_slot
from careleaf.model.deck import Piece, Placed, Placeholder, Text
from careleaf.model.manuscript import Manuscript

_TITLE_LEAST, _TEXT_LEAST = 24.0, 18.0
"""Points, on a slide as high as ours."""


def cover(manuscript: Manuscript, note: str, ground: Ground) -> tuple[Placed, ...]:
    """Title and subtitle in their slots; below the subtitle the clinic, and for whom it is where
    that does not make them small."""
    title = _cover_title(manuscript, ground)
    text = _cover_text(manuscript, note, ground, _LARGE) or _cover_text(manuscript, "", ground)
    shown = ground.moved_to_strip(layouts.COVER, mark(manuscript))
    return (*(one for one in (title, text) if one), *shown)


def cover_title_fits(manuscript: Manuscript, ground: Ground) -> bool:
    """Whether the topic's title has room on the cover."""
    return _cover_title(manuscript, ground) is not None


def cover_subtitle_fits(manuscript: Manuscript, ground: Ground) -> bool:
    """Whether its subtitle has, above the clinic; where the clinic's name has no room at all,
    whether it has alone."""
    if not manuscript.subtitle:
        return True
    if not cover_clinic_fits(manuscript, ground):
        manuscript = replace(manuscript, clinic=replace(manuscript.clinic, name=""))
    return _cover_text(manuscript, "", ground) is not None


def cover_clinic_fits(manuscript: Manuscript, ground: Ground) -> bool:
    """Whether the clinic's name has, if there is no subtitle."""
    return _cover_text(replace(manuscript, subtitle=""), "", ground) is not None


def _cover_title(manuscript: Manuscript, ground: Ground) -> Text | None:
    slot = ground.layout(layouts.COVER).slot(Placeholder.TITLE)
    line = (Piece(text=manuscript.title),)
    return in_slot("Title", slot, (line,), least=_TITLE_LEAST * ground.unit) if slot else None


_LARGE = 0.75
"""Of the subtitle's own size: what a note may cost it."""


def _cover_text(
    manuscript: Manuscript, note: str, ground: Ground, share: float = 0.0
) -> Text | None:
    """A draft says so here, where its mark has no place."""
    slot = ground.layout(layouts.COVER).slot(Placeholder.SUBTITLE)
    if slot is None:
        return None
    least = max(_TEXT_LEAST * ground.unit, slot.size * share)
    marked = ground.strip(layouts.COVER).width > 0
    said = (
        *(manuscript.subtitle, manuscript.clinic.name, note),
        "" if marked else manuscript.standing,
    )
    lines = [(Piece(text=line),) for line in said if line]
    return in_slot("Subtitle", slot, lines, least=least)
