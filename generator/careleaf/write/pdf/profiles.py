"""The styles of each print profile: all re-flowed, none scaled.

Sizes follow the rules for print that everybody can read: clear print at 12 points and more, large
print at 18 (UKAAF, 2019: page numbers and labels as large as the words), easy read at 14 and more.
"""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.leaflet import Fold, Profile
from careleaf.write.pdf.styles import BOLD, REGULAR, SEMIBOLD, STANDARD, Style, Styles

LARGE = Styles(
    title=Style(42, 45, BOLD, "navy"),
    subtitle=Style(20, 26),
    part=Style(32, 38, BOLD, "navy"),
    part_lead=Style(20, 27),
    section=Style(26, 32, BOLD, "navy"),
    small_heading=Style(21, 27, BOLD, "navy"),
    key_label=Style(18, 24, BOLD, "teal-deep"),
    key=Style(23, 30, SEMIBOLD),
    body=Style(18, 26),
    list=Style(18, 25),
    lead=Style(20, 26, BOLD),
    card_title=Style(22, 28, BOLD, "navy"),
    card_number=Style(18, 22, BOLD, "white"),
    flag_title=Style(26, 32, BOLD, "white"),
    flag_head=Style(20, 26, BOLD, "red"),
    flag_number=Style(24, 30, BOLD, "navy"),
    dose=Style(20, 26, BOLD),
    dose_unit=Style(18, 22, REGULAR, "slate"),
    day=Style(18, 22),
    table_head=Style(18, 24, BOLD, "navy"),
    table_cell=Style(18, 25),
    caption=Style(20, 26, BOLD, "navy"),
    value=Style(20, 26, BOLD, "navy"),
    phone=Style(34, 40, BOLD, "navy"),
    phone_label=Style(18, 24, BOLD),
    small=Style(18, 24),
    note=Style(18, 24, REGULAR, "slate"),
    note_title=Style(20, 26, BOLD),
    clinic=Style(20, 24, BOLD, "navy"),
    clinic_narrow=Style(18, 20, BOLD, "navy"),
    tagline=Style(18, 20, REGULAR, "slate"),
    running=Style(18, 22, BOLD, "navy"),
    draft=Style(18, 22, SEMIBOLD),
    footer=Style(18, 22, REGULAR, "slate"),
    block_gap=19.0,
    tight_gap=15.0,
    list_gap=9.0,
    measure=STANDARD.width,
    unit=4 / 3,
    stacks=True,
    foot=54.0,
)
"""18 points at least in everything, the footer too, in one column."""

INK_SAVER = Styles(
    flag_title=STANDARD.flag_title.coloured("ink"),
    card_number=STANDARD.card_number.coloured("ink"),
    black=True,
)
"""The standard page in black and white."""

EASY_READ = Styles(
    title=Style(32, 36, BOLD, "navy"),
    subtitle=Style(16, 22),
    part=Style(26, 31, BOLD, "navy"),
    part_lead=Style(16, 23),
    section=Style(22, 28, BOLD, "navy"),
    small_heading=Style(19, 25, BOLD, "navy"),
    key_label=Style(14, 19, BOLD, "teal-deep"),
    key=Style(20, 27, SEMIBOLD),
    body=Style(16, 23),
    list=Style(16, 23),
    lead=Style(19, 25, BOLD, "navy"),
    card_title=Style(20, 26, BOLD, "navy"),
    card_number=Style(15, 19, BOLD, "white"),
    flag_title=Style(20, 27, BOLD, "white"),
    flag_head=Style(19, 25, BOLD, "red"),
    flag_number=Style(22, 28, BOLD, "navy"),
    dose=Style(17, 22, BOLD),
    dose_unit=Style(14, 18, REGULAR, "slate"),
    day=Style(14, 17),
    table_head=Style(15, 20, BOLD, "navy"),
    table_cell=Style(16, 22),
    caption=Style(17, 22, BOLD, "navy"),
    value=Style(17, 22, BOLD, "navy"),
    phone=Style(26, 32, BOLD, "navy"),
    phone_label=Style(16, 22, BOLD),
    small=Style(16, 22),
    note=Style(14, 19, REGULAR, "slate"),
    note_title=Style(16, 21, BOLD),
    clinic=Style(16, 19, BOLD, "navy"),
    clinic_narrow=Style(14, 16, BOLD, "navy"),
    tagline=Style(14, 17, REGULAR, "slate"),
    running=Style(14, 18, BOLD, "navy"),
    draft=Style(14, 18, SEMIBOLD),
    footer=Style(14, 18, REGULAR, "slate"),
    list_gap=8.0,
    measure=STANDARD.width,
    unit=1.2,
    stacks=True,
    picture=72.0,
    foot=48.0,
)
"""14 points at least in everything; pictures on the start side, words on the other."""

PROFILES: dict[Profile, Styles] = {
    "standard": STANDARD,
    "large": LARGE,
    "easy-read": EASY_READ,
    "ink-saver": INK_SAVER,
}

BOOKLET = Styles(
    title=Style(28, 31, BOLD, "navy"),
    part=Style(22, 26, BOLD, "navy"),
    section=Style(18, 22, BOLD, "navy"),
    key=Style(16, 21, SEMIBOLD),
    measure=336.0,
    width=336.0,
    stacks=True,
)
"""Half a page, in one column. Words are as large as on a whole one."""

BROCHURE = Styles(
    title=Style(26, 29, BOLD, "navy"),
    subtitle=Style(13, 17),
    part=Style(18, 22, BOLD, "navy"),
    part_lead=Style(13, 17),
    section=Style(16, 20, BOLD, "navy"),
    small_heading=Style(14, 18, BOLD, "navy"),
    key=Style(16, 20, SEMIBOLD),
    body=Style(13, 16.5),
    list=Style(13, 16.5),
    lead=Style(14, 17, BOLD),
    flag_title=Style(16, 20, BOLD, "white"),
    flag_head=Style(13.5, 17, BOLD, "red"),
    flag_number=Style(16, 20, BOLD, "navy"),
    phone=Style(20, 25, BOLD, "navy"),
    block_gap=12.0,
    tight_gap=9.0,
    list_gap=5.0,
    measure=205.0,
    width=205.0,
    stacks=True,
    unit=0.85,
)
"""A third of a page."""

FOLDED: dict[Fold, Styles] = {"booklet": BOOKLET, "brochure": BROCHURE}


def styles_of(profile: Profile, fold: Fold | None) -> Styles:
    """What a leaflet is set with. A fold has its own sizes; in black and white it has no fills."""
    styles = PROFILES[profile]
    if fold is None:
        return styles
    if not styles.black:
        return FOLDED[fold]
    folded = FOLDED[fold]
    return replace(
        folded,
        flag_title=folded.flag_title.coloured("ink"),
        card_number=folded.card_number.coloured("ink"),
        black=True,
    )
