"""Paragraphs in; the text body of a shape or a table cell out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careleaf.model.deck import (
    Anchor,
    PageNumber,
    Paragraph,
    Part,
    Piece,
    SoftBreak,
    Text,
)
from careleaf.write.pptx.palette import Palette
from careleaf.write.pptx.xml import emu, hundredths, text

LinkTo = Callable[[str], str]
"""An address in; the `a:hlinkClick` that leads there out, empty where nothing is there."""

_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"

_LINE = 1.2207
"""Height of a line of Calibri or Carlito at 100 %, as a share of its size (their hhea table)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """What all text of one file shares."""

    palette: Palette
    language: str
    right_to_left: bool
    link_to: LinkTo

    def align(self, side: str) -> str:
        """The `algn` of a side, start being where reading starts."""
        if side == "center":
            return "ctr"
        return "l" if (side == "start") is not self.right_to_left else "r"


def rise(shown: Text) -> float:
    """Points that a box goes up so that its words stand where they were composed.

    Exact spacing puts all of its free space above the letters, and 100 % lines stand by Calibri's
    tall ascent; both leave words lower than lines centred on their letters.
    """
    if shown.anchor == "bottom":
        return 0.0
    first = shown.paragraphs[0]
    if shown.lines > 1:
        return max(0.0, first.lead / 2 - 0.46 * first.size)
    if shown.anchor == "middle":
        return 0.0
    return max(0.0, (_LINE * first.size - first.lead) / 2 + 0.04 * first.size)


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
    runs = "".join(_part(part, shown, style) for part in shown.parts)
    end = f'<a:endParaRPr lang="{style.language}" sz="{hundredths(shown.size)}"/>'
    return f"<a:p>{_paragraph_properties(shown, style, exact, first)}{runs}{end}</a:p>"


def _paragraph_properties(shown: Paragraph, style: TextStyle, exact: bool, first: bool) -> str:
    indent = emu(shown.size) if shown.bullet else 0
    direction = ' rtl="1"' if style.right_to_left else ""
    spacing = f'<a:spcPts val="{hundredths(shown.lead)}"/>' if exact else '<a:spcPct val="100000"/>'
    before = 0 if first else hundredths(shown.before)
    bullet = "<a:buNone/>"
    if shown.bullet:
        colour = style.palette.fill(shown.bullet)
        colour = colour.replace("a:solidFill", "a:buClr")
        bullet = f'{colour}<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    return (
        f'<a:pPr marL="{indent}" indent="{-indent}" algn="{style.align(shown.align)}"{direction}>'
        f"<a:lnSpc>{spacing}</a:lnSpc>"
        f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef>{bullet}</a:pPr>'
    )


def _part(part: Part, shown: Paragraph, style: TextStyle) -> str:
    match part:
        case Piece():
            return f"<a:r>{_run_properties(part, shown, style)}<a:t>{text(part.text)}</a:t></a:r>"
        case SoftBreak():
            size = hundredths(shown.size)
            return f'<a:br><a:rPr lang="{style.language}" sz="{size}"/></a:br>'
        case PageNumber():
            bold = Piece(text="", bold=True)
            return (
                f'<a:fld id="{_SLIDE_NUMBER}" type="slidenum">'
                f"{_run_properties(bold, shown, style)}<a:t>‹#›</a:t></a:fld>"
            )


def _run_properties(piece: Piece, shown: Paragraph, style: TextStyle) -> str:
    size = hundredths(piece.size or shown.size)
    colour = style.palette.fill(piece.colour or shown.colour)
    bold = int(piece.bold)
    link = style.link_to(piece.link) if piece.link else ""
    language = text(piece.language or style.language)
    return (
        f'<a:rPr lang="{language}" sz="{size}" b="{bold}">{colour}<a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>{link}</a:rPr>'
    )
