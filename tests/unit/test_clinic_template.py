"""What is read of a clinic's own template: which layout is which, what its slots look like, where
there is room; and every kind of file that is none."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from careleaf.model.deck import Box, Layout, Placeholder, Slot, Template
from careleaf.write.pptx.clinic_file import TemplateError
from careleaf.write.pptx.clinic_template import read_template
from careleaf.write.pptx.room import largest_room
from tests.tools import templates
from tests.tools.templates import TEMPLATES, changed, python_pptx, retyped, without

NEEDED = ("Title Slide", "Title and Content", "Title Only")


def read(name: str) -> Template:
    return read_template(TEMPLATES[name]())


def layout(template: Template, name: str) -> Layout:
    found = template.layout(name)
    assert found is not None
    return found


def slot(template: Template, name: str, placeholder: Placeholder) -> Slot:
    found = layout(template, name).slot(placeholder)
    assert found is not None
    return found


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_layouts_that_we_need_are_found(name: str) -> None:
    parts = {one.name: one.part for one in read(name).layouts}
    assert set(NEEDED) <= set(parts)
    numbers = [parts[needed].rpartition("slideLayout")[2] for needed in NEEDED]
    assert numbers in (["1.xml", "2.xml", "6.xml"], ["1.xml", "2.xml", "3.xml"])


def test_a_section_header_is_known_by_its_type_and_not_by_looks() -> None:
    assert read("german").layout("Section Header") is not None
    assert read("untyped").layout("Section Header") is None


def test_slots_are_measured_through_layout_master_and_theme() -> None:
    title = slot(read("python-pptx"), "Title Only", Placeholder.TITLE)
    assert (round(title.box.x), round(title.box.y), title.box.width) == (36, 22, 648)
    assert (title.size, title.anchor, title.align, title.font) == (
        44,
        "middle",
        "center",
        "Calibri",
    )
    assert title.inset == (7.2, 3.6, 7.2, 3.6)
    section = slot(read("python-pptx"), "Section Header", Placeholder.TITLE)
    assert (section.size, section.bold, section.capitals) == (40, True, True)


def test_the_slide_keeps_its_size_and_its_colours() -> None:
    pandoc, default = read("pandoc"), read("python-pptx")
    assert (pandoc.width, pandoc.height) == (720, 405)
    assert (default.width, default.height) == (720, 540)
    assert dict(default.colours)["tx2"] == "#1f497d"


def test_a_colour_that_is_none_is_left_out() -> None:
    odd = changed(
        python_pptx(), "ppt/theme/theme1.xml", lambda xml: xml.replace(b'"1F497D"', b'"blue"')
    )
    assert "tx2" not in dict(read_template(odd).colours)


def test_room_is_under_the_title_and_above_the_footer() -> None:
    room = layout(read("python-pptx"), "Title Only").room
    assert 111 < room.y < 126
    assert 480 < room.bottom < 501
    assert (round(room.x), round(room.width)) == (43, 634)


def test_room_keeps_clear_of_art() -> None:
    template = read("dark")
    room = layout(template, "Title Only").room
    for art in (Box(0, 0, 14, 405), Box(640, 330, 60, 40)):
        assert art.end <= room.x or art.x >= room.end or art.y >= room.bottom
    assert layout(template, "Title Only").background == "#1b1f3b"
    assert template.font == "Arial"


@pytest.mark.parametrize(
    ("taken", "room"),
    [
        ([], Box(0, 0, 100, 50)),
        ([Box(0, 0, 100, 20)], Box(0, 20, 100, 30)),
        ([Box(0, 0, 100, 20), Box(80, 30, 20, 20)], Box(0, 20, 80, 30)),
        ([Box(0, 0, 30, 50)], Box(30, 0, 70, 50)),
        ([Box(0, 0, 100, 50)], Box(0, 0, 0, 0)),
    ],
)
def test_the_largest_room_between_boxes(taken: list[Box], room: Box) -> None:
    assert largest_room(Box(0, 0, 100, 50), taken) == room


def test_sample_slides_go_with_all_that_names_them() -> None:
    kept: Any = Presentation(io.BytesIO(read("samples").file))
    assert len(kept.slides) == 0
    with zipfile.ZipFile(io.BytesIO(read("samples").file)) as file:
        names = file.namelist()
        everything = b"".join(file.read(name) for name in names)
    assert not any("slides/" in name for name in names)
    assert b"sectionLst" not in everything
    assert b"hlinksldjump" not in everything
    assert b"notesMasterIdLst" in everything


def test_what_a_template_tells_of_its_makers_stays_out() -> None:
    """A name in the properties of a hospital's template would go to every patient."""
    with zipfile.ZipFile(io.BytesIO(templates.signed())) as file:
        everything = b"".join(file.read(name) for name in file.namelist())
    assert everything.count(b"Jane Secret") == 11
    template = read_template(templates.signed()).file
    with zipfile.ZipFile(io.BytesIO(template)) as file:
        kept = {name: file.read(name) for name in file.namelist()}
    assert [name for name, data in kept.items() if b"Jane Secret" in data] == []
    assert [name for name, data in kept.items() if b"custDataLst" in data] == []
    assert not any(name.startswith("docProps/") for name in kept)
    again: Any = Presentation(io.BytesIO(template))
    assert again.core_properties.keywords == ""
    assert len(again.slide_layouts) == 11


