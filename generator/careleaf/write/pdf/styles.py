"""What a print profile sets a page with: sizes, leads, weights, colours and widths, in points."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.art import Paint

REGULAR, SEMIBOLD, BOLD = 400, 600, 700

COLUMNS = 6
"""Of the grid."""


class Style(Struct, frozen=True):
    """Text of one role: size, distance of baselines, weight, colour."""

    size: float
    lead: float
    weight: int = REGULAR
    colour: Paint = "ink"

    def coloured(self, colour: Paint) -> Style:
        """The same in another colour."""
        return replace(self, colour=colour)

    def scaled(self, share: float) -> Style:
        """The same smaller, lines as much nearer."""
        return replace(self, size=share * self.size, lead=share * self.lead)

    def weighted(self, weight: int) -> Style:
        """The same in another weight."""
        return replace(self, weight=weight)


class Styles(Struct, frozen=True, kw_only=True):
    """The type and measures of one print profile: a value that all of a leaflet is set with."""

    title: Style = Style(36, 38, BOLD, "navy")
    subtitle: Style = Style(15, 20)
    part: Style = Style(26, 30, BOLD, "navy")
    part_lead: Style = Style(14, 19)
    section: Style = Style(20, 24, BOLD, "navy")
    small_heading: Style = Style(14, 18, BOLD, "navy")
    key_label: Style = Style(12, 15, BOLD, "teal-deep")
    key: Style = Style(18, 23, SEMIBOLD)
    body: Style = Style(12.5, 17)
    list: Style = Style(12.5, 16)
    lead: Style = Style(13.5, 17, BOLD)
    card_title: Style = Style(16, 20, BOLD, "navy")
    card_number: Style = Style(13.5, 17, BOLD, "white")
    flag_title: Style = Style(18, 24, BOLD, "white")
    flag_head: Style = Style(14, 17, BOLD, "red")
    flag_number: Style = Style(18, 22, BOLD, "navy")
    dose: Style = Style(14, 17, BOLD)
    dose_unit: Style = Style(12, 14, REGULAR, "slate")
    day: Style = Style(11, 12)
    table_head: Style = Style(12, 15, BOLD, "navy")
    table_cell: Style = Style(12.5, 16.5)
    caption: Style = Style(13.5, 17, BOLD, "navy")
    value: Style = Style(14, 17, BOLD, "navy")
    """Of a chart's bar."""
    phone: Style = Style(24, 28, BOLD, "navy")
    phone_label: Style = Style(12.5, 16, BOLD)
    small: Style = Style(12, 15)
    note: Style = Style(10.5, 14, REGULAR, "slate")
    note_title: Style = Style(12, 16, BOLD)
    clinic: Style = Style(14, 16, BOLD, "navy")
    clinic_narrow: Style = Style(10.5, 12.5, BOLD, "navy")
    """For a clinic's name that takes two or three lines."""
    tagline: Style = Style(11, 14, REGULAR, "slate")
    running: Style = Style(11, 14, BOLD, "navy")
    draft: Style = Style(10.5, 13, SEMIBOLD)
    footer: Style = Style(10.5, 13, REGULAR, "slate")

    block_gap: float = 15.0
    tight_gap: float = 11.0
    list_gap: float = 6.0
    measure: float = 400.0
    """Prose is never set wider: about 70 letters."""
    width: float = 504.0
    """Live width, the same on every sheet; only margins and depth differ."""
    gutter: float = 14.4
    unit: float = 1.0
    """How much larger than in the standard profile everything that stands beside words is drawn:
    icons, boxes to tick, the air inside panels."""
    air: float = 1.0
    """Share of the usual air inside danger signs and the main message, above and below words."""
    stacks: bool = False
    """Whether the page has one column: what stands side by side on a wide one stands in rows."""
    picture: float = 0.0
    """How high a picture stands on the start side of its words, in lists that have icons: 0 where
    icons stand on discs as everywhere."""
    black: bool = False
    """Whether it is printed in black alone: no fills, no colours."""
    foot: float = 44.0
    """From the bottom edge up to the rule above the footer."""

    def led(self, share: float, least: float) -> Styles:
        """The same with lines further apart, at least by a share of the size: for letters that
        reach higher and lower. A telephone number is digits on one line, and stays."""
        if share == least == 1:
            return self
        named = ((name, getattr(self, name)) for name in self.__struct_fields__)
        styles = {name: one for name, one in named if isinstance(one, Style) and name != "phone"}
        leads = {
            name: replace(one, lead=round(max(one.lead * share, one.size * least), 2))
            for name, one in styles.items()
        }
        return replace(self, **leads)

    def larger(self, share: float) -> Styles:
        """The same with words to read, and headings above them, by a share larger: not the title,
        nor small print, nor what the clinic's own panel is set with."""
        return replace(self, **{name: getattr(self, name).scaled(share) for name in _TO_READ})

    def columns(self, count: int) -> float:
        """The width of a span of the six columns."""
        column = (self.width - (COLUMNS - 1) * self.gutter) / COLUMNS
        return count * column + (count - 1) * self.gutter

    def grown(self, points: float) -> float:
        """A length of the standard profile in this one."""
        return points * self.unit


_TO_READ = (
    *("part", "part_lead", "section", "small_heading", "body", "list", "lead"),
    *("card_title", "flag_title", "flag_head", "flag_number"),
)

STANDARD = Styles()
