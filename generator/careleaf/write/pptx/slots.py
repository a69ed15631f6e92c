"""A placeholder's kind and its layout in; how PresentationML names that slot out."""

from __future__ import annotations

from careleaf.model.deck import Layout, Placeholder
from careleaf.write.pptx.xml import text

LAYOUT_TYPES = {
    "Title Slide": "title",
    "Title and Content": "obj",
    "Section Header": "secHead",
    "Two Content": "twoObj",
    "Comparison": "twoTxTwoObj",
    "Title Only": "titleOnly",
    "Blank": "blank",
    "Content with Caption": "objTx",
    "Picture with Caption": "picTx",
}
"""The layouts that PowerPoint knows by type and pandoc by name (ECMA-376, 19.7.15)."""

_NAMES = {
    Placeholder.TITLE: "Title",
    Placeholder.SUBTITLE: "Subtitle",
    Placeholder.BODY: "Content",
    Placeholder.SECOND: "Second content",
    Placeholder.FIRST_HEAD: "Heading",
    Placeholder.SECOND_HEAD: "Second heading",
    Placeholder.PICTURE: "Picture",
    Placeholder.FOOTER: "Footer",
    Placeholder.NUMBER: "Slide number",
    Placeholder.DATE: "Date",
}


def name_of(placeholder: Placeholder) -> str:
    """What the selection pane calls it."""
    return _NAMES[placeholder]


def element(placeholder: Placeholder, layout: Layout) -> str:
    """`p:ph` as the layout and its slides both write it."""
    slot = layout.slot(placeholder)
    if slot and slot.kind:
        kind = "" if slot.kind == "obj" else f'type="{text(slot.kind)}" '
        return f'<p:ph {kind}idx="{slot.index}"/>'
    return f"<p:ph {_attributes(placeholder, layout.name)}/>"


def _attributes(placeholder: Placeholder, layout: str) -> str:
    if fixed := _FIXED.get(placeholder):
        return fixed
    compared = layout == "Comparison"
    match placeholder:
        case Placeholder.TITLE:
            return 'type="ctrTitle"' if layout == "Title Slide" else 'type="title"'
        case Placeholder.BODY:
            kind = 'type="body" ' if layout in _PLAIN_BODY else ""
            return f'{kind}idx="{2 if compared else 1}"'
        case _:
            return f'idx="{4 if compared else 2}"'


_FIXED = {
    Placeholder.SUBTITLE: 'type="subTitle" idx="1"',
    Placeholder.FIRST_HEAD: 'type="body" idx="1"',
    Placeholder.SECOND_HEAD: 'type="body" idx="3"',
    Placeholder.PICTURE: 'type="pic" idx="13"',
    Placeholder.FOOTER: 'type="ftr" sz="quarter" idx="11"',
    Placeholder.NUMBER: 'type="sldNum" sz="quarter" idx="12"',
}

_PLAIN_BODY = ("Section Header", "Statement", "Question")
"""Layouts whose body is a sentence, not a list."""