def test_a_missing_layout_is_named_together_with_those_there() -> None:
    with pytest.raises(TemplateError) as refused:
        read_template(without(python_pptx(), "Title Only", "Blank"))
    said = str(refused.value)
    assert "lacks the layout 'Title Only' (a title and nothing else)" in said
    assert "Layouts found: 'Title Slide', 'Title and Content'" in said
    assert "careleaf template" in refused.value.hint


def test_a_title_that_leaves_no_room_is_refused() -> None:
    tall = changed(
        python_pptx(),
        "ppt/slideMasters/slideMaster1.xml",
        lambda xml: xml.replace(b'cy="1143000"', b'cy="4500000"'),
    )
    with pytest.raises(TemplateError, match="leaves too little room"):
        read_template(tall)


def _zip(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


def _sized(xml: bytes, size: bytes) -> bytes:
    return re.sub(rb'(<p:sldSz )cx="[0-9]+" cy="[0-9]+"', rb"\1" + size, xml)


def _bomb() -> bytes:
    return _zip(**{"[Content_Types].xml": b"presentationml", "a.xml": bytes(257 * 1024**2)})


def _entities(xml: bytes) -> bytes:
    head, _, body = xml.partition(b"?>")
    return head + b'?><!DOCTYPE a [<!ENTITY b "b">]>' + body


def _typed_in(encoding: str) -> Callable[[bytes], bytes]:
    """A part with a document type, in an encoding in which its bytes do not show it."""

    def change(xml: bytes) -> bytes:
        words = _entities(xml).decode().replace("UTF-8", encoding)
        return words.encode(encoding)

    return change


def _renamed(data: bytes, old: str, new: str) -> bytes:
    """The same file with the part `old` named `new` wherever that stands."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as file, zipfile.ZipFile(buffer, "w") as other:
        for name in file.namelist():
            text = file.read(name).replace(old.encode(), new.encode())
            other.writestr(name.replace(old, new), text)
    return buffer.getvalue()


SLIDE_MASTER = "ppt/slideMasters/slideMaster1.xml"
THEME = "ppt/theme/theme1.xml"

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "it is not a PowerPoint file"),
    "text": (lambda: b"not a zip", "it is not a PowerPoint file"),
    "truncated": (lambda: python_pptx()[:20_000], "it is damaged"),
    "old or locked": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "of the old kind"),
    "another zip": (lambda: _zip(**{"word/document.xml": b"<a/>"}), "it is not a PowerPoint file"),
    "zip bomb": (_bomb, "unpacks to more than 256 MB"),
    "entities": (
        lambda: changed(python_pptx(), "ppt/presentation.xml", _entities),
        "declares a document type",
    ),
    "entities in the theme, in UTF-32": (
        lambda: changed(python_pptx(), THEME, _typed_in("utf-32")),
        "theme1.xml declares a document type",
    ),
    "entities in UTF-32": (
        lambda: changed(python_pptx(), "ppt/presentation.xml", _typed_in("utf-32")),
        "presentation.xml declares a document type",
    ),
    "a part that is carried along and broken": (
        lambda: changed(python_pptx(), "ppt/presProps.xml", lambda _: b"<a"),
        "it is damaged",
    ),
    "entities in a part by another name": (
        lambda: changed(
            _renamed(python_pptx(), "theme1.xml", "theme1.bin"), "ppt/theme/theme1.bin", _entities
        ),
        "theme1.bin declares a document type",
    ),
    "broken xml": (
        lambda: changed(python_pptx(), SLIDE_MASTER, lambda _: b"<p:sldMaster"),
        "it is damaged",
    ),
    "no master": (lambda: changed(python_pptx(), SLIDE_MASTER, lambda _: b"<a/>"), "it is damaged"),
    "wrong number": (
        lambda: changed(
            python_pptx(), SLIDE_MASTER, lambda xml: xml.replace(b'sz="4400"', b'sz="big"')
        ),
        "it is damaged",
    ),
    "slides of no size": (
        lambda: changed(
            python_pptx(), "ppt/presentation.xml", lambda xml: _sized(xml, b'cx="0" cy="0"')
        ),
        "its slides are 0 by 0 inches",
    ),
    "slides of no height": (
        lambda: changed(
            python_pptx(), "ppt/presentation.xml", lambda xml: _sized(xml, b'cx="9144000" cy="0"')
        ),
        "its slides are 10 by 0 inches",
    ),
    "macros": (
        lambda: changed(
            python_pptx(),
            "[Content_Types].xml",
            lambda xml: xml.replace(
                b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
            ),
        ),
        "it holds macros",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_template_is_refused_in_words(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(TemplateError, match=words) as refused:
        read_template(make())
    assert refused.value.hint


def test_a_template_and_a_show_are_presentations_by_another_name() -> None:
    for kind in ("template", "slideshow"):
        assert read_template(retyped(python_pptx(), kind)).width == 720


def test_our_own_template_serves_too(tmp_path: Path) -> None:
    own = read_template(templates.own(tmp_path))
    assert (own.width, own.height, own.font) == (960, 540, "Calibri")
    title = slot(own, "Title Only", Placeholder.TITLE)
    assert (title.size, title.bold, title.inset) == (36, True, (0, 0, 0, 0))
