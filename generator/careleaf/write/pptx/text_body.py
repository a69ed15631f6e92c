"""Paragraphs in; the text body of a shape or a table cell out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from careleaf.language import Language
from careleaf.model.deck import (
    WIDTH,
    Anchor,
    Box,
    Bullet,
    PageNumber,
    Paragraph,
    Part,
    Piece,
    Slot,
    SoftBreak,
    Text,
)
from careleaf.text.bidi import Base
from careleaf.text.turned import may_turn
from careleaf.theme.office_fonts import OfficeFonts, office_fonts, office_language
from careleaf.write.pptx.direction import parts_in_order
from careleaf.write.pptx.palette import Palette
from careleaf.write.pptx.xml import emu, hundredths, text

LinkTo = Callable[[str], str]
"""An address in; the `a:hlinkClick` that leads there out, empty where nothing is there."""

_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_FONT = '<a:latin typeface="+mn-lt"/>'
_FONTS = f'{_FONT}<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
_ONE_FONT = f'{_FONT}<a:ea typeface="+mn-lt"/><a:cs typeface="+mn-lt"/>'
"""The theme's fonts, named in each run: LibreOffice falls back to others in text boxes. Where all
letters of a deck are Latin the first is enough. Among other letters, programs set Latin words and
numbers in the font of those: the last keeps them in the first."""

SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""The id of every field that shows a slide's number."""


class TextStyle(Struct, frozen=True, kw_only=True):
    """What all text of one file shares."""

    palette: Palette
    language: str
    """As Office calls it."""
    fonts: OfficeFonts
    right_to_left: bool
    link_to: LinkTo
    width: float = WIDTH
    """Of the slide, in points."""

    @classmethod
    def of(
        cls, language: Language, palette: Palette, direction: str, width: float = WIDTH
    ) -> TextStyle:
        """That of a language, for slides that run "ltr" or "rtl"; no link leads anywhere yet."""
        return cls(
            palette=palette,
            language=office_language(language.code),
            fonts=office_fonts(language.code),
            right_to_left=direction == "rtl",
            link_to=lambda _: "",
            width=width,
        )

    def spoken(self, part: Part | None = None) -> str:
        """The attributes that say the language of a part. In one whose letters are not Latin, Latin
        words are names and terms of the English topic, and are to be read out as such."""
        if isinstance(part, Piece) and part.language:
            return f'lang="{text(office_language(part.language))}"'
        if self.fonts.latin:
            return f'lang="{text(self.language)}"'
        if isinstance(part, Piece) and _latin(part.text) and any(map(str.isalpha, part.text)):
            return f'lang="{_ENGLISH}"'
        return f'lang="{text(self.language)}" altLang="{_ENGLISH}"'

    def fonts_of(self, piece: Piece) -> str:
        """The fonts of a run."""
        if self.fonts.latin:
            return _FONT
        return _ONE_FONT if _latin(piece.text) else _FONTS

    @property
    def base(self) -> Base:
        """The direction of every paragraph."""
        return "rtl" if self.right_to_left else "ltr"

    def align(self, side: str) -> str:
        """The `algn` of a side, start being where reading starts."""
        return align(side, self.base)

    def seen(self, box: Box) -> Box:
        """Where a box is on the slide, from its left."""
        return box.mirrored(self.width) if self.right_to_left else box


def align(side: str, base: Base) -> str:
    """The `algn` of a side, start being where reading starts in what runs so."""
    if side == "center":
        return "ctr"
    return "l" if (side == "start") is (base == "ltr") else "r"


_ENGLISH = "en-US"
_BEYOND_LATIN = "\u0250"


def _latin(words: str) -> bool:
    """Whether all letters are Latin, if there are any."""
    return max(filter(str.isalpha, words), default="") < _BEYOND_LATIN


LINE = 1.22
"""Of the size: a line at 100 % in Calibri; in most fonts it is less."""

_LEVELS = 4
"""Of lists inside one another."""


def _plain_level(level: int) -> str:
    return (
        f'<a:lvl{level}pPr><a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/>'
        '</a:spcAft><a:defRPr i="0" u="none" strike="noStrike" cap="none" spc="0"/>'
        f"</a:lvl{level}pPr>"
    )


PLAIN_LIST = f"<a:lstStyle>{''.join(_plain_level(one + 1) for one in range(_LEVELS))}</a:lstStyle>"
"""Takes back what a clinic's own layout says of a list, where the words are ours to set."""


def plain_paragraph(shown: Paragraph, style: TextStyle, slot: Slot | None) -> str:
    """An `a:p` that looks as its slot does; it says its size where that is another."""
    direction = ""
    if style.right_to_left:
        side = slot.align if slot else "start"
        direction = f'<a:pPr algn="{style.align(side)}"{_direction(shown, style)}/>'
    size = "" if slot and slot.size == shown.size else f' sz="{hundredths(shown.size)}"'
    runs = "".join(_plain_part(part, size, style) for part in _ordered(shown, style))
    return f"<a:p>{direction}{runs}</a:p>"


def _runs(shown: Paragraph, style: TextStyle) -> Base:
    """How a paragraph runs: as its deck, but for words of another language among Arabic ones that
    hold nothing from the right (a source): LibreOffice orders what stands round a link as if the
    link had no letters. A bullet stays at the deck's side."""
    if shown.runs:
        return shown.runs
    if not style.right_to_left or shown.bullet:
        return style.base
    pieces = [part for part in shown.parts if isinstance(part, Piece)]
    other = any(one.language and one.text.strip() for one in pieces)
    return "ltr" if other and not may_turn("".join(one.text for one in pieces)) else "rtl"


