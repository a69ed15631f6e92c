"""Plain values in; the small pieces of XML that every part of the file is made of out."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

EMPTY_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""What every shape tree begins with."""

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)

_IMPOSSIBLE = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff"
"""Characters that XML 1.0 (section 2.2) cannot hold."""
_FORBIDDEN = re.compile(f"[{_IMPOSSIBLE}]")
_SPECIAL = re.compile(f'[&<>"{_IMPOSSIBLE}]')


def text(words: str) -> str:
    """Words as character data or an attribute's value."""
    if not _SPECIAL.search(words):
        return words
    words = _FORBIDDEN.sub("\ufffd", words)
    return (
        words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def emu(points: float) -> int:
    """English Metric Units, 12700 to the point."""
    return round(points * 12700)


def hundredths(points: float) -> int:
    """Hundredths of a point, the unit of type sizes and line spacing."""
    return round(points * 100)


def properties(identity: int, name: str, *, alt: str = "", decorative: bool = False) -> str:
    """`p:cNvPr`: a shape's number, its name in the selection pane and what is read aloud."""
    described = f' descr="{text(alt)}"' if alt else ""
    start = f'<p:cNvPr id="{identity}" name="{text(name)}"{described}'
    return f"{start}>{_DECORATIVE}</p:cNvPr>" if decorative else f"{start}/>"