def _ordered(shown: Paragraph, style: TextStyle) -> tuple[Part, ...]:
    return parts_in_order(shown.parts, _runs(shown, style))


def _direction(shown: Paragraph, style: TextStyle) -> str:
    told = style.right_to_left or shown.runs
    return f' rtl="{int(_runs(shown, style) == "rtl")}"' if told else ""


def _align(shown: Paragraph, style: TextStyle) -> str:
    return align(shown.align, shown.runs or style.base)


def _plain_part(part: Part, size: str, style: TextStyle) -> str:
    properties = f"<a:rPr {style.spoken(part)}{size}/>"
    match part:
        case Piece():
            return f"<a:r>{properties}<a:t>{text(part.text)}</a:t></a:r>"
        case SoftBreak():
            return f"<a:br>{properties}</a:br>"
        case PageNumber():
            field = f'<a:fld id="{SLIDE_NUMBER}" type="slidenum">'
            return f"{field}{properties}<a:t>‹#›</a:t></a:fld>"


def rise(shown: Text) -> float:
    """Points that a box goes up so that its words stand where they were composed.

    Letters look centred in their line with the baseline 0.26 of the size below its middle. With
    exact spacing LibreOffice and PowerPoint put the baseline 0.2 of the size above the line's
    foot; at 100 % it lies about 0.98 of the size below the line's top (1.00 and 0.95 measured).
    """
    first = shown.paragraphs[0]
    if shown.anchor == "bottom":
        return 0.0
    if shown.lines > 1:
        return max(0.0, first.lead / 2 - 0.46 * first.size)
    if shown.anchor == "middle":
        return 0.08 * first.size
    return max(0.0, 0.72 * first.size - first.lead / 2)


def box_properties(anchor: Anchor, *, wrap: bool = True) -> str:
    """`a:bodyPr`: no inset, no automatic fit, since every box was measured."""
    wrapping = "" if wrap else ' wrap="none"'
    return (
        f'<a:bodyPr{wrapping} lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
        f'anchor="{_ANCHORS[anchor]}"><a:noAutofit/></a:bodyPr>'
    )


def paragraphs(shown: Sequence[Paragraph], style: TextStyle, *, exact: bool) -> str:
    """`a:p` elements; `exact` sets lines `lead` apart, otherwise they take 100 %."""
    return "".join(
        _paragraph(paragraph, style, exact=exact, first=place == 0)
        for place, paragraph in enumerate(shown)
    )


def _paragraph(shown: Paragraph, style: TextStyle, *, exact: bool, first: bool) -> str:
    runs = "".join(_part(part, shown, style) for part in _ordered(shown, style))
    return f"<a:p>{_paragraph_properties(shown, style, exact, first)}{runs}</a:p>"


def _paragraph_properties(shown: Paragraph, style: TextStyle, exact: bool, first: bool) -> str:
    side = emu(shown.bullet.side) if shown.bullet else 0
    hang = emu(shown.bullet.width) if shown.bullet else 0
    level = f' lvl="{shown.bullet.level}"' if shown.bullet and shown.bullet.level else ""
    direction = _direction(shown, style)
    spacing = f'<a:spcPts val="{hundredths(shown.lead)}"/>' if exact else '<a:spcPct val="100000"/>'
    before = ""
    if shown.before and not first:
        before = f'<a:spcBef><a:spcPts val="{hundredths(shown.before)}"/></a:spcBef>'
    bullet = _bullet(shown.bullet, style) if shown.bullet else "<a:buNone/>"
    return (
        f'<a:pPr marL="{side}"{level} indent="{-hang}" algn="{_align(shown, style)}"'
        f"{direction}><a:lnSpc>{spacing}</a:lnSpc>"
        f"{before}{bullet}</a:pPr>"
    )


def _bullet(bullet: Bullet, style: TextStyle) -> str:
    """A sign; or a number, which the program counts from the first of the list."""
    colour = style.palette.fill(bullet.colour).replace("a:solidFill", "a:buClr")
    if bullet.number is None:
        return f'{colour}<a:buFont typeface="Arial"/><a:buChar char="{text(bullet.sign)}"/>'
    counted = f'<a:buAutoNum type="arabicPeriod" startAt="{bullet.first}"/>'
    return f'{colour}<a:buFont typeface="+mj-lt"/>{counted}'


def _part(part: Part, shown: Paragraph, style: TextStyle) -> str:
    match part:
        case Piece():
            return f"<a:r>{_run_properties(part, shown, style)}<a:t>{text(part.text)}</a:t></a:r>"
        case SoftBreak():
            size = hundredths(shown.size)
            return f'<a:br><a:rPr {style.spoken()} sz="{size}"/></a:br>'
        case PageNumber():
            bold = Piece(text="", bold=True)
            return (
                f'<a:fld id="{SLIDE_NUMBER}" type="slidenum">'
                f"{_run_properties(bold, shown, style)}<a:t>‹#›</a:t></a:fld>"
            )


def _run_properties(piece: Piece, shown: Paragraph, style: TextStyle) -> str:
    size = hundredths(piece.size or shown.size)
    colour = style.palette.fill(piece.colour or shown.colour)
    bold = int(piece.bold)
    link = style.link_to(piece.link) if piece.link else ""
    fonts = style.fonts_of(piece)
    spoken = style.spoken(piece)
    return f'<a:rPr {spoken} sz="{size}" b="{bold}">{colour}{fonts}{link}</a:rPr>'
